import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecognizedWindow } from '../../../../src/engines/runtime/python/messages.ts'
import { calibrateConfidence } from '../../../../src/engines/speech/whisper/calibrate-confidence.ts'

const window = (probabilities: number[], more: Partial<RecognizedWindow> = {}): RecognizedWindow => ({
  words: probabilities.map((probability, at) => [`word${at}`, at * 300, at * 300 + 250, probability]),
  ...{ language: 'en', languageProbability: 1, noSpeech: 0.02, logProbability: -0.25, compression: 1.5, ...more },
})
const judge = (...given: Parameters<typeof window>) =>
  calibrateConfidence(window(...given)).map(({ confidence }) => confidence ?? 0)

test('a word is surer the likelier it is, the likelier those around it, and the likelier its whole window', () => {
  const [low = 0, high = 0] = [judge([0.3, 0.9, 0.9])[0], judge([0.95, 0.9, 0.9])[0]]
  assert.ok(high > low + 0.2)
  assert.ok((judge([0.6, 0.99, 0.99])[0] ?? 0) > (judge([0.6, 0.1, 0.1])[0] ?? 0))
  assert.ok((judge([0.6], { logProbability: -0.1 })[0] ?? 0) > (judge([0.6], { logProbability: -1 })[0] ?? 0))
})

test('certainty has an end: no word is at 0 or 1 because its probability is', () => {
  for (const confidence of judge([0, 1])) assert.ok(confidence > 0 && confidence < 1)
})

test('a sentence that was said again and again is believed: it takes its time', () => {
  assert.ok(
    (judge(
      Array.from({ length: 12 }, () => 0.95),
      { compression: 4 },
    )[0] ?? 0) > 0.8,
  )
})

test('what is written where nobody speaks, or repeats itself, has no confidence at all', () => {
  const quick = Array.from({ length: 8 }, (_, at): [string, number, number, number] => [
    'food',
    at * 20,
    at * 20 + 20,
    0.9,
  ])
  for (const { confidence } of calibrateConfidence(window([], { words: quick, compression: 3 })))
    assert.equal(confidence, 0)
  assert.deepEqual(judge([0.9, 0.9], { noSpeech: 0.8, logProbability: -1.2 }), [0, 0])
  assert.ok((judge([0.9, 0.9], { noSpeech: 0.8, logProbability: -0.2 })[0] ?? 0) > 0.8)
})
