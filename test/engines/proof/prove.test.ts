import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Statement, Support } from '../../../src/domain/note.ts'
import { blankNote } from '../../../src/domain/note-kinds.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const TRANSCRIPT = transcriptOf([
  'Take two tablets of ibuprofen every eight hours.',
  "I don't have any chest pain.",
  'Any fever?',
  'No.',
  'Okay so um my my back hurts. No numbness.',
  'I have a cough but no fever and it is not getting better.',
  'Your temperature is 38.5 today.',
  'I stopped smoking, well, years ago.',
  'Um no no.',
])

function stands(text: string, evidence: string[], support: Support = 'verbatim'): boolean {
  const statement: Statement = { text, evidence, support }
  const note = blankNote('summary', 'en', 'test')
  const proven = prove(
    { ...note, sections: [{ key: 'summary', title: 'Key points', statements: [statement] }] },
    TRANSCRIPT,
  )
  const kept = proven.sections.flatMap(({ statements }) => statements)
  assert.deepEqual(
    proven.warnings.map(({ code }) => code),
    kept.length === 1 ? [] : ['unsupported_statements'],
  )
  return kept.length === 1
}

for (const [text, ...evidence] of [
  ['Take two tablets of ibuprofen every eight hours.', 'i1'],
  ["I don't have any chest pain.", 'i2'],
  ['Any fever? No.', 'i3', 'i4'],
  ['Any fever? No.', 'i3', 'i9'],
  ['My back hurts.', 'i5'],
  ['No numbness.', 'i5'],
  ['Your temperature is 38.5 today.', 'i7'],
] as const)
  test(`said and kept: ${text}`, () => assert.ok(stands(text, [...evidence])))

for (const [why, text, ...evidence] of [
  ['a changed dose', 'Take three tablets of ibuprofen every eight hours.', 'i1'],
  ['a changed medicine', 'Take two tablets of aspirin every eight hours.', 'i1'],
  ['a changed number', 'Your temperature is 39.5 today.', 'i7'],
  ['a negation turned round', 'I have any chest pain.', 'i2'],
  ['a negation cut off in front', 'Chest pain.', 'i2'],
  ['a negation cut off behind', 'I have a cough but.', 'i6'],
  ['a question without its answer', 'Any fever?', 'i3'],
  ['a symptom that was only asked about', 'Fever.', 'i3', 'i4'],
  ['an item that does not exist', 'My back hurts.', 'i99'],
  ['one existing item beside one that does not exist', 'My back hurts.', 'i5', 'i99'],
  ['no evidence at all', 'My back hurts.'],
  ['the wrong item', 'My back hurts.', 'i1'],
  ['words put in another order', 'Ibuprofen every two tablets.', 'i1'],
  ['a word left out', 'I stopped smoking years ago.', 'i8'],
  ['no words', '…', 'i1'],
] as const)
  test(`dropped: ${why}`, () => assert.ok(!stands(text, [...evidence])))

test('a derived statement may use other words, but no other number, medicine or negation', () => {
  assert.ok(stands('Ibuprofen 2 tablets every 8 hours', ['i1'], 'derived'))
  assert.ok(stands('Denies chest pain', ['i2'], 'derived'))
  assert.ok(!stands('Ibuprofen two tablets, every eight hours, with meals', ['i1'], 'derived'))
  assert.ok(!stands('Ibuprofen four tablets', ['i1'], 'derived'))
  assert.ok(!stands('Naproxen two tablets', ['i1'], 'derived'))
  assert.ok(!stands('Has chest pain', ['i2'], 'derived'))
  assert.ok(!stands('Fever', ['i3'], 'derived'))
})

test('what a writer itself calls unsupported is dropped', () => {
  assert.ok(!stands('My back hurts.', ['i5'], 'unsupported'))
})
