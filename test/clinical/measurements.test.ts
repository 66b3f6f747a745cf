import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMeasurements } from '../../src/clinical/measurements.ts'
import { readNumber } from '../../src/clinical/numbers.ts'

const read = (text: string) => readNumber(text.split(' '))

test('numbers are read as people say them', () => {
  assert.deepEqual(read('one hundred and twenty over eighty'), { value: 120, taken: 4 })
  assert.deepEqual(read('one forty over ninety'), { value: 140, taken: 2 })
  assert.deepEqual(read('ninety eight point six degrees'), { value: 98.6, taken: 4 })
  assert.deepEqual(read('ninety-eight percent'), { value: 98, taken: 1 })
  assert.deepEqual(read('seventy two and regular'), { value: 72, taken: 2 })
  assert.deepEqual(read('98.6 degrees'), { value: 98.6, taken: 1 })
  assert.equal(read('about ten'), undefined)
})

test('a blood pressure is two values in one phrase, in digits or in words', () => {
  for (const said of [
    'Your blood pressure is 140 over 90.',
    'BP 140/90',
    'Blood pressure today was one forty over ninety',
  ]) {
    const found = readMeasurements(said)
    assert.deepEqual(
      found.map(({ name, value }) => [name, value]),
      [
        ['Systolic blood pressure', 140],
        ['Diastolic blood pressure', 90],
      ],
    )
    assert.ok(said.includes(found[0]?.phrase ?? '?'))
  }
})

test('other vital signs have their LOINC codes', () => {
  const [pulse] = readMeasurements('The heart rate is seventy two and regular.')
  assert.deepEqual(pulse, {
    phrase: 'heart rate is seventy two',
    name: 'Heart rate',
    unit: '/min',
    code: '8867-4',
    value: 72,
  })
  assert.deepEqual(
    readMeasurements('Oxygen saturation 97 percent').map(({ code, value }) => [code, value]),
    [['59408-5', 97]],
  )
})

test('what cannot be a measurement is none', () => {
  for (const said of [
    'My blood pressure is high.',
    'Take your temperature three times a day.',
    'blood pressure 80 over 120',
  ]) {
    assert.deepEqual(readMeasurements(said), [], said)
  }
})
