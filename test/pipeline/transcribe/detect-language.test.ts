import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseRecognizers } from '../../../src/engines/choose-engines.ts'
import type { Recognizer } from '../../../src/engines/speech/recognizer.ts'
import { detectLanguage, type ToldLanguage } from '../../../src/pipeline/transcribe/detect-language.ts'

const engine = (languages: string[], language: boolean) =>
  ({ languages, capabilities: { languageDetection: language } }) as unknown as Recognizer
const MANY = engine(['mul'], true)
const heard = (...told: [seconds: number, language?: string][]) =>
  told.map(([seconds, language]) => ({ channel: 0, startMs: 0, endMs: seconds * 1000, words: WORDS, language }))
const WORDS = [{ text: 'oui', startMs: 0, endMs: 900 }]
const tell = (asked: string, segments: ReturnType<typeof heard>, by = MANY) => detectLanguage(asked, segments, by)
const codesOf = ({ warnings }: ToldLanguage) => warnings.map(({ code }) => code)

test('the language that was told stands where it is spoken, or where the engine tells none', () => {
  assert.deepEqual(tell('en-GB', heard([9, 'en'])), { language: 'en-GB', warnings: [] })
  assert.deepEqual(tell('en-GB', heard([9])), { language: 'en-GB', warnings: [] })
})

test('where another one is spoken, that is the language, and a warning says so', () => {
  const told = tell('en-GB', heard([9, 'fr']))
  assert.equal(told.language, 'fr')
  assert.deepEqual(codesOf(told), ['language_differs'])
  assert.match(told.warnings[0]?.message ?? '', /came as British English, but French is spoken/)
})

test('a second language is told with its times; a word of another is not', () => {
  const mixed = tell('en', heard([60, 'en'], [9, 'fr']))
  assert.deepEqual(codesOf(mixed), ['language_mixed'])
  assert.match(mixed.warnings[0]?.message ?? '', /French is spoken at 0:00–0:09/)
  assert.deepEqual(tell('en', heard([60, 'en'], [1, 'fr'])).warnings, [])
  assert.deepEqual(tell('sw', heard([60, 'sw'], [9, 'en'])).warnings, [])
})

test('where none was told it is the one in which most was said', () => {
  assert.equal(tell('und', heard([9, 'fr'], [5, 'en'], [5, 'en'])).language, 'en')
  assert.equal(tell('und', heard([9])).language, 'und')
})

test('an engine that knows one language alone has heard that', () => {
  assert.equal(tell('und', heard([9]), engine(['en'], false)).language, 'en')
})

test('a language that is not told needs an engine that tells it, or one that knows no other', () => {
  const [english, european] = [engine(['en'], false), engine(['en', 'fr'], false)]
  assert.equal(chooseRecognizers([european, MANY, english], 'und')[0], MANY)
  assert.equal(chooseRecognizers([european, english], 'und')[0], english)
  assert.throws(() => chooseRecognizers([european], 'und'), { code: 'no_recognizer', message: /send the language/ })
})

test('a language that nothing here hears is answered with the model to pull, where one hears it', () => {
  const german = [engine(['de'], false)]
  assert.throws(() => chooseRecognizers(german, 'fr'), { message: /`osler models pull parakeet-tdt-0.6b-v3`/ })
  assert.throws(() => chooseRecognizers(german, 'ig'), { message: /no known model hears it, .*OSLER_SPEECH_URL/ })
  assert.throws(() => chooseRecognizers([], 'fr'), { message: /nothing here hears, and `osler doctor` says why/ })
})

test('a language that is mixed with English goes to an engine that hears both, where there is one', () => {
  const [swahili, both] = [engine(['sw'], false), engine(['sw', 'en'], false)]
  assert.deepEqual(chooseRecognizers([swahili, both], 'sw-KE'), [both, swahili])
  const [french, frenchToo] = [engine(['fr'], false), engine(['fr', 'en'], false)]
  assert.deepEqual(chooseRecognizers([french, frenchToo], 'fr'), [french, frenchToo])
})
