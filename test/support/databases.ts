import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openQueue } from '../../src/store/queue.ts'
import { copyEmbeddedTemplate, copyEmptyTemplate } from './embedded-template.ts'

export interface TestDatabase extends AsyncDisposable {
  database: Database
  /** Opens the same database once more, as another process would. */
  url: string | undefined
  folder: string
}

interface Backend {
  name: string
  open(): Promise<TestDatabase>
}

/** Every database that Osler runs on; OSLER_TEST_DATABASE names the only one to test. */
export const DATABASES: Backend[] = [
  { name: 'the embedded database', open: () => open(undefined) },
  { name: 'PostgreSQL', open: async () => open(await copyPostgresDatabase()) },
].filter(({ name }) => (process.env.OSLER_TEST_DATABASE ?? name) === name)

/** The same without any table yet. */
export const EMPTY_DATABASES: Backend[] = [
  { name: 'the embedded database', open: () => openEmpty(undefined, copyEmptyTemplate) },
  { name: 'PostgreSQL', open: async () => openEmpty(await makePostgresDatabase()) },
].filter(({ name }) => (process.env.OSLER_TEST_DATABASE ?? name) === name)

async function open(url: string | undefined): Promise<TestDatabase> {
  const opened = await openEmpty(url, copyEmbeddedTemplate)
  await migrate(opened.database.db)
  return opened
}

async function openEmpty(url: string | undefined, prepare?: (folder: string) => Promise<void>): Promise<TestDatabase> {
  const root = await mkdtemp(join(tmpdir(), 'osler-test-database-'))
  const folder = join(root, 'database')
  if (!url) await prepare?.(folder)
  const database = await openDatabase({ url, folder })
  return {
    ...{ database, url, folder },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await rm(root, { recursive: true, force: true })
    },
  }
}

const TEMPLATE = 'osler_template'

/** A fresh database in the cluster of this test run, without a table. */
export const makePostgresDatabase = (): Promise<string> => create(`test_${randomUUID().replaceAll('-', '')}`)

/** The same of a backend that is named, for who opens it again: its URL, or nothing and the embedded one in the folder. */
export async function makeEmptyDatabase(backend: string, folder: string): Promise<string | undefined> {
  if (backend === 'PostgreSQL') return makePostgresDatabase()
  await copyEmptyTemplate(folder)
  return undefined
}

/** The same with its tables and queues: it is copied in a tenth of the time that they take to make. */
export const copyPostgresDatabase = (): Promise<string> =>
  create(`test_${randomUUID().replaceAll('-', '')}`, `template ${TEMPLATE}`)

/** Makes the database that is copied, once for a test run. */
export async function makePostgresTemplate(): Promise<void> {
  const url = await create(TEMPLATE)
  await using database = await openDatabase({ url, folder: '' })
  await migrate(database.db)
  await using _ = await openQueue(database, () => {})
}

async function create(name: string, from = ''): Promise<string> {
  const cluster = process.env.OSLER_TEST_POSTGRES
  if (!cluster)
    throw new Error('No PostgreSQL to test with: run the tests with `npm test`, or `node test/run.ts FILE`.')
  const client = new Client({ connectionString: cluster })
  await client.connect()
  await client.query(`create database ${name} ${from}`)
  await client.end()
  return cluster.replace(/\/postgres$/, `/${name}`)
}
