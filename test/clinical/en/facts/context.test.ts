import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findNames } from '../../../../src/clinical/en/conditions.ts'
import { readConversation } from '../../../../src/clinical/en/facts/conversation.ts'
import { mentionsIn } from '../../../../src/clinical/en/facts/mentions.ts'
import type { Speaker } from '../../../../src/domain/transcript.ts'

/** Each condition that these turns name: "its words: whose, denied, how surely, when". */
function read(...turns: [Speaker, string][]): string[] {
  const items = turns.map(([speaker, text], at) => ({
    ...{ id: `i${at}`, speaker, text, startMs: at * 1000, endMs: at * 1000 + 900, words: [] },
  }))
  const found = (said: string) => findNames(said).map(({ condition, ...place }) => ({ named: condition, ...place }))
  return mentionsIn(readConversation(items), found).map(
    ({ sentence, start, end, person, isDenied, certainty, time }) => {
      const name = sentence.tokens.slice(start, end).map(({ word }) => word)
      return [`${name.join(' ')}:`, person, isDenied ? 'denied' : 'there', certainty, time].join(' ')
    },
  )
}

for (const [speaker, said, expected] of [
  ['doctor', "I don't think you have pneumonia.", 'pneumonia: patient denied certain now'],
  ['doctor', 'I doubt that it is gout.', 'gout: patient denied certain now'],
  ['patient', 'Neither my sister nor I have asthma.', 'asthma: patient denied certain now'],
  ['patient', 'My father has gout.', 'gout: father there certain now'],
  ['patient', 'I had asthma as a child.', 'asthma: patient there certain past'],
  ['patient', 'I have had asthma since I was a child.', 'asthma: patient there certain now'],
  ['doctor', 'If you get a fever, ring us.', 'fever: patient there open now'],
  ['doctor', 'It might be shingles.', 'shingles: patient there possible now'],
  ['doctor', 'We will test for malaria.', 'malaria: patient there open future'],
  ['doctor', 'Gout is unlikely.', 'gout: patient denied possible now'],
  ['patient', 'The tablets do not help the headache.', 'headache: patient there certain now'],
  ['patient', 'The headache is gone.', 'headache: patient there certain past'],
] as const)
  if (expected) test(`how it is said: ${said}`, () => assert.deepEqual(read([speaker, said]), [expected]))

test('of two joined names both are denied by what is said behind them', () => {
  assert.deepEqual(read(['doctor', 'Asthma and gout are not present.']), [
    'asthma: patient denied certain now',
    'gout: patient denied certain now',
  ])
})

test('of a row with commas all are denied by what is said behind the last', () => {
  assert.deepEqual(read(['doctor', 'Gout, vomiting and asthma are denied.']), [
    'gout: patient denied certain now',
    'vomiting: patient denied certain now',
    'asthma: patient denied certain now',
  ])
})

test('sentences go on about the relative who was named', () => {
  const turns: [Speaker, string][] = [['patient', "My mum. She's got gout. She's got asthma too."]]
  assert.deepEqual(read(...turns), ['gout: mother there certain now', 'asthma: mother there certain now'])
})

test('a name is hers in whose body it is', () => {
  assert.deepEqual(read(['patient', 'My sister was ill, and the eczema was on her back.']), [
    'eczema: sister there certain now',
  ])
  assert.deepEqual(read(['patient', 'My sister was ill, and my eczema came back.']), [
    'eczema: patient there certain now',
  ])
})

test('what is asked on a condition keeps it', () => {
  const [told] = readConversation([
    ...[['doctor', 'If you bend forward, do you get any tingling?'] as const, ['patient', 'No.'] as const].map(
      ([speaker, text], at) => ({ id: `i${at}`, speaker, text, startMs: at * 1000, endMs: at * 1000 + 900, words: [] }),
    ),
  ])
  assert.deepEqual(
    told?.sentences.map(({ said, isQuestion }) => [said, isQuestion]),
    [['if you bend forward do you get any tingling', true]],
  )
})

test('assent to a question that denies is a denial', () => {
  for (const assent of ['Correct.', "That's right.", 'Exactly.', 'No.', 'Yeah, none.'])
    assert.deepEqual(read(['doctor', 'No asthma?'], ['patient', assent]), ['asthma: patient denied certain now'])
  assert.deepEqual(
    read(['doctor', 'No asthma?'], ['patient', 'Yes.']),
    ['asthma: patient denied open now'],
    'a bare yes is open',
  )
})

test('of a list all is denied but what is excepted', () => {
  const turns: [Speaker, string][] = [
    ['doctor', 'Any fever, cough or headache?'],
    ['patient', 'None of those apart from the headaches.'],
  ]
  assert.deepEqual(
    read(...turns).map((line) => line.replace(/ certain now$/, '')),
    ['fever: patient denied', 'cough: patient denied', 'headache: patient there', 'headaches: patient there'],
  )
})

test('who has never looked denies nothing', () => {
  assert.deepEqual(
    read(['doctor', 'Have you noticed any blood in your urine?'], ['patient', "No, I haven't looked."]),
    ['blood in your urine: patient there open now'],
  )
})
