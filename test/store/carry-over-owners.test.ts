import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { newId } from '../../src/domain/ids.ts'
import { carryOverOwners } from '../../src/store/carry-over-owners.ts'
import { findConsultation, listSessions } from '../../src/store/consultations.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { listRecords } from '../../src/store/records.ts'
import { readMasterKeys } from '../../src/store/sealed/master-keys.ts'
import { confidential } from '../../src/store/sealed/seal-texts.ts'
import type { Tables } from '../../src/store/tables.ts'
import { EMPTY_DATABASES, makeEmptyDatabase } from '../support/databases.ts'

const BEFORE = '032-upkeep'
const ACCOUNTS = 'heidi.linked_accounts'
const [profile, other] = [newId(), newId()]
const [key, lostKey] = [1, 2].map(() => randomBytes(32).toString('base64')) as [string, string]
const SESSIONS = [
  { door: 'heidi', user_id: 'u1', updated_at: '2026-11-30T10:00:00.000Z', patient_profile_id: profile },
  { door: 'heidi', user_id: 'u2', updated_at: '2026-11-30T10:00:00.000Z', patient_profile_id: 'Ann Bee' },
  { door: 'heidi', user_id: '', updated_at: '2026-11-30T10:00:00.000Z', patient_profile_id: other },
]

/** As the version before wrote them; a column of today does not exist yet. */
async function insertOld(db: Kysely<Tables>, details: object): Promise<string> {
  const id = newId()
  await sql`insert into consultations (id, tenant_id, details) values (${id}, 'a', ${confidential(details)}::jsonb)`.execute(
    db,
  )
  return id
}

async function insertOldAccount(db: Kysely<Tables>, owner: string): Promise<void> {
  const data = confidential({ user_id: 'kp', owner })
  await sql`insert into records (id, tenant_id, collection, data) values (${newId()}, 'a', ${ACCOUNTS}, ${data}::jsonb)`.execute(
    db,
  )
}

const migrateTo = (db: Kysely<Tables>, name: string) =>
  new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } }).migrateTo(name)

for (const { name: backend } of EMPTY_DATABASES) {
  for (const [name, keys] of [
    ['plain', undefined],
    ['sealed', `${key}\n${lostKey}`],
  ] as const) {
    test(`sessions and accounts of before are found by whose they are, ${name}, on ${backend}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'osler-test-owners-'))
      const url = await makeEmptyDatabase(backend, join(folder, 'database'))
      const open = (text: string | undefined) =>
        openDatabase({ url, folder: join(folder, 'database'), keys: text ? readMasterKeys(text) : undefined })
      const find = async (db: Kysely<Tables>, ids: { userId?: string; patientId?: string }) => {
        const { sessions, total } = await listSessions(db, 'a', { door: 'heidi', limit: 2, ...ids })
        return { ids: sessions.map(({ id }) => id), total }
      }
      let [ids, lost] = [[] as string[], '']
      if (keys) {
        // What another key has sealed, which was taken away since.
        await using database = await open(lostKey)
        await migrateTo(database.db, BEFORE)
        await sql`insert into tenants (id, callback_secret) values ('a', 's')`.execute(database.db)
        lost = await insertOld(database.db, { door: 'heidi', user_id: 'u1' })
      }
      {
        await using database = await open(keys && key)
        const { db } = database
        await migrateTo(db, BEFORE)
        await sql`insert into tenants (id, callback_secret) values ('a', 's') on conflict do nothing`.execute(db)
        await insertOld(db, {})
        ids = await Promise.all(SESSIONS.map((details) => insertOld(db, details)))
        await insertOldAccount(db, 'u2')
        await migrate(db)
        await carryOverOwners(db)
        assert.deepEqual(await find(db, { userId: 'u1' }), { ids: [ids[0]], total: 1 })
        assert.deepEqual(await find(db, { patientId: profile }), { ids: [ids[0]], total: 1 })
        assert.deepEqual(await find(db, { patientId: 'Ann Bee' }), { ids: [], total: 0 }, 'no id of ours')
        assert.deepEqual(await find(db, { userId: '' }), { ids: [ids[2]], total: 1 })
        const all = await find(db, {})
        assert.deepEqual(all, { ids: ids.toSorted().toReversed().slice(0, 2), total: 3 })
        assert.deepEqual((await findConsultation(db, 'a', ids[1] ?? ''))?.details, SESSIONS[1])
        const accounts = await listRecords(db, 'a', ACCOUNTS, { userId: 'u2' })
        assert.deepEqual(
          accounts.map(({ data }) => data.owner),
          ['u2'],
        )
        assert.deepEqual(await listRecords(db, 'a', ACCOUNTS, { userId: 'u1' }), [])
      }
      if (keys) {
        await using database = await open(keys)
        await carryOverOwners(database.db)
        const found = await find(database.db, { userId: 'u1' })
        assert.deepEqual(found, { ids: [ids[0], lost].toSorted().toReversed(), total: 2 }, 'the key came back')
      }
      await rm(folder, { recursive: true })
    })
  }
}
