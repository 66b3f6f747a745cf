import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OslerError } from '../../domain/errors.ts'
import { copyFolder } from '../../platform/copy-folder.ts'
import { auditKeyFile } from '../../platform/secrets.ts'
import { loadEmbedded, loadPostgres, openCopy } from '../../store/dump.ts'
import type { MasterKeys } from '../../store/sealed/master-keys.ts'
import { openSealedFile } from '../../store/sealed/seal-file.ts'
import { ABOUT, type Backup, DATABASE, DUMP, FOLDERS, isThere, readAbout, verifyBackup } from './backup.ts'

/** Where a backup is put together in the data folder. */
const RESTORING = 'restoring'
const SECRETS = 'secrets'

interface RestoreTools {
  data: string
  databaseUrl: string | undefined
  keys: MasterKeys | undefined
}

/**
 * Puts a backup into an empty data folder, and an empty database where it is PostgreSQL's. Everything is checked, made
 * beside its place and renamed when it is whole; called again, it goes on. Throws `backup_failed`, `key_lost`.
 */
export async function restore(folder: string, { data, databaseUrl, keys }: RestoreTools): Promise<Backup> {
  const about = await readAbout(folder)
  const unfinished = join(data, RESTORING)
  if (!(await isThere(join(unfinished, ABOUT)))) {
    checkBackend(about, databaseUrl)
    await refuseOthers(data)
    if (about.digests !== undefined) await verifyBackup(folder)
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(join(unfinished, SECRETS), { recursive: true, mode: 0o700 })
    for (const name of FOLDERS) await copyFolder(join(folder, name), join(unfinished, name))
    await openSealedFile(auditKeyFile(folder), auditKeyFile(unfinished), keys)
    await restoreDatabase(folder, unfinished, databaseUrl)
    await writeFile(join(unfinished, ABOUT), JSON.stringify(about), { flush: true })
  }
  for (const name of [...FOLDERS, SECRETS, DATABASE])
    if (await isThere(join(unfinished, name))) await rename(join(unfinished, name), join(data, name))
  const restored = await readAbout(unfinished)
  await rm(unfinished, { recursive: true })
  return restored
}

async function restoreDatabase(folder: string, unfinished: string, databaseUrl: string | undefined): Promise<void> {
  const [dump, target] = [join(folder, DUMP), join(unfinished, DATABASE)]
  if (databaseUrl) return loadPostgres(dump, databaseUrl)
  if (await isThere(dump)) return loadEmbedded(dump, target)
  await copyFolder(join(folder, DATABASE), target)
  await openCopy(target)
}

/** A folder with half a backup in it is not opened. Throws `backup_failed`. */
export async function refuseHalfRestored(data: string): Promise<void> {
  if (!(await isThere(join(data, RESTORING)))) return
  throw new OslerError(
    'backup_failed',
    `A backup was not put back to its end in ${data}: run \`osler restore FOLDER\` again, which goes on.`,
  )
}

function checkBackend({ backend }: Backup, databaseUrl: string | undefined): void {
  if (backend === (databaseUrl ? 'postgres' : 'pglite')) return
  const needs = backend === 'postgres' ? 'set OSLER_DATABASE_URL to an empty database' : 'unset OSLER_DATABASE_URL'
  throw new OslerError('backup_failed', `The backup is of ${backend}: ${needs}.`)
}

async function refuseOthers(data: string): Promise<void> {
  const ours = [...FOLDERS, SECRETS, DATABASE]
  const inTheWay = (await readdir(data).catch(() => [])).filter((name) => ours.includes(name))
  if (inTheWay.length === 0) return
  const message = `${data} holds ${inTheWay.join(', ')} already: set OSLER_DATA to an empty folder.`
  throw new OslerError('backup_failed', message)
}
