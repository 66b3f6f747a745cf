import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { formOf, openHeidiClient } from '../../support/heidi-client.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'
import { fileOf, speak } from '../../support/recordings.ts'

describe("what Heidi's door refuses, in Heidi's body", () => {
  let osler: TestSystem
  let heidi: ReturnType<typeof openHeidiClient>

  before(async () => {
    osler = await openTestSystem({ maxMegabytes: 1 }, false)
    heidi = openHeidiClient(osler)
    await heidi.signIn()
  })
  after(() => osler[Symbol.asyncDispose]())

  test('malformed JSON and other content types', async () => {
    const send = async (body: string, type: string) => {
      const response = await osler.ask('/sessions', { method: 'POST', body, headers: { 'content-type': type } })
      return { status: response.status, body: (await response.json()) as { detail: { msg: string }[] | string } }
    }
    const malformed = await send('{', 'application/json')
    assert.equal(malformed.status, 422)
    assert.match((malformed.body.detail as { msg: string }[])[0]?.msg ?? '', /malformed/)
    const text = await send('x', 'text/plain')
    assert.deepEqual([text.status, typeof text.body.detail], [415, 'string'])
  })

  test('a missing file, and one that is too large', async () => {
    const session = await heidi.begin()
    const empty = new FormData()
    empty.append('start_time', '2024-12-11T03:57:57Z')
    const missing = await heidi.call('POST', `${session}/upload-audio`, empty)
    assert.equal(missing.status, 422)
    assert.match((missing.body.detail as { msg: string }[])[0]?.msg ?? '', /"file"/)
    const large = await fileOf(`RIFF\0\0\0\0WAVEfmt ${'\0'.repeat(1_100_000)}`, 'wav')
    const refused = await heidi.call('POST', `${session}/upload-audio`, await formOf(large, {}))
    assert.equal(refused.status, 413)
    assert.match(String(refused.body.detail), /limit of 1 MB/)
  })

  test('a language without a recogniser, before any segment is taken', async () => {
    const session = await heidi.begin()
    await heidi.call('PATCH', session, { language_code: 'fr' })
    const { body } = await heidi.call('POST', `${session}/restful-segment-transcription`)
    const path = `${session}/restful-segment-transcription/${body.recording_id}:transcribe`
    const refused = await heidi.call('POST', path, await formOf(await speak('hello'), { index: '0' }))
    assert.equal(refused.status, 422)
    assert.match(String(refused.body.detail), /No recogniser for fr is installed/)
  })

  test('too many requests, with the time to wait', async () => {
    await using busy = await openTestSystem({ requestsPerMinute: 1 }, false)
    await busy.ask('/sessions', { method: 'POST' })
    const response = await busy.ask('/sessions', { method: 'POST' })
    assert.equal(response.status, 429)
    assert.match(response.headers.get('retry-after') ?? '', /^\d+$/)
    assert.match(((await response.json()) as { detail: string }).detail, /More than 1 requests in a minute/)
  })
})
