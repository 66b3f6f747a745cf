import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestSystem } from './open-test-system.ts'

/** Every row of every table, as the database has it. */
export async function readTables({ system }: TestSystem): Promise<string> {
  const { db } = system.forDoors
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
  `.execute(db)
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.raw(name)} t`.execute(db)
    texts.push(...rows.map(({ text }) => text))
  }
  return texts.join('\n')
}

/** Every file of the data folder but the database's own, with its name. */
export async function readFiles({ folder }: TestSystem): Promise<{ path: string; content: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const own = paths.filter((path) => !path.startsWith(join(folder, 'database')))
  // A server renames what it has written to the end.
  const there = (path: string) => readFile(path).catch(() => undefined)
  const read = await Promise.all(own.map(async (path) => ({ path, content: await there(path) })))
  return read.flatMap(({ path, content }) => (content ? [{ path, content }] : []))
}
