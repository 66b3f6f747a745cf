import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { test } from 'node:test'
import { failWith, hearFourWords, openFakeSpeechServer, type SpeechAnswer } from '../support/fake-speech-server.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

interface Heard {
  text: string
  language: string
  engine: string
  model: string
  items: { text: string }[]
  warnings: { code: string; message: string }[]
}

async function hear(osler: TestSystem, fields: Record<string, string> = {}): Promise<Heard> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
  form.append('documents', '')
  const { id } = (await (await osler.ask('/api/consultations', { method: 'POST', body: form })).json()) as {
    id: string
  }
  await until('it is heard', async () => {
    const { request } = (await (await osler.ask(`/api/consultations/${id}`)).json()) as { request: { status: string } }
    return request.status === 'succeeded'
  })
  return (await (await osler.ask(`/api/consultations/${id}/transcript`)).json()) as Heard
}

test('a recording is heard by the server that OSLER_SPEECH_URL names', async () => {
  await using server = await openFakeSpeechServer()
  await using osler = await openTestSystem({ speechUrl: [server.url], speechModel: 'whisper-large-v3' })
  const { items, engine, model, warnings } = await hear(osler)
  assert.deepEqual([engine, model, items[0]?.text, warnings], ['openai', 'whisper-large-v3', 'I have a headache.', []])
})

test('a recording is heard here when the server is down and the fallback is set, and a warning says so', async () => {
  await using server = await openFakeSpeechServer(failWith(503, { 'retry-after': '0' }))
  await using osler = await openTestSystem({
    speech: 'openai',
    speechUrl: [server.url],
    speechModel: 'm',
    speechFallback: 'local',
  })
  const { items, engine, warnings } = await hear(osler)
  assert.equal(engine, 'whisper')
  assert.match(items[0]?.text ?? '', /headache for (3|three) days/)
  assert.deepEqual(warnings, [
    { code: 'engine_fallback', message: 'The engine openai did not answer; whisper heard the recording.' },
  ])
})

test('the language is heard where it is not told, at the native door and at that of OpenAI', async () => {
  const hearFrench: SpeechAnswer = (asked) => ({ ...(hearFourWords(asked) as object), language: 'french' })
  await using server = await openFakeSpeechServer(hearFrench)
  await using osler = await openTestSystem({ speechUrl: [server.url], speechModel: 'm' })
  assert.equal((await hear(osler, { language: 'auto' })).language, 'fr')
  const { consultations } = (await (await osler.ask('/api/consultations')).json()) as {
    consultations: { language: string }[]
  }
  assert.equal(consultations[0]?.language, 'fr')
  const body = new FormData()
  body.append('file', await openAsBlob(await speak('I have had a headache for three days')), 'x.wav')
  body.append('model', 'whisper-1')
  body.append('response_format', 'verbose_json')
  const answer = await osler.ask('/v1/audio/transcriptions', { method: 'POST', body })
  assert.equal(((await answer.json()) as { language: string }).language, 'french')
})
