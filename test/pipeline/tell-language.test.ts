import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Recognizer } from '../../src/engines/speech/recognizer.ts'
import { chooseRecognizers } from '../../src/pipeline/choose-engines.ts'
import { tellLanguage } from '../../src/pipeline/tell-language.ts'

const engine = (languages: string[], language: boolean) => ({ languages, gives: { language } }) as unknown as Recognizer
const MANY = engine(['mul'], true)
const heard = (...told: [seconds: number, language?: string][]) =>
  told.map(([seconds, language]) => ({ channel: 0, startMs: 0, endMs: seconds * 1000, words: [], language }))

test('the language that was told stands, whatever was heard', () => {
  assert.equal(tellLanguage('en-GB', heard([9, 'fr']), MANY), 'en-GB')
})

test('where none was told it is the one in which most was said', () => {
  assert.equal(tellLanguage('und', heard([9, 'fr'], [5, 'en'], [5, 'en']), MANY), 'en')
  assert.equal(tellLanguage('und', heard([9]), MANY), 'und')
})

test('an engine that knows one language alone has heard that', () => {
  assert.equal(tellLanguage('und', heard([9]), engine(['en'], false)), 'en')
})

test('a language that is not told needs an engine that tells it, or one that knows no other', () => {
  const [english, european] = [engine(['en'], false), engine(['en', 'fr'], false)]
  assert.equal(chooseRecognizers([european, MANY, english], 'und')[0], MANY)
  assert.equal(chooseRecognizers([european, english], 'und')[0], english)
  assert.throws(() => chooseRecognizers([european], 'und'), { code: 'no_recognizer', message: /send the language/ })
})

test('a language that nothing here hears is answered with the model to pull, where one hears it', () => {
  assert.throws(() => chooseRecognizers([], 'fr'), { message: /`osler models pull parakeet-tdt-0.6b-v3`/ })
  assert.throws(() => chooseRecognizers([], 'ig'), { message: /no known model hears it, .*OSLER_SPEECH_URL/ })
})

test('a language that is mixed with English goes to an engine that hears both, where there is one', () => {
  const [swahili, both] = [engine(['sw'], false), engine(['sw', 'en'], false)]
  assert.deepEqual(chooseRecognizers([swahili, both], 'sw-KE'), [both, swahili])
  const [french, frenchToo] = [engine(['fr'], false), engine(['fr', 'en'], false)]
  assert.deepEqual(chooseRecognizers([french, frenchToo], 'fr'), [french, frenchToo])
})
