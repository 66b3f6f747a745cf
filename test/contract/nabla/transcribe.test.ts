import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createKey, hashSecret } from '../../../src/store/keys.ts'
import { ensureTenant } from '../../../src/store/tenants.ts'
import { nablaForm, openCustomer, openNablaClient } from '../../support/nabla-client.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'
import { speak } from '../../support/recordings.ts'

const TOO_SHORT = "We can't generate the note when the transcript is too short."
const SHORT = { note_locale: 'en-US', transcript_items: [{ text: 'Hello.', speaker: 'doctor' }] }

describe("Nabla's asynchronous transcription, as its page documents it", () => {
  let osler: TestSystem
  let nabla: ReturnType<typeof openNablaClient>
  let customer: Awaited<ReturnType<typeof openCustomer>>
  let recording: string

  before(async () => {
    osler = await openTestSystem({ allowHosts: ['127.0.0.1'], uploadsPerMinute: 1000 })
    nabla = openNablaClient(osler)
    recording = await speak('I have had a headache for three days')
    customer = await openCustomer(recording)
  })
  after(async () => {
    await osler[Symbol.asyncDispose]()
    await customer[Symbol.asyncDispose]()
  })

  const transcribe = (changes: object = {}, path = '/transcribe-async', headers = {}) =>
    nabla.call<{ id: string; status: string }>(
      ...(['POST', path, { file_url: customer.audio, speech_locale: 'ENGLISH_US', ...changes }, { headers }] as const),
    )

  test('it is ongoing first, and succeeded with exactly the fields of the document', async () => {
    const { status, body } = await transcribe({ client_request_id: 'one' })
    assert.equal(status, 200)
    assert.deepEqual({ ...body, id: '' }, { id: '', client_request_id: 'one', status: 'ongoing' })
    const done = await nabla.poll(`/transcribe-async/${body.id}`)
    assert.deepEqual(Object.keys(done), ['id', 'client_request_id', 'status', 'payload'])
    assert.equal(done.status, 'succeeded')
    const [item] = (done.payload?.transcript ?? []) as Record<string, unknown>[]
    assert.match(String(item?.text), /headache for 3 days/)
    assert.equal(item?.speaker, 'unspecified')
    assert.deepEqual(Object.keys(item ?? {}), ['text', 'speaker', 'start_offset_ms', 'end_offset_ms'])
  })

  test('a failed one has a payload with the status, the message and the name', async () => {
    const { body } = await transcribe({ file_url: customer.callback('no.wav') })
    const done = await nabla.poll(`/transcribe-async/${body.id}`)
    assert.deepEqual(Object.keys(done), ['id', 'status', 'payload'])
    assert.equal(done.status, 'failed')
    assert.deepEqual(Object.keys(done.payload ?? {}).sort(), ['code', 'message', 'name'])
    assert.equal(done.payload?.code, 400)
  })

  test('a note of too few words fails as the document words it', async () => {
    const { body } = await nabla.call<{ id: string }>('POST', '/generate-note-async', SHORT)
    const done = await nabla.poll(`/generate-note-async/${body.id}`)
    assert.equal(done.status, 'failed')
    assert.deepEqual(done.payload, { code: 422, message: TOO_SHORT, name: 'NOTE_GENERATION_TRANSCRIPT_TOO_SHORT' })
  })

  const modern: [string, string, Record<string, string>][] = [
    ['by header', '/transcribe-async', { 'X-Nabla-Api-Version': '2024-10-01' }],
    ['by query', '/transcribe-async?nabla-api-version=2026-02-20', {}],
    ['below the Core API', '/v1/core/server/transcribe-async', {}],
  ]
  for (const [how, path, headers] of modern) {
    test(`enums are in upper case in the versions from 2024-10-01 on, asked for ${how}`, async () => {
      const { body } = await transcribe({ split_by_sentence: true }, path, headers)
      assert.equal(body.status, 'ONGOING')
      const done = await nabla.poll(`/v1/core/server/transcribe-async/${body.id}`)
      assert.equal(done.status, 'SUCCEEDED')
      const [item] = (done.payload?.transcript ?? []) as Record<string, unknown>[]
      assert.deepEqual(Object.keys(item ?? {}), ['text', 'speaker_type', 'start_offset_ms', 'end_offset_ms'])
      assert.equal(item?.speaker_type, 'UNSPECIFIED')
    })
  }

  test('the older spelling and the older version are served below the Copilot API', async () => {
    const { body } = await transcribe({}, '/v1/copilot-api/user/transcribe_async')
    assert.equal(body.status, 'ongoing')
    const older = { 'X-Nabla-Api-Version': '2024-04-22' }
    assert.equal((await transcribe({}, '/v1/core/server/transcribe-async', older)).body.status, 'ongoing')
  })

  test('every speech locale is known; those without a recogniser say so', async () => {
    for (const speech_locale of ['ENGLISH_UK', 'en-US']) assert.equal((await transcribe({ speech_locale })).status, 200)
    for (const speech_locale of ['FRENCH_FR', 'ARABIC_EG', 'CANTONESE_CN', 'VIETNAMESE_VN']) {
      const { status, body } = await transcribe({ speech_locale })
      assert.equal(status, 422, speech_locale)
      assert.equal((body as unknown as { name: string }).name, 'NO_RECOGNIZER')
    }
  })

  test("unknown ids, another route's and another tenant's do not exist", async () => {
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'clinic')
    await createKey(db, { tenantId: 'clinic', name: 'k', scopes: ['read'], secretHash: hashSecret('other') })
    const { body } = await transcribe()
    const asked: [string, string?][] = [
      ['/transcribe-async/98FCE1EF-DBCA-41EF-8BC7-4D1621AC07C6'],
      ['/transcribe-async/x'],
      [`/generate-note-async/${body.id}`],
      [`/transcribe-async/${body.id}`, 'other'],
    ]
    for (const [path, key] of asked) {
      const answer = await nabla.call('GET', path, undefined, { ...(key && { key }) })
      assert.equal(answer.status, 404, path)
      assert.deepEqual(answer.body, { message: 'There is no request with this id.', code: 404, name: 'NOT_FOUND' })
    }
  })

  test('the synchronous transcription has the transcript and nothing else', async () => {
    const form = await nablaForm(recording, { speech_locale: 'ENGLISH_US' })
    const { status, body } = await nabla.call<{ transcript: object[] }>('POST', '/v1/core/user/transcribe', form)
    assert.equal(status, 200)
    assert.deepEqual(Object.keys(body), ['transcript'])
    assert.deepEqual(Object.keys(body.transcript[0] ?? {}), [
      'text',
      'speaker_type',
      'start_offset_ms',
      'end_offset_ms',
    ])
  })

  test('a dictation comes as text', async () => {
    const form = await nablaForm(recording, { speech_locale: 'ENGLISH_US', dictate_punctuation: true })
    const { body } = await nabla.call<{ dictation: string }>('POST', '/v1/core/server/dictate', form)
    assert.deepEqual(Object.keys(body), ['dictation'])
    assert.match(body.dictation, /headache for 3 days/)
  })
})
