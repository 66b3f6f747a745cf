import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { deleteConsultation as deleteOne } from '../../../src/consultations/delete.ts'
import { retain } from '../../../src/pipeline/upkeep/retain.ts'
import { readConfig } from '../../../src/server/settings.ts'
import { openFileBlobs } from '../../../src/store/blobs-files.ts'
import { findConsultation, insertConsultation } from '../../../src/store/consultations.ts'
import { finishJob } from '../../../src/store/jobs.ts'
import { claimAnswer, findKeptAnswer } from '../../../src/store/kept-answers.ts'
import { insertRecord } from '../../../src/store/records.ts'
import { ensureTenant } from '../../../src/store/tenants.ts'
import { openTestTrail } from '../../support/audit-trail.ts'
import { DATABASES } from '../../support/databases.ts'
import { insertSubmission, stagedAudio } from '../../support/submissions.ts'

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000)
const retentionOf = (audio: string, consultations: string) => {
  const { keepAudioDays, keepDays } = readConfig({ OSLER_KEEP_AUDIO_DAYS: audio, OSLER_KEEP_DAYS: consultations })
  return { audio: keepAudioDays, consultations: keepDays, deleted: 30 }
}

for (const backend of DATABASES) {
  test(`recordings go when they are old enough, and consultations with all that is theirs, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    const blobs = openFileBlobs(join(opened.folder, 'blobs'))
    const kept = async () => (await Array.fromAsync(blobs.list())).map(({ key }) => key)
    await ensureTenant(db, 'a')
    const [done, ongoing] = [stagedAudio(), stagedAudio()]
    for (const { key } of [done, ongoing]) await blobs.put(key, Readable.from(['x']))
    const job = await insertSubmission(db, {}, done)
    await finishJob(db, job.id)
    await insertSubmission(db, {}, ongoing)
    const tools = (audio: string, consultations: string) => ({
      db,
      blobs,
      retention: retentionOf(audio, consultations),
      deleteConsultation: (tenantId: string, id: string) =>
        deleteOne({ db, blobs, audit: openTestTrail(db) }, tenantId, id),
    })

    await retain(tools('0', '0'), inDays(4000))
    await retain(tools('30,a=7', '0'), inDays(6))
    assert.equal((await kept()).length, 2, 'nothing is old enough')
    await retain(tools('30,a=7', '0'), inDays(8))
    assert.deepEqual(await kept(), [ongoing.key], 'what is under way stays')
    assert.ok(await findConsultation(db, 'a', job.consultationId))
    await retain(tools('0', '30,b=1'), inDays(29))
    assert.ok(await findConsultation(db, 'a', job.consultationId))
    await retain(tools('0', '30,b=1'), inDays(31))
    assert.equal(await findConsultation(db, 'a', job.consultationId), undefined)
    assert.deepEqual(await kept(), [ongoing.key])
  })
}

for (const backend of DATABASES) {
  test(`patients without a consultation, reports and kept answers go too, those of others stay, on ${backend.name}`, async () => {
    await using opened = await backend.open()
    const { db } = opened.database
    const blobs = openFileBlobs(join(opened.folder, 'blobs'))
    await ensureTenant(db, 'a')
    await ensureTenant(db, 'b')
    const keep = async (collection: string, tenantId = 'a') =>
      (await insertRecord(db, { tenantId, collection, data: { of: 'a patient' } }))?.id ?? ''
    const [seen, gone] = [await keep('heidi.patient_profiles'), await keep('heidi.patient_profiles')]
    const [report, user] = [await keep('nabla.reports'), await keep('nabla.users')]
    await claimAnswer(db, 'a', 'answer', 'x')
    const theirs = await keep('heidi.patient_profiles', 'b')
    await insertConsultation(db, 'a', { door: 'heidi', patientId: seen, details: {} })
    const kept = async () => new Set((await db.selectFrom('records').select('id').execute()).map(({ id }) => id))
    const retention = retentionOf('0', '0,a=30')
    const tools = { db, blobs, retention, deleteConsultation: async () => {} }

    await retain(tools, new Date(Date.now() + 3_600_000))
    assert.ok(await findKeptAnswer(db, 'a', 'answer'), 'it may be asked for again within a day')
    await retain(tools, inDays(2))
    assert.equal(await findKeptAnswer(db, 'a', 'answer'), undefined)
    assert.deepEqual(await kept(), new Set([seen, gone, report, user, theirs]))
    await retain(tools, inDays(31))
    assert.deepEqual(await kept(), new Set([seen, user, theirs]))
  })
}

test('what cannot be deleted keeps nothing else, and is told', async () => {
  await using opened = await (DATABASES[0] as (typeof DATABASES)[number]).open()
  const { db } = opened.database
  const blobs = openFileBlobs(join(opened.folder, 'blobs'))
  await ensureTenant(db, 'a')
  const jobs = [await insertSubmission(db), await insertSubmission(db), await insertSubmission(db)]
  for (const { id } of jobs) await finishJob(db, id)
  const deleted: string[] = []
  const [bad] = jobs.map(({ consultationId }) => consultationId).sort()
  const deleteConsultation = async (_tenantId: string, id: string) => {
    if (id === bad) throw new Error('It cannot be deleted.')
    deleted.push(id)
  }
  const tools = { db, blobs, retention: retentionOf('0', '30'), deleteConsultation }
  await assert.rejects(retain(tools, inDays(31)), { message: 'It cannot be deleted.' })
  assert.equal(deleted.length, 2)
})

test('many that would go at once stay until a person says so, whatever the clock says', async () => {
  await using opened = await (DATABASES[0] as (typeof DATABASES)[number]).open()
  const { db } = opened.database
  const blobs = openFileBlobs(join(opened.folder, 'blobs'))
  await ensureTenant(db, 'a')
  for (let count = 0; count < 21; count++) {
    const audio = stagedAudio()
    await blobs.put(audio.key, Readable.from(['x']))
    await finishJob(db, (await insertSubmission(db, {}, audio)).id)
  }
  const deleteConsultation = (tenantId: string, id: string) =>
    deleteOne({ db, blobs, audit: openTestTrail(db) }, tenantId, id)
  const tools = (audio: string, days: string) => ({
    db,
    blobs,
    retention: retentionOf(audio, days),
    deleteConsultation,
  })
  const held = { code: 'deletion_held', details: { going: 21, total: 21 } }
  await assert.rejects(retain(tools('365', '0'), inDays(400)), held)
  await assert.rejects(retain(tools('0', '365'), inDays(400)), held)
  assert.equal((await Array.fromAsync(blobs.list())).length, 21)
  assert.deepEqual(await retain(tools('0', '365'), inDays(400), true), { consultations: 21, recordings: 0 })
})

test('a number of days that is none is refused with the tenant that it is for', () => {
  assert.throws(
    () => retentionOf('30,clinic=soon', '0'),
    /OSLER_KEEP_AUDIO_DAYS is "30,clinic=soon"; of clinic that is "soon": it must be a whole number/,
  )
  assert.throws(() => retentionOf('-1', '0'), /OSLER_KEEP_AUDIO_DAYS is "-1"/)
  assert.throws(() => retentionOf('0', '36501'), /OSLER_KEEP_DAYS is "36501"; .* from 0 to 36500/)
})
