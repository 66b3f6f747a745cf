import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SpeechSegment } from '../../../../src/domain/audio.ts'
import type { InstalledModel } from '../../../../src/engines/models/model.ts'
import type { RecognizedWindow, RecognizeRequest, WindowWord } from '../../../../src/engines/runtime/python/messages.ts'
import type { Python } from '../../../../src/engines/runtime/python/open-python.ts'
import { openWhisper } from '../../../../src/engines/speech/whisper.ts'

const MODEL = { name: 'whisper-base', languages: ['mul'] } as unknown as InstalledModel
const AUDIO = { channels: ['sound'], durationMs: 60_000 }
const { signal } = new AbortController()

/** A window in which one word was heard, from `startMs` of its sound. */
const heardAs = (text: string, more: Partial<RecognizedWindow> = {}, startMs = 100): RecognizedWindow => ({
  words: [[text, startMs, startMs + 400, 0.9]],
  ...{ language: 'en', languageProbability: 1, noSpeech: 0, logProbability: -0.2, compression: 1, ...more },
})

/** More words than anybody says in the time. */
const loop = () => {
  const words = Array.from({ length: 40 }, (_, at): WindowWord => ['food', at * 50, at * 50 + 50, 0.9])
  return { ...heardAs('food'), words, compression: 5 }
}

/** Whisper whose process answers each request by a function of it, and keeps what it was asked. */
function openWith(answer: (request: RecognizeRequest) => RecognizedWindow) {
  const asked: RecognizeRequest[] = []
  const python = {
    workers: 1,
    start: async () => ({ device: 'cpu' }),
    async ask(request: RecognizeRequest) {
      asked.push(request)
      return request.windows.map(() => answer(request))
    },
    async [Symbol.asyncDispose]() {},
  } as unknown as Python
  const recognizer = openWhisper(MODEL, python)
  const hear = async (...segments: SpeechSegment[]) =>
    Array.fromAsync(recognizer.recognize(AUDIO, segments, { language: 'en', vocabulary: [] }, signal))
  return { asked, hear }
}
const segment = (startMs: number, endMs: number) => ({ channel: 0, startMs, endMs })

test('what goes round in circles is heard again in halves', async () => {
  const isWhole = ({ windows }: RecognizeRequest) => windows[0]?.pieces.length === 2
  const { hear } = openWith((request) => (isWhole(request) ? loop() : heardAs('food')))
  const heard = await hear(segment(0, 5000), segment(6000, 11_000))
  assert.deepEqual(
    heard.map(({ words }) => words.map(({ text }) => text)),
    [['food'], ['food']],
  )
})

test('what goes round in circles in the shortest window has no confidence', async () => {
  const { hear } = openWith(() => loop())
  assert.equal((await hear(segment(0, 3000)))[0]?.words[0]?.confidence, 0)
})

test('a doubtful window is heard once more, slower, and the likelier of both counts', async () => {
  const likelier = openWith(({ pace }) =>
    pace < 1 ? heardAs('grey', { logProbability: -0.5 }) : heardAs('great', { logProbability: -0.9 }),
  )
  assert.equal((await likelier.hear(segment(0, 1500)))[0]?.words[0]?.text, 'grey')
  const worse = openWith(({ pace }) => heardAs(pace < 1 ? 'grey' : 'great', { logProbability: -0.9 / pace }))
  assert.equal((await worse.hear(segment(0, 1500)))[0]?.words[0]?.text, 'great')
  assert.equal(worse.asked.length, 2)
})

test('a window that is sure, or too long to be played slower, is heard once', async () => {
  const sure = openWith(() => heardAs('great'))
  await sure.hear(segment(0, 1500))
  const words = Array.from({ length: 29 }, (_, at): WindowWord => ['great', at * 1000, at * 1000 + 900, 0.9])
  const long = openWith(() => ({ ...heardAs('great', { logProbability: -0.9 }), words }))
  await long.hear(segment(0, 29_000))
  assert.deepEqual([sure.asked.length, long.asked.length], [1, 1])
})

test('a first word begins with the speech and not in the silence before it', async () => {
  const { hear } = openWith(() => heardAs('good', {}, 0))
  const [heard] = await hear({ ...segment(1000, 3000), speechStartMs: 1350 })
  assert.equal(heard?.words[0]?.startMs, 1250)
})

test('what was passed over is heard alone, and believed where more is understood', async () => {
  const isAlone = ({ windows }: RecognizeRequest) => windows[0]?.pieces.length === 1
  const { hear } = openWith((request) => heardAs(isAlone(request) ? 'found' : 'first'))
  const heard = await hear(segment(0, 1200), segment(1200, 4000))
  assert.deepEqual(
    heard.map(({ words }) => words.map(({ text }) => text)),
    [['first'], ['found']],
  )
})

test('a segment whose first words were passed over is heard alone', async () => {
  const { asked, hear } = openWith(({ windows }) => {
    const isAlone = windows[0]?.pieces.length === 1
    return isAlone
      ? { ...heardAs(''), words: [['to', 500, 700, 0.9] as const, ['record', 750, 1100, 0.9] as const] }
      : { ...heardAs(''), words: [['hello', 500, 900, 0.9] as const, ['record', 3400, 3800, 0.9] as const] }
  })
  const [, heard] = await hear(
    { ...segment(0, 2000), speechStartMs: 450 },
    { ...segment(2000, 4000), speechStartMs: 2500 },
  )
  assert.deepEqual(
    heard?.words.map(({ text }) => text),
    ['to', 'record'],
  )
  assert.equal(asked.length, 2)
})

test('a number that is said with pauses is one word, and what is mute beside it was not passed over', async () => {
  const { asked, hear } = openWith(() => heardAs('967-977-8449', {}, 3000))
  const heard = await hear(segment(0, 2500), segment(2500, 5000), segment(5000, 7500))
  assert.deepEqual(
    heard.map(({ words }) => words.map(({ text }) => text)),
    [[], ['967-977-8449'], []],
  )
  assert.equal(asked.length, 1)
})

test('a number takes as long as its digits, and Whisper cannot tell when they end: neither is a sign that words are missing', async () => {
  const number = (startMs: number, endMs: number) =>
    openWith(() => ({ ...heardAs(''), words: [['599-341-5111', startMs, endMs, 0.9]] }))
  const slow = number(200, 6000)
  await slow.hear(segment(0, 6500))
  const endsEarly = number(200, 1900)
  await endsEarly.hear(segment(0, 6500))
  assert.deepEqual([slow.asked.length, endsEarly.asked.length], [1, 1])
})

test('any other word that lasts as long, or is followed by as much, is heard again', async () => {
  const word = (startMs: number, endMs: number) =>
    openWith(() => ({ ...heardAs(''), words: [['well', startMs, endMs, 0.9]] }))
  const slow = word(200, 6000)
  await slow.hear(segment(0, 6500))
  const endsEarly = word(200, 1900)
  await endsEarly.hear(segment(0, 6500))
  assert.ok(slow.asked.length > 1 && endsEarly.asked.length > 1)
})
