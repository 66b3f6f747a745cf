import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { newId } from '../../src/domain/ids.ts'
import { findConsultation } from '../../src/store/consultations.ts'
import { migrate } from '../../src/store/migrate.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { listRecordings } from '../../src/store/recordings.ts'
import { findResult } from '../../src/store/results.ts'
import { EMPTY_DATABASES } from '../support/databases.ts'

for (const backend of EMPTY_DATABASES) {
  test(`what was stored before sessions came is all there behind the migration, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
    await migrator.migrateTo('001-init')
    const [consultation, recording, job] = [newId(), newId(), newId()]
    const limits = '{"minMs":0,"maxMs":1000}'
    await sql`insert into tenants (id, callback_secret) values ('a', 's')`.execute(db)
    await sql`insert into consultations (id, tenant_id) values (${consultation}, 'a')`.execute(db)
    await sql`insert into recordings (id, tenant_id, consultation_id, blob_key, bytes, sha256, container)
      values (${recording}, 'a', ${consultation}, 'recordings/x', 3, 'abc', 'wav')`.execute(db)
    await sql`insert into jobs (id, tenant_id, consultation_id, recording_id, door, status, progress, language, kinds,
      limits, echo, fingerprint) values (${job}, 'a', ${consultation}, ${recording}, 'intron', 'succeeded', 1, 'en',
      '["summary"]', ${limits}, '{"fileName":"x"}', 'f')`.execute(db)
    await sql`insert into transcripts (consultation_id, tenant_id, language, duration_ms, engine, model, items, warnings)
      values (${consultation}, 'a', 'en', 1000, 'e', 'm', '[]', '[]')`.execute(db)
    await sql`insert into notes (consultation_id, tenant_id, kind, title, language, sections, writer, warnings, position)
      values (${consultation}, 'a', 'summary', 'Summary', 'en', '[]', 'w', '[]', 0)`.execute(db)

    await migrate(db)
    const result = await findResult(db, 'a', job)
    assert.equal(result?.transcript?.durationMs, 1000)
    assert.deepEqual(
      result?.notes.map(({ kind }) => kind),
      ['summary'],
    )
    assert.equal(result?.job.task, 'run')
    assert.equal((await findConsultation(db, 'a', consultation))?.job?.id, job)
    const [found] = await listRecordings(db, 'a', consultation)
    assert.deepEqual([found?.id, found?.position, found?.overlap], [recording, 0, { beforeMs: 0, afterMs: 0 }])
  })
}
