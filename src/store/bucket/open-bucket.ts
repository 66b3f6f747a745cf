import { ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import { S3mini } from 's3mini'
import { Agent, fetch } from 'undici'
import type { BucketAddress } from './bucket-address.ts'
import { mayPass, translateFailure } from './translate-failure.ts'

export interface BucketKey {
  id: string
  secret: string
}

/** Asks the store, and again where that may help. Throws `not_found`, `disk_full`, `store_down`, `store_refused`. */
export type Ask = <Answer>(request: (s3: S3mini) => Promise<Answer>) => Promise<Answer>

const CONNECT_MS = 10_000
/** A store that is slow is waited for; one that says nothing for so long is down. */
const SILENCE_MS = 60_000
const MORE_TRIES = 3
const FIRST_GAP_MS = 200

/**
 * How a bucket is asked; nothing is asked yet.
 * @param took told how long the store took until it answered, or failed
 */
export function openBucket(address: BucketAddress, { id, secret }: BucketKey, took?: (seconds: number) => void): Ask {
  const dispatcher = new Agent({
    connect: { timeout: CONNECT_MS },
    headersTimeout: SILENCE_MS,
    bodyTimeout: SILENCE_MS,
  })
  const s3 = new S3mini({
    accessKeyId: id,
    secretAccessKey: secret,
    endpoint: `${address.endpoint}/${address.bucket}`,
    region: address.region,
    fetch: ((url, init) =>
      fetch(url as string, { ...(init as object), duplex: 'half', dispatcher })) as typeof globalThis.fetch,
  })
  const patient = retry(handleWhen(mayPass), {
    maxAttempts: MORE_TRIES,
    backoff: new ExponentialBackoff({ initialDelay: FIRST_GAP_MS }),
  })
  return async (request) => {
    const beganMs = performance.now()
    try {
      return await patient.execute(() => request(s3))
    } catch (error) {
      throw translateFailure(error, address)
    } finally {
      took?.((performance.now() - beganMs) / 1000)
    }
  }
}
