import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConversation } from '../../../../src/clinical/en/facts/conversation.ts'
import { findMedicines } from '../../../../src/clinical/en/facts/find-medicines.ts'
import { formatMedicine } from '../../../../src/clinical/en/prescriptions.ts'
import type { Speaker } from '../../../../src/domain/transcript.ts'
import { transcriptOfSpeakers } from '../../../support/made-record.ts'

const medicinesIn = (...said: [Speaker, string][]) =>
  findMedicines(readConversation(transcriptOfSpeakers(said).items)).map(
    ({ action, person, prescription }) => `${action}, ${person}: ${formatMedicine(prescription)}`,
  )

for (const [speaker, said, ...expected] of [
  ['patient', 'I take ramipril 5 mg once a day.', 'taken, patient: ramipril 5 mg once a day'],
  ['patient', 'My wife takes digoxin.', 'taken, wife: digoxin'],
  ['patient', 'I am supposed to take atorvastatin but I forget.', 'not_taken, patient: atorvastatin'],
  ['patient', 'I came off sertraline.', 'stopped, patient: sertraline'],
  ['doctor', 'We will increase the bisoprolol to 5 mg daily.', 'raised, patient: bisoprolol 5 mg daily'],
  ['doctor', 'Hold the metformin.', 'held, patient: metformin'],
  ['doctor', 'You should not take ibuprofen.', 'advised_against, patient: ibuprofen'],
  ['doctor', 'Take naproxen instead of ibuprofen.', 'taken, patient: naproxen', 'replaced, patient: ibuprofen'],
  ['doctor', 'Continue the amlodipine 10 mg daily.', 'continued, patient: amlodipine 10 mg daily'],
  ['patient', 'I am allergic to codeine.', 'named, patient: codeine'],
] as [Speaker, string, ...string[]][])
  test(`what is done with a medicine: ${said}`, () => assert.deepEqual(medicinesIn([speaker, said]), expected))

test('doses in steps keep what belongs to each', () => {
  const read = (said: string) => medicinesIn(['doctor', said]).map((told) => told.split(': ')[1])
  assert.deepEqual(read('Take dexamethasone 8 mg daily for 2 days then 4 mg daily for 2 days.'), [
    'dexamethasone 8 mg daily for 2 days, then 4 mg daily for 2 days',
  ])
  assert.deepEqual(read('Take levetiracetam 250 mg in the morning and 500 at night.'), [
    'levetiracetam 250 mg in the morning, then 500 at night',
  ])
  assert.deepEqual(read('Take gabapentin 300, sorry 100 mg at night.'), ['gabapentin 100 mg at night'])
})
