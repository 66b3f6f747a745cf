import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { makePostgresDatabase } from '../support/databases.ts'
import { callOsler, TEST_SETTINGS } from '../support/osler-process.ts'

const root = await mkdtemp(join(tmpdir(), 'osler-test-migrate-'))
after(() => rm(root, { recursive: true }))

test('a database is brought up to date by a command that ends, as often as it is called', async () => {
  const url = await makePostgresDatabase()
  const env = { ...TEST_SETTINGS, OSLER_DATA: root, OSLER_DATABASE_URL: url }
  for (const { printed, exitCode } of await callOsler(env, ['migrate'], ['migrate'])) {
    assert.match(printed, /up to date/)
    assert.equal(exitCode, 0)
  }
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query("select 1 from information_schema.tables where table_name = 'consultations'")
  await client.end()
  assert.equal(rows.length, 1)
})
