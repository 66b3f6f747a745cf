import { Header } from 'tar'
import { OslerError } from '../domain/errors.ts'

export interface ArchivedFile {
  name: string
  bytes: number
  content: Iterable<Buffer> | AsyncIterable<Buffer>
}

const BLOCK = 512

/** The files as one archive (POSIX tar), as they come. Throws `blob_damaged` for one that is not as long as it says. */
export async function* formatTar(files: AsyncIterable<ArchivedFile>, now = new Date()): AsyncGenerator<Buffer> {
  for await (const { name, bytes, content } of files) {
    const head = Buffer.alloc(BLOCK)
    new Header({ path: name, size: bytes, type: 'File', mode: 0o600, mtime: now }).encode(head)
    yield head
    let written = 0
    for await (const part of content) {
      written += part.length
      yield part
    }
    if (written !== bytes) throw new OslerError('blob_damaged')
    yield Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK)
  }
  yield Buffer.alloc(2 * BLOCK)
}
