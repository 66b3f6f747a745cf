import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byTenth, judgeHeard, shareRight } from '../../bench/real/judged-words.ts'

/** Compared as the evaluation's scorer does: without case and marks, `it's` as two words, no fillers. */
const comparable = (text: string) =>
  (text.toLowerCase().replaceAll("it's", 'it is').match(/\w+/g) ?? []).filter((word) => word !== 'um')

const words = (text: string, confidence = 0.9) =>
  text.split(' ').map((one, at) => ({ text: one, startMs: at * 500, endMs: at * 500 + 400, confidence }))

const judged = (reference: string, heard: string) =>
  judgeHeard(reference, words(heard), comparable).map(({ isRight }) => isRight)

test('a heard word is right where the reference has it', () => {
  assert.deepEqual(judged('my chest hurts', 'My chess hurts.'), [true, false, true])
})

test('a word that nobody said is wrong, and one that was left out makes no other wrong', () => {
  assert.deepEqual(judged('my chest hurts', 'my chest really hurts'), [true, true, false, true])
  assert.deepEqual(judged('my chest hurts', 'my hurts'), [true, true])
})

test('a word that is compared as several is right when all of them are', () => {
  assert.deepEqual(judged('it is sore', "It's sore."), [true, true])
  assert.deepEqual(judged('it was sore', "It's sore."), [false, true])
})

test('fillers and words without confidence are not judged', () => {
  assert.deepEqual(judged('my chest', 'my um chest'), [true, true])
  const [word] = words('chest')
  assert.deepEqual(judgeHeard('chest', [{ text: 'chest', startMs: 0, endMs: word?.endMs ?? 0 }], comparable), [])
})

test('words are sorted by tenths of confidence, the surest into the last', () => {
  const tenths = byTenth([0, 0.79, 0.8, 0.89, 1].map((confidence) => ({ confidence, isRight: confidence > 0.8 })))
  assert.deepEqual(
    tenths.map(({ length }) => length),
    [1, 0, 0, 0, 0, 0, 0, 1, 2, 1],
  )
  assert.equal(shareRight(tenths[8] ?? []), 0.5)
})
