import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { createServer } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { newId } from '../../src/domain/ids.ts'
import { NOTE_KINDS } from '../../src/domain/note-kinds.ts'
import { createKey, hashSecret } from '../../src/store/keys.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { fileOf, speak, synthesize } from '../support/recordings.ts'
import { until } from '../support/until.ts'

interface Consultation {
  id: string
  durationMs?: number
  documents: string[]
  request: { id: string; status: string; progress: number; error?: { message: string } }
}

describe('the native API', () => {
  let osler: TestSystem
  let cough: string

  before(async () => {
    osler = await openTestSystem({ allowHosts: ['127.0.0.1'] })
    cough = await speak('I have had a bad cough for five days and I am allergic to penicillin')
  })
  after(() => osler[Symbol.asyncDispose]())

  async function send(file: string | undefined, fields: Record<string, string> = {}) {
    const form = new FormData()
    if (file) form.append('file', await openAsBlob(file), 'x.wav')
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    return osler.ask('/api/consultations', { method: 'POST', body: form })
  }

  const read = async <Body>(path: string): Promise<Body> => (await (await osler.ask(path)).json()) as Body
  const finished = (id: string) =>
    until('the consultation is done', async () => {
      const consultation = await read<Consultation>(`/api/consultations/${id}`)
      return consultation.request.status !== 'ongoing' && consultation
    })
  const process = async (file: string, fields?: Record<string, string>) =>
    finished(((await (await send(file, fields)).json()) as Consultation).id)

  test('a recording becomes a transcript and documents, whose every statement names the items it rests on', async () => {
    const accepted = await send(cough)
    assert.equal(accepted.status, 202)
    const { id } = (await accepted.json()) as Consultation
    assert.equal(accepted.headers.get('location'), `/api/consultations/${id}`)
    const done = await finished(id)
    assert.equal(done.request.progress, 1)
    assert.deepEqual(done.documents, ['soap_note', 'summary'])
    const transcript = await read<{ items: { id: string; words: { startMs: number; confidence: number }[] }[] }>(
      `/api/consultations/${id}/transcript`,
    )
    const ids = new Set(transcript.items.map((item) => item.id))
    const words = transcript.items.flatMap((item) => item.words)
    assert.ok(words.length > 10)
    assert.ok(words.every(({ confidence }) => confidence >= 0 && confidence <= 1))
    const { documents } = await read<{ documents: { sections: { statements: { evidence: string[] }[] }[] }[] }>(
      `/api/consultations/${id}/documents`,
    )
    const statements = documents.flatMap(({ sections }) => sections.flatMap((section) => section.statements))
    assert.ok(statements.length > 0)
    for (const { evidence } of statements) assert.ok(evidence.length > 0 && evidence.every((item) => ids.has(item)))
  })

  test('the transcript also comes as text, SRT and WebVTT, and a document as Markdown', async () => {
    const { id } = await process(cough)
    const text = async (path: string) => (await osler.ask(`/api/consultations/${id}/${path}`)).text()
    assert.match(await text('transcript?format=text'), /^I have had a bad \w+ for (five|5) days/)
    assert.match(await text('transcript?redact=true'), /"code":"redacted"/)
    assert.match(await text('transcript?format=srt'), /^1\n00:00:00,\d{3} --> 00:00:0/)
    assert.match(await text('transcript?format=vtt'), /^WEBVTT\n\n00:00:00\.\d{3} --> /)
    assert.match(
      await text('documents/soap_note?format=markdown'),
      /^# SOAP note\n\n## Subjective\n\n- The patient has/,
    )
    assert.match(await text('transcript?format=pdf'), /request_invalid/)
  })

  test('events tell the progress as it grows, and end with the outcome', async () => {
    const { id } = (await (await send(cough)).json()) as Consultation
    const response = await osler.ask(`/api/consultations/${id}/events`, { headers: { accept: 'text/event-stream' } })
    assert.match(response.headers.get('content-type') ?? '', /text\/event-stream/)
    const events = [...(await response.text()).matchAll(/event: (\w+)\ndata: (.*)\n/g)]
    const heard = events
      .filter(([, name]) => name === 'heard')
      .map(([, , data]) => JSON.parse(data ?? '') as { text: string })
    assert.match(heard.map(({ text }) => text).join(' '), /penicillin/)
    const states = events.filter(([, name]) => name !== 'heard')
    const progress = states.map(([, , data]) => (JSON.parse(data ?? '') as { progress: number }).progress)
    assert.deepEqual(
      progress,
      [...progress].sort((a, b) => a - b),
    )
    assert.equal(events.at(-1)?.[1], 'succeeded')
  })

  test('silence and noise give an empty transcript with a warning, and documents that say why they are empty', async () => {
    for (const source of [
      'anullsrc',
      'anoisesrc=a=0.3',
      'anoisesrc=a=0.3:c=pink',
      'anoisesrc=a=0.3:c=brown',
      'sine=50',
      'sine=440',
    ]) {
      const { id } = await process(await synthesize(source, 8))
      const transcript = await read<{ items: unknown[]; warnings: { code: string }[] }>(
        `/api/consultations/${id}/transcript`,
      )
      assert.deepEqual(transcript.items, [], source)
      assert.deepEqual(
        transcript.warnings.map(({ code }) => code),
        source === 'sine=50' ? ['audio_hum', 'no_speech'] : ['no_speech'],
      )
      const { documents } = await read<{ documents: { warnings: { code: string }[] }[] }>(
        `/api/consultations/${id}/documents`,
      )
      assert.ok(documents.every(({ warnings }) => warnings[0]?.code === 'no_speech'))
    }
  })

  test('what is asked too early, or of a failed request, says so', async () => {
    await using idle = await openTestSystem({}, false)
    const form = new FormData()
    form.append('file', await openAsBlob(cough), 'x.wav')
    const { id } = (await (await idle.ask('/api/consultations', { method: 'POST', body: form })).json()) as Consultation
    const response = await idle.ask(`/api/consultations/${id}/transcript`)
    assert.equal(response.status, 409)
    assert.match(await response.text(), /0 % processed/)
  })

  test('deleting takes the recording and everything that came of it', async () => {
    const { id, request } = await process(cough)
    const { db } = osler.system.forDoors
    const { blob_key } = await db
      .selectFrom('recordings')
      .select('blob_key')
      .where('consultation_id', '=', id)
      .executeTakeFirstOrThrow()
    assert.equal((await osler.ask(`/api/consultations/${id}`, { method: 'DELETE' })).status, 204)
    for (const path of [`consultations/${id}`, `consultations/${id}/transcript`, `requests/${request.id}`]) {
      assert.equal((await osler.ask(`/api/${path}`)).status, 404, path)
    }
    const { existsSync } = await import('node:fs')
    assert.ok(!existsSync(`${osler.folder}/blobs/${blob_key}`))
    assert.equal((await osler.ask(`/api/consultations/${id}`, { method: 'DELETE' })).status, 404)
  })

  test('the same client request id gives the first request, and other content is refused', async () => {
    const clientRequestId = newId()
    const first = (await (await send(cough, { clientRequestId })).json()) as Consultation
    const second = (await (await send(cough, { clientRequestId })).json()) as Consultation
    assert.equal(second.request.id, first.request.id)
    const twice = newId()
    const atOnce = await Promise.all([1, 2, 3].map(() => send(cough, { clientRequestId: twice })))
    const answers = (await Promise.all(atOnce.map((response) => response.json()))) as Consultation[]
    assert.equal(new Set(answers.map(({ request }) => request.id)).size, 1)
    const other = await send(cough, { clientRequestId, documents: 'summary' })
    assert.equal(other.status, 409)
  })

  test('a callback gets the result, signed, and comes again after a failure with the same id', async () => {
    const received: { id: string; payload: string; headers: Record<string, string> }[] = []
    const receiver = createServer(async (request, response) => {
      const payload = Buffer.concat(await Array.fromAsync(request)).toString()
      const headers = request.headers as Record<string, string>
      received.push({ id: headers['webhook-id'] ?? '', payload, headers })
      response.writeHead(200).end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const { port } = receiver.address() as { port: number }
    const { id, request } = await process(cough, { callbackUrl: `http://127.0.0.1:${port}/done` })
    await until('the callback comes', () => received.length === 1)
    const { secrets } = await read<{ secrets: [string] }>('/api/callback-secrets')
    const { payload, headers } = received[0] ?? assert.fail()
    assert.equal((new Webhook(secrets[0]).verify(payload, headers) as { id: string }).id, id)
    await until('the delivery is noted', async () => {
      return (await read<{ delivery: string }>(`/api/requests/${request.id}`)).delivery === 'delivered'
    })
    await osler.system.forDoors.redeliver(request.id)
    await until('it comes again', () => received.length === 2)
    assert.equal(received[1]?.id, received[0]?.id)
    receiver.close()
  })

  const refusals: [string, () => Promise<Response>, number, RegExp][] = [
    ['an unknown field', () => send(cough, { documentz: 'x' }), 400, /documentz/],
    ['a NUL character', () => send(cough, { clientRequestId: 'a\0b' }), 400, /"clientRequestId" holds characters/],
    ['an unknown document', () => send(cough, { documents: 'poem' }), 400, /poem is installed; there are soap_note/],
    ['no recording', () => send(undefined), 400, /"file"/],
    ['text', async () => send(await fileOf('hello', 'mp3')), 400, /no recording/],
    ['a private callback', () => send(cough, { callbackUrl: 'http://10.1.2.3/x' }), 400, /private network/],
    ['broken JSON', () => postJson('{"address":'), 400, /malformed/],
    ['half a character', () => postJson('{"clientRequestId":"\\ud800"}'), 400, /holds characters/],
    ['a JSON array', () => postJson('[]'), 415, /JSON object/],
    [
      'another content type',
      () => osler.ask('/api/consultations', { method: 'POST', body: 'x', headers: { 'content-type': 'audio/wav' } }),
      415,
      /multipart/,
    ],
    ['an unknown path', () => osler.ask('/api/nothing'), 404, /no such path/],
  ]
  const postJson = (body: string) =>
    osler.ask('/api/consultations', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  for (const [what, ask, status, message] of refusals) {
    test(`${what} is refused with code, sentence and request id`, async () => {
      const response = await ask()
      const { error } = (await response.json()) as { error: { message: string; requestId: string } }
      assert.match(error.message, message)
      assert.equal(response.status, status)
      assert.ok(error.requestId)
    })
  }

  test('a key does only what its scopes allow, and only until it is revoked or expires', async () => {
    const { db } = osler.system.forDoors
    await ensureTenant(db, 'clinic')
    const make = (name: string, expiresAt?: Date) =>
      createKey(db, {
        tenantId: 'clinic',
        name,
        scopes: ['read'],
        secretHash: hashSecret(name),
        ...(expiresAt && { expiresAt }),
      })
    await make('reader')
    await make('expired', new Date(Date.now() - 1000))
    assert.equal((await osler.ask('/api/consultations', { key: 'reader' })).status, 200)
    assert.equal((await osler.ask(`/api/consultations/${newId()}`, { key: 'reader', method: 'DELETE' })).status, 403)
    assert.equal((await osler.ask('/api/consultations', { key: 'expired' })).status, 401)
    assert.deepEqual(await (await osler.ask('/api/consultations', { key: 'reader' })).json(), { consultations: [] })
  })

  test('every document kind is listed with its title, a sentence on what it is, and its sections', async () => {
    const { kinds } = await read<{ kinds: { kind: string; title: string; says: string; sections: object[] }[] }>(
      '/api/documents/kinds',
    )
    assert.deepEqual(new Set(kinds.map(({ kind }) => kind)), new Set(Object.keys(NOTE_KINDS)))
    assert.ok(kinds.every(({ says }) => says.endsWith('.')))
    assert.deepEqual(
      kinds.find(({ kind }) => kind === 'meeting_notes_participants'),
      {
        kind: 'meeting_notes_participants',
        title: 'Participants',
        says: 'Who is there by what was said, with their roles, and who is missing.',
        sections: [
          { key: 'participants', title: 'Participants' },
          { key: 'apologies', title: 'Apologies' },
        ],
      },
    )
  })

  test('health, metrics, API description and workbench answer without a key; the operator routes do not', async () => {
    const open = ['/health/live', '/health/ready', '/metrics', '/openapi.json', '/docs', '/']
    for (const path of open) assert.equal((await fetch(osler.address + path)).status, 200, path)
    assert.equal((await osler.ask('/api/operator/keys')).status, 401)
    const { openapi, paths } = await read<{ openapi: string; paths: object }>('/openapi.json')
    assert.equal(openapi, '3.1.0')
    const { post } =
      (paths as Record<string, Record<string, { requestBody?: { content: object } }>>)['/file/v1/upload'] ?? {}
    assert.match(JSON.stringify(post?.requestBody?.content), /multipart\/form-data.*audio_file_blob.*binary/)
    assert.ok('/file/v1/upload/sync' in paths && '/api/consultations' in paths)
  })
})
