import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { extractText } from 'unpdf'
import type { Section } from '../../src/domain/note.ts'
import { dataOf, openHeidiClient } from '../support/heidi-client.ts'
import { openCustomer, openNablaClient } from '../support/nabla-client.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

/** What was heard, what a person makes of it, and what they put into the document before they sign it. */
const HEARD = /headache/
const CORRECTED = /I have had a cough for 9 weeks\./
const TEXT = 'I have had a cough for 9 weeks.'
const ADDED = /Looks tired today\./
const author = 'Dr Ada Osei'

interface State {
  consultationId: string
  status: string
}

describe('what a person corrected and signed is read', () => {
  let osler: TestSystem
  let recording: string
  let customer: Awaited<ReturnType<typeof openCustomer>>

  before(async () => {
    osler = await openTestSystem({ allowHosts: ['127.0.0.1'] })
    recording = await speak('good morning doctor I have had a headache for three days')
    customer = await openCustomer(recording)
  })
  after(async () => {
    await osler[Symbol.asyncDispose]()
    await customer[Symbol.asyncDispose]()
  })

  async function ask<Body>(path: string, method = 'GET', body?: object): Promise<Body> {
    const response = await osler.ask(path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const answer = (await response.json()) as Body
    assert.ok(response.ok, `${method} ${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  const text = async (path: string) => (await osler.ask(path)).text()

  async function send(path: string, fields: Record<string, string>, name = 'file', headers = {}) {
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.append(field, value)
    form.append(name, await openAsBlob(recording), 'x.wav')
    return osler.ask(path, { method: 'POST', body: form, headers })
  }

  /** The consultation of a request, once it has ended. */
  const ended = (requestId: string) =>
    until('the request has ended', async () => {
      const { status, consultationId } = await ask<State>(`/api/requests/${requestId}`)
      return status === 'succeeded' && consultationId
    })

  /** Corrects every item that was heard wrongly; the first says all of it. */
  async function correctTranscript(consultationId: string): Promise<void> {
    const path = `/api/consultations/${consultationId}/transcript`
    const { items, version } = await ask<{ items: { id: string; text: string }[]; version: number }>(path)
    let seen = version
    for (const { id, text: heard } of items) {
      const change = { action: 'edit', item: id, text: HEARD.test(heard) ? TEXT : 'Good morning.' }
      seen = (await ask<{ version: number }>(path, 'PATCH', { version: seen, author, change })).version
    }
  }

  /** Adds a statement in place of all others, and signs. */
  async function correctAndSign(consultationId: string, kind: string): Promise<void> {
    const path = `/api/consultations/${consultationId}/documents/${kind}`
    const { sections, version } = await ask<{ sections: Section[]; version: number }>(path)
    const own = { text: 'Looks tired today.', evidence: [], support: 'entered' }
    const changed = sections.map((section, at) => ({ ...section, statements: at === 0 ? [own] : [] }))
    const edited = await ask<{ version: number }>(path, 'PUT', { version, author, sections: changed })
    await ask(`${path}/sign`, 'POST', { version: edited.version, author })
  }

  const isCorrected = (printed: string, ...patterns: RegExp[]) => {
    for (const pattern of patterns) assert.match(printed, pattern)
    assert.doesNotMatch(printed, HEARD)
  }

  test('at the native door, in every form, in FHIR and in a callback that is sent again', async () => {
    const sent = await send('/api/consultations', { documents: 'soap_note', callbackUrl: customer.callback('native') })
    const { id, request } = (await sent.json()) as { id: string; request: { id: string } }
    await ended(request.id)
    const first = await customer.called('native')
    assert.match(first.body, HEARD)
    await correctTranscript(id)
    await correctAndSign(id, 'soap_note')
    const path = `/api/consultations/${id}`
    for (const format of ['json', 'text', 'srt', 'vtt']) {
      isCorrected(await text(`${path}/transcript?format=${format}`), CORRECTED)
    }
    isCorrected(await text(`${path}/documents`), ADDED, /Dr Ada Osei/)
    for (const format of ['json', 'markdown', 'html']) {
      isCorrected(await text(`${path}/documents/soap_note?format=${format}`), ADDED, /Dr Ada Osei/)
    }
    const pdf = new Uint8Array(await (await osler.ask(`${path}/documents/soap_note?format=pdf`)).arrayBuffer())
    isCorrected((await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, ' '), ADDED, /Dr Ada Osei/)
    const bundle = await text(`${path}/fhir`)
    isCorrected(bundle, ADDED, /[Cc]ough/)
    await osler.system.forDoors.redeliver(request.id)
    const again = await until('the callback comes again', () =>
      customer.received.filter(({ path: called }) => called === '/native').at(1),
    )
    isCorrected(again.body, CORRECTED, ADDED, /Dr Ada Osei/)
  })

  test("in Intron's status", async () => {
    const fields = { audio_file_name: 'x', get_soap_note: 'TRUE' }
    const sent = await send('/file/v1/upload', fields, 'audio_file_blob')
    const { file_id } = ((await sent.json()) as { data: { file_id: string } }).data
    const consultationId = await ended(file_id)
    await correctTranscript(consultationId)
    await correctAndSign(consultationId, 'soap_note')
    isCorrected(await text(`/file/v1/status/${file_id}`), CORRECTED, ADDED)
    isCorrected(await text(`/file/v1/status/${file_id}?get_structured_post_processing=TRUE`), CORRECTED, ADDED)
  })

  test("in Nabla's asynchronous transcription and notes, and in its callbacks", async () => {
    const nabla = openNablaClient(osler)
    const heard = { file_url: customer.audio, speech_locale: 'ENGLISH_US' }
    const { body: asked } = await nabla.call<{ id: string }>('POST', '/transcribe-async', heard)
    await correctTranscript(await ended(asked.id))
    isCorrected(JSON.stringify(await nabla.poll(`/transcribe-async/${asked.id}`)), CORRECTED)

    const transcript_items = [{ text: 'I have had a headache for three days.', speaker: 'patient' }]
    const noted = { note_locale: 'ENGLISH_US', note_template: 'GENERIC_SOAP', transcript_items }
    const { body: written } = await nabla.call<{ id: string }>('POST', '/generate-note-async', noted)
    const consultationId = await ended(written.id)
    const { documents } = await ask<{ documents: string[] }>(`/api/consultations/${consultationId}`)
    await correctAndSign(consultationId, documents[0] ?? '')
    isCorrected(JSON.stringify(await nabla.poll(`/generate-note-async/${written.id}`)), ADDED)

    const listened = {
      ...{ file_url: customer.audio, output_objects: ['transcript_item', 'note'], language: 'en-US' },
      ...{ note_template: 'GENERIC_SOAP', callback_url: customer.callback('nabla') },
    }
    const { body: listening } = await nabla.call<{ request_id: string }>('POST', '/listen-async', listened)
    const id = await ended(listening.request_id)
    await customer.called('nabla')
    await correctTranscript(id)
    const made = await ask<{ documents: string[] }>(`/api/consultations/${id}`)
    await correctAndSign(id, made.documents[0] ?? '')
    await osler.system.forDoors.redeliver(listening.request_id)
    const again = await until('the callback comes again', () =>
      customer.received.filter(({ path }) => path === '/nabla').at(1),
    )
    isCorrected(again.body, CORRECTED, ADDED)
  })

  test("in Heidi's transcript, session, documents and what is written from them", async () => {
    const heidi = openHeidiClient(osler)
    await heidi.signIn()
    const session = await heidi.begin()
    await heidi.upload(session, recording)
    assert.match(await heidi.transcript(session), HEARD)
    const template = { generation_method: 'TEMPLATE', template_id: 'soap_note' }
    await heidi.call('POST', `${session}/consult-note`, template)
    await heidi.call('POST', `${session}/documents`, { ...template, template_id: 'summary' })
    const { requests } = await ask<{ requests: (State & { door: string })[] }>('/api/requests')
    const consultationId = requests.find(({ door }) => door === 'heidi')?.consultationId ?? ''
    await correctTranscript(consultationId)
    for (const kind of ['soap_note', 'summary']) await correctAndSign(consultationId, kind)
    isCorrected(await heidi.transcript(session), CORRECTED)
    for (const status of ['in_progress', 'complete']) {
      const live = await heidi.call('GET', `${session}/transcript/live?recording_status=${status}`)
      isCorrected(live.text, CORRECTED)
    }
    isCorrected((await heidi.call('GET', session)).text, ADDED)
    isCorrected((await heidi.call('GET', `${session}/documents`)).text, ADDED)
    isCorrected((await heidi.call('GET', '/sessions/linked-user')).text, ADDED)
    const codes = await heidi.call('GET', `${session}/clinical-codes`)
    isCorrected(codes.text, /R05/)
    const filled = await heidi.call('POST', `${session}/client-customised-template/response`, { subjective: '' })
    isCorrected(filled.text, ADDED)
    const again = await heidi.call('POST', `${session}/consult-note`, template)
    isCorrected(dataOf(again.text), /cough for 9 weeks/)
    // A note that was written after somebody signed another is what it says, and not what they signed.
    isCorrected((await heidi.call('GET', session)).text, /cough for 9 weeks/)
  })

  test("in OpenAI's answer to a request that is repeated", async () => {
    const headers = { 'idempotency-key': 'openai-1' }
    const transcribe = () => send('/v1/audio/transcriptions', { model: 'whisper-1' }, 'file', headers)
    assert.match(await (await transcribe()).text(), HEARD)
    const { requests } = await ask<{ requests: (State & { door: string })[] }>('/api/requests')
    await correctTranscript(requests.find(({ door }) => door === 'openai')?.consultationId ?? '')
    isCorrected(await (await transcribe()).text(), CORRECTED)
  })
})
