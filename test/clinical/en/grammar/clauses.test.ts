import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readClauses } from '../../../../src/clinical/en/grammar/clauses.ts'
import { expandContractions } from '../../../../src/clinical/en/grammar/expand-contractions.ts'
import { formatTokens, readTokens } from '../../../../src/clinical/en/grammar/tokens.ts'

function read(text: string) {
  const tokens = readTokens(expandContractions(text))
  return readClauses(tokens).map(({ subject, verb, opener, parent, start, end }) => ({
    text: formatTokens(tokens.slice(start, end)),
    subject: subject && formatTokens(tokens.slice(subject.start, subject.end)),
    verb: verb?.lemma,
    isNegated: verb?.isNegated,
    modals: verb?.modals,
    opener,
    parent,
  }))
}

test('each finite verb opens a clause with its subject', () => {
  const [first, second, third] = read("I've been coughing for a week and it hurts when I breathe in.")
  assert.deepEqual([first?.subject, first?.verb], ['I', 'cough'])
  assert.deepEqual([second?.subject, second?.verb, second?.opener], ['it', 'hurt', 'and'])
  assert.deepEqual([third?.opener, third?.parent], ['when', 1], 'what opens with "when" hangs on the clause before it')
})

test('what is thought hangs on the thinking, and a denial of it is seen', () => {
  const [think, have] = read("I don't think you have shingles.")
  assert.equal(think?.isNegated, true)
  assert.deepEqual([have?.subject, have?.verb, have?.parent], ['you', 'have', 0])
})

test('a condition hangs on the order behind it', () => {
  const [condition, order] = read('If the rash spreads, stop the cream.')
  assert.deepEqual([condition?.opener, condition?.parent, order?.verb], ['if', 1, 'stop'])
})

test('what is only going to be done, or was once, keeps its manner', () => {
  assert.deepEqual(read("We're going to check your iron.")[0]?.modals, ['going to'])
  assert.deepEqual(read('I used to smoke.')[0]?.modals, ['used to'])
})

test('a question has its subject behind the auxiliary', () => {
  const [clause] = read('Does your left hip hurt at night?')
  assert.deepEqual([clause?.subject, clause?.verb], ['your left hip', 'hurt'])
})
