import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConversation } from '../../../../src/clinical/en/facts/conversation.ts'
import { findConditions } from '../../../../src/clinical/en/facts/find-conditions.ts'
import type { Speaker } from '../../../../src/domain/transcript.ts'
import { transcriptOfSpeakers } from '../../../support/made-record.ts'

/** "past I63.9", "present E11.9/aunt" for each condition as the conversation leaves it. */
const conditionsIn = (...said: [Speaker, string][]) =>
  findConditions(readConversation(transcriptOfSpeakers(said).items)).map(({ standing, person, condition: { code } }) =>
    person === 'patient' ? `${standing} ${code}` : `${standing} ${code}/${person}`,
  )

for (const [speaker, said, ...expected] of [
  ['doctor', 'I think this is shingles.', 'present B02.9'],
  ['doctor', 'This could be appendicitis.', 'possible K37'],
  ['doctor', 'Your symptoms are consistent with gastritis.', 'possible K29.70'],
  ['doctor', "I don't think you have mumps.", 'refuted B26.9'],
  ['doctor', 'I doubt it is scabies.', 'refuted B86'],
  ['doctor', 'There is no evidence of what we call hydronephrosis.', 'refuted N13.30'],
  ['doctor', 'Come back if you get a rash or you have a fever.'],
  ['doctor', 'You can take ibuprofen for headaches.'],
  ['doctor', 'Statins can cause muscle pain.'],
  ['doctor', 'You mentioned brain cancer.'],
  ['patient', 'I had a heart attack in 2012.', 'past I21.9'],
  ['patient', 'I had epilepsy as a child.', 'past G40.909'],
  ['patient', 'I think I have gout.'],
  ['patient', 'My aunt has epilepsy.', 'present G40.909/aunt'],
  ['other', 'I had eczema myself.'],
  ['doctor', 'For your second problem, the gout, we will check your uric acid.', 'present M10.9'],
  ['doctor', 'You have what we call a right ankle sprain.', 'present S93.401A'],
] as [Speaker, string, ...string[]][])
  test(`how it stands: ${said}`, () => assert.deepEqual(conditionsIn([speaker, said]), expected))

test("the clinician's last word counts", () => {
  assert.deepEqual(
    conditionsIn(
      ['patient', 'I have pneumonia.'],
      ['doctor', 'It might be pneumonia.'],
      ['doctor', 'There is no pneumonia.'],
    ),
    ['refuted J18.9'],
  )
})

test('no symptom stands beside what explains it, and what stays open leaves it', () => {
  assert.deepEqual(conditionsIn(['patient', 'I have a cough and my knee hurts.'], ['doctor', 'You have pneumonia.']), [
    'present M25.569',
    'present J18.9',
  ])
  assert.deepEqual(conditionsIn(['patient', 'I have a cough.'], ['doctor', 'It may be pneumonia.']), [
    'present R05.9',
    'possible J18.9',
  ])
})

test('the narrower name stands for both', () => {
  assert.deepEqual(conditionsIn(['patient', 'I have asthma.'], ['doctor', 'This is an asthma attack.']), [
    'present J45.901',
  ])
})

test('a relative who is named stands for the family, also over sentences', () => {
  assert.deepEqual(
    conditionsIn(
      ['doctor', 'Is anything known in the family? Anything like glaucoma?'],
      ['patient', "Yes, my aunt. She's got psoriasis too."],
    ).filter((told) => told.includes('/')),
    ['present H40.9/aunt', 'present L40.9/aunt'],
  )
})
