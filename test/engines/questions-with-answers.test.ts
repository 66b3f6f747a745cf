import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isNegator, plainWords } from '../../src/clinical/words.ts'
import { stateAnswer } from '../../src/engines/notes/extractive/rephrase/state-answer.ts'
import { isDenied } from '../../src/engines/notes/proof/clauses.ts'

interface Pair {
  question: string
  answer: string
  /** Words of the question or the answer that name what is decided. */
  finding: string
  /** Whether the patient has it; null where that stays open. */
  isPresent: boolean | null
}

const PAIRS: Pair[] = JSON.parse(
  readFileSync(new URL('../support/question-answer-pairs.json', import.meta.url), 'utf8'),
)
const PRONOUNS = { subject: 'he', object: 'him', possessive: 'his', reflexive: 'himself' }
/** "The swelling is gone" says that there is none, "the swelling is not gone" that there is some. */
const ENDED = /\b(gone|settled|stopped|cleared|free of|down|without(?! fail))\b/

/** What a statement says of a finding; undefined where it does not name it. */
function polarityOf(text: string, finding: string): boolean | undefined {
  const [words, name] = [plainWords(text), plainWords(finding)]
  const at = words.findIndex((_, start) => name.every((word, offset) => words[start + offset] === word))
  if (at < 0) return undefined
  return ENDED.test(text) ? words.some(isNegator) : !isDenied({ words }, at)
}

test('of two hundred questions with their answers, none is turned round', () => {
  const turned = PAIRS.filter(({ question, answer, finding, isPresent }) => {
    const stated = stateAnswer(question, answer, PRONOUNS)
    const says = stated && polarityOf(stated.text, finding)
    return says !== undefined && says !== isPresent
  })
  assert.deepEqual(turned, [])
})

test('plain answers become statements, and open ones do not', () => {
  const stated = PAIRS.filter(({ question, answer }) => stateAnswer(question, answer, PRONOUNS) !== undefined)
  assert.ok(stated.length >= 55, `only ${stated.length} of ${PAIRS.length}`)
  assert.equal(stated.filter(({ isPresent }) => isPresent === null).length, 0)
})

for (const [question, answer, text] of [
  ['Any chest pain?', 'No.', 'Denies chest pain.'],
  ['Okay and have you noticed any blood in your stool?', 'Uh, no, nothing like that.', 'Denies blood in his stool.'],
  ['Do you smoke?', 'No.', 'The patient does not smoke.'],
  ['Are you taking your medications?', 'Yes, I am.', 'The patient is taking his medications.'],
  ["You're taking it regularly?", 'On the clock, yes.', undefined],
  ['Any nausea or vomiting?', 'Yes.', undefined],
  ['Any other symptoms like fever or chills?', 'No.', 'Denies fever or chills.'],
  ['Has the pain gone away?', 'No.', 'The pain has not gone away.'],
  ['October 2020?', 'Yes.', undefined],
] as const)
  test(`${question} ${answer}`, () => assert.equal(stateAnswer(question, answer, PRONOUNS)?.text, text))
