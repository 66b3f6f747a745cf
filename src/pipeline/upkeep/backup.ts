import { cp, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OslerError } from '../../domain/errors.ts'
import type { Database } from '../../store/database.ts'
import { loadEmbedded, loadPostgres } from '../../store/dump.ts'

export interface Backup {
  madeAt: string
  backend: Database['backend']
}

/** What stands beside the database in the data folder and cannot be made anew. */
const FOLDERS = ['blobs', 'secrets', 'codes']
const DUMP = 'database.dump'
const ABOUT = 'backup.json'
/** Of the embedded database. */
const DATABASE = 'database'
/** Where a backup is put together in the data folder. */
const RESTORING = 'restoring'

/**
 * Copies everything into a new folder while work goes on: the database first, so that each recording that it names is
 * there when the recordings are copied after it. The folder has its name only when it is whole. Throws `backup_failed`.
 */
export async function backUp(database: Database, data: string, folder: string): Promise<Backup> {
  if (await isThere(folder))
    throw new OslerError('backup_failed', `${folder} is there already: name a folder that is not.`)
  const unfinished = `${folder}.part`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  try {
    await database.dump(join(unfinished, DUMP))
    for (const name of FOLDERS) await copyFolder(join(data, name), join(unfinished, name))
    const about: Backup = { madeAt: new Date().toISOString(), backend: database.backend }
    await writeFile(join(unfinished, ABOUT), JSON.stringify(about), { flush: true })
    await rename(unfinished, folder)
    return about
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

/**
 * Puts a backup into an empty data folder, and an empty database where it is PostgreSQL's. Everything is made beside its
 * place and renamed when it is whole; called again, it goes on. Throws `backup_failed`.
 */
export async function restore(folder: string, data: string, databaseUrl: string | undefined): Promise<Backup> {
  const about = await readAbout(folder)
  const unfinished = join(data, RESTORING)
  if (!(await isThere(join(unfinished, ABOUT)))) {
    checkBackend(about, databaseUrl)
    await refuseOthers(data)
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(unfinished, { recursive: true, mode: 0o700 })
    for (const name of FOLDERS) await copyFolder(join(folder, name), join(unfinished, name))
    const dump = join(folder, DUMP)
    await (databaseUrl ? loadPostgres(dump, databaseUrl) : loadEmbedded(dump, join(unfinished, DATABASE)))
    await writeFile(join(unfinished, ABOUT), JSON.stringify(about), { flush: true })
  }
  for (const name of [...FOLDERS, DATABASE])
    if (await isThere(join(unfinished, name))) await rename(join(unfinished, name), join(data, name))
  const restored = await readAbout(unfinished)
  await rm(unfinished, { recursive: true })
  return restored
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
  const inTheWay = (await readdir(data).catch(() => [])).filter((name) => [...FOLDERS, DATABASE].includes(name))
  if (inTheWay.length === 0) return
  const message = `${data} holds ${inTheWay.join(', ')} already: set OSLER_DATA to an empty folder.`
  throw new OslerError('backup_failed', message)
}

async function readAbout(folder: string): Promise<Backup> {
  const text = await readFile(join(folder, ABOUT), 'utf8').catch(() => undefined)
  if (text === undefined) throw new OslerError('backup_failed', `${folder} is no whole backup: it has no ${ABOUT}.`)
  return JSON.parse(text) as Backup
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Every file on the disk when this returns. A recording that is deleted meanwhile is not copied; its consultation is then gone as well. */
async function copyFolder(from: string, to: string): Promise<void> {
  if (!(await isThere(from))) return
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(from.length)
    // What was set aside to be deleted is not kept longer by a backup.
    if (entry.isFile() && !path.startsWith('/.trash/')) await copyFile(from + path, join(to, path))
  }
}

async function copyFile(from: string, to: string): Promise<void> {
  try {
    await cp(from, to, { preserveTimestamps: true })
    await using copied = await open(to, 'r+')
    await copied.sync()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
