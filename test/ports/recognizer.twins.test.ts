import type { RecognizedSegment, Recognizer } from '../../src/engines/speech/recognizer.ts'
import { recognizerSuite } from './recognizer.suite.ts'
import { provesSuite } from './twins.ts'

const SEGMENTS = [0, 2000, 4000].map((startMs) => ({ channel: 0, startMs, endMs: startMs + 1000 }))
const AUDIO = { channels: ['unread.pcm'], durationMs: 5000 }

const hear = ({ channel, startMs, endMs }: (typeof SEGMENTS)[number]): RecognizedSegment => ({
  channel,
  startMs,
  endMs,
  words: [
    { text: 'good', startMs, endMs: startMs + 400, confidence: 0.9 },
    { text: 'morning', startMs: startMs + 400, endMs, confidence: 0.8 },
  ],
})

/** Hears the same two words in every segment. */
const honest = (): Recognizer => ({
  name: 'honest',
  model: 'honest',
  languages: ['en'],
  capabilities: { wordTimes: true, confidence: true, punctuation: false, languageDetection: false, hotWords: false },
  async checkHealth() {},
  async *recognize(_, segments, __, signal) {
    for (const segment of segments) {
      signal.throwIfAborted()
      yield hear(segment)
    }
  },
  async [Symbol.asyncDispose]() {},
})

type Recognize = Recognizer['recognize']

/** A twin that hears in another way. */
const hearing =
  (recognize: (honestly: Recognize, ...asked: Parameters<Recognize>) => AsyncIterable<RecognizedSegment>) =>
  (recognizer: Recognizer): Recognizer => ({
    ...recognizer,
    recognize: (...asked) => recognize(recognizer.recognize, ...asked),
  })

const { signal } = new AbortController()
let count = 0
/** How many recordings are heard at this moment. */
let underWay = 0

provesSuite<Recognizer>(
  'recogniser',
  (open, check) => recognizerSuite('', open, async () => ({ audio: AUDIO, segments: SEGMENTS }), check),
  honest,
  {
    'yields every segment once': hearing((honestly, audio, segments, ...rest) =>
      honestly(audio, segments.slice(1), ...rest),
    ),
    'gives words in time order within their segment, with confidences from 0 to 1': hearing(async function* (...asked) {
      const [honestly, ...rest] = asked
      for await (const one of honestly(...rest)) yield { ...one, words: one.words.toReversed() }
    }),
    'hears the same again': hearing(async function* (honestly, ...asked) {
      for await (const one of honestly(...asked)) {
        yield { ...one, words: one.words.map((word) => ({ ...word, text: `${word.text}${count++}` })) }
      }
    }),
    'serves two recordings at once': hearing(async function* (honestly, ...asked) {
      if (underWay > 0) return
      underWay++
      for await (const one of honestly(...asked)) yield one
      underWay--
    }),
    'stops when it is told to, with the reason': hearing((honestly, audio, segments, options) =>
      honestly(audio, segments, options, signal),
    ),
    'takes no segments for an answer': hearing((honestly, audio, segments, ...rest) =>
      honestly(audio, segments.length > 0 ? segments : SEGMENTS, ...rest),
    ),
  },
)
