import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openOpenAiRecognizer } from '../../../src/engines/speech/openai.ts'
import { recognizerSuite, type SpokenAudio } from '../../ports/recognizer.suite.ts'
import { failWith, hearFourWords, openFakeSpeechServer, type SpeechAnswer } from '../../support/fake-speech-server.ts'

const scratch = await mkdtemp(join(tmpdir(), 'osler-test-remote-'))
after(() => rm(scratch, { recursive: true }))
const OPTIONS = { language: 'en', vocabulary: [] }

/** Three segments of four, three and two seconds. */
async function spoken(): Promise<SpokenAudio> {
  const path = join(scratch, 'sound.pcm')
  await writeFile(path, Buffer.alloc(320_000))
  const segments = [
    { channel: 0, startMs: 0, endMs: 4000 },
    { channel: 0, startMs: 4500, endMs: 7500 },
    { channel: 0, startMs: 8000, endMs: 10_000 },
  ]
  return { audio: { channels: [path], durationMs: 10_000 }, segments }
}

const open = (urls: string[], more: object = {}) =>
  openOpenAiRecognizer({ urls, languages: ['mul'], atOnce: 4, firstGapMs: 5, ...more })

async function hear(urls: string[], more: object = {}, options: object = {}) {
  await using recognizer = open(urls, more)
  const { audio, segments } = await spoken()
  const { signal } = new AbortController()
  return Array.fromAsync(recognizer.recognize(audio, segments, { ...OPTIONS, ...options }, signal))
}

const suiteServer = await openFakeSpeechServer()
after(() => suiteServer[Symbol.asyncDispose]())
recognizerSuite('openai', () => open([suiteServer.url], { languages: ['en'] }), spoken)

const textOf = (segment?: { words: { text: string }[] }) => segment?.words.map(({ text }) => text).join(' ')

describe('a remote recogniser', () => {
  test('sends each segment as a WAV file of its length, with model, language, key and vocabulary', async () => {
    await using server = await openFakeSpeechServer()
    await hear(
      [server.url],
      { key: 'secret', model: 'whisper-1' },
      { language: 'en-GB', vocabulary: [{ text: 'Xarelto' }] },
    )
    assert.deepEqual(server.asked.map(({ seconds }) => seconds).sort(), [2, 3, 4])
    const { seconds: _, ...first } = server.asked[0] ?? { seconds: 0 }
    assert.deepEqual(first, {
      ...{ model: 'whisper-1', language: 'en', prompt: 'Xarelto', format: 'verbose_json', key: 'Bearer secret' },
    })
  })

  test('hears the language where none is told', async () => {
    const hearFrench: SpeechAnswer = (asked) => ({ ...(hearFourWords(asked) as object), language: 'french' })
    await using server = await openFakeSpeechServer(hearFrench)
    const [segment] = await hear([server.url], {}, { language: 'und' })
    assert.equal(segment?.language, 'fr')
    assert.equal(server.asked[0]?.language, '')
    const [told] = await hear([server.url], {}, { language: 'fr' })
    assert.equal(told?.language, undefined)
  })

  test('takes the first model that the server lists where none is named', async () => {
    await using server = await openFakeSpeechServer()
    await hear([server.url])
    assert.equal(server.asked[0]?.model, 'served')
  })

  test('gives the words the capitals and marks of the text', async () => {
    await using server = await openFakeSpeechServer()
    const [segment] = await hear([server.url])
    assert.equal(textOf(segment), 'I have a headache.')
    assert.deepEqual(segment?.words.at(-1), { text: 'headache.', startMs: 3000, endMs: 4000 })
  })

  const forms: Record<string, SpeechAnswer> = {
    'segments without words': ({ seconds }) => ({
      text: ' I have a headache.',
      segments: [{ text: ' I have a headache.', start: 0, end: seconds, avg_logprob: -0.1 }],
    }),
    'words within segments': (asked) => {
      const { text, words } = hearFourWords(asked) as { text: string; words: object[] }
      return { text, segments: [{ text, start: 0, end: asked.seconds, words }] }
    },
    'the text alone': () => ({ text: 'I have a headache.' }),
    'words that end behind the sound': ({ seconds }) => ({
      text: 'I have a headache. Thank you for watching.',
      segments: [
        { text: 'I have a headache.', start: 0, end: seconds + 5 },
        { text: 'Thank you for watching.', start: seconds + 5, end: seconds + 9 },
      ],
    }),
  }
  for (const [form, answer] of Object.entries(forms)) {
    test(`reads ${form}`, async () => {
      await using server = await openFakeSpeechServer(answer)
      for (const segment of await hear([server.url])) {
        assert.match(textOf(segment) ?? '', /^I have/)
        assert.ok(segment.words.every(({ startMs, endMs }) => startMs < endMs && endMs <= segment.endMs))
        assert.doesNotMatch(textOf(segment) ?? '', /Thank/)
      }
    })
  }

  test('asks a server that refuses times for the text alone', async () => {
    await using server = await openFakeSpeechServer((asked, response) =>
      asked.format === 'json' ? hearFourWords(asked) : failWith(400)(asked, response),
    )
    assert.deepEqual((await hear([server.url])).map(textOf), Array(3).fill('I have a headache.'))
  })

  test('tries again what a busy server did not take, after the time that it asks for', async () => {
    let refusals = 2
    await using server = await openFakeSpeechServer((asked, response) =>
      refusals-- > 0 ? failWith(429, { 'retry-after': '0' })(asked, response) : hearFourWords(asked),
    )
    assert.equal((await hear([server.url])).length, 3)
    assert.equal(server.asked.length, 5)
  })

  test('goes on with another server when one dies in the middle: no segment is lost, and none doubled', async () => {
    await using healthy = await openFakeSpeechServer()
    let answers = 1
    await using dying = await openFakeSpeechServer((asked, response) =>
      answers-- > 0 ? hearFourWords(asked) : response.destroy(),
    )
    const heard = await hear([dying.url, healthy.url], { model: 'm' })
    assert.deepEqual(
      heard.map(({ startMs }) => startMs).sort((a, b) => a - b),
      [0, 4500, 8000],
    )
    assert.ok(dying.asked.length > 1)
  })

  test('shares the segments between its servers, and gives none more at once than it may have', async () => {
    const slowly: SpeechAnswer = async (asked) => {
      await sleep(50)
      return hearFourWords(asked)
    }
    await using one = await openFakeSpeechServer(slowly)
    await using two = await openFakeSpeechServer(slowly)
    await hear([one.url, two.url], { model: 'm', atOnce: 1 })
    assert.ok(one.asked.length > 0 && two.asked.length > 0)
    assert.equal(Math.max(one.mostAtOnce(), two.mostAtOnce()), 1)
  })

  const wrong: Record<string, [SpeechAnswer, code: string, says: RegExp]> = {
    'a key that is refused': [failWith(401), 'engine_refused', /status 401: check .*OSLER_SPEECH_KEY/],
    'a page of HTML': [
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>The patient said</html>'),
      'engine_refused',
      /not with a transcription in the form of OpenAI/,
    ],
    'broken JSON': [
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"text": "The pat'),
      'engine_refused',
      /form of OpenAI/,
    ],
    'JSON of another kind': [() => ({ result: 'The patient said' }), 'engine_refused', /form of OpenAI/],
    'another language': [() => ({ text: 'bonjour', language: 'french' }), 'engine_refused', /another language/],
    'errors again and again': [failWith(503), 'engine_down', /status 503/],
    'nothing at all': [(_, response) => response.destroy(), 'engine_down', /could not be reached/],
  }
  for (const [what, [answer, code, says]] of Object.entries(wrong)) {
    test(`says in a sentence of its own that the server gave ${what}`, async () => {
      await using server = await openFakeSpeechServer(answer)
      await assert.rejects(hear([server.url], { model: 'm' }), (error: Error & { code: string }) => {
        assert.equal(error.code, code)
        assert.match(error.message, says)
        assert.doesNotMatch(error.message, /patient/)
        return true
      })
    })
  }

  test('is examined by asking the server for its models', async () => {
    await using server = await openFakeSpeechServer()
    const { signal } = new AbortController()
    await open([server.url]).checkHealth(signal)
    await assert.rejects(async () => open(['http://127.0.0.1:1/v1']).checkHealth(signal), /could not be reached/)
  })

  test('gives up on a server that does not answer in time', async () => {
    await using server = await openFakeSpeechServer(async () => sleep(5000))
    await assert.rejects(hear([server.url], { model: 'm', timeoutMs: 20 }), /did not answer in time/)
  })
})
