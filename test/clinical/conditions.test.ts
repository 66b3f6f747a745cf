import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONDITIONS, findMentions } from '../../src/clinical/conditions.ts'

const codesOf = (...texts: string[]) => findMentions(texts).map(({ condition }) => condition.code)

test('a condition that someone has is found under any of its names', () => {
  assert.deepEqual(codesOf('I have high blood pressure.'), ['I10'])
  assert.deepEqual(codesOf('Hypertension.'), ['I10'])
  assert.deepEqual(codesOf('He has malaria and diarrhoea.'), ['R19.7', 'B54'])
})

test('a specific name is not also read as a general one', () => {
  assert.deepEqual(codesOf('I think this is acute bronchitis.'), ['J20.9'])
  assert.deepEqual(codesOf('He has nausea and vomiting.'), ['R11.2'])
})

for (const denied of [
  'I have no fever.',
  'She denies chest pain.',
  "I don't have asthma.",
  'He has never had malaria.',
  'Come back if you get a fever.',
  'We tested for malaria.',
  'Any chest pain?',
  'This is to prevent pneumonia.',
]) {
  test(`nobody has what is said in "${denied}"`, () => assert.deepEqual(codesOf(denied), []))
}

test('a question counts with a yes behind it, and not with a no or another sentence', () => {
  assert.deepEqual(codesOf('Do you have a fever?', 'Yes, since yesterday.'), ['R50.9'])
  assert.deepEqual(codesOf('Do you have a fever? Yes.'), ['R50.9'])
  assert.deepEqual(codesOf('Do you have a fever?', 'No.'), [])
  assert.deepEqual(codesOf('Do you have a fever?', 'I am tired.'), [])
})

test("a relative's condition is the relative's", () => {
  const [mention] = findMentions(['My mother has asthma.'])
  assert.deepEqual([mention?.condition.code, mention?.relative], ['J45.909', 'mother'])
})

test('every code is there once and is spelled as ICD-10-CM spells codes', () => {
  const codes = CONDITIONS.map(({ code }) => code)
  assert.equal(new Set(codes).size, codes.length)
  for (const code of codes) assert.match(code, /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/)
})
