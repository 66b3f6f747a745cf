import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONDITIONS, findCondition, findNames } from '../../../src/clinical/en/conditions.ts'

const namesIn = (said: string) => findNames(said).map(({ condition }) => condition.code)

test('a condition is found under any of its names, in the order in which they are said', () => {
  assert.deepEqual(namesIn('i have high blood pressure'), ['I10'])
  assert.deepEqual(namesIn('hypertension'), ['I10'])
  assert.deepEqual(namesIn('he has malaria and diarrhoea'), ['B54', 'R19.7'])
})

test('a name inside another word is none', () => {
  for (const said of ['the rashguard', 'feverfew tea', 'a coughdrop', 'the non-diabetic'])
    assert.deepEqual(namesIn(said), [])
})

test('every code is there once and is spelled as ICD-10-CM spells codes', () => {
  const codes = CONDITIONS.map(({ code }) => code)
  assert.equal(new Set(codes).size, codes.length)
  for (const code of codes) assert.match(code, /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/)
})

test('every description is there once and stands as the code set prints it', () => {
  const displays = CONDITIONS.map(({ display }) => display)
  assert.equal(new Set(displays).size, displays.length)
  assert.equal(findCondition('B54')?.display, 'Unspecified malaria')
  assert.equal(findCondition('X99.99'), undefined)
})
