import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLines } from '../../../src/api/doors/nabla/read-lines.ts'
import { readConversation } from '../../../src/clinical/en/facts/conversation.ts'
import { findConditions } from '../../../src/clinical/en/facts/find-conditions.ts'
import type { Item } from '../../../src/domain/transcript.ts'

/** The conditions that a note's text says to be present. */
function presentIn(text: string, title = 'History'): string[] {
  const items = readLines({ sections: [{ title, text }] }).map(
    (line, at): Item => ({ id: `i${at}`, ...line, startMs: 0, endMs: 0, words: [] }),
  )
  const facts = findConditions(readConversation(items)).filter(({ standing }) => standing === 'present')
  return facts.map(({ condition }) => condition.code)
}

for (const text of [
  'Asked about cough: "No cough."',
  'Asked about chest pain: "No chest pain."',
  '- Asked about fever: "No."',
  'Asked about chest pain: "No chest pain." Asked about fever: "No."',
  'Asked whether the patient has asthma: "Not that I know."',
  'Asked about fever: "No, but my brother had one."',
  'The patient denies cough. Asked about fever: "None."',
  'No cough.',
]) {
  test(`nobody has what was denied: ${text}`, () => assert.deepEqual(presentIn(text), []))
}

test('what was affirmed is there, and so is what stands beside a denial', () => {
  assert.deepEqual(presentIn('Asked about asthma: "Yes, since I was a child."'), ['J45.909'])
  assert.deepEqual(presentIn('The patient has hypertension. Asked about fever: "No."'), ['I10'])
  assert.deepEqual(presentIn('The patient has a cough.'), ['R05.9'])
})

test('lines lose bullets, end as sentences do and know their problem', () => {
  const text = 'Migraine:\n- Take ibuprofen\n1) Rest.\n\nWell otherwise'
  assert.deepEqual(
    readLines({ sections: [{ key: 'PLAN', title: 'Plan', text }] }).map((line) => [line.text, line.problem]),
    [
      ['Migraine:', 0],
      ['Take ibuprofen.', 0],
      ['Rest.', 0],
      ['Well otherwise.', -1],
    ],
  )
  assert.deepEqual(
    readLines({ sections: [{ title: 'Family history', text: '- Father: asthma' }] })[0]?.text,
    'Family history: Father: asthma.',
  )
})
