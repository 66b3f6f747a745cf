import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OslerError } from '../../domain/errors.ts'
import { copyFolder } from '../../platform/copy-folder.ts'
import { checkDigests, writeDigests } from '../../platform/digest-list.ts'
import { auditKeyFile } from '../../platform/secrets.ts'
import type { Database } from '../../store/database.ts'
import type { MasterKeys } from '../../store/sealed/master-keys.ts'
import { sealFile } from '../../store/sealed/seal-file.ts'

/** What a backup says of itself. */
export interface Backup {
  madeAt: string
  backend: Database['backend']
  /** Of the list that has the digest of every file; one that an older version made has none. */
  digests?: string
}

/** What stands beside the database in the data folder and cannot be made anew. */
export const FOLDERS = ['blobs', 'codes']
/** Of the embedded database. */
export const DATABASE = 'database'
/** Of PostgreSQL; of the embedded database in backups that older versions made. */
export const DUMP = 'database.dump'
export const ABOUT = 'backup.json'

interface BackupTools {
  database: Database
  data: string
  keys: MasterKeys | undefined
}

/**
 * Copies everything into a new folder while work goes on: the database first, so that each recording that it names is
 * there when the recordings are copied after it; recordings that `earlier` has are linked. The folder has its name only
 * when it is whole. Of the secrets only the key of the audit trail goes along, sealed where there is a master key: who
 * restores gets others, and nobody who finds a backup gets in with it. Throws `backup_failed`.
 */
export async function backUp(
  { database, data, keys }: BackupTools,
  folder: string,
  earlier: string | undefined,
): Promise<Backup> {
  if (await isThere(folder))
    throw new OslerError('backup_failed', `${folder} is there already: name a folder that is not.`)
  if (earlier) await readAbout(earlier)
  const unfinished = `${folder}.part`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  try {
    await database.copy(join(unfinished, database.backend === 'pglite' ? DATABASE : DUMP))
    for (const name of FOLDERS) {
      // What was set aside to be deleted is not kept longer by a backup.
      const skips = (path: string) => path.startsWith('.trash/')
      await copyFolder(join(data, name), join(unfinished, name), { skips, earlier: earlier && join(earlier, name) })
    }
    const audit = auditKeyFile(unfinished)
    await mkdir(dirname(audit), { mode: 0o700 })
    await sealFile(auditKeyFile(data), audit, keys)
    const digests = await writeDigests(unfinished)
    const about: Backup = { madeAt: new Date().toISOString(), backend: database.backend, digests }
    await writeFile(join(unfinished, ABOUT), JSON.stringify(about), { flush: true })
    await rename(unfinished, folder)
    return about
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

/** Reads every file of a backup again; answers how many are as they were written. Throws `backup_failed`. */
export async function verifyBackup(folder: string): Promise<Backup & { files: number }> {
  const about = await readAbout(folder)
  if (about.digests === undefined)
    throw new OslerError('backup_failed', `${folder} was made by an older version, which wrote no digests.`)
  const { good, bad } = await checkDigests(folder, about.digests)
  if (bad.length === 0) return { ...about, files: good }
  const message = `${bad.length} of ${good + bad.length} files in ${folder} are not as they were written, or not there: ${bad.slice(0, 5).join(', ')}.`
  throw new OslerError('backup_failed', message)
}

/** What a backup says of itself. Throws `backup_failed` for what is none, or not whole. */
export async function readAbout(folder: string): Promise<Backup> {
  const text = await readFile(join(folder, ABOUT), 'utf8').catch(() => undefined)
  if (text === undefined) throw new OslerError('backup_failed', `${folder} is no whole backup: it has no ${ABOUT}.`)
  return JSON.parse(text) as Backup
}

export const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
