import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, open, rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import { EnvHttpProxyAgent, fetch } from 'undici'
import { OslerError } from '../../domain/errors.ts'
import type { RemoteFile } from './model.ts'

const MOST_TRIES = 8
const FIRST_GAP_MS = 500
/** How long a server may take to answer where the same is to be had elsewhere. */
const HURRIED_MS = 5_000

/** Told how many bytes are there, of how many where that is known. */
export type OnProgress = (bytes: number, all: number | undefined) => void

/** What was fetched. */
export interface FetchedFile {
  bytes: number
  sha256: string
}

export interface Patience {
  /** The wait after the first broken line; doubled after each further one. */
  firstGapMs?: number | undefined
  /** The same is to be had elsewhere: a server that gives nothing at all is asked once. */
  isHurried?: boolean
}

/** A line that broke: what came so far stays, and the rest is asked for. */
class BrokenLine extends Error {}

/**
 * Fetches a file to `path`, from an address or from a folder of this machine. It grows as `path.part`: cut off at any
 * byte, it goes on from there, now or in a later call. Throws `model_unavailable`, and `model_damaged` when it has
 * another size or digest than was given; then nothing of it is kept.
 */
export async function fetchFile(
  remote: RemoteFile,
  path: string,
  onProgress: OnProgress,
  patience: Patience = {},
): Promise<FetchedFile> {
  const part = `${path}.part`
  if (remote.url.startsWith('file:')) await copy(remote.url, part)
  else await fetchWhole(remote, part, onProgress, patience)
  const fetched = { bytes: await sizeOf(part), sha256: await digestOf(part) }
  const isRight =
    fetched.bytes === (remote.bytes ?? fetched.bytes) && fetched.sha256 === (remote.sha256 ?? fetched.sha256)
  if (!isRight) {
    await rm(part)
    const what = `${fetched.bytes} bytes with the digest ${fetched.sha256.slice(0, 12)}… came`
    const wanted = `${remote.bytes ?? 'some'} bytes with the digest ${remote.sha256?.slice(0, 12) ?? 'of any'}… were expected`
    throw new OslerError(
      'model_damaged',
      `${remote.url}: ${what}, and ${wanted}. It was not installed; try again later.`,
    )
  }
  await rename(part, path)
  return fetched
}

async function copy(url: string, part: string): Promise<void> {
  await copyFile(new URL(url), part).catch(() => {
    throw unavailable(url, 'there is no such file')
  })
}

async function fetchWhole(
  { url, bytes }: RemoteFile,
  part: string,
  onProgress: OnProgress,
  { firstGapMs = FIRST_GAP_MS, isHurried = false }: Patience,
): Promise<void> {
  let cameSome = false
  let tries = 0
  const isWorthMore = (error: unknown) => error instanceof BrokenLine && (cameSome || !isHurried)
  const backoff = new ExponentialBackoff({ initialDelay: firstGapMs })
  const again = retry(handleWhen(isWorthMore), { maxAttempts: MOST_TRIES, backoff })
  // A proxy where the environment names one (HTTPS_PROXY, NO_PROXY).
  const dispatcher = new EnvHttpProxyAgent(
    isHurried ? { headersTimeout: HURRIED_MS, connect: { timeout: HURRIED_MS } } : {},
  )
  const note: OnProgress = (count, all) => {
    cameSome = true
    onProgress(count, all)
  }
  try {
    await again.execute(() => {
      tries += 1
      return fetchRest(url, part, bytes, dispatcher, note)
    })
  } catch (error) {
    if (!(error instanceof BrokenLine)) throw error
    if (!cameSome && isHurried) throw unavailable(url, 'it does not answer')
    throw unavailable(url, `the line broke ${tries} times; what came is kept, so run this again`)
  } finally {
    await dispatcher.close()
  }
}

/** Asks for what is missing; a server that sends all of it again is taken at its word. */
async function fetchRest(
  url: string,
  part: string,
  bytes: number | undefined,
  dispatcher: EnvHttpProxyAgent,
  onProgress: OnProgress,
): Promise<void> {
  const there = await sizeOf(part)
  if (there > 0 && there === bytes) return
  const response = await fetch(url, { dispatcher, headers: there > 0 ? { range: `bytes=${there}-` } : {} }).catch(
    () => {
      throw new BrokenLine()
    },
  )
  // Nothing is missing: the line broke behind the last byte.
  if (response.status === 416 && there > 0) return
  if (response.status >= 500 || response.status === 429) throw new BrokenLine()
  if (!response.ok || !response.body) throw unavailable(url, `it answers with status ${response.status}`)
  const isRest = response.status === 206
  const length = Number(response.headers.get('content-length')) || undefined
  const all = bytes ?? (length && length + (isRest ? there : 0))
  let count = isRest ? there : 0
  await using file = await open(part, isRest ? 'a' : 'w')
  // Chunk by chunk: what came before the line broke is in the file then.
  const chunks = response.body[Symbol.asyncIterator]()
  for (;;) {
    const { value, done } = await chunks.next().catch(() => {
      throw new BrokenLine()
    })
    if (done) return
    await file.write(value).catch(refuseFull)
    count += value.length
    onProgress(count, all)
  }
}

function refuseFull(error: NodeJS.ErrnoException): never {
  if (error.code !== 'ENOSPC') throw error
  throw new OslerError('disk_full', 'The disk is full: free some space, then run this again.')
}

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** SHA-256 of a file, lower-case hexadecimal. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function unavailable(url: string, why: string): OslerError {
  return new OslerError('model_unavailable', `${url} cannot be had: ${why}.`)
}
