import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countAgreed } from '../../../../src/engines/speech/live/count-agreed.ts'

const words = (text: string) => text.split(' ').map((word) => ({ text: word, startMs: 0, endMs: 1 }))

test('the words that two decodes have in common will hardly change; capitals and marks may', () => {
  assert.equal(countAgreed(words('I have had.'), words('I have had a headache')), 3)
  assert.equal(countAgreed(words('I have a'), words('I had a headache')), 1)
  assert.equal(countAgreed([], words('I have')), 0)
  assert.equal(countAgreed(words('No, I do'), words('no')), 1)
})
