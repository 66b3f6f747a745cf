import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConversation } from '../../../../src/clinical/en/facts/conversation.ts'
import { findAllergies } from '../../../../src/clinical/en/facts/find-allergies.ts'
import type { Speaker } from '../../../../src/domain/transcript.ts'
import { transcriptOfSpeakers } from '../../../support/made-record.ts'

/** "walnuts: hives" for each allergy; "none" where none is known, "none to medicines" where only these were asked after. */
function allergiesIn(...said: [Speaker, string][]): string[] {
  return findAllergies(readConversation(transcriptOfSpeakers(said).items)).map(
    ({ substance, reaction, isOfMedicines }) => {
      if (substance === '') return isOfMedicines ? 'none to medicines' : 'none'
      return reaction ? `${substance}: ${reaction}` : substance
    },
  )
}

const ASKED: [Speaker, string] = ['doctor', 'Do you have any allergies?']

for (const [answer, ...expected] of [
  ['Yes, walnuts.', 'walnuts'],
  ['I have a cefalexin allergy.', 'cefalexin'],
  ['Trimethoprim brings me out in hives.', 'trimethoprim: hives'],
  ['No, just strawberries.', 'strawberries'],
  ['Nothing besides ibuprofen.', 'ibuprofen'],
  ['No known allergies other than doxycycline.', 'doxycycline'],
  ['I am allergic to prawns, sesame and bee stings.', 'prawns', 'sesame', 'bee stings'],
  ['When I take aspirin my lips swell.', 'aspirin: swell'],
  ['No.', 'none'],
  ['None that I know of.', 'none'],
  ["Not that I'm aware of, no.", 'none'],
  ['I take lisinopril.'],
  ['My brother is allergic to eggs.'],
  ['Morphine makes me sick.'],
] as const)
  test(`asked after allergies: ${answer}`, () => assert.deepEqual(allergiesIn(ASKED, ['patient', answer]), expected))

test('what a question names is an allergen only where it is affirmed', () => {
  const ask = (question: string, answer: string) => allergiesIn(['doctor', question], ['patient', answer])
  assert.deepEqual(ask('Are you allergic to codeine?', 'Yes, I am.'), ['codeine'])
  assert.deepEqual(ask('Are you allergic to codeine?', 'No.'), [])
  assert.deepEqual(ask('And no allergy to nickel, is that right?', "That's right."), [])
  assert.deepEqual(ask('Any allergies to medications?', 'No.'), ['none to medicines'])
})

test('what is not borne is no allergy, and what it does may be told behind', () => {
  assert.deepEqual(
    allergiesIn(['patient', "Naproxen upsets my stomach and gave me a rash, but that's not an allergy."]),
    [],
  )
  assert.deepEqual(
    allergiesIn(ASKED, ['patient', 'Yes, pistachios.'], ['doctor', 'What happens?'], ['patient', 'I get hives.']),
    ['pistachios: hives'],
  )
})
