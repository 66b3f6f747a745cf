import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitUnits } from '../../../../src/engines/speech/whisper/split-units.ts'

const split = (text: string) => splitUnits([{ text, startMs: 100, endMs: 700, confidence: 0.9 }])
const textOf = (text: string) =>
  split(text)
    .map((word) => word.text)
    .join(' ')

test('a number and the unit written against it are two words', () => {
  for (const [heard, words] of [
    ['25mg', '25 mg'],
    ['0,5mL.', '0,5 mL.'],
    ['9am', '9 am'],
    ['12.30pm,', '12.30 pm,'],
    ['8a.m.', '8 a.m.'],
    ['120/80', '120/80'],
    ['B12', 'B12'],
    ['8h30', '8h30'],
    ['2nd', '2nd'],
    ['5-HT', '5-HT'],
  ] as const) {
    assert.equal(textOf(heard), words)
  }
})

test('both keep the confidence and share the time', () => {
  assert.deepEqual(split('25mg'), [
    { text: '25', startMs: 100, endMs: 400, confidence: 0.9 },
    { text: 'mg', startMs: 400, endMs: 700, confidence: 0.9 },
  ])
})
