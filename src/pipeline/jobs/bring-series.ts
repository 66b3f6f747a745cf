import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { OslerError } from '../../domain/errors.ts'
import type { Blobs } from '../../store/blobs.ts'
import { checkBlob } from '../../store/check-blob.ts'
import { listChunkBlobs } from '../../store/recordings.ts'
import type { Handle } from '../../store/tables.ts'
import { joinChunks } from '../transcribe/join-chunks.ts'

/** The chunks of a series as one recording, a file of this machine. Throws `not_found`, `blob_damaged` and what decoding throws. */
export async function bringSeries(
  { db, blobs }: { db: Handle; blobs: Blobs },
  seriesId: string,
  scratch: string,
  signal: AbortSignal,
): Promise<string> {
  const chunks = await listChunkBlobs(db, seriesId)
  if (chunks.length === 0) throw new OslerError('not_found', 'The recording was deleted while it was worked on.')
  const files: string[] = []
  for (const { blobKey, sha256 } of chunks) {
    await checkBlob(blobs, blobKey, sha256)
    const folder = join(scratch, `file-${files.length}`)
    await mkdir(folder)
    files.push(await blobs.localFile(blobKey, folder))
  }
  return joinChunks(files, scratch, signal)
}
