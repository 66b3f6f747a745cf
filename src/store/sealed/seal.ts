import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { OslerError } from '../../domain/errors.ts'
import { lost, type MasterKey, type MasterKeys } from './master-keys.ts'

// A sealed file: MAGIC, the master key's id, a nonce, this file's own key sealed with the master key; then parts of 64
// KiB, each sealed with the file's key and a nonce that counts them and marks the last, so that parts can be neither
// exchanged nor cut off (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015). AES-256-GCM all over.
const MAGIC = Buffer.from('OSLERSEALED1')
const [ID, NONCE, KEY, TAG] = [8, 12, 32, 16]
const PART = 64 * 1024
export const HEADER_BYTES = MAGIC.length + ID + NONCE + KEY + TAG

export const isSealed = (head: Buffer) => head.subarray(0, MAGIC.length).equals(MAGIC)

/** The id of the master key that a sealed file needs. */
export const keyOf = (head: Buffer) => head.subarray(MAGIC.length, MAGIC.length + ID)

/** The bytes of a sealed file. */
export async function* seal(plain: AsyncIterable<Buffer>, { id, secret }: MasterKey): AsyncGenerator<Buffer> {
  const [key, nonce] = [randomBytes(KEY), randomBytes(NONCE)]
  yield Buffer.concat([MAGIC, id, nonce, encrypt(secret, nonce, key)])
  let count = 0
  for await (const { part, isLast } of inParts(plain, PART)) yield encrypt(key, nonceOf(count++, isLast), part)
}

/** What was sealed. Throws `key_lost`, and `blob_damaged` where anything was changed, cut off or added. */
export async function* open(sealed: AsyncIterable<Buffer>, keys: MasterKeys): AsyncGenerator<Buffer> {
  const { head, rest } = await takeHead(sealed)
  const nonce = head.subarray(MAGIC.length + ID, HEADER_BYTES - KEY - TAG)
  const key = decrypt(keys.find(keyOf(head)).secret, nonce, head.subarray(HEADER_BYTES - KEY - TAG))
  let count = 0
  for await (const { part, isLast } of inParts(rest, PART + TAG)) yield decrypt(key, nonceOf(count++, isLast), part)
}

/** A text under a key of its own, which is sealed with the master key; base64 of its id, a nonce, that key, and the text. */
export function sealText(text: string, { id, secret }: MasterKey): string {
  const [key, nonce] = [randomBytes(KEY), randomBytes(NONCE)]
  const sealed = [id, nonce, encrypt(secret, nonce, key), encrypt(key, nonceOf(0, true), Buffer.from(text))]
  return Buffer.concat(sealed).toString('base64')
}

/** The text again. Throws `key_lost`, and `blob_damaged` where anything was changed. */
export function openText(sealed: string, keys: MasterKeys | undefined): string {
  const bytes = Buffer.from(sealed, 'base64')
  const [id, nonce] = [bytes.subarray(0, ID), bytes.subarray(ID, ID + NONCE)]
  if (keys === undefined) throw lost(id)
  const body = ID + NONCE + KEY + TAG
  const key = decrypt(keys.find(id).secret, nonce, bytes.subarray(ID + NONCE, body))
  return decrypt(key, nonceOf(0, true), bytes.subarray(body)).toString()
}

async function takeHead(sealed: AsyncIterable<Buffer>) {
  const source = sealed[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < HEADER_BYTES) {
    const { done, value } = await source.next()
    if (done) throw damaged()
    head = Buffer.concat([head, value])
  }
  async function* rest() {
    yield head.subarray(HEADER_BYTES)
    yield* { [Symbol.asyncIterator]: () => source }
  }
  return { head: head.subarray(0, HEADER_BYTES), rest: rest() }
}

/** The stream in parts of `bytes`; the last may be shorter, and there is one even of an empty stream. */
async function* inParts(stream: AsyncIterable<Buffer>, bytes: number) {
  let waiting = Buffer.alloc(0)
  for await (const chunk of stream) {
    waiting = waiting.length === 0 ? Buffer.from(chunk) : Buffer.concat([waiting, chunk])
    while (waiting.length > bytes) {
      yield { part: waiting.subarray(0, bytes), isLast: false }
      waiting = waiting.subarray(bytes)
    }
  }
  yield { part: waiting, isLast: true }
}

function nonceOf(count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE)
  nonce.writeBigUInt64BE(BigInt(count), 0)
  nonce.writeUInt8(isLast ? 1 : 0, NONCE - 1)
  return nonce
}

function encrypt(key: Buffer, nonce: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  if (sealed.length < TAG) throw damaged()
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAuthTag(sealed.subarray(-TAG))
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, -TAG)), cipher.final()])
  } catch (cause) {
    throw damaged(cause)
  }
}

const damaged = (cause?: unknown) =>
  new OslerError(
    'blob_damaged',
    'A stored recording or text was changed or cut off: bring it back from a backup.',
    {},
    { cause },
  )
