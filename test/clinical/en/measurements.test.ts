import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measurementsIn, readMeasurements } from '../../../src/clinical/en/measurements.ts'
import { readNumber } from '../../../src/clinical/en/numbers.ts'

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

test('a unit is the one that was said, or the only one in which a person can have the value', () => {
  const unitOf = (said: string) => readMeasurements(said).map(({ value, unit }) => `${value} ${unit}`)
  for (const [said, ...expected] of [
    ['Temperature 38.5 degrees Celsius.', '38.5 Cel'],
    ['Temp 38.5°C.', '38.5 Cel'],
    ['Her temperature is ninety eight point six.', '98.6 [degF]'],
    ['Temperature thirty nine.', '39 Cel'],
    ['Weight 154 pounds.', '154 [lb_av]'],
    ['You weigh seventy kilos.', '70 kg'],
    ['Weight is 70.', '70 '],
    ['Height 172 cm.', '172 cm'],
  ] as const)
    assert.deepEqual(unitOf(said), expected, said)
})

test('abbreviations of the ward are read', () => {
  assert.deepEqual(
    readMeasurements('Temp 38.5, pulse 110, RR 24, SpO2 95% on room air.').map(({ value }) => value),
    [38.5, 110, 24, 95],
  )
})

test('a value is not taken from what stands behind something else', () => {
  const values = (said: string) => readMeasurements(said).map(({ name, value }) => [name, value])
  assert.deepEqual(values('Temperature was normal and pulse 80.'), [['Heart rate', 80]])
  assert.deepEqual(values('Pulse was fine and oxygen 98.'), [['Oxygen saturation', 98]])
})

for (const said of [
  'If your temperature is 38 or more come back.',
  'Keep your blood pressure below 130 over 80.',
  'Your last blood pressure was 150 over 90.',
  'Blood pressure was 150 over 90 last month.',
  'Is your blood pressure 140 over 90?',
  'He lost weight 5 kg.',
  'Birth weight 3 kg.',
  'Temperature ninety eight six.',
  'Height 5 feet 10.',
])
  test(`not measured today: ${said}`, () => assert.deepEqual(readMeasurements(said), []))

test('all of one breath is measured, and a decimal that a mark tore apart is one number', () => {
  const values = (said: string) => measurementsIn(said).map(({ value }) => value)
  assert.deepEqual(
    values('Blood pressure is 118 over 74, pulse 66, resps 14, temperature 36.9 and sats 99 percent.'),
    [118, 74, 66, 14, 36.9, 99],
  )
  assert.deepEqual(values('Your temperature is 97. 7 and the heart rate is 72.'), [97.7, 72])
  assert.deepEqual(values('Your goal is a blood pressure of 120/80.'), [])
})
