import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { newId } from '../../../src/domain/ids.ts'
import { createKey, hashSecret } from '../../../src/store/keys.ts'
import { ensureTenant } from '../../../src/store/tenants.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'
import { convert, cutOff, fileOf, onTwoChannels, speak, synthesize } from '../../support/recordings.ts'
import { until } from '../../support/until.ts'

interface Envelope {
  status: string
  message: string
  data: Record<string, unknown>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

describe("Intron's file API, as its upload pages document it", () => {
  let osler: TestSystem
  let headache: string

  before(async () => {
    osler = await openTestSystem({ doorSettings: { intron: { uploadsPerMinute: 1000 } } })
    headache = await speak('good morning doctor I have had a headache for three days')
  })
  after(() => osler[Symbol.asyncDispose]())

  async function send(path: string, file: string | undefined, fields: Record<string, string>, key?: string) {
    const form = new FormData()
    // The documentation sends the options behind the file as well as before it.
    if (fields.audio_file_name) form.append('audio_file_name', fields.audio_file_name)
    if (file) form.append('audio_file_blob', await openAsBlob(file), 'file.wav')
    for (const [name, value] of Object.entries(fields)) if (name !== 'audio_file_name') form.append(name, value)
    const response = await osler.ask(path, { method: 'POST', body: form, ...(key && { key }) })
    return { response, body: (await response.json()) as Envelope }
  }

  const status = async (fileId: unknown) => (await osler.ask(`/file/v1/status/${fileId}`)).json() as Promise<Envelope>

  const finished = async (fileId: unknown) =>
    until('the file is done', async () => {
      const body = await status(fileId)
      return /TRANSCRIBED|FAILED/.test(String(body.data.processing_status)) && body
    })

  test('an upload answers with a file id and nothing else, and with rate headers', async () => {
    const { response, body } = await send('/file/v1/upload', headache, { audio_file_name: 'file-1' })
    assert.equal(response.status, 200)
    assert.deepEqual(Object.keys(body), ['data', 'message', 'status'])
    assert.deepEqual(Object.keys(body.data), ['file_id'])
    assert.match(String(body.data.file_id), UUID)
    assert.equal(body.message, 'file queued for processing')
    assert.equal(body.status, 'Ok')
    assert.equal(response.headers.get('x-ratelimit-limit'), '1000')
    for (const header of ['x-ratelimit-remaining', 'x-ratelimit-reset'])
      assert.match(response.headers.get(header) ?? '', /^\d+$/)
    const reset = Number(response.headers.get('x-ratelimit-reset')) - Date.now() / 1000
    assert.ok(reset > 0 && reset < 62, 'the reset is a time in epoch seconds')
  })

  test('the status gives the transcript and the documents that were asked for, in Markdown', async () => {
    const fields = { audio_file_name: '"file-1"', get_summary: 'TRUE', get_soap_note: '"TRUE"', get_clerking: 'FALSE' }
    const { body } = await send('/file/v1/upload', headache, fields)
    const done = await finished(body.data.file_id)
    assert.equal(done.message, 'file status found')
    assert.equal(done.status, 'Ok')
    const { audio_transcript, transcript_summary, transcript_soap_note, ...rest } = done.data
    assert.deepEqual(rest, {
      audio_file_name: 'file-1',
      processing_status: 'FILE_TRANSCRIBED',
      processed_audio_duration_in_seconds: 3,
    })
    assert.match(String(audio_transcript), /headache for 3 days/)
    assert.match(String(transcript_soap_note), /^# SOAP note\n\n## Subjective\n\n- /)
    assert.match(String(transcript_summary), /^# Summary\n/)
  })

  test('the synchronous upload waits and answers with the transcript and the file id', async () => {
    const { response, body } = await send('/file/v1/upload/sync', headache, { audio_file_name: 'myfile' })
    assert.equal(response.status, 200)
    assert.deepEqual(Object.keys(body.data), [
      ...['file_id', 'audio_file_name', 'processing_status', 'audio_transcript', 'processed_audio_duration_in_seconds'],
    ])
    assert.equal(body.message, 'file status found')
  })

  test('a diarized transcript has a line for each change of speaker', async () => {
    const answer = await speak('for about three days', 'rms')
    const stereo = await onTwoChannels(headache, answer, 3500)
    const fields = { audio_file_name: 'x', use_diarization: 'TRUE' }
    const { body } = await send('/file/v1/upload/sync', stereo, fields)
    assert.match(String(body.data.audio_transcript), /^SPEAKER_01: Good morning.*\nSPEAKER_02: /s)
  })

  test('the synchronous upload answers 408 with the file id when processing takes too long, and goes on', async () => {
    await using slow = await openTestSystem({ doorSettings: { intron: { syncWaitSeconds: 0 } } }, false)
    const form = new FormData()
    form.append('audio_file_name', 'x')
    form.append('audio_file_blob', await openAsBlob(headache), 'x.wav')
    const response = await slow.ask('/file/v1/upload/sync', { method: 'POST', body: form })
    const body = (await response.json()) as Envelope
    assert.equal(response.status, 408)
    assert.equal(body.message, 'file queued for processing')
    const waiting = (await (await slow.ask(`/file/v1/status/${body.data.file_id}`)).json()) as Envelope
    assert.deepEqual(waiting.data, { audio_file_name: 'x', processing_status: 'FILE_QUEUED' })
  })

  test('silence is no error: an empty transcript', async () => {
    const { body } = await send('/file/v1/upload/sync', await synthesize('anullsrc', 5), { audio_file_name: 'x' })
    assert.equal(body.data.processing_status, 'FILE_TRANSCRIBED')
    assert.equal(body.data.audio_transcript, '')
  })

  const refusals: [string, () => Promise<string | undefined>, Record<string, string>, number, RegExp][] = [
    ['text named .mp3', () => fileOf('This is a letter.\n'.repeat(9000), 'mp3'), {}, 400, /no recording.*wav, mp3/],
    ['an empty file', () => fileOf('', 'wav'), {}, 400, /no bytes/],
    ['a missing file', async () => undefined, {}, 400, /"audio_file_blob"/],
    ['a video without sound', () => synthesize('testsrc', 2, 'mp4'), {}, 400, /no sound/],
    ['0.5 s', () => synthesize('sine', 0.5), {}, 400, /lasts 0.5 s; the minimum is 1 s/],
    ['11 minutes', () => synthesize('anullsrc', 660, 'mp3'), {}, 400, /lasts 11 min; the limit is 10 min/],
    ['a truncated m4a', async () => cutOff(await convert(headache, 'm4a'), 0.5), {}, 400, /damaged/],
    [
      'French',
      async () => headache,
      { use_language_asr_input: 'fr-FR' },
      400,
      /No recogniser for fr-FR is installed: `osler models pull parakeet/,
    ],
    ['no language', async () => headache, { use_language_asr_input: 'not a code' }, 400, /no language code/],
    ['an unknown category', async () => headache, { use_category: 'x' }, 400, /must be one of file_category_general/],
    [
      'a private address',
      async () => undefined,
      { audio_file_url: 'http://127.0.0.1/a.wav' },
      400,
      /OSLER_ALLOW_HOSTS/,
    ],
    ['a file address', async () => undefined, { audio_file_blob: 'file:///etc/passwd' }, 400, /https or http/],
  ]
  for (const [what, makeFile, fields, code, message] of refusals) {
    test(`${what} is refused with a sentence, before any work`, async () => {
      const { response, body } = await send('/file/v1/upload', await makeFile(), { audio_file_name: 'x', ...fields })
      assert.match(body.message, message)
      assert.equal(response.status, code)
      assert.deepEqual(body, { data: {}, message: body.message, status: 'Error' })
    })
  }

  test('101 MB are refused with the limit, and the client reads the answer', async () => {
    const large = await synthesize('anullsrc=r=48000:cl=stereo', 552, 'wav')
    const { response, body } = await send('/file/v1/upload', large, { audio_file_name: 'x' })
    assert.equal(response.status, 413)
    assert.match(body.message, /limit of 100 MB/)
  })

  test('a missing name, a wrong key, no key and an unknown id are refused', async () => {
    assert.match((await send('/file/v1/upload', headache, {})).body.message, /"audio_file_name" is missing/)
    const wrong = await send('/file/v1/upload', headache, { audio_file_name: 'x' }, 'wrong')
    assert.equal(wrong.response.status, 401)
    assert.deepEqual(wrong.body.data, {})
    assert.equal((await fetch(`${osler.address}/file/v1/status/${newId()}`)).status, 401)
    assert.equal((await osler.ask(`/file/v1/status/${newId()}`)).status, 404)
    assert.equal((await osler.ask('/file/v1/status/x')).status, 404)
  })

  test("another tenant's file does not exist", async () => {
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'other')
    await createKey(db, { tenantId: 'other', name: 'o', scopes: ['read'], secretHash: hashSecret('other-key') })
    const { body } = await send('/file/v1/upload', headache, { audio_file_name: 'x' })
    assert.equal((await osler.ask(`/file/v1/status/${body.data.file_id}`, { key: 'other-key' })).status, 404)
    const refused = await send('/file/v1/upload', headache, { audio_file_name: 'x' }, 'other-key')
    assert.equal(refused.response.status, 403)
  })

  test('too many uploads in a minute are answered 429 with the time to wait', async () => {
    await using strict = await openTestSystem({ doorSettings: { intron: { uploadsPerMinute: 1 } } }, false)
    await strict.ask('/file/v1/upload', { method: 'POST', body: new FormData() })
    const response = await strict.ask('/file/v1/upload', { method: 'POST', body: new FormData() })
    assert.equal(response.status, 429)
    assert.match(((await response.json()) as Envelope).message, /More than 1 requests in a minute/)
    assert.match(response.headers.get('retry-after') ?? '', /^\d+$/)
  })
})
