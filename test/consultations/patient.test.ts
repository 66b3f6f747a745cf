import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Parser } from 'tar'
import { openFileBlobs } from '../../src/store/blobs-files.ts'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { openHeidiClient } from '../support/heidi-client.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'
import { readFiles, readTables } from '../support/read-everything.ts'
import { speak } from '../support/recordings.ts'

/** What is said, typed, told and sent of the one patient, in words that nobody else has. */
const MARKS = ['headache', 'Zebediah', 'Quuxfeld', 'tussilago', 'marmalade', 'Letterhead', 'ehr-7-mark', 'dietitian']
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** The files of an archive by their names, without the folder of a consultation. */
async function unpack(archive: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const parser = new Parser()
  const reading: Promise<unknown>[] = []
  parser.on('entry', (entry) =>
    reading.push(entry.concat().then((content: unknown) => files.set(entry.path, content as Buffer))),
  )
  await new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject).end(archive))
  await Promise.all(reading)
  return files
}

describe('of one patient', () => {
  let osler: TestSystem
  let recording: string
  const ids: Record<'profile' | 'consultation' | 'other', string> = { profile: '', consultation: '', other: '' }

  before(async () => {
    osler = await openTestSystem()
    const { db } = osler.system.forDoors
    await createKey(db, {
      ...{ tenantId: 'default', name: 'k', secretHash: hashSecret('no-administrator') },
      scopes: ['read', 'delete', 'submit'],
    })
    recording = await speak('I have had a headache for three days')
    const one = { first_name: 'Zebediah', last_name: 'Quuxfeld', ehr_patient_id: 'ehr-7-mark' }
    ;[ids.profile, ids.consultation] = await consult(one, 'ehr-7-mark', 'takes tussilago')
    ;[, ids.other] = await consult({ first_name: 'Ann', last_name: 'Bee' }, 'another', 'takes nothing')
  })
  after(() => osler[Symbol.asyncDispose]())

  /** A patient with a session: typed, recorded, sent a letter, heard, corrected. Answers the ids of both. */
  async function consult(profile: object, ehrId: string, typed: string): Promise<[string, string]> {
    const heidi = openHeidiClient(osler)
    const more = { birth_date: '1970-01-01', gender: 'FEMALE' }
    const { body: made } = await heidi.call<{ data: { id: string } }>('POST', '/patient-profiles', {
      ...profile,
      ...more,
    })
    const patient_profile_id = made.data.id
    const { body: begun } = await heidi.call<{ session_id: string }>('POST', '/sessions', { patient_profile_id })
    const session = `/sessions/${begun.session_id}`
    await heidi.call('PATCH', session, { clinician_notes: [typed], ehr_patient_id: ehrId })
    const isOne = ehrId === 'ehr-7-mark'
    const letter = new FormData()
    letter.append('context_documents', new Blob([`%PDF-1.4\n${isOne ? 'Letterhead' : 'Nothing'}\n%%EOF`]), 'x.pdf')
    const kept = await heidi.call('POST', `${session}/context-documents`, letter)
    assert.equal(kept.status, 200, kept.text)
    await heidi.upload(session, isOne ? recording : await speak('good morning doctor'))
    await heidi.transcript(session)
    const document = { document_template_id: 'REFERRAL', generation_method: 'TEMPLATE' }
    await heidi.call('POST', `${session}/documents`, document)
    const id = BigInt(begun.session_id).toString(16).padStart(32, '0')
    const consultation = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    if (isOne) {
      const change = { action: 'edit', item: 'i1', text: 'I have had marmalade, said the dietitian.' }
      const path = `/api/consultations/${consultation}/transcript`
      const { items } = (await (await osler.ask(path)).json()) as { items: { id: string }[] }
      const body = JSON.stringify({ version: 0, author: 'Dr Osei', change: { ...change, item: items[0]?.id } })
      const headers = { 'content-type': 'application/json' }
      const corrected = await osler.ask(path, { method: 'PATCH', body, headers })
      assert.equal(corrected.status, 200, await corrected.text())
    }
    return [patient_profile_id, consultation]
  }

  const ask = (act: string, patient: string, key = TEST_KEY) =>
    osler.ask(`/api/patients/${act}`, {
      ...{ key, method: 'POST', body: JSON.stringify({ patient }) },
      headers: { 'content-type': 'application/json' },
    })
  const operate = (act: string, body: object) =>
    osler.ask(`/api/operator/tenants/default/patients/${act}`, {
      ...{ key: osler.system.forDoors.secrets.operatorToken, method: 'POST', body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json' },
    })

  test("everything is found by the profile and by the client's own id, and one consultation by its own", async () => {
    const whole = { profiles: [ids.profile], consultations: [ids.consultation] }
    for (const named of [ids.profile, 'ehr-7-mark']) assert.deepEqual(await (await ask('find', named)).json(), whole)
    const alone = { profiles: [], consultations: [ids.consultation] }
    assert.deepEqual(await (await ask('find', ids.consultation)).json(), alone)
    assert.equal((await ask('find', 'nobody')).status, 404)
    assert.equal((await ask('find', '')).status, 400)
  })

  test('only an administrator finds, exports or erases', async () => {
    for (const act of ['find', 'export', 'erase'])
      assert.equal((await ask(act, ids.profile, 'no-administrator')).status, 403, act)
  })

  test('the archive holds all that was said, typed, told and sent, and nothing of another', async () => {
    for (const mark of MARKS)
      assert.ok((await readAll(osler)).includes(mark), `${mark} is looked for in the right place`)
    const sent = await ask('export', ids.profile)
    assert.equal(sent.headers.get('content-type'), 'application/x-tar')
    const files = await unpack(Buffer.from(await sent.arrayBuffer()))
    const texts = [...files.values()].join('\n')
    for (const mark of MARKS) assert.ok(texts.includes(mark), mark)
    assert.doesNotMatch(texts, /"Ann"|takes nothing/)
    const wanted = sha256(await readFile(recording))
    assert.ok(
      [...files.values()].some((content) => sha256(content) === wanted),
      'the recording as it came',
    )
    const file = join(osler.folder, 'patient.tar')
    assert.equal((await operate('export', { patient: 'ehr-7-mark', file })).status, 200)
    assert.deepEqual([...(await unpack(await readFile(file))).keys()], [...files.keys()])
    await rm(file)
  })

  test('nothing is left in any table or file when it is erased, not in the trash either, and others keep theirs', async () => {
    const { db } = osler.system.forDoors
    const named = await db
      .selectFrom('recordings')
      .select('blob_key')
      .where('consultation_id', '=', ids.consultation)
      .execute()
    const blobs = openFileBlobs(join(osler.folder, 'blobs'))
    for (const { blob_key } of named) await blobs.setAside(blob_key ?? '')
    assert.ok((await readFiles(osler)).some(({ path }) => path.includes('.trash')))
    const erased = await operate('erase', { patient: ids.profile })
    assert.deepEqual(await erased.json(), { profiles: [ids.profile], consultations: [ids.consultation] })
    const left = await readAll(osler)
    for (const mark of MARKS) assert.ok(!left.includes(mark), mark)
    const wanted = sha256(await readFile(recording))
    assert.ok((await readFiles(osler)).every(({ content }) => sha256(content) !== wanted))
    assert.equal((await ask('find', ids.profile)).status, 404)
    assert.equal((await osler.ask(`/api/consultations/${ids.other}/audio`)).status, 200)
    assert.match(left, /takes nothing/)
    const lines = await db.selectFrom('audit').select('subject').where('action', '=', 'deleted').execute()
    assert.deepEqual(lines.map(({ subject }) => subject).sort(), [ids.profile, ids.consultation].sort())
  })
})

/** All that is kept, in tables and files. */
async function readAll(osler: TestSystem): Promise<string> {
  const files = (await readFiles(osler)).map(({ path, content }) => `${path}\n${content.toString('latin1')}`)
  return [await readTables(osler), ...files].join('\n')
}
