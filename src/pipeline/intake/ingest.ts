import { PassThrough, type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { containerOf, DOCUMENT_TYPES, documentTypeOf, mediaTypeOf } from '../../audio/sniff.ts'
import { OslerError } from '../../domain/errors.ts'
import { newId } from '../../domain/ids.ts'
import { CONTAINERS, type Container, type StagedAudio, tooLarge } from '../../domain/submission.ts'
import type { Outbound } from '../../platform/outbound.ts'
import type { Blobs } from '../../store/blobs.ts'

/** Enough of a file's head to tell its format, also behind a large ID3 tag or a long header. */
const HEAD_BYTES = 64 * 1024

/** Tells what a file is from its first bytes. Throws when it is nothing that is wanted. */
type Tell<Type> = (head: Uint8Array) => Promise<Type>

/**
 * Streams a recording into the blob store, hashed on the way. What it is comes from its bytes, not from its name.
 * Throws `audio_empty`, `audio_unreadable` or `audio_too_large` as soon as that is known, and then keeps nothing.
 */
export async function ingest(stream: Readable, blobs: Blobs, maxBytes: number): Promise<StagedAudio> {
  const { type: container, ...stored } = await put(stream, `recordings/${newId()}`, blobs, maxBytes, tellContainer)
  return { ...stored, container }
}

/** The same for a letter or picture. Throws `document_unreadable` or `audio_too_large`. */
export async function keepDocument(stream: Readable, blobs: Blobs, maxBytes: number) {
  return put(stream, `documents/${newId()}`, blobs, maxBytes, tellDocument)
}

const tellContainer: Tell<Container> = async (head) => {
  if (head.length === 0)
    throw new OslerError('audio_empty', 'The recording has no bytes: send it when the recorder has written it.')
  const container = await containerOf(head)
  if (container) return container
  const type = await mediaTypeOf(head)
  const found = type && /^(audio|video)/.test(type) ? `The file is ${type}` : 'The file is no recording'
  const message = `${found}; it must be one of ${CONTAINERS.join(', ')}: \`ffmpeg -i FILE recording.flac\` makes one.`
  throw new OslerError('audio_unreadable', message)
}

const tellDocument: Tell<string> = async (head) => {
  const type = await documentTypeOf(head)
  if (type) return type
  throw new OslerError('document_unreadable', `The file must be one of ${DOCUMENT_TYPES.join(', ')}.`)
}

async function put<Type>(stream: Readable, key: string, blobs: Blobs, maxBytes: number, tell: Tell<Type>) {
  const gate = openGate(maxBytes, tell)
  const checked = new PassThrough()
  try {
    const [, stored] = await Promise.all([pipeline(stream, gate.stream, checked), blobs.put(key, checked)])
    return { key, ...stored, type: gate.type() }
  } catch (error) {
    // The rest of a refused upload is read and dropped, or the client would never get to read the answer.
    stream.resume()
    throw error
  }
}

/**
 * The same for an address, which is checked before and while it is fetched. Throws also `address_refused`,
 * `address_failed` and `address_unavailable`.
 */
export async function ingestAddress(
  address: string,
  outbound: Outbound,
  blobs: Blobs,
  maxBytes: number,
  signal: AbortSignal,
): Promise<StagedAudio> {
  return ingest(await outbound.download(address, maxBytes, { signal }), blobs, maxBytes)
}

/** Lets bytes pass once their head is known to be what is wanted, and stops them at the limit. */
function openGate<Type>(maxBytes: number, tell: Tell<Type>) {
  let head: Buffer[] | undefined = []
  let bytes = 0
  let type: Type | undefined

  const release = async (gate: Transform) => {
    const bytesOfHead = Buffer.concat(head ?? [])
    head = undefined
    type = await tell(bytesOfHead)
    gate.push(bytesOfHead)
  }

  const stream = new Transform({
    async transform(chunk: Buffer, _encoding, done) {
      try {
        bytes += chunk.length
        if (bytes > maxBytes) throw tooLarge(bytes, maxBytes)
        if (head === undefined) return done(null, chunk)
        head.push(chunk)
        if (bytes >= HEAD_BYTES) await release(this)
        done()
      } catch (error) {
        done(error as Error)
      }
    },
    async flush(done) {
      try {
        if (head) await release(this)
        done()
      } catch (error) {
        done(error as Error)
      }
    },
  })
  return { stream, type: () => type as Type }
}
