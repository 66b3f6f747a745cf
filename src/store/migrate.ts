import { ConstantBackoff, handleWhen, retry } from 'cockatiel'
import { type Kysely, sql } from 'kysely'
import { type Migration, type MigrationResultSet, Migrator } from 'kysely/migration'
import { OslerError } from '../domain/errors.ts'
import { makeLargeIndexes } from './large-indexes.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { Handle, Tables } from './tables.ts'

/** How long all others may wait behind a migration that waits for a table; then it lets them by, and tries again. */
const LOCK_MS = 2000
const [TRIES, GAP_MS] = [60, 1000]
const [LOCK_NOT_AVAILABLE, UNDEFINED_TABLE] = ['55P03', '42P01']
/** How the name of a migration ends that processes of the version before cannot live with. */
const BREAKS = /-breaks$/

/**
 * Brings the tables up to date, each migration in a transaction of its own. Processes that start together do it once; those
 * of the version before go on meanwhile (decision 72). What a newer version has done stays. Throws `database_newer`.
 */
export async function migrate(db: Kysely<Tables>, migrations: Record<string, Migration> = MIGRATIONS): Promise<void> {
  const newer = await refuseBroken(db, migrations)
  const done = await listDone(db)
  const pending = Object.keys(migrations).filter((name) => !done.includes(name))
  // Kysely asks for every migration that was done, also for those that this version does not have.
  const all = { ...Object.fromEntries(newer.map((name) => [name, { up: async () => {} }])), ...migrations }
  const getMigrations = async () =>
    Object.fromEntries(Object.entries(all).map(([name, migration]) => [name, inBounds(migration)]))
  const migrator = new Migrator({ db, provider: { getMigrations }, allowUnorderedMigrations: true })
  // Beside an empty database nobody waits.
  if (done.length === 0) throwIfFailed(await migrator.migrateToLatest())
  else for (const _ of pending) await patiently(async () => throwIfFailed(await migrator.migrateUp()))
  await makeLargeIndexes(db)
}

/**
 * Refuses tables that a newer version has changed so that this one would break them; answers the migrations of newer versions
 * with which it can live. Throws `database_newer`.
 */
export async function refuseBroken(
  db: Handle,
  migrations: Record<string, Migration> = MIGRATIONS,
): Promise<readonly string[]> {
  const newer = (await listDone(db)).filter((name) => !(name in migrations))
  const breaking = newer.find((name) => BREAKS.test(name))
  if (breaking === undefined) return newer
  throw new OslerError(
    'database_newer',
    `A newer Osler has changed the database (${breaking}), and this one would break it: update this one. Nothing was changed.`,
  )
}

/** None where no table is there yet. */
async function listDone(db: Handle): Promise<string[]> {
  const found = sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return (await found.catch(ifUndefined)).rows.map(({ name }) => name)
}

function ifUndefined(error: { code?: string }): { rows: never[] } {
  if (error.code === UNDEFINED_TABLE) return { rows: [] }
  throw error
}

/** It takes as long as it must, but nobody waits long for a table that it waits for. */
const inBounds = ({ up }: Migration): Migration => ({
  async up(db) {
    await sql`select set_config('lock_timeout', ${String(LOCK_MS)}, true), set_config('statement_timeout', '0', true)`.execute(
      db,
    )
    await up(db)
  },
})

function throwIfFailed({ error }: MigrationResultSet): void {
  if (error) throw error
}

const patiently = async (work: () => Promise<void>) =>
  retry(
    handleWhen((error) => (error as { code?: string }).code === LOCK_NOT_AVAILABLE),
    { maxAttempts: TRIES, backoff: new ConstantBackoff(GAP_MS) },
  ).execute(work)
