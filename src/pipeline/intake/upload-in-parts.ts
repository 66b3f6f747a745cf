import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OslerError } from '../../domain/errors.ts'
import { newId } from '../../domain/ids.ts'
import type { StagedAudio } from '../../domain/submission.ts'
import { offsetOf, type UploadInParts } from '../../domain/upload.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Handle } from '../../store/tables.ts'
import { insertPart } from '../../store/uploads.ts'
import { ingest } from './ingest.ts'

interface Tools {
  db: Handle
  blobs: Blobs
}

/** What a client sends at once is as large as it likes; many parts of a few bytes are no use to anyone. */
const MOST_PARTS = 2000

/**
 * Keeps the next part, whole or not at all; answers the new offset. Throws `offset_wrong` when it does not begin where
 * the upload stands, `request_invalid` when it is longer than what is missing.
 */
export async function addPart(
  { db, blobs }: Tools,
  upload: UploadInParts,
  offsetBytes: number,
  stream: Readable,
): Promise<number> {
  const expected = offsetOf(upload)
  if (offsetBytes !== expected) throw wrongOffset(offsetBytes, expected)
  if (upload.parts.length >= MOST_PARTS) {
    throw new OslerError('request_invalid', `The upload came in ${MOST_PARTS} parts already: send larger ones.`)
  }
  const blobKey = `uploads/${newId()}`
  const bytes = await put(blobs, blobKey, stream, upload.lengthBytes - offsetBytes)
  const isKept = bytes > 0 && (await insertPart(db, upload, { offsetBytes, bytes, blobKey }))
  if (!isKept) await blobs.delete(blobKey)
  if (bytes > 0 && !isKept) throw wrongOffset(offsetBytes, offsetBytes + bytes)
  return offsetBytes + bytes
}

async function put(blobs: Blobs, key: string, stream: Readable, maxBytes: number): Promise<number> {
  const checked = limit(maxBytes)
  try {
    const [stored] = await Promise.all([blobs.put(key, checked), pipeline(stream, checked)])
    return stored.bytes
  } catch (error) {
    // The rest of a refused part is read and dropped, or the client would never get to read the answer.
    stream.resume()
    throw error
  }
}

function wrongOffset(offsetBytes: number, expected: number): OslerError {
  const message = `The part begins at byte ${offsetBytes}, and ${expected} bytes are there: ask for the offset and go on from it.`
  return new OslerError('offset_wrong', message, { offsetBytes, expected })
}

function limit(maxBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes <= maxBytes) return done(null, chunk)
      done(new OslerError('request_invalid', `The part is longer than the ${maxBytes} bytes that are missing.`))
    },
  })
}

/** Stages the recording that the parts make. Throws what `ingest` throws, and `not_ready` while some are missing. */
export async function ingestParts(
  { blobs }: Pick<Tools, 'blobs'>,
  upload: UploadInParts,
  maxBytes: number,
): Promise<StagedAudio> {
  const missing = upload.lengthBytes - offsetOf(upload)
  if (missing > 0) throw new OslerError('not_ready', `${missing} bytes are missing: send them first.`, { missing })
  return ingest(Readable.from(read()), blobs, maxBytes)

  async function* read() {
    for (const { blobKey } of upload.parts) yield* await blobs.read(blobKey)
  }
}
