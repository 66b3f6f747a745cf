import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { LANGUAGES } from '../../../src/api/doors/intron/languages.ts'
import { CATEGORIES } from '../../../src/api/doors/intron/options.ts'
import { openCustomer } from '../../support/nabla-client.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'
import { speak } from '../../support/recordings.ts'
import { until } from '../../support/until.ts'

interface Envelope {
  status: string
  message: string
  data: Record<string, unknown>
}

const ALWAYS = [
  'file_id',
  'audio_file_name',
  'processing_status',
  'audio_transcript',
  'processed_audio_duration_in_seconds',
]

describe("Intron's options, as its upload pages document them", () => {
  let osler: TestSystem
  let headache: string

  before(async () => {
    const limits = { doorSettings: { intron: { uploadsPerMinute: 1000, syncUploadsPerMinute: 1000 } } }
    osler = await openTestSystem({ ...limits, allowHosts: ['127.0.0.1'] })
    headache = await speak('I have had a headache for three days')
  })
  after(() => osler[Symbol.asyncDispose]())

  async function send(fields: Record<string, string>, path = '/file/v1/upload/sync') {
    const form = new FormData()
    form.append('audio_file_name', 'x')
    form.append('audio_file_blob', await openAsBlob(headache), 'file.wav')
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const response = await osler.ask(path, { method: 'POST', body: form })
    return { status: response.status, headers: response.headers, body: (await response.json()) as Envelope }
  }

  const statusOf = async (fileId: unknown, query = '') => {
    const done = await until('the file is done', async () => {
      const body = (await (await osler.ask(`/file/v1/status/${fileId}${query}`)).json()) as Envelope
      return /TRANSCRIBED|FAILED/.test(String(body.data.processing_status)) && body
    })
    return done
  }

  for (const [use_category, options] of Object.entries(CATEGORIES)) {
    test(`${use_category}: each of its options comes back under its key, and no other`, async () => {
      const asked = Object.fromEntries(options.map((option) => [option, 'TRUE']))
      const { body } = await send({ use_category, ...asked })
      const keys = options.map((option) => option.replace('get_', 'transcript_'))
      assert.deepEqual(Object.keys(body.data), [...ALWAYS, ...keys], body.message)
      for (const key of keys) assert.match(String(body.data[key]), /^# .+/, key)
      const { data } = await statusOf(body.data.file_id, '?get_structured_post_processing=t')
      for (const key of keys) {
        assert.deepEqual(Object.keys(data[key] as object), ['title', 'text', 'sections'], key)
        assert.equal((data[key] as { text: string }).text, body.data[key])
      }
    })
  }

  test('options of another category are left out', async () => {
    const { body } = await send({ use_category: 'file_category_general', get_summary: 'TRUE', get_soap_note: 'TRUE' })
    assert.deepEqual(Object.keys(body.data), [...ALWAYS, 'transcript_summary'])
  })

  test('yes and no are understood as clients write them, and anything else is refused', async () => {
    for (const yes of ['TRUE', 'true', 't', '"TRUE"', "'True'"]) {
      assert.ok('transcript_summary' in (await send({ get_summary: yes })).body.data, yes)
    }
    for (const no of ['FALSE', 'f', '""', ''])
      assert.ok(!('transcript_summary' in (await send({ get_summary: no })).body.data), no)
    for (const name of ['get_summary', 'use_diarization']) {
      const { status, body } = await send({ [name]: 'maybe' })
      assert.deepEqual([status, body.status], [400, 'Error'])
      assert.equal(body.message, `"${name}" is "maybe"; it must be TRUE or FALSE.`)
    }
    const query = await osler.ask('/file/v1/status/x?get_structured_post_processing=maybe')
    assert.ok([400, 404].includes(query.status))
  })

  test('codes are in Markdown, and as fields in JSON', async () => {
    const { body } = await send({ get_icd_codes: 'TRUE' })
    assert.match(String(body.data.transcript_icd_codes), /- \*\*R51\.9\*\* Headache, unspecified/)
    const { data } = await statusOf(body.data.file_id, '?get_structured_post_processing=t')
    const { sections } = data.transcript_icd_codes as { sections: { items: Record<string, string>[] }[] }
    assert.equal(sections[0]?.items[0]?.code, 'R51.9')
  })

  test('the recording may come as an address under both names, in a form or in JSON', async () => {
    await using customer = await openCustomer(headache)
    const json = async (fields: object) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' } }
      const response = await osler.ask('/file/v1/upload', { ...init, body: JSON.stringify(fields) })
      return (await response.json()) as Envelope
    }
    const form = async (name: string, address: string) => {
      const body = new FormData()
      body.append('audio_file_name', 'x')
      body.append(name, address)
      return (await (await osler.ask('/file/v1/upload', { method: 'POST', body })).json()) as Envelope
    }
    const answers = [
      await json({ audio_file_name: 'x', audio_file_blob: customer.audio, get_summary: true }),
      await json({ audio_file_name: 'x', audio_file_url: customer.audio }),
      await form('audio_file_blob', `"${customer.audio}"`),
      await form('audio_file_url', customer.audio),
    ]
    for (const { data, message } of answers) {
      const done = await statusOf(data.file_id)
      assert.match(String(done.data.audio_transcript), /headache for 3 days/, message)
    }
    const lost = await json({ audio_file_name: 'x', audio_file_url: customer.callback('no.wav') })
    const failed = await statusOf(lost.data.file_id)
    assert.equal(failed.data.processing_status, 'FILE_PROCESSING_FAILED')
    assert.match(failed.message, /answered 404/)
  })

  test('every language code of the document is known; an unknown one names them', async () => {
    for (const use_language_asr_input of LANGUAGES) {
      const { status, body } = await send({ use_language_asr_input }, '/file/v1/upload')
      if (use_language_asr_input === 'en') assert.equal(status, 200)
      else assert.match(body.message, /^No recogniser for [a-z]{2,3} is installed/, use_language_asr_input)
    }
    const { status, body } = await send({ use_language_asr_input: 'tlh' })
    assert.equal(status, 400)
    assert.match(body.message, /"tlh"; it must be one of af, ak, am/)
  })

  test('a template is written under its key, and an unknown one is refused', async () => {
    const { body } = await send({ use_template_id: 'cardiology' })
    assert.match(String(body.data.transcript_cardiology), /^# Cardiology/)
    for (const use_template_id of ['a3f32e46-afa4-42cb-9155-522dcf9aaaaa', 'a3f32e46-afa4-42cb-9155-522dcf9xyxyxd']) {
      const refused = await send({ use_template_id })
      assert.equal(refused.status, 400)
      assert.match(refused.body.message, /there is no (such )?template/i)
    }
  })

  test('a question is answered and nothing else is written', async () => {
    const { body } = await send({ get_answer: 'How long has the headache lasted?', get_summary: 'TRUE' })
    assert.deepEqual(Object.keys(body.data), [...ALWAYS, 'transcript_answer'])
    assert.match(String(body.data.transcript_answer), /headache for 3 days/)
  })

  test('clients of the newer service get 503 with the id where the older one sends 408', async () => {
    await using slow = await openTestSystem(
      { doorSettings: { intron: { syncWaitSeconds: 0, syncTimeoutStatus: '503' } } },
      false,
    )
    const form = new FormData()
    form.append('audio_file_name', 'x')
    form.append('audio_file_blob', await openAsBlob(headache), 'x.wav')
    const response = await slow.ask('/file/v1/upload/sync', { method: 'POST', body: form })
    const body = (await response.json()) as Envelope
    assert.deepEqual([response.status, body.status, body.message], [503, 'Ok', 'file queued for processing'])
    assert.deepEqual(Object.keys(body.data), ['file_id'])
  })

  test('each route has a limit of its own, and says when to come back', async () => {
    await using busy = await openTestSystem(
      { doorSettings: { intron: { statusPerMinute: 1, syncUploadsPerMinute: 1 } } },
      false,
    )
    for (const [path, method] of [
      ['/file/v1/status/x', 'GET'],
      ['/file/v1/upload/sync', 'POST'],
    ]) {
      await busy.ask(String(path), { method: String(method) })
      const response = await busy.ask(String(path), { method: String(method) })
      assert.equal(response.status, 429)
      assert.match(response.headers.get('retry-after') ?? '', /^\d+$/)
      assert.deepEqual(await response.json(), {
        data: {},
        message: `More than 1 requests in a minute: try again in ${response.headers.get('retry-after')} s.`,
        status: 'Error',
      })
    }
  })
})
