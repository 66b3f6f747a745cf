import type { Backup } from '../pipeline/upkeep/backup.ts'
import { restore } from '../pipeline/upkeep/restore.ts'
import { claimFolder } from '../platform/server-file.ts'
import { readKeys } from './open-store.ts'
import type { Config } from './settings.ts'

/** Puts a backup into the data folder and database of these settings. Throws `folder_busy`, and what `restore` throws. */
export async function restoreBackup({ data, masterKey, ...config }: Config, folder: string): Promise<Backup> {
  await using _claimed = await claimFolder(data, 'alone')
  const databaseUrl = config.databaseDirectUrl ?? config.databaseUrl
  return await restore(folder, { data, databaseUrl, keys: await readKeys(masterKey) })
}
