import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { openSystem, type System } from '../../src/server/open-system.ts'
import { readConfig } from '../../src/server/settings.ts'
import { openFileBlobs } from '../../src/store/blobs-files.ts'
import { openDatabase } from '../../src/store/database.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { EMPTY_DATABASES, makeEmptyDatabase } from '../support/databases.ts'
import { TEST_KEY } from '../support/open-test-system.ts'
import { openTestLog } from '../support/test-log.ts'

const FIXTURES = join(import.meta.dirname, '../support/version-0.1.0')
/** Under which version 0.1.0 sealed what it wrote. */
const MASTER_KEY = Buffer.alloc(32, 7).toString('base64')
const LAST_MIGRATION = '022-heard-language'
const HEIDI = '/api/v2/ml-scribe/open-api'

/**
 * All rows that version 0.1.0 (commit 92e0585) wrote: words with a correction and a document that was signed, a series with
 * voices, a session of Heidi's with a note, templates, vocabularies, a key, a patient; and what it answered of them.
 */
interface Fixture {
  tables: Record<string, object[]>
  answers: Record<string, unknown>
  series: string
}

/** What others name first. */
const ORDER = 'tenants api_keys consultations series recordings jobs transcripts notes revisions records audit'.split(
  ' ',
)

async function load(url: string | undefined, folder: string, { tables }: Fixture): Promise<void> {
  await using database = await openDatabase({ url, folder: join(folder, 'database') })
  const { db } = database
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  await migrator.migrateTo(LAST_MIGRATION)
  const filled = Object.keys(tables).filter((name) => tables[name]?.length)
  assert.deepEqual(filled.sort(), [...ORDER].sort())
  for (const name of ORDER) {
    const table = sql.table(name)
    const rows = JSON.stringify(tables[name])
    await sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${rows}::json)`.execute(db)
  }
  // Rows that say their own numbers move no sequence.
  await sql`select setval(pg_get_serial_sequence('audit', 'number'), (select max(number) from audit))`.execute(db)
}

/** What lists tell of a consultation since then. */
const ONE = /^\/api\/consultations\/[^/?]+$/
const NEW = ['title', 'signed', 'unfinished', 'visit']

/** An answer without what 0.1.0 did not tell: the engine's own version, number 0, the key that signed, and what is new in lists. */
function withoutOwn(path: string, told: unknown): unknown {
  const answer: unknown = JSON.parse(JSON.stringify(told).replaceAll('"key":"OSLER_API_KEY",', ''))
  const { versions, consultations } = answer as { versions?: { version: number }[]; consultations?: object[] }
  if (versions) return { versions: versions.filter(({ version }) => version > 0) }
  const withoutNew = (one: object) => Object.fromEntries(Object.entries(one).filter(([name]) => !NEW.includes(name)))
  if (consultations) return { consultations: consultations.map(withoutNew) }
  return ONE.test(path) ? withoutNew(answer as object) : answer
}

/** Asks as its client would; Heidi's with a token. */
async function openClient(system: System) {
  const app = await system.openApp()
  const jwt = `${HEIDI}/jwt?email=a@example.org&third_party_internal_id=7`
  const signedIn = await app.inject({ method: 'GET', url: jwt, headers: { 'heidi-api-key': TEST_KEY } })
  const { token } = signedIn.json<{ token: string }>()
  return {
    async ask(url: string): Promise<unknown> {
      const key = url.startsWith(HEIDI) ? token : TEST_KEY
      return (await app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${key}` } })).json()
    },
    [Symbol.asyncDispose]: () => app.close(),
  }
}

for (const { name: backend } of EMPTY_DATABASES) {
  // What is sealed is opened on this side of every database: one of them shows it.
  for (const name of backend === EMPTY_DATABASES.at(-1)?.name ? ['plain', 'sealed'] : ['plain']) {
    test(`what version 0.1.0 stored, ${name}, is answered as it was, on ${backend}`, async () => {
      const fixture: Fixture = JSON.parse(await readFile(join(FIXTURES, `${name}.json`), 'utf8'))
      const folder = await mkdtemp(join(tmpdir(), 'osler-test-version-'))
      const url = await makeEmptyDatabase(backend, join(folder, 'database'))
      await load(url, folder, fixture)
      // By one file that a row names the folder is known to be this database's.
      const [recording] = fixture.tables.recordings as { blob_key: string }[]
      await openFileBlobs(join(folder, 'blobs')).put(recording?.blob_key ?? '', Readable.from(['x']))
      const settings = { OSLER_DATA: folder, OSLER_DATABASE_URL: url, OSLER_API_KEY: TEST_KEY, OSLER_LOG: 'silent' }
      const config = readConfig({ ...settings, ...(name === 'sealed' && { OSLER_MASTER_KEY: MASTER_KEY }) })
      {
        await using system = await openSystem(config, openTestLog())
        await using client = await openClient(system)
        // Twice: what a session says is carried over when it is first read.
        for (const _ of [1, 2]) {
          for (const [path, answer] of Object.entries(fixture.answers)) {
            assert.deepEqual(withoutOwn(path, await client.ask(path)), answer, path)
          }
        }
        const { db } = system.forDoors
        const { lines, brokenAt } = await system.forDoors.audit.verify()
        assert.ok(lines > (fixture.tables.audit?.length ?? 0))
        assert.equal(brokenAt, undefined)
        const { rows } = await sql<{ content: string }>`select content::text from session_items`.execute(db)
        assert.ok(rows.length > 0)
        for (const { content } of rows) assert.equal(/^\{"sealed"/.test(content), name === 'sealed', content)
      }
      await rm(folder, { recursive: true })
    })
  }
}
