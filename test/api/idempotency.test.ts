import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'

const NOTE = {
  note_locale: 'en-US',
  transcript_items: [{ text: 'I have had a headache for three days.', speaker: 'patient' }],
}

describe('a repeated Idempotency-Key', () => {
  let osler: TestSystem
  let headache: string
  let cough: string

  before(async () => {
    osler = await openTestSystem({ doorSettings: { intron: { uploadsPerMinute: 1000 } } }, false)
    headache = await speak('I have had a headache for three days')
    cough = await speak('I have a cough')
  })
  after(() => osler[Symbol.asyncDispose]())

  async function post(path: string, key: string, body?: unknown) {
    const isForm = body instanceof FormData
    const response = await osler.ask(path, {
      method: 'POST',
      headers: { 'idempotency-key': key, ...(body !== undefined && !isForm && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  async function upload(key: string, file: string) {
    const form = new FormData()
    form.append('audio_file_name', 'x')
    form.append('audio_file_blob', await openAsBlob(file), 'x.wav')
    return post('/file/v1/upload', key, form)
  }

  async function audioForm(file: string) {
    const form = new FormData()
    form.append('file', await openAsBlob(file), 'x.wav')
    return form
  }

  test('gives the same file id for the same upload, and 409 for another', async () => {
    const first = await upload('upload', headache)
    assert.deepEqual(await upload('upload', headache), first)
    const other = await upload('upload', cough)
    assert.equal(other.status, 409)
    assert.match(String(other.body.message), /idempotency key was used before, with other content/)
  })

  test('gives one job when two come at once', async () => {
    const [first, second] = await Promise.all([upload('twice', headache), upload('twice', headache)])
    assert.equal(first.status, 200)
    assert.deepEqual(second, first)
  })

  test('gives the same request for words', async () => {
    const first = await post('/generate-note-async', 'words', NOTE)
    assert.equal(first.status, 200)
    assert.deepEqual(await post('/generate-note-async', 'words', NOTE), first)
    assert.equal((await post('/generate-note-async', 'words', { ...NOTE, note_template: 'SOAP' })).status, 409)
  })

  test('gives the answer that was given first where no job is made', async () => {
    for (const [path, body, other] of [
      ['/users', {}, { external_id: 'x' }],
      ['/sessions', {}, { patient_profile_id: 'p' }],
      ['/patient-profiles', { first_name: 'A' }, { first_name: 'B' }],
    ] as const) {
      const first = await post(path, `key of ${path}`, body)
      assert.equal(first.status, 200)
      assert.deepEqual(await post(path, `key of ${path}`, body), first)
      assert.equal((await post(path, `key of ${path}`, other)).status, 409)
      assert.notDeepEqual((await post(path, `another key of ${path}`, body)).body, first.body)
    }
  })

  test('keeps one of two copies of an uploaded recording', async () => {
    const { body } = await post('/sessions', 'session')
    const path = `/sessions/${body.session_id}/upload-audio`
    const first = await post(path, 'audio', await audioForm(headache))
    assert.deepEqual(await post(path, 'audio', await audioForm(headache)), first)
    assert.equal((await post(path, 'audio', await audioForm(cough))).status, 409)
    const live = await osler.ask(`/sessions/${body.session_id}/transcript/live`)
    const { response } = (await live.json()) as { response: { user_uploaded: unknown[] } }
    assert.equal(response.user_uploaded.length, 1)
  })

  test('makes one series, upload, key and callback secret, and keeps no secret to show it again', async () => {
    const series = await post('/api/series', 'series')
    assert.equal(series.status, 201)
    assert.deepEqual(await post('/api/series', 'series'), series)
    const begin = () =>
      osler.ask('/api/uploads', { method: 'POST', headers: { 'upload-length': '9', 'idempotency-key': 'upload' } })
    assert.equal((await begin()).headers.get('location'), (await begin()).headers.get('location'))
    const key = await post('/api/keys', 'key', { name: 'once' })
    assert.equal(key.status, 201)
    const again = await post('/api/keys', 'key', { name: 'once' })
    assert.deepEqual([again.status, JSON.stringify(again.body).includes(String(key.body.id))], [409, true])
    const { keys } = (await (await osler.ask('/api/keys')).json()) as { keys: { name: string }[] }
    assert.equal(keys.filter(({ name }) => name === 'once').length, 1)
    const rotated = await post('/api/callback-secrets/rotate', 'rotate')
    assert.deepEqual(await post('/api/callback-secrets/rotate', 'rotate'), rotated)
    const kept = JSON.stringify(await osler.system.forDoors.db.selectFrom('records').select('data').execute())
    assert.ok(!kept.includes(String(key.body.secret)))
    for (const secret of rotated.body.secrets as string[]) assert.ok(!kept.includes(secret))
  })

  test('is of one place: the same bytes elsewhere are refused, and no client takes a key of the server', async () => {
    const begin = async (key: string) => String((await post('/api/series', key)).body.id)
    const [first, second] = [await begin('one'), await begin('two')]
    const send = async (series: string) =>
      post(`/api/series/${series}/segments/0`, 'segment', await audioForm(headache))
    assert.equal((await send(first)).status, 202)
    assert.equal((await send(second)).status, 409)
    const { body } = await post('/sessions', 'with a recording')
    const path = `/sessions/${body.session_id}`
    const kept = await post(`${path}/upload-audio`, 'kept', await audioForm(cough))
    const { id } = kept.body.uploaded_audio as { id: string }
    assert.equal((await post('/generate-note-async', `hear ${id}`, NOTE)).status, 200)
    // Nobody works here: it is waited for, and not refused.
    const heard = await osler.ask(`${path}/transcript`, { signal: AbortSignal.timeout(1500) }).catch(() => undefined)
    assert.notEqual(heard?.status, 409)
  })

  test('of more than 255 characters is refused', async () => {
    const { status, body } = await post('/generate-note-async', 'x'.repeat(256), NOTE)
    assert.deepEqual(
      [status, body.message],
      [400, 'The header "Idempotency-Key" has 256 characters; the limit is 255.'],
    )
  })
})
