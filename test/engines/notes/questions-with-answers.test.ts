import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composeAnswer, stateAnswerPairs } from '../../support/answer-pairs.ts'

const PAIRS = stateAnswerPairs()

test('of two hundred questions with their answers, none is turned round', () => {
  assert.equal(PAIRS.length, 200)
  assert.deepEqual(
    PAIRS.filter(({ isTurned }) => isTurned).map(({ pair }) => pair),
    [],
  )
})

test('plain answers become statements, and open ones do not', () => {
  const stated = PAIRS.filter(({ stated }) => stated !== undefined && !stated.isQuoted)
  assert.ok(stated.length >= 55, `only ${stated.length} of ${PAIRS.length}`)
  const opened = stated.filter(({ pair, stated }) => pair.isPresent === null && stated?.finding !== undefined)
  assert.deepEqual(
    opened.map(({ pair }) => pair),
    [],
  )
})

for (const [question, answer, text] of [
  ['Any chest pain?', 'No.', 'The patient denies chest pain.'],
  [
    'Okay and have you noticed any blood in your stool?',
    'Uh, no, nothing like that.',
    'The patient denies blood in the stool.',
  ],
  ['Do you smoke?', 'No.', 'The patient does not smoke.'],
  ['Are you taking your medications?', 'Yes, I am.', 'The patient is taking the medications.'],
  ["You're taking it regularly?", 'On the clock, yes.', 'Asked "You\'re taking it regularly?": "On the clock, yes."'],
  ['Any nausea or vomiting?', 'Yes.', 'Asked about nausea or vomiting: "Yes."'],
  ['Any other symptoms like fever or chills?', 'No.', 'The patient denies fever or chills.'],
  ['Has the pain gone away?', 'No.', 'The pain has not gone away.'],
  ['October 2020?', 'Yes.', undefined],
] as const)
  test(`${question} ${answer}`, () => assert.equal(composeAnswer(question, answer)?.texts.join(' '), text))
