import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listChecks } from '../../src/consultations/list-checks.ts'
import type { Statement } from '../../src/domain/note.ts'
import { derived, noteOf, transcriptOfSpeakers } from '../support/made-record.ts'
import { heardAt } from '../support/spoken-words.ts'

const { items } = transcriptOfSpeakers([
  ['patient', 'I had a fever and a cough.'],
  ['patient', 'I am allergic to penicillin.'],
  ['doctor', 'Do you want a flu shot?'],
  ['patient', 'No, thank you.'],
  ['patient', 'I take metformin as well.'],
  ['doctor', 'Take 2 tablets of ibuprofen every 8 hours.'],
  ['doctor', 'See you then.'],
])
const entered = (text: string): Statement => ({ text, evidence: [], support: 'entered' })
const fever = (text: string, isPresent: boolean) =>
  derived(text, ['i1'], { finding: 'cough; Fever', is_present: String(isPresent) })

test('what is wrong comes first, then what harms when it is wrong, then the rest; what a person wrote needs none', () => {
  const note = noteOf('soap_note', {
    subjective: [
      derived('The patient has a cough.', ['i1']),
      derived('The patient is allergic to penicillin.', ['i2']),
      entered('Looks tired, 38.5.'),
    ],
    plan: [
      derived('Take 2 tablets of ibuprofen every 8 hours.', ['i6']),
      { ...derived('Insulin.', []), support: 'unsupported' },
      { ...derived('Come back.', ['i7']), outdated: true },
    ],
  })
  assert.deepEqual(
    listChecks(note, items).statements.map(({ section, statement, reasons }) => [section, statement, ...reasons]),
    [
      ['plan', 1, 'unsupported', 'medicine'],
      ['plan', 2, 'outdated'],
      ['subjective', 1, 'allergy', 'medicine'],
      ['plan', 0, 'medicine', 'number'],
      ['subjective', 0],
    ],
  )
})

test('statements that say the opposite of each other are told, whoever wrote them', () => {
  const opposed = noteOf('soap_note', {
    subjective: [fever('The patient had a fever.', true), { ...fever('No fever.', false), support: 'entered' }],
    plan: [derived('Rest.', ['i7'])],
  })
  const found = listChecks(opposed, items).statements.filter(({ reasons }) => reasons.includes('contradicted'))
  assert.deepEqual(
    found.map(({ statement }) => statement),
    [0, 1],
  )
  const agreed = noteOf('soap_note', { subjective: [fever('A fever.', true), fever('Fever and cough.', true)] })
  assert.deepEqual(listChecks(agreed, items).statements[0]?.reasons, [])
})

test('a telling word that was hardly heard makes its statement doubtful, and a small one does not', () => {
  const heard = heardAt([['I take metformin in the morning.', 0.95, { metformin: 0.3, the: 0.2 }]])
  const checksOf = (text: string) =>
    listChecks(noteOf('soap_note', { subjective: [derived(text, ['i1'])] }), heard.items).statements[0]?.reasons
  assert.deepEqual(checksOf('The patient takes metformin.'), ['doubtful', 'medicine'])
  assert.deepEqual(checksOf('In the morning.'), [])
})

test('what was said, matters and is in no statement is told with its question', () => {
  const note = noteOf('soap_note', { subjective: [derived('The patient is allergic to penicillin.', ['i2'])] })
  const warned = {
    ...note,
    warnings: [{ code: 'said_not_written' as const, message: 'Said.', details: { items: 'i2 i3 i4' } }],
  }
  assert.deepEqual(listChecks(warned, items).missing, [
    { items: ['i3', 'i4'], reasons: ['unmentioned'] },
    { items: ['i5'], reasons: ['unmentioned', 'medicine'] },
    { items: ['i6'], reasons: ['unmentioned', 'medicine'] },
  ])
  const whole = noteOf('soap_note', { plan: [derived('All of it.', ['i2', 'i4', 'i5', 'i6'])] })
  assert.deepEqual(listChecks({ ...warned, sections: whole.sections }, items).missing, [])
})
