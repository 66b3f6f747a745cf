import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'

describe('what clients send as a body', () => {
  let osler: TestSystem
  before(async () => {
    osler = await openTestSystem({}, false)
  })
  after(() => osler[Symbol.asyncDispose]())

  const post = (path: string, type: string, body = '') =>
    osler.ask(path, { method: 'POST', body, headers: { 'content-type': type } })

  for (const type of [
    'application/x-www-form-urlencoded',
    'application/json',
    'text/plain',
    'application/xml',
    '*/*',
  ]) {
    test(`a POST of nothing that says ${type} is a request without a body`, async () => {
      for (const path of ['/sessions', '/users']) assert.equal((await post(path, type)).status, 200, path)
      const begun = (await (await post('/sessions', type)).json()) as { session_id: string }
      const series = `/sessions/${begun.session_id}/restful-segment-transcription`
      const { recording_id } = (await (await post(series, type)).json()) as { recording_id: string }
      assert.deepEqual(await (await post(`${series}/${recording_id}:finish`, type)).json(), { is_success: true })
    })
  }

  test('a body sent in chunks is nothing where no chunk comes, whatever type it says', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain', undefined]) {
      const body = new ReadableStream({ start: (controller) => controller.close() })
      const headers = type === undefined ? {} : { 'content-type': type }
      const sent = { method: 'POST', body, headers, duplex: 'half' } as const
      assert.equal((await osler.ask('/sessions', sent)).status, 200, type)
    }
    assert.equal((await post('/sessions', 'application/json', ' \r\n')).status, 200)
    assert.equal((await post('/sessions', 'text/plain', 'x')).status, 415)
  })

  test('an upload of nothing asks for the recording, whatever type it says', async () => {
    for (const type of ['multipart/form-data; boundary=b', 'application/x-www-form-urlencoded', 'application/json']) {
      const response = await post('/v1/audio/transcriptions', type)
      assert.equal(response.status, 400, type)
      const { error } = (await response.json()) as { error: { code: string } }
      assert.equal(error.code, 'field_missing')
    }
  })

  test('a urlencoded form counts as a multipart form does', async () => {
    const type = 'application/x-www-form-urlencoded'
    const form = new URLSearchParams({ audio_file_name: 'x', audio_file_url: 'http://127.0.0.1:1/x.wav' })
    const response = await post('/file/v1/upload', type, form.toString())
    assert.equal(response.status, 400)
    assert.match(((await response.json()) as { message: string }).message, /private network/)
    const token = await post('/oauth/token', type, new URLSearchParams({ grant_type: 'password' }).toString())
    assert.match(((await token.json()) as { message: string }).message, /grant_type/)
  })

  test('a character that is no text is refused, wherever it stands; a text about it is taken', async () => {
    const listen = (id: string) => post('/listen-async', 'application/json', `{"client_request_id": "${id}"}`)
    for (const id of ['\\u0000', 'a\\\\\\u0000']) assert.match(await (await listen(id)).text(), /U\+0000/, id)
    assert.doesNotMatch(await (await listen('\\\\u0000')).text(), /U\+0000/)
    const form = await post('/file/v1/upload', 'application/x-www-form-urlencoded', 'audio_file_name=%00')
    assert.deepEqual([form.status, /U\+0000/.test(await form.text())], [400, true])
  })

  test('a compressed body is refused as one, not as a wrong object', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const response = await osler.ask('/v1/core/server/generate-note', { method: 'POST', body: gzipSync('{}'), headers })
    assert.equal(response.status, 415)
    assert.match(await response.text(), /compressed \(gzip\)/)
    for (const encoding of ['identity', 'Identity', 'utf-8', '']) {
      const sent = { method: 'POST', body: '{}', headers: { ...headers, 'content-encoding': encoding } }
      assert.equal((await osler.ask('/sessions', sent)).status, 200, encoding)
    }
  })

  test('a form that breaks off is refused, wherever it does', async () => {
    const head = (name: string) => `--b\r\ncontent-disposition: form-data; name="${name}"; filename="a.wav"\r\n\r\n`
    const wav = await readFile('samples/consultation.ogg')
    const uploads = { '/v1/audio/transcriptions': 'file', '/file/v1/upload': 'audio_file_blob', '/listen': 'file' }
    for (const [path, name] of Object.entries(uploads)) {
      for (const bytes of [0, 10, 1000, wav.length]) {
        const body = Buffer.concat([Buffer.from(head(name)), wav.subarray(0, bytes)])
        const response = await osler.ask(path, {
          ...{ method: 'POST', body, headers: { 'content-type': 'multipart/form-data; boundary=b' } },
        })
        assert.equal(response.status, 400, `${path} after ${bytes} bytes: ${await response.text()}`)
      }
    }
  })

  test('JSON over the limit is 413, and says so', async () => {
    const response = await post('/generate-note', 'application/json', JSON.stringify({ text: 'x'.repeat(2 ** 20) }))
    assert.equal(response.status, 413)
    assert.match(await response.text(), /larger than/)
  })
})
