import { createHash } from 'node:crypto'
import { cpSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openQueue } from '../../src/store/queue.ts'

const ROOT = join(import.meta.dirname, '../..')
const CACHE = join(ROOT, 'node_modules/.cache')
const STORE = join(ROOT, 'src/store')
const MIGRATIONS = join(STORE, 'migrations')

/**
 * Puts an embedded database with its tables and queues into a folder that is not there yet. It is made once and copied
 * from then on: making one takes 3–10 s, copying and opening it 0.6 s.
 */
export async function copyEmbeddedTemplate(folder: string): Promise<void> {
  const template = join(CACHE, `osler-test-database-${await hashOfTables()}`)
  const isThere = await stat(template).catch(() => undefined)
  if (!isThere) await makeTemplate(template)
  // A thousand files: one by one, as `cp` does it, they take a second.
  cpSync(template, folder, { recursive: true })
}

/** Processes may make it at once: the first to finish wins, since a folder is renamed whole or not at all. */
async function makeTemplate(template: string): Promise<void> {
  await mkdir(CACHE, { recursive: true })
  const unfinished = await mkdtemp(`${template}-`)
  const database = await openDatabase({ folder: unfinished })
  await migrate(database.db)
  const queue = await openQueue(database, () => {})
  await queue[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
  await rename(unfinished, template).catch(() => rm(unfinished, { recursive: true }))
}

async function hashOfTables(): Promise<string> {
  const migrations = (await readdir(MIGRATIONS)).sort().map((name) => join(MIGRATIONS, name))
  const hash = createHash('sha256')
  const others = [join(ROOT, 'package-lock.json'), join(STORE, 'queue.ts'), join(STORE, 'large-indexes.ts')]
  for (const path of [...others, ...migrations]) hash.update(await readFile(path))
  return hash.digest('hex').slice(0, 16)
}
