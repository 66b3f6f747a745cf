import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { OslerError } from '../../domain/errors.ts'
import type { FilePart } from './cut-into-files.ts'
import type { Ask } from './open-bucket.ts'

const TYPE = 'application/octet-stream'

/** Stores the parts as one object, which is there whole or not at all; answers its length. Throws what `ask` throws, and what the parts do. */
export async function upload(ask: Ask, name: string, parts: AsyncIterable<FilePart>): Promise<number> {
  const etags: { partNumber: number; etag: string }[] = []
  let uploadId: string | undefined
  let bytes = 0
  try {
    for await (const part of parts) {
      bytes += part.bytes
      const checked: Record<string, string> = { 'content-md5': part.md5, 'content-length': String(part.bytes) }
      if (part.isLast && part.number === 1) {
        await ask((s3) => s3.putObject(name, openPart(part), TYPE, undefined, checked, part.bytes))
        return bytes
      }
      uploadId ??= await ask((s3) => s3.getMultipartUploadId(name, TYPE))
      const id = uploadId
      etags.push(await ask((s3) => s3.uploadPart(name, id, openPart(part), part.number, {}, undefined, checked)))
    }
    if (uploadId !== undefined) await complete(ask, name, uploadId, etags, bytes)
    return bytes
  } catch (error) {
    // What cannot be let go of now is swept later.
    if (uploadId !== undefined) await abort(ask, name, uploadId).catch(() => {})
    throw error
  }
}

/** Anew for each try. A Blob of the file would be read into memory as a whole (60 uploads of 17 MB at once: 1,109 MB, where this takes 259). */
const openPart = ({ path }: FilePart) => Readable.toWeb(createReadStream(path)) as ReadableStream

/** Lets go of the parts of an object that is not finished; one that is not there any more is no error. */
export async function abort(ask: Ask, name: string, uploadId: string): Promise<void> {
  await ask((s3) => s3.abortMultipartUpload(name, uploadId)).catch(ignoreGone)
}

/** A store may say 200 and mean an error, or lose its answer: what counts is that the object is there, as long as it should be. */
async function complete(
  ask: Ask,
  name: string,
  uploadId: string,
  etags: { partNumber: number; etag: string }[],
  bytes: number,
): Promise<void> {
  await ask((s3) => s3.completeMultipartUpload(name, uploadId, etags)).catch(ignoreGone)
  const stored = await ask((s3) => s3.getContentLength(name)).catch(ignoreGone)
  if (stored === bytes) return
  await ask((s3) => s3.deleteObject(name)).catch(() => {})
  throw new OslerError('store_down', `The store kept ${stored ?? 0} of ${bytes} bytes of a recording: send it again.`)
}

export function ignoreGone(error: OslerError): undefined {
  if (error.code !== 'not_found') throw error
}
