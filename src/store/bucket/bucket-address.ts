import { OslerError } from '../../domain/errors.ts'

/** Where a bucket is, and what in it is ours. */
export interface BucketAddress {
  bucket: string
  /** Empty, or with a slash at its end. */
  prefix: string
  /** The store, as `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string
  region: string
}

const KNOWN = ['endpoint', 'region']

export const isBucketUrl = (text: string) => text.startsWith('s3://')

/** Reads `s3://bucket/prefix?endpoint=https://…&region=…`; without an endpoint it is AWS. Throws `request_invalid`. */
export function readBucketAddress(text: string): BucketAddress {
  const url = URL.parse(text)
  if (url === null || !isBucketUrl(text)) throw wrong(`"${text}" is no address of a bucket`)
  const bucket = url.hostname
  if (!/^[a-z0-9][a-z0-9.-]{2,62}$/.test(bucket)) throw wrong(`"${bucket}" is no name of a bucket`)
  const prefix = url.pathname.replaceAll(/^\/+|\/+$/g, '')
  if (!/^([\w-][\w.-]*(\/[\w-][\w.-]*)*)?$/.test(prefix)) throw wrong(`"${prefix}" is no prefix that Osler takes`)
  const unknown = [...url.searchParams.keys()].find((name) => !KNOWN.includes(name))
  if (unknown !== undefined || url.username || url.port) throw wrong(`"${unknown ?? url.host}" does not belong there`)
  const region = url.searchParams.get('region') ?? 'us-east-1'
  const endpoint = url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`
  const at = URL.parse(endpoint)
  if (at === null || !/^https?:$/.test(at.protocol) || at.pathname !== '/' || at.search || at.username)
    throw wrong(`the endpoint "${endpoint}" is no address as https://store.example`)
  return { bucket, prefix: prefix && `${prefix}/`, endpoint: at.origin, region }
}

const wrong = (what: string) =>
  new OslerError(
    'request_invalid',
    `OSLER_BLOBS_URL: ${what}; it must be as s3://bucket/prefix?endpoint=https://store.example&region=us-east-1.`,
  )
