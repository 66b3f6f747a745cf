import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { nablaForm, openCustomer, openNablaClient } from '../../support/nabla-client.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'
import { speak, synthesize } from '../../support/recordings.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface Item {
  text: string
  speaker: string
  start_offset_ms: number
  end_offset_ms: number
}

interface Result {
  transcript?: Item[]
  note?: { sections: { key: string; title: string; text: string }[] }
  request_id: string
  client_request_id?: string
}

describe("Nabla's listen, as its page documents it", () => {
  let osler: TestSystem
  let nabla: ReturnType<typeof openNablaClient>
  let customer: Awaited<ReturnType<typeof openCustomer>>
  let recording: string
  let calls = 0

  before(async () => {
    osler = await openTestSystem({ allowHosts: ['127.0.0.1'], uploadsPerMinute: 1000 })
    nabla = openNablaClient(osler)
    recording = await speak('I have had a headache for three days. I take aspirin every morning.')
    customer = await openCustomer(recording)
  })
  after(async () => {
    await osler[Symbol.asyncDispose]()
    await customer[Symbol.asyncDispose]()
  })

  const REQUIRED = { output_objects: ['transcript_item'], language: 'en-US', split_by_sentence: false }

  async function listen(changes: object = {}, path = '/copilot/listen-async') {
    const name = `called-${calls++}`
    const asked = { file_url: customer.audio, callback_url: customer.callback(name), ...REQUIRED, ...changes }
    const answer = await nabla.call('POST', path, asked)
    return { ...answer, called: async () => JSON.parse((await customer.called(name)).body) as Result }
  }

  test('it answers with the ids at once, and calls back with what was asked for and both ids', async () => {
    const { status, body, called } = await listen({
      ...{ output_objects: ['transcript_item', 'note'], note_generation_mode: 'fastest' },
      ...{ note_template: 'GENERAL_MEDICINE', client_request_id: 'request-1' },
    })
    assert.equal(status, 200)
    assert.deepEqual(Object.keys(body), ['request_id', 'client_request_id'])
    assert.match(String(body.request_id), UUID)
    assert.equal(body.client_request_id, 'request-1')
    const result = await called()
    assert.deepEqual(Object.keys(result).sort(), ['client_request_id', 'note', 'request_id', 'transcript'])
    assert.equal(result.request_id, body.request_id)
    assert.equal(result.client_request_id, 'request-1')
    for (const item of result.transcript ?? []) {
      assert.deepEqual(Object.keys(item), ['text', 'speaker', 'start_offset_ms', 'end_offset_ms'])
      assert.ok(['doctor', 'patient', 'unspecified'].includes(item.speaker))
      assert.ok(Number.isInteger(item.start_offset_ms) && item.start_offset_ms < item.end_offset_ms)
    }
    assert.deepEqual(Object.keys(result.note ?? {}), ['sections'])
    for (const section of result.note?.sections ?? []) assert.deepEqual(Object.keys(section), ['key', 'title', 'text'])
    assert.equal(result.note?.sections[0]?.key, 'CHIEF_COMPLAINT')
  })

  test('only what was asked for comes, and no client id where none was given', async () => {
    const transcript = await listen()
    assert.deepEqual(Object.keys(transcript.body), ['request_id'])
    assert.deepEqual(Object.keys(await transcript.called()).sort(), ['request_id', 'transcript'])
    const note = await listen({ output_objects: ['note'], note_generation_mode: 'highest_quality' })
    assert.deepEqual(Object.keys(await note.called()).sort(), ['note', 'request_id'])
  })

  test('sentences are apart when they are asked for, and together where no pause is between them', async () => {
    const apart = await (await listen({ split_by_sentence: true })).called()
    const together = await (await listen({ split_by_sentence: undefined })).called()
    assert.ok((apart.transcript?.length ?? 0) >= (together.transcript?.length ?? 0))
    const textOf = ({ transcript }: Result) => transcript?.map(({ text }) => text).join(' ')
    assert.equal(textOf(apart), textOf(together))
  })

  test('each documented language is taken, or refused for want of a recogniser', async () => {
    for (const language of ['en', 'en-US', 'en-GB']) assert.equal((await listen({ language })).status, 200, language)
    for (const language of ['fr', 'fr-FR', 'es-ES', 'es-MX']) {
      const { status, body } = await listen({ language })
      assert.equal(status, 422, language)
      assert.match(String(body.message), /No recogniser for (fr|es)-/)
    }
  })

  test('all bases and spellings lead to the same', async () => {
    const paths = ['/copilot/listen-async', '/listen-async', '/listen_async', '/v1/copilot-api/server/listen-async']
    const more = [
      '/v1/copilot-api/user/copilot/listen_async',
      '/v1/core/server/listen-async',
      '/v1/core/user/listen-async',
    ]
    for (const path of [...paths, ...more]) assert.equal((await listen({}, path)).status, 200, path)
  })

  test('a file that cannot be had is called back as an error with both ids', async () => {
    const { status, called } = await listen({ file_url: customer.callback('no.wav'), client_request_id: 'lost' })
    assert.equal(status, 200)
    const { request_id, ...error } = (await called()) as unknown as Record<string, unknown>
    assert.match(String(request_id), UUID)
    assert.deepEqual(Object.keys(error).sort(), ['client_request_id', 'code', 'message', 'name'])
    assert.deepEqual([error.code, error.name, error.client_request_id], [400, 'ADDRESS_FAILED', 'lost'])
  })

  test('a transcript that is too short for a note is called back as Nabla words it', async () => {
    const short = await openCustomer(await synthesize('anullsrc', 3))
    const { called } = await listen({ file_url: short.audio, output_objects: ['note'] })
    const { request_id: _, ...error } = (await called()) as unknown as Record<string, unknown>
    assert.deepEqual(error, {
      message: "We can't generate the note when the transcript is too short.",
      code: 83005,
      name: 'NOTE_GENERATION_TRANSCRIPT_TOO_SHORT',
    })
    await short[Symbol.asyncDispose]()
  })

  test('the same client request id gives the first request, and with other content 409', async () => {
    const ask = (changes: object = {}) =>
      nabla.call('POST', '/listen-async', {
        ...{ file_url: customer.audio, callback_url: customer.callback('same'), ...REQUIRED },
        ...{ client_request_id: 'same', ...changes },
      })
    const [first, second] = [await ask(), await ask()]
    assert.deepEqual(second.body, first.body)
    const other = await ask({ language: 'en-GB' })
    assert.equal(other.status, 409)
    assert.equal(other.body.name, 'REQUEST_REUSED')
  })

  test('the synchronous route takes a form and answers the same, however its parameters are sent', async () => {
    const parameters = { output_objects: ['transcript_item', 'note'], language: 'en-US', note_template: 'SOAP' }
    for (const isBlob of [false, true]) {
      const form = await nablaForm(recording, parameters, isBlob)
      const { status, body } = await nabla.call<Result>('POST', '/v1/copilot-api/user/copilot/listen', form)
      assert.equal(status, 200)
      assert.deepEqual(Object.keys(body).sort(), ['note', 'transcript'])
      assert.equal(body.note?.sections[0]?.key, 'SOAP_SUBJECTIVE')
      assert.match(body.transcript?.[0]?.text ?? '', /headache for 3 days/)
    }
  })

  test('11 minutes are too long for it, and an hour for the asynchronous one', async () => {
    const long = await synthesize('anullsrc', 660, 'mp3')
    const { status, body } = await nabla.call('POST', '/copilot/listen', await nablaForm(long, REQUIRED))
    assert.equal(status, 400)
    assert.deepEqual(body, {
      message: 'The recording lasts 11 min; the limit is 10 min: send it in parts.',
      code: 400,
      name: 'AUDIO_TOO_LONG',
    })
  })
})
