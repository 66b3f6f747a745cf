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
  const tables = (await readdir(MIGRATIONS)).map((name) => join(MIGRATIONS, name))
  await copyMade(`tables-${await hashOf([join(STORE, 'queue.ts'), ...tables])}`, folder, async (unfinished) => {
    await copyEmptyTemplate(unfinished)
    await using database = await openDatabase({ folder: unfinished })
    await migrate(database.db)
    await using _ = await openQueue(database, () => {})
  })
}

/** The same without any table. */
export async function copyEmptyTemplate(folder: string): Promise<void> {
  await copyMade(`empty-${await hashOf([])}`, folder, async (unfinished) => {
    await using _ = await openDatabase({ folder: unfinished })
  })
}

/** Processes may make it at once: the first to finish wins, since a folder is renamed whole or not at all. */
async function copyMade(name: string, folder: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  const template = join(CACHE, `osler-test-database-${name}`)
  const isThere = await stat(template).catch(() => undefined)
  if (!isThere) {
    await mkdir(CACHE, { recursive: true })
    const root = await mkdtemp(`${template}-`)
    await make(join(root, 'made'))
    await rename(join(root, 'made'), template).catch(() => {})
    await rm(root, { recursive: true })
  }
  // A thousand files: one by one, as `cp` does it, they take a second.
  cpSync(template, folder, { recursive: true })
}

/** Of what the packages are, and these files. */
async function hashOf(files: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of [join(ROOT, 'package-lock.json'), ...files.sort()]) hash.update(await readFile(path))
  return hash.digest('hex').slice(0, 16)
}
