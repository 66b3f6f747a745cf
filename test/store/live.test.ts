import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { newId } from '../../src/domain/ids.ts'
import { deleteConsultation, isBlobNamed } from '../../src/store/consultations.ts'
import {
  deleteLive,
  endLive,
  endLost,
  type HeldRecording,
  insertLive,
  insertPiece,
  listPieces,
  takeOverLive,
  touchLive,
} from '../../src/store/live.ts'
import type { Tables } from '../../src/store/tables.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { DATABASES, type TestDatabase } from '../support/databases.ts'
import { insertSubmission } from '../support/submissions.ts'

const SOUND = { sampleRate: 8_000, channels: 2 } as const

for (const backend of DATABASES) {
  describe(`recordings that go on, on ${backend.name}`, () => {
    let opened: TestDatabase
    let db: Kysely<Tables>

    before(async () => {
      opened = await backend.open()
      db = opened.database.db
      await ensureTenant(db, 'a')
    })
    after(() => opened[Symbol.asyncDispose]())

    async function begin(): Promise<HeldRecording> {
      const job = await db.transaction().execute((trx) => insertSubmission(trx))
      await insertLive(db, job.recordingId ?? '', job.id, SOUND)
      const held = await takeOverLive(db, job.tenantId, job.recordingId ?? '')
      assert.ok(held)
      return held
    }

    const add = (held: HeldRecording, position: number, bytes = 100) =>
      insertPiece(db, held, { position, bytes, blobKey: `live/${newId()}` })

    test('take pieces from who holds them, until somebody takes them over', async () => {
      const held = await begin()
      assert.ok((await add(held, 0)) && (await add(held, 100)))
      const job = await db.selectFrom('jobs').selectAll().where('id', '=', held.jobId).executeTakeFirstOrThrow()
      const next = await takeOverLive(db, job.tenant_id, held.recordingId)
      assert.deepEqual([next?.position, next?.sound, next?.consultationId], [200, SOUND, job.consultation_id])
      assert.equal(await add(held, 200), false)
      assert.equal(await touchLive(db, held), false)
      assert.ok(next && (await add(next, 200)))
      assert.equal(await takeOverLive(db, 'another', held.recordingId), undefined)
      assert.equal(await takeOverLive(db, job.tenant_id, 'no id'), undefined)
    })

    test('have ended when they are ended, or nobody was seen for a minute', async () => {
      const [ended, lost] = [await begin(), await begin()]
      assert.equal(await endLost(db, ended.recordingId), 'going on')
      assert.ok(await endLive(db, ended))
      assert.deepEqual(await endLost(db, ended.recordingId), SOUND)
      assert.equal(await add(ended, 0), false)
      const past = sql<Date>`now() - interval '61 seconds'`
      await db.updateTable('live_recordings').set({ seen_at: past }).where('holder', '=', lost.holder).execute()
      assert.deepEqual(await endLost(db, lost.recordingId), SOUND)
      assert.equal(await takeOverLive(db, 'a', lost.recordingId), undefined)
      await deleteLive(db, lost.recordingId)
      assert.equal(await endLost(db, lost.recordingId), undefined)
    })

    test('name the files of their pieces, and give them up with their consultation', async () => {
      const held = await begin()
      await add(held, 0)
      const blobKey = (await listPieces(db, held.recordingId))[0]?.blobKey ?? ''
      assert.ok(await isBlobNamed(db, blobKey))
      const { tenant_id } = await db
        .selectFrom('jobs')
        .select('tenant_id')
        .where('id', '=', held.jobId)
        .executeTakeFirstOrThrow()
      const keys = await deleteConsultation(db, tenant_id, held.consultationId)
      assert.ok(keys?.includes(blobKey))
      assert.equal(await isBlobNamed(db, blobKey), false)
    })
  })
}
