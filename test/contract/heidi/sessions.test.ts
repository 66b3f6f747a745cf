import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { createKey, hashSecret, listKeys, revokeKey } from '../../../src/store/keys.ts'
import { ensureTenant } from '../../../src/store/tenants.ts'
import { openHeidiClient } from '../../support/heidi-client.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'

const NOT_FOUND = { detail: { msg: 'Session not found', type: 'SessionNotFoundError' } }

describe("Heidi's tokens, sessions and patients", () => {
  let osler: TestSystem
  let heidi: ReturnType<typeof openHeidiClient>

  before(async () => {
    osler = await openTestSystem()
    heidi = openHeidiClient(osler)
    const { status, body } = await heidi.signIn()
    assert.equal(status, 200)
    assert.deepEqual(Object.keys(body), ['token', 'expiration_time'])
    assert.match(body.expiration_time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    assert.ok(new Date(body.expiration_time).getTime() > Date.now() + 60_000)
  })
  after(() => osler[Symbol.asyncDispose]())

  test('a wrong key, no key and a made-up token are refused with 401', async () => {
    const wrong = openHeidiClient(osler)
    const { status, body } = await wrong.signIn('email=a@b.c', 'wrong')
    assert.equal(status, 401)
    assert.equal(typeof (body as unknown as { detail: string }).detail, 'string')
    assert.equal((await fetch(`${osler.address}/jwt`)).status, 401)
    assert.equal((await osler.ask('/sessions', { method: 'POST', key: 'a.b.c' })).status, 401)
  })

  test('a revoked key takes its tokens along', async () => {
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'clinic')
    const scopes = ['submit', 'read'] as ('submit' | 'read')[]
    await createKey(db, { tenantId: 'clinic', name: 'k', scopes, secretHash: hashSecret('clinic-key') })
    const clinic = openHeidiClient(osler)
    await clinic.signIn('', 'clinic-key')
    assert.equal((await clinic.call('POST', '/sessions')).status, 200)
    const key = (await listKeys(db)).find(({ name }) => name === 'k')
    await revokeKey(db, key?.id ?? '')
    assert.equal((await clinic.call('POST', '/sessions')).status, 401)
  })

  test('a session begins with or without a body, and has an id of decimal digits', async () => {
    for (const body of [undefined, {}, { patient_profile_id: 'p', something: 'else' }]) {
      const answer = await heidi.call<{ session_id: string }>('POST', '/sessions', body)
      assert.equal(answer.status, 200)
      assert.match(answer.body.session_id, /^\d{30,39}$/)
    }
    const empty = { method: 'POST', headers: { 'content-type': 'application/json' } }
    assert.equal((await osler.ask('/sessions', empty)).status, 200, 'says JSON and sends nothing')
  })

  test('a session reads back with what was told of it, and null for what was not', async () => {
    const session = await heidi.begin()
    const told = {
      duration: 90,
      language_code: 'en-GB',
      patient: { name: 'A B', gender: 'MALE', dob: '1980-02-29' },
      clinician_notes: ['Looks well.'],
      ehr_appt_id: 'e1',
      generate_output_without_recording: true,
    }
    const patched = await heidi.call('PATCH', session, told)
    assert.deepEqual(patched.body, { session: told })
    const { body } = await heidi.call<{ session: Record<string, unknown> }>('GET', session)
    const { session_id, created_at, updated_at, consult_note, ...rest } = body.session
    assert.equal(session, `/sessions/${session_id}`)
    assert.deepEqual(rest, {
      ...{ session_name: null, patient: told.patient, audio: [], clinician_notes: ['Looks well.'], duration: 90 },
      ...{ language_code: 'en-GB', output_language_code: null, documents: [] },
      ...{ ehr_appt_id: 'e1', ehr_provider: null, ehr_patient_id: null },
    })
    for (const time of [created_at, updated_at]) assert.match(String(time), /^[\d-]+T[\d:]+\.\d{6}$/)
    assert.deepEqual(consult_note, {
      ...{ status: 'EMPTY', result: null, heading: null, brain: null, voice_style: null, generation_method: null },
      ...{
        template_id: null,
        ai_command_id: null,
        ai_command_text: null,
        feedback: null,
        dictation_cleanup_mode: null,
      },
    })
  })

  test('a language that is none is refused with its field', async () => {
    const { status, body } = await heidi.call('PATCH', await heidi.begin(), { language_code: 'not a code' })
    assert.equal(status, 422)
    assert.deepEqual((body.detail as { loc: string[] }[])[0]?.loc, ['body', 'language_code'])
  })

  test('unknown sessions and those of others do not exist', async () => {
    const session = await heidi.begin()
    const colleague = openHeidiClient(osler)
    await colleague.signIn('email=other@example.org')
    for (const path of ['/sessions/1', '/sessions/337851254565527952685384877024185083869', '/sessions/x']) {
      assert.deepEqual((await heidi.call('GET', path)).body, NOT_FOUND)
    }
    const { status, body } = await colleague.call('GET', session)
    assert.deepEqual([status, body], [404, NOT_FOUND])
    const listed = await colleague.call<{ total_count: number }>('GET', '/sessions/linked-user?page_size=5')
    assert.equal(listed.body.total_count, 0)
  })

  test('the sessions of a user are listed, newest first', async () => {
    const session = await heidi.begin()
    const { body } = await heidi.call<{ count: number; has_next: boolean; data: { session_id: string }[] }>(
      'GET',
      '/sessions/linked-user?page_size=1',
    )
    assert.equal(`/sessions/${body.data[0]?.session_id}`, session)
    assert.deepEqual([body.count, body.has_next], [1, true])
  })

  test('an account is linked, shown and unlinked, and belongs to one user', async () => {
    const link = (client: typeof heidi) => client.call('POST', '/users/linked-account', { kinde_user_id: 'kp_1' })
    const { body } = await link(heidi)
    assert.deepEqual(Object.keys(body.account as object), [
      ...['_id', 'user_id', 'ehr_provider', 'ehr_email', 'ehr_user_id', 'deleted_at', 'created_at', 'updated_at'],
    ])
    const colleague = openHeidiClient(osler)
    await colleague.signIn('email=other@example.org')
    const refused = await link(colleague)
    assert.equal((refused.body.detail as { type: string }).type, 'OpenAPIHeidiAccountAlreadyLinkedError')
    const access = await heidi.call('GET', '/users/linked-account/access')
    assert.deepEqual([access.body.is_linked, access.body.is_valid], [true, true])
    assert.deepEqual((await heidi.call('DELETE', '/users/linked-account:unlink')).body, { is_success: true })
    assert.equal((await heidi.call('GET', '/users/linked-account/access')).body.is_linked, false)
  })

  test('patients are made, changed, listed, linked to sessions and deleted', async () => {
    const made = await heidi.call<{ data: { id: string } }>('POST', '/patient-profiles', {
      first_name: 'A',
      gender: 'MALE',
    })
    const path = `/patient-profiles/${made.body.data.id}`
    await heidi.call('PATCH', path, { last_name: 'B' })
    const read = await heidi.call<{ data: Record<string, unknown> }>('GET', path)
    assert.deepEqual([read.body.data.first_name, read.body.data.last_name], ['A', 'B'])
    const listed = await heidi.call<{ total_count: number }>('GET', '/patient-profiles?page_size=1')
    assert.equal(listed.body.total_count, 1)
    const session = await heidi.begin()
    const session_id = session.split('/').at(-1)
    assert.deepEqual((await heidi.call('POST', `${path}/sessions`, { session_id })).body, { is_success: true })
    assert.deepEqual((await heidi.call('GET', `${path}/sessions`)).body, { data: [{ session_id }] })
    const gone = await heidi.call('POST', '/patient-profiles:batch-delete', { ids: [made.body.data.id] })
    assert.deepEqual(gone.body, { is_success: true })
    assert.equal((await heidi.call('GET', path)).status, 404)
  })

  test('a user who has begun more than a thousand sessions since finds the one of a patient, and all are counted', async () => {
    const colleague = openHeidiClient(osler)
    await colleague.signIn('email=busy@example.org')
    const { body: patient } = await colleague.call<{ data: { id: string } }>('POST', '/patient-profiles', {})
    const profile = patient.data.id
    const { body: begun } = await colleague.call('POST', '/sessions', { patient_profile_id: profile.toUpperCase() })
    const { sessions } = osler.system.capabilitiesOf('heidi')
    const { userId } = (await sessions.list('default', { patientId: profile, limit: 1 })).sessions[0] ?? {}
    const details = JSON.stringify({ updated_at: new Date().toISOString() })
    await sql`
      insert into consultations (id, tenant_id, door, user_id, details)
      select ('ffffffff-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, 'default', 'heidi', ${userId}::text, ${details}::jsonb
      from generate_series(1, 1001) as number`.execute(osler.system.forDoors.db)
    const own = await colleague.call('GET', `/patient-profiles/${profile}/sessions`)
    assert.deepEqual(own.body, { data: [begun] })
    const listed = await colleague.call<{ data: object[] }>('GET', '/sessions/linked-user?page_size=2')
    const { data, ...counts } = listed.body
    assert.deepEqual(counts, { count: 2, total_count: 1002, has_next: true, has_previous: false })
    assert.equal(data.length, 2)
  })

  test('patients are listed page by page, also past the last', async () => {
    const colleague = openHeidiClient(osler)
    await colleague.signIn('email=pages@example.org')
    const { total_count: before } = (await colleague.call('GET', '/patient-profiles')).body
    for (const first_name of ['C', 'D']) await colleague.call('POST', '/patient-profiles', { first_name })
    const page = async (number: number) => {
      const answer = await colleague.call<{ data: { first_name: string }[] }>(
        'GET',
        `/patient-profiles?page_size=1&page=${number}`,
      )
      const { data, ...counts } = answer.body
      return { names: data.map(({ first_name }) => first_name), ...counts }
    }
    const total_count = Number(before) + 2
    assert.deepEqual(await page(2), {
      names: ['C'],
      count: 1,
      total_count,
      has_next: Number(before) > 0,
      has_previous: true,
    })
    const far = { names: [], count: 0, total_count, has_next: false, has_previous: true }
    assert.deepEqual(await page(Number.MAX_SAFE_INTEGER), far)
  })

  test('letters are kept with a session, listed and deleted; other files are refused', async () => {
    const path = `${await heidi.begin()}/context-documents`
    const form = (content: Uint8Array<ArrayBuffer>) => {
      const data = new FormData()
      data.append('context_documents', new Blob([content]), 'letter.pdf')
      data.append('meta_data', '{"from":"clinic"}')
      return data
    }
    const pdf = new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n')
    const sent = await heidi.call<{ context_documents: { id: string; file_type: string }[] }>('POST', path, form(pdf))
    assert.equal(sent.status, 200)
    assert.equal(sent.body.context_documents[0]?.file_type, 'pdf')
    const ids = sent.body.context_documents.map(({ id }) => id)
    assert.equal((await heidi.call<{ context_documents: unknown[] }>('GET', path)).body.context_documents.length, 1)
    assert.deepEqual((await heidi.call('DELETE', path, { ids })).body, { is_success: true })
    assert.deepEqual((await heidi.call('GET', path)).body, { context_documents: [] })
    const refused = await heidi.call('POST', path, form(new TextEncoder().encode('hello')))
    assert.deepEqual(
      [refused.status, refused.body],
      [400, { detail: 'The file must be one of pdf, jpg, png, docx, doc.' }],
    )
  })
})
