import { mkdir } from 'node:fs/promises'
import { type Dialect, Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { Client, DatabaseError, Pool, type PoolClient } from 'pg'
import type { ConstructorOptions, Db } from 'pg-boss'
import { fromPglite } from 'pg-boss'
import { OslerError } from '../domain/errors.ts'
import { copyEmbedded } from './copy-embedded.ts'
import { dumpPostgres } from './dump.ts'
import { openEmbedded } from './embedded.ts'
import { Listener } from './listen.ts'
import type { MasterKeys } from './sealed/master-keys.ts'
import { sealTexts } from './sealed/seal-texts.ts'
import type { Tables } from './tables.ts'

const CONNECT_MS = 10_000
const [CONNECTIONS, LISTENING] = [20, 1]
/** What a process opens of PostgreSQL at most: for its work and the queue, and one that listens. */
export const MOST_CONNECTIONS = CONNECTIONS + LISTENING
/** Nobody waits for ever for a connection. */
const CONNECTING = { connectionTimeoutMillis: CONNECT_MS, keepAlive: true }
/** Nor for what a process that stands still holds. PgBouncer does not pass it on: docs/scale.md sets it in PostgreSQL. */
const PATIENCE = {
  statement_timeout: 120_000,
  lock_timeout: 30_000,
  idle_in_transaction_session_timeout: 30_000,
}

export interface Database extends AsyncDisposable {
  db: Kysely<Tables>
  backend: 'pglite' | 'postgres'
  /** Calls back with each payload that any process sends to the channel; answers a way to end it. */
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>
  /**
   * Copies all of it while it works: into a folder of the embedded database's files, or a file that `dump.ts` loads. Throws
   * `engine_missing`, `backup_failed`.
   */
  copy(target: string): Promise<void>
  /** How the queue reaches the same database. */
  forQueue: ConstructorOptions
}

export interface DatabaseOptions {
  /** `postgres://…`; without it the embedded database opens. */
  url?: string | undefined
  /** PostgreSQL itself, where `url` is a PgBouncer that lends connections a transaction at a time. */
  directUrl?: string | undefined
  /** Where the embedded database keeps its files. */
  folder: string
  /** Told how long each statement of the rows took. */
  took?: ((seconds: number) => void) | undefined
  /** Seal texts, and open them; without them texts are stored as they are. */
  keys?: MasterKeys | undefined
}

/** Opens PostgreSQL when a url is given, otherwise the database that is built in. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url ? openPostgres(options.url, options) : openInFolder(options)
}

const openRows = (dialect: Dialect, keys: MasterKeys | undefined, took: DatabaseOptions['took']) =>
  new Kysely<Tables>({
    ...{ dialect, plugins: [sealTexts(keys)] },
    ...(took && { log: ({ queryDurationMillis }) => took(queryDurationMillis / 1000) }),
  })

/** Only one process at a time may open a folder. */
async function openInFolder({ folder, keys, took }: DatabaseOptions): Promise<Database> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const embedded = await openEmbedded(folder)
  return {
    db: openRows(new PGliteDialect({ pglite: embedded }), keys, took),
    backend: 'pglite',
    // A name with a colon needs the quotes.
    listen: (channel, onPayload) => embedded.listen(`"${channel}"`, onPayload),
    copy: (target) => copyEmbedded(embedded.exec, folder, target),
    forQueue: { backend: 'pglite', db: fromPglite(embedded) },
    [Symbol.asyncDispose]: () => embedded.close(),
  }
}

async function openPostgres(url: string, { directUrl, keys, took }: DatabaseOptions): Promise<Database> {
  const limits = { ...CONNECTING, ...(directUrl === undefined && PATIENCE) }
  const pool = sayWhenDown(new Pool({ connectionString: url, max: CONNECTIONS, ...limits }))
  // A connection that breaks is replaced. Without these listeners it would end the process: the pool's tell of idle
  // connections, the client's of those in a transaction, whose next statement fails anyway.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = openRows(new PostgresDialect({ pool }), keys, took)
  const itself = directUrl ?? url
  const listener = new Listener(() => new Client({ connectionString: itself, ...CONNECTING }))
  return {
    db,
    backend: 'postgres',
    listen: (channel, onPayload) => listener.listen(channel, onPayload),
    copy: (target) => dumpPostgres(itself, target),
    forQueue: { db: forQueue(pool, listener) },
    async [Symbol.asyncDispose]() {
      await listener[Symbol.asyncDispose]()
      await db.destroy()
    },
  }
}

/** The queue shares the connections that there are. */
function forQueue(pool: Pool, listener: Listener): Db {
  return {
    async executeSql(text, values) {
      const client = await pool.connect()
      try {
        const result = await client.query(text, values)
        client.release()
        return result
      } catch (error) {
        // It may be in a transaction that failed.
        client.release(true)
        throw error
      }
    },
    async listen(channel, onPayload, onBack) {
      const stop = await listener.listen(channel, onPayload, onBack)
      return { close: stop }
    },
  }
}

/** Whatever the driver calls it that there is no connection, or that it breaks in the middle. */
function sayWhenDown(pool: Pool): Pool {
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>
  pool.connect = (async () => watch(await connect().catch(sayDown))) as Pool['connect']
  return pool
}

const watched = new WeakSet<PoolClient>()

function watch(client: PoolClient): PoolClient {
  if (watched.has(client)) return client
  watched.add(client)
  const query = client.query.bind(client) as (...words: unknown[]) => Promise<unknown>
  client.query = ((...words: unknown[]) => query(...words).catch(sayDown)) as PoolClient['query']
  return client
}

/** What PostgreSQL itself says stays as it is. */
function sayDown(error: Error): never {
  throw error instanceof DatabaseError ? error : new OslerError('database_down', undefined, {}, { cause: error })
}
