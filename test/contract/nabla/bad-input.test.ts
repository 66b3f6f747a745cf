import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { nablaForm, openNablaClient } from '../../support/nabla-client.ts'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'
import { fileOf, speak } from '../../support/recordings.ts'

const LISTEN = {
  ...{ file_url: 'https://8.8.8.8/a.wav', output_objects: ['note'], language: 'en-US', split_by_sentence: false },
  callback_url: 'https://8.8.8.8/callback',
}

describe("what Nabla's door refuses, in Nabla's body", () => {
  let osler: TestSystem
  let nabla: ReturnType<typeof openNablaClient>

  before(async () => {
    osler = await openTestSystem({ uploadsPerMinute: 1000, maxMegabytes: 1 }, false)
    nabla = openNablaClient(osler)
  })
  after(() => osler[Symbol.asyncDispose]())

  function assertRefused({ status, body }: { status: number; body: object }, expected: number, message: RegExp) {
    const { message: said, code, name, ...rest } = body as { message: string; code: number; name: string }
    assert.match(said, message)
    assert.equal(status, expected)
    assert.equal(code, expected)
    assert.match(name, /^[A-Z_]+$/)
    assert.deepEqual(rest, {})
  }

  const wrong: [string, object, number, RegExp][] = [
    ['an unknown language', { language: 'xx' }, 400, /language: .*"en-US"/],
    ['an unknown output', { output_objects: ['video'] }, 400, /output_objects\/0: .*"transcript_item"\|"note"/],
    ['no output', { output_objects: [] }, 400, /output_objects/],
    ['an unknown template', { note_template: 'X' }, 400, /note_template: .*"GENERAL_MEDICINE"/],
    ['an unknown mode', { note_generation_mode: 'slow' }, 400, /"highest_quality"\|"fastest"/],
    ['a missing address', { file_url: undefined }, 400, /file_url/],
    ['a missing callback', { callback_url: undefined }, 400, /callback_url/],
    ['a client id of 129 characters', { client_request_id: 'x'.repeat(129) }, 400, /client_request_id: .*128/],
    ['split_by_sentence as text', { split_by_sentence: 'yes' }, 400, /split_by_sentence: .*boolean/],
    ['a file address', { file_url: 'file:///etc/passwd' }, 400, /must use https or http/],
    ['an address with a password', { file_url: 'https://a:b@8.8.8.8/a.wav' }, 400, /user name or password/],
    ['a private address', { file_url: 'http://10.0.0.1/a.wav' }, 400, /OSLER_ALLOW_HOSTS/],
    ['a callback to this machine', { callback_url: 'http://localhost:5432/' }, 400, /OSLER_ALLOW_HOSTS/],
    ['a callback by ftp', { callback_url: 'ftp://8.8.8.8/' }, 400, /must use https or http/],
  ]
  for (const [what, changes, status, message] of wrong) {
    test(`${what} is refused at once`, async () => {
      assertRefused(await nabla.call('POST', '/copilot/listen-async', { ...LISTEN, ...changes }), status, message)
    })
  }

  test('malformed JSON and other content types are refused', async () => {
    const send = async (body: string, type: string) => {
      const response = await osler.ask('/listen-async', { method: 'POST', body, headers: { 'content-type': type } })
      return { status: response.status, body: (await response.json()) as object }
    }
    assertRefused(await send('{"file_url":', 'application/json'), 400, /malformed/)
    assertRefused(await send('file_url=x', 'text/plain'), 415, /content type/)
  })

  test('a version that is none is refused', async () => {
    const headers = { 'X-Nabla-Api-Version': 'newest' }
    assertRefused(await nabla.call('POST', '/listen-async', LISTEN, { headers }), 400, /version is "newest"/)
  })

  test('forms without a part, with another or with too large a one are refused', async () => {
    const speech = await speak('hello')
    const noFile = await nablaForm(speech, LISTEN)
    noFile.delete('file')
    assertRefused(await nabla.call('POST', '/listen', noFile), 400, /"file"/)
    const noFields = await nablaForm(speech, LISTEN)
    noFields.delete('request_parameters')
    assertRefused(await nabla.call('POST', '/listen', noFields), 400, /"request_parameters"/)
    const noJson = await nablaForm(speech, LISTEN)
    noJson.set('request_parameters', '{')
    assertRefused(await nabla.call('POST', '/listen', noJson), 400, /no JSON/)
    const otherPart = await nablaForm(speech, LISTEN)
    otherPart.append('audio', new Blob(['x']), 'x')
    assertRefused(await nabla.call('POST', '/listen', otherPart), 400, /came as "audio"/)
    const wav = `RIFF\0\0\0\0WAVEfmt ${'\0'.repeat(1_100_000)}`
    const large = await nablaForm(await fileOf(wav, 'wav'), LISTEN)
    assertRefused(await nabla.call('POST', '/listen', large), 413, /limit of 1 MB/)
  })

  test('a wrong key is refused, and so are too many requests, with the time to wait', async () => {
    assertRefused(await nabla.call('POST', '/listen-async', LISTEN, { key: 'wrong' }), 401, /API key/)
    await using busy = await openTestSystem({ uploadsPerMinute: 1 }, false)
    const client = openNablaClient(busy)
    await client.call('POST', '/listen-async', {})
    const second = await client.call('POST', '/listen-async', {})
    assertRefused(second, 429, /More than 1 requests in a minute/)
    assert.match(second.headers.get('retry-after') ?? '', /^\d+$/)
  })
})
