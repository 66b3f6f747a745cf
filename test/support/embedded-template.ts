import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'

const ROOT = join(import.meta.dirname, '../..')
const CACHE = join(ROOT, 'node_modules/.cache')
const MIGRATIONS = join(ROOT, 'src/store/migrations')

/**
 * Puts a migrated embedded database into a folder that is not there yet. It is made once and copied from then on:
 * making one takes 3–10 s, copying and opening it 0.6 s.
 */
export async function copyEmbeddedTemplate(folder: string): Promise<void> {
  const template = join(CACHE, `osler-test-database-${await hashOfMigrations()}`)
  const isThere = await stat(template).catch(() => undefined)
  if (!isThere) await makeTemplate(template)
  await cp(template, folder, { recursive: true })
}

/** Processes may make it at once: the first to finish wins, since a folder is renamed whole or not at all. */
async function makeTemplate(template: string): Promise<void> {
  await mkdir(CACHE, { recursive: true })
  const unfinished = await mkdtemp(`${template}-`)
  const database = await openDatabase({ folder: unfinished })
  await migrate(database.db)
  await database[Symbol.asyncDispose]()
  await rename(unfinished, template).catch(() => rm(unfinished, { recursive: true }))
}

async function hashOfMigrations(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(ROOT, 'package-lock.json')))
  for (const name of (await readdir(MIGRATIONS)).sort()) hash.update(await readFile(join(MIGRATIONS, name)))
  return hash.digest('hex').slice(0, 16)
}
