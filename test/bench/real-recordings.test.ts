import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutMarks } from '../../bench/real/recordings.ts'

test('the marks of lines are no words of a reference', () => {
  assert.equal(withoutMarks('f000011|wie, f000012|wo, f000013|wann'), 'wie, wo, wann')
  assert.equal(withoutMarks('He takes 40 mg of furosemide | daily.'), 'He takes 40 mg of furosemide | daily.')
})
