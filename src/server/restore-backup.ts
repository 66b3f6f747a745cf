import { OslerError } from '../domain/errors.ts'
import { type Backup, restore } from '../pipeline/upkeep/backup.ts'
import { findServer } from '../platform/server-file.ts'
import type { Config } from './settings.ts'

/** Puts a backup into the data folder and database of these settings. Throws `folder_busy`, and what `restore` throws. */
export async function restoreBackup({ data, databaseUrl }: Config, folder: string): Promise<Backup> {
  if (await findServer(data)) throw new OslerError('folder_busy', 'A server has the data folder open: stop it first.')
  return restore(folder, data, databaseUrl)
}
