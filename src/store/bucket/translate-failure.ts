import { S3ServiceError } from 's3mini'
import { asOslerError, OslerError } from '../../domain/errors.ts'
import type { BucketAddress } from './bucket-address.ts'

/** What may pass by itself. */
const PASSING = new Set(['SlowDown', 'RequestTimeout', 'InternalError', 'ServiceUnavailable', 'BadDigest'])
const FULL = /quota|storage.?full|insufficient|no.?space/i
const TOO_MANY = 429
const NO_ROOM = 507

/** What a store said, as far as it said anything. */
export interface Refusal {
  status: number
  /** S3's word for it, `Unknown` where there was none. */
  word: string
}

/** Undefined where the store was not reached, or hung up. */
export function readRefusal(error: unknown): Refusal | undefined {
  if (error instanceof S3ServiceError) {
    // The library reads the word only from answers of exactly `application/xml`.
    const [, inBody] = /<Code>(\w{1,60})<\/Code>/.exec(error.body ?? '') ?? []
    const { serviceCode = 'Unknown' } = error
    return { status: error.status, word: serviceCode === 'Unknown' ? (inBody ?? 'Unknown') : serviceCode }
  }
  const cause = (error as { cause?: unknown } | null)?.cause
  return cause === undefined ? undefined : readRefusal(cause)
}

/** Whether to ask again may help. */
export function mayPass(error: unknown): boolean {
  const refusal = readRefusal(error)
  if (refusal === undefined) return true
  const { status, word } = refusal
  return status !== NO_ROOM && (status >= 500 || status === TOO_MANY || PASSING.has(word))
}

/** Whatever a request to the store threw, as one of our errors: `not_found`, `disk_full`, `store_down`, `store_refused`. */
export function translateFailure(error: unknown, { bucket, endpoint }: BucketAddress): OslerError {
  const known = asOslerError(error)
  if (known.code !== 'internal') return known
  const refusal = readRefusal(error)
  const say = (code: 'store_refused' | 'store_down' | 'disk_full', message: string) =>
    new OslerError(code, message, {}, { cause: error })
  if (refusal === undefined) return say('store_down', `The store at ${endpoint} does not answer: see whether it runs.`)
  const { status, word } = refusal
  if (status === NO_ROOM || FULL.test(word))
    return say('disk_full', `The bucket "${bucket}" has no room: nothing was changed. Free some space, then try again.`)
  if (mayPass(error)) return say('store_down', `The store at ${endpoint} answers ${status} (${word}).`)
  if (status === 404 && word !== 'NoSuchBucket') return gone(error)
  return say('store_refused', tellRefusal(refusal, bucket, endpoint))
}

const gone = (cause: unknown) =>
  new OslerError('not_found', 'The recording is not in the store any more.', {}, { cause })

/** One sentence: what is wrong, and what to do. */
function tellRefusal({ status, word }: Refusal, bucket: string, endpoint: string): string {
  if (word === 'NoSuchBucket')
    return `There is no bucket "${bucket}" at ${endpoint}: make it, or mend OSLER_BLOBS_URL. Osler makes none.`
  if (word === 'RequestTimeTooSkewed')
    return `The clocks of this machine and of the store at ${endpoint} are too far apart for it: set both by NTP.`
  if (word === 'InvalidAccessKeyId' || word === 'SignatureDoesNotMatch')
    return `The store at ${endpoint} does not take the key (${word}): check OSLER_BLOBS_KEY_ID and OSLER_BLOBS_SECRET.`
  if (status === 301 || word === 'AuthorizationHeaderMalformed')
    return `The bucket "${bucket}" is in another region: mend region= in OSLER_BLOBS_URL.`
  if (status === 403)
    return (
      `The store at ${endpoint} refuses the key of OSLER_BLOBS_KEY_ID what it needs in "${bucket}" (${word}): let it get, ` +
      'put, delete and list objects, and list and abort multipart uploads.'
    )
  return `The store at ${endpoint} refused a request (${status} ${word}).`
}
