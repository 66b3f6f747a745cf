import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
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
  await database.dump(join(unfinished, DUMP))
  for (const name of FOLDERS) await copyFolder(join(data, name), join(unfinished, name))
  const about: Backup = { madeAt: new Date().toISOString(), backend: database.backend }
  await writeFile(join(unfinished, ABOUT), JSON.stringify(about), { flush: true })
  await rename(unfinished, folder)
  return about
}

/** Puts a backup into an empty data folder, and an empty database where it is PostgreSQL's. Throws `backup_failed`. */
export async function restore(folder: string, data: string, databaseUrl: string | undefined): Promise<Backup> {
  const about = await readAbout(folder)
  const wanted = databaseUrl ? 'postgres' : 'pglite'
  if (about.backend !== wanted) {
    const needs =
      about.backend === 'postgres' ? 'set OSLER_DATABASE_URL to an empty database' : 'unset OSLER_DATABASE_URL'
    throw new OslerError('backup_failed', `The backup is of ${about.backend}: ${needs}.`)
  }
  const inTheWay = (await readdir(data).catch(() => [])).filter((name) => [...FOLDERS, 'database'].includes(name))
  if (inTheWay.length > 0) {
    throw new OslerError(
      'backup_failed',
      `${data} holds ${inTheWay.join(', ')} already: set OSLER_DATA to an empty folder.`,
    )
  }
  await mkdir(data, { recursive: true, mode: 0o700 })
  for (const name of FOLDERS) await copyFolder(join(folder, name), join(data, name))
  const dump = join(folder, DUMP)
  await (databaseUrl ? loadPostgres(dump, databaseUrl) : loadEmbedded(dump, join(data, 'database')))
  return about
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

/** A recording that is deleted meanwhile is not copied; its consultation is then gone as well. */
async function copyFolder(from: string, to: string): Promise<void> {
  if (!(await isThere(from))) return
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const target = join(to, path.slice(from.length))
    await cp(path, target, { preserveTimestamps: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}
