import { join, resolve } from 'node:path'
import { type Moved, moveRecordings } from '../pipeline/upkeep/move-recordings.ts'
import { claimFolder } from '../platform/server-file.ts'
import { openFileBlobs } from '../store/blobs-files.ts'
import { isBucketUrl } from '../store/bucket/bucket-address.ts'
import { openBlobs } from './open-blobs.ts'
import type { Config } from './settings.ts'

/** Moves the recordings from where the settings keep them to a bucket or folder. Throws `folder_busy`, and what `moveRecordings` throws. */
export async function moveBlobs(config: Config, target: string): Promise<Moved> {
  await using _claimed = await claimFolder(config.data, 'alone')
  const from = await openBlobs(config)
  if (isBucketUrl(target)) return await moveRecordings(from, await openBlobs({ ...config, blobsUrl: target }), target)
  return await moveRecordings(from, openFileBlobs(resolve(target)), resolve(target))
}

/** The folder in which recordings are kept where no bucket is named. */
export const blobsFolder = ({ data }: Pick<Config, 'data'>) => join(data, 'blobs')
