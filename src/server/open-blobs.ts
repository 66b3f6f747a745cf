import { join } from 'node:path'
import { OslerError } from '../domain/errors.ts'
import { fetchSecret } from '../platform/fetch-secret.ts'
import type { Blobs } from '../store/blobs.ts'
import { openBucketBlobs } from '../store/blobs-bucket.ts'
import { openFileBlobs } from '../store/blobs-files.ts'
import { readBucketAddress } from '../store/bucket/bucket-address.ts'
import type { Config } from './settings.ts'

export type BlobSettings = Pick<Config, 'data' | 'blobsUrl' | 'blobsKeyId' | 'blobsSecret'>

/** Where the settings keep recordings: a bucket where one is named, else the folder. Nothing is asked yet. Throws `request_invalid`. */
export async function openBlobs(
  { data, blobsUrl, blobsKeyId, blobsSecret }: BlobSettings,
  took?: (seconds: number) => void,
): Promise<Blobs> {
  if (!blobsUrl) return openFileBlobs(join(data, 'blobs'))
  const address = readBucketAddress(blobsUrl)
  if (!blobsKeyId || !blobsSecret) {
    const missing = blobsKeyId ? 'OSLER_BLOBS_SECRET' : 'OSLER_BLOBS_KEY_ID'
    throw new OslerError('request_invalid', `OSLER_BLOBS_URL names a bucket, and ${missing} is not set: set it.`)
  }
  const secret = (await fetchSecret(blobsSecret, 'OSLER_BLOBS_SECRET')).trim()
  return openBucketBlobs(address, { id: blobsKeyId, secret }, join(data, 'scratch'), { took })
}
