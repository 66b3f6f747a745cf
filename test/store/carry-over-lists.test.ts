import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { newId } from '../../src/domain/ids.ts'
import type { Vocabulary } from '../../src/domain/vocabulary.ts'
import { openDatabase } from '../../src/store/database.ts'
import { findKeptAnswer } from '../../src/store/kept-answers.ts'
import { findInList, readList } from '../../src/store/lists.ts'
import { migrate } from '../../src/store/migrate.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { readMasterKeys } from '../../src/store/sealed/master-keys.ts'
import { confidential } from '../../src/store/sealed/seal-texts.ts'
import type { Tables } from '../../src/store/tables.ts'
import { findUpload } from '../../src/store/uploads.ts'
import { EMPTY_DATABASES, makeEmptyDatabase } from '../support/databases.ts'

const BEFORE = '043-sealed-with'
const [key, lostKey] = [1, 2].map(() => randomBytes(32).toString('base64')) as [string, string]

/** As the version before wrote it. */
async function insertOld(db: Kysely<Tables>, collection: string, data: object, key: string | null = null) {
  const id = newId()
  await sql`
    insert into records (id, tenant_id, collection, key, data)
    values (${id}, 'a', ${collection}, ${key}, ${confidential(data)}::jsonb)`.execute(db)
  return id
}

const migrateTo = (db: Kysely<Tables>, name: string) =>
  new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } }).migrateTo(name)

for (const { name: backend } of EMPTY_DATABASES) {
  for (const [name, keys] of [
    ['plain', undefined],
    ['sealed', key],
  ] as const) {
    test(`templates, words, uploads and answers of before are found where they stand now, ${name}, on ${backend}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'osler-test-lists-'))
      const url = await makeEmptyDatabase(backend, join(folder, 'database'))
      const open = (text: string | undefined) =>
        openDatabase({ url, folder: join(folder, 'database'), keys: text ? readMasterKeys(text) : undefined })
      {
        await using database = await open(keys && lostKey)
        await migrateTo(database.db, BEFORE)
        await sql`insert into tenants (id, callback_secret) values ('a', 's')`.execute(database.db)
        if (keys) await insertOld(database.db, 'answers', { fingerprint: 'lost', answer: {} }, 'lost')
      }
      await using database = await open(keys)
      const { db } = database
      await insertOld(db, 'templates', { name: 'Visit', sections: [] }, 'my-visit')
      const words = await insertOld(db, 'vocabularies', { name: 'Drugs', terms: [{ text: 'Xarelto' }] })
      const upload = await insertOld(db, 'upload', { lengthBytes: 30 })
      for (const offsetBytes of [10, 0]) {
        const part = { offsetBytes, bytes: 10, blobKey: `uploads/${offsetBytes}` }
        await insertOld(db, `upload.${upload}`, part, String(offsetBytes))
      }
      await insertOld(db, 'answers', { fingerprint: 'f', answer: { id: 'x' } }, 'once')
      await insertOld(db, 'heidi.profiles', { name: 'stays' })
      await migrate(db)

      assert.deepEqual(await findInList(db, 'templates', 'a', 'my-visit'), {
        ...{ id: 'my-visit', name: 'Visit', sections: [] },
      })
      const vocabularies = await readList<Vocabulary>(db, 'vocabularies', 'a')
      assert.deepEqual(vocabularies, [{ id: words, name: 'Drugs', terms: [{ text: 'Xarelto' }] }])
      const parts = [0, 10].map((offsetBytes) => ({ offsetBytes, bytes: 10, blobKey: `uploads/${offsetBytes}` }))
      assert.deepEqual(await findUpload(db, 'a', upload), { id: upload, tenantId: 'a', lengthBytes: 30, parts })
      const answer = await findKeptAnswer(db, 'a', 'once')
      assert.deepEqual([answer?.fingerprint, answer?.answer], ['f', { id: 'x' }])
      assert.equal(await findKeptAnswer(db, 'a', 'lost'), undefined, 'its key is not here')
      const left = await db.selectFrom('records').select('collection').execute()
      assert.deepEqual(left, [{ collection: 'heidi.profiles' }])
      await rm(folder, { recursive: true })
    })
  }
}
