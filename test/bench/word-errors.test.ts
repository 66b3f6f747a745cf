import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalizeWords, wordErrorRate } from '../../bench/word-errors.ts'

test('words are compared without case, marks and hyphens', () => {
  assert.deepEqual(normalizeWords("It's an X-ray, doctor."), ["it's", 'an', 'x', 'ray', 'doctor'])
})

test('a substitution, a deletion and an insertion count one each', () => {
  const reference = ['a', 'b', 'c', 'd']
  assert.equal(wordErrorRate(reference, ['a', 'b', 'c', 'd']), 0)
  assert.equal(wordErrorRate(reference, ['a', 'x', 'c', 'd']), 0.25)
  assert.equal(wordErrorRate(reference, ['a', 'c', 'd']), 0.25)
  assert.equal(wordErrorRate(reference, ['a', 'b', 'b', 'c', 'd']), 0.25)
  assert.equal(wordErrorRate(reference, []), 1)
})
