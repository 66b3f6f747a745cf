import assert from 'node:assert/strict'
import { createReadStream, openAsBlob } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import OpenAI, { APIError, toFile } from 'openai'
import { openTestSystem, type TestSystem } from '../../support/open-test-system.ts'
import { speak } from '../../support/recordings.ts'

describe("OpenAI's transcriptions, asked for with OpenAI's own package", () => {
  let osler: TestSystem
  let openai: OpenAI
  let recording: string

  before(async () => {
    osler = await openTestSystem({ maxMegabytes: 1 })
    openai = new OpenAI({ baseURL: `${osler.address}/v1`, apiKey: 'test-key-of-these-tests', maxRetries: 0 })
    recording = await speak('I have had a headache for three days')
  })
  after(() => osler[Symbol.asyncDispose]())

  const file = () => createReadStream(recording)
  async function sendForm(fields: Record<string, string>, granularities: string[] = []) {
    const form = new FormData()
    for (const [name, value] of Object.entries({ model: 'm', language: 'en', ...fields })) form.append(name, value)
    for (const value of granularities) form.append('timestamp_granularities', value)
    form.append('file', await openAsBlob(recording), 'x.wav')
    return osler.ask('/v1/audio/transcriptions', { method: 'POST', body: form })
  }
  const SAID = /^I have had a headache for 3 days\.$/

  test('json has the text and the usage', async () => {
    for (const model of ['whisper-1', 'gpt-4o-transcribe', 'anything']) {
      const answer = await openai.audio.transcriptions.create({ file: file(), model, language: 'en', temperature: 0 })
      assert.match(answer.text, SAID)
      assert.deepEqual(answer.usage, { type: 'duration', seconds: 3 })
    }
  })

  test('text, srt and vtt are texts of their own kind', async () => {
    const print = (response_format: 'text' | 'srt' | 'vtt') =>
      openai.audio.transcriptions.create({ file: file(), model: 'whisper-1', response_format })
    assert.match(await print('text'), /^I have had a headache for 3 days\.\n$/)
    assert.match(await print('srt'), /^1\n00:00:00,\d{3} --> 00:00:0\d,\d{3}\nI have had a headache/)
    assert.match(await print('vtt'), /^WEBVTT\n\n00:00:00\.\d{3} --> 00:00:0\d\.\d{3}\nI have had/)
  })

  test('verbose_json has segments, words, or both, as it is asked', async () => {
    const ask = (timestamp_granularities?: ('word' | 'segment')[]) =>
      openai.audio.transcriptions.create({
        ...{ file: file(), model: 'whisper-1', response_format: 'verbose_json' },
        ...(timestamp_granularities && { timestamp_granularities }),
      })
    const plain = await ask()
    assert.deepEqual([plain.language, plain.words], ['english', undefined])
    assert.ok(plain.duration > 2 && plain.duration < 4)
    const [segment] = plain.segments ?? []
    assert.deepEqual(Object.keys(segment ?? {}), [
      ...[
        'id',
        'seek',
        'start',
        'end',
        'text',
        'tokens',
        'temperature',
        'avg_logprob',
        'compression_ratio',
        'no_speech_prob',
      ],
    ])
    assert.ok((segment?.avg_logprob ?? 1) <= 0)
    const words = await ask(['word'])
    assert.equal(words.segments, undefined)
    assert.deepEqual(words.words?.map(({ word }) => word).slice(0, 3), ['I', 'have', 'had'])
    assert.ok(words.words?.every(({ start, end }) => start < end && end < 4))
    const both = await ask(['word', 'segment'])
    assert.deepEqual([both.words?.length, both.segments?.length], [8, 1])
    const repeated = await sendForm({ response_format: 'verbose_json' }, ['word', 'segment'])
    const { words: sent, segments } = (await repeated.json()) as { words: unknown[]; segments: unknown[] }
    assert.deepEqual([sent.length, segments.length], [8, 1])
  })

  test('"stream" is read as people write it, and refused where it is neither yes nor no', async () => {
    const typeOf = async (stream: string) => (await sendForm({ stream })).headers.get('content-type')?.split(';')[0]
    for (const value of ['True', 'on']) assert.equal(await typeOf(value), 'text/event-stream', value)
    for (const value of ['0', '']) assert.equal(await typeOf(value), 'application/json', value)
    const refused = await sendForm({ stream: 'nonsense' })
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /it must be true or false/)
  })

  test('a stream gives the text in pieces and then whole', async () => {
    const stream = await openai.audio.transcriptions.create({ file: file(), model: 'gpt-4o-transcribe', stream: true })
    let text = ''
    for await (const event of stream) {
      if (event.type === 'transcript.text.delta') text += event.delta
      if (event.type === 'transcript.text.done') assert.equal(event.text, text)
    }
    assert.match(text, SAID)
  })

  test('diarized_json tells who said what, as a stream too', async () => {
    const asked = {
      model: 'gpt-4o-transcribe-diarize',
      response_format: 'diarized_json' as const,
      chunking_strategy: 'auto' as const,
      known_speaker_names: ['agent'],
    }
    const ask = () => ({ file: createReadStream('samples/consultation.ogg'), ...asked })
    const answer = (await openai.audio.transcriptions.create(ask())) as unknown as OpenAI.Audio.TranscriptionDiarized
    assert.deepEqual(Object.keys(answer), ['task', 'duration', 'text', 'segments', 'usage'])
    assert.equal(answer.text, answer.segments.map(({ text }) => text).join(' '))
    assert.deepEqual(Object.keys(answer.segments[0] ?? {}), ['type', 'id', 'start', 'end', 'text', 'speaker'])
    assert.deepEqual([...new Set(answer.segments.map(({ speaker }) => speaker))].slice(0, 2), ['A', 'B'])
    const segments: unknown[] = []
    let text = ''
    for await (const event of await openai.audio.transcriptions.create({ ...ask(), stream: true })) {
      if (event.type === 'transcript.text.segment') segments.push(event)
      if (event.type === 'transcript.text.delta') text += event.delta
    }
    assert.deepEqual(segments, answer.segments)
    assert.equal(text, answer.text)
  })

  test('segments join to a text as they are, and words have no marks', async () => {
    const answer = await openai.audio.transcriptions.create({
      ...{ file: file(), model: 'whisper-1', response_format: 'verbose_json' },
      timestamp_granularities: ['word', 'segment'],
    })
    assert.equal(answer.segments?.map(({ text }) => text).join(''), ` ${answer.text}`)
    assert.deepEqual(answer.words?.map(({ word }) => word).at(-1), 'days')
  })

  test('keywords are heard as words of a vocabulary, and languages as the language', async () => {
    const ask = (more: object) => openai.audio.transcriptions.create({ file: file(), model: 'gpt-transcribe', ...more })
    assert.match((await ask({ keywords: ['Xarelto', 'Dr Okonkwo'], languages: ['en'] })).text, SAID)
    const [job] = await osler.system.capabilitiesOf('openai').jobs.list('default', 1)
    const asked = await osler.system.forDoors.db
      .selectFrom('jobs')
      .select('hearing')
      .where('id', '=', job?.id ?? '')
      .executeTakeFirst()
    assert.deepEqual(asked?.hearing, { vocabulary: [{ text: 'Xarelto' }, { text: 'Dr Okonkwo' }] })
    await assert.rejects(ask({ languages: ['fr'] }), /No recogniser/)
    await assert.rejects(ask({ languages: ['not a code'] }), /no language code/)
    await assert.rejects(ask({ keywords: Array.from({ length: 1001 }, (_, at) => `w${at}`) }), /limit is 1000/)
  })

  test('an answer has an id, which the package reads', async () => {
    const { request_id } = await openai.models.list().withResponse()
    assert.match(request_id ?? '', /^[0-9a-f-]{36}$/)
  })

  test('models are listed and looked up', async () => {
    const ids = (await openai.models.list()).data.map(({ id }) => id)
    assert.ok(ids.includes('whisper-1'))
    assert.deepEqual(await openai.models.retrieve('whisper-1'), {
      ...{ id: 'whisper-1', object: 'model', created: 0, owned_by: 'osler' },
    })
    for (const id of ['gpt-4o-transcribe', 'gpt-4o-transcribe-diarize', 'gpt-transcribe']) {
      assert.equal((await openai.models.retrieve(id)).id, id)
    }
    await assert.rejects(openai.models.retrieve('x'), OpenAI.NotFoundError)
  })

  const wrong: [string, () => Promise<unknown>, number, RegExp, string | null][] = [
    [
      'an unknown format',
      () => openai.audio.transcriptions.create({ file: file(), model: 'm', response_format: 'xml' as 'json' }),
      ...([400, /must be one of json, text, srt, verbose_json, vtt, diarized_json/, 'response_format'] as const),
    ],
    [
      'word times without verbose_json',
      () => openai.audio.transcriptions.create({ file: file(), model: 'm', timestamp_granularities: ['word'] }),
      ...([400, /needs "response_format" to be verbose_json/, 'timestamp_granularities'] as const),
    ],
    [
      'an unknown language',
      () => openai.audio.transcriptions.create({ file: file(), model: 'm', language: 'not a code' }),
      ...([400, /no language code/, 'language'] as const),
    ],
    [
      'a letter',
      async () =>
        openai.audio.transcriptions.create({ file: await toFile(Buffer.from('Dear doctor'), 'a.mp3'), model: 'm' }),
      ...([400, /no recording; it must be one of wav/, null] as const),
    ],
    [
      'a file that is too large',
      async () =>
        openai.audio.transcriptions.create({
          file: await toFile(Buffer.from(`RIFF\0\0\0\0WAVEfmt ${'\0'.repeat(1_100_000)}`), 'a.wav'),
          model: 'm',
        }),
      ...([413, /limit of 1 MB/, null] as const),
    ],
    [
      'French',
      () => openai.audio.transcriptions.create({ file: file(), model: 'm', language: 'fr' }),
      422,
      /No recogniser/,
      null,
    ],
  ]
  for (const [what, ask, status, message, param] of wrong) {
    test(`${what} is refused in OpenAI's body`, async () => {
      await assert.rejects(ask, (error) => {
        assert.ok(error instanceof APIError)
        assert.equal(error.status, status)
        const body = error.error as { message: string; param: string | null }
        assert.match(body.message, message)
        assert.deepEqual(Object.keys(body), ['message', 'type', 'param', 'code'])
        assert.equal(body.param, param)
        return true
      })
    })
  }

  test('a wrong key is an authentication error', async () => {
    const stranger = new OpenAI({ baseURL: `${osler.address}/v1`, apiKey: 'wrong', maxRetries: 0 })
    await assert.rejects(stranger.models.list(), OpenAI.AuthenticationError)
  })

  test('a missing file or model is refused with its name', async () => {
    const form = new FormData()
    form.append('model', 'whisper-1')
    const response = await osler.ask('/v1/audio/transcriptions', { method: 'POST', body: form })
    assert.equal(response.status, 400)
    assert.match(await response.text(), /"file\\"/)
    const json = { method: 'POST', body: '[1]', headers: { 'content-type': 'application/json' } }
    assert.equal((await osler.ask('/v1/audio/transcriptions', json)).status, 415)
  })

  test('too many requests are a rate limit error with the time to wait', async () => {
    await using busy = await openTestSystem({ uploadsPerMinute: 1 }, false)
    const client = new OpenAI({ baseURL: `${busy.address}/v1`, apiKey: 'test-key-of-these-tests', maxRetries: 0 })
    const ask = () => client.audio.transcriptions.create({ file: file(), model: 'm', language: 'fr' })
    await assert.rejects(ask, OpenAI.UnprocessableEntityError)
    await assert.rejects(
      ask,
      (error) => error instanceof OpenAI.RateLimitError && /^\d+$/.test(error.headers.get('retry-after') ?? ''),
    )
  })
})
