import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A piece of a stream, in a file for as long as it is looked at. */
export interface FilePart {
  path: string
  bytes: number
  /** In base64, as `Content-MD5` has it: the store refuses what arrives otherwise. */
  md5: string
  /** From 1. */
  number: number
  isLast: boolean
}

/**
 * The stream in files of `partBytes`, one at a time, the last shorter; one even of an empty stream. A part in a file has a
 * length, can be sent again, and takes no memory however many streams there are.
 */
export async function* cutIntoFiles(
  stream: AsyncIterable<Buffer | string>,
  folder: string,
  partBytes: number,
): AsyncGenerator<FilePart> {
  let number = 1
  let file = await PartFile.open(folder, number)
  try {
    for await (const chunk of stream) {
      let rest = Buffer.from(chunk)
      while (rest.length > 0) {
        if (file.bytes === partBytes) {
          yield* file.show(false)
          file = await PartFile.open(folder, ++number)
        }
        const fitting = rest.subarray(0, partBytes - file.bytes)
        await file.write(fitting)
        rest = rest.subarray(fitting.length)
      }
    }
    yield* file.show(true)
  } finally {
    await file.close()
  }
}

class PartFile {
  bytes = 0
  readonly #path: string
  readonly #number: number
  readonly #handle: FileHandle
  readonly #hash = createHash('md5')

  private constructor(path: string, number: number, handle: FileHandle) {
    this.#path = path
    this.#number = number
    this.#handle = handle
  }

  static async open(folder: string, number: number): Promise<PartFile> {
    const path = join(folder, `part-${number}`)
    return new PartFile(path, number, await open(path, 'wx', 0o600))
  }

  async write(chunk: Buffer): Promise<void> {
    this.#hash.update(chunk)
    await this.#handle.writeFile(chunk)
    this.bytes += chunk.length
  }

  async *show(isLast: boolean): AsyncGenerator<FilePart> {
    await this.close()
    const md5 = this.#hash.digest('base64')
    yield { path: this.#path, bytes: this.bytes, md5, number: this.#number, isLast }
    await rm(this.#path)
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }
}
