import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEnough, readLines, saysNothing } from '../../../../src/engines/notes/model/read-lines.ts'

const textsOf = (answer: string) => readLines(answer, 'whole').map(({ text }) => text)

test('each line that begins as a list does is a fact, with the lines that it names', () => {
  assert.deepEqual(
    readLines('- Denies fever. [3, 4]\n* Cough for 2 weeks [2]\n1. Takes **metformin** 500 mg [7][8].', 'whole'),
    [
      { text: 'Denies fever.', hints: [3, 4] },
      { text: 'Cough for 2 weeks.', hints: [2] },
      { text: 'Takes metformin 500 mg.', hints: [7, 8] },
    ],
  )
})

test('what stands around the lines is passed over: thoughts, headings, fences, explanations', () => {
  const answer =
    '<think>\n- Perhaps warfarin?\n</think>\nHere are the lines:\n```\n## Subjective\n- **Subjective:**\n- Cough.\n```\nI hope this helps.'
  assert.deepEqual(textsOf(answer), ['Cough.'])
})

test('several sentences in a line are facts of their own, with the same hints; questions are dropped', () => {
  assert.deepEqual(readLines('- Cough for 2 weeks. Any fever? Takes 500 mg b.i.d. with food. [2]', 'whole'), [
    { text: 'Cough for 2 weeks.', hints: [2] },
    { text: 'Takes 500 mg b.i.d. with food.', hints: [2] },
  ])
})

test('of an answer that was cut the last line is not finished', () => {
  assert.deepEqual(
    readLines('- Denies fever.\n- Metformin 500', 'cut').map(({ text }) => text),
    ['Denies fever.'],
  )
})

for (const text of [
  'None.',
  'None reported.',
  'Nothing was said.',
  'N/A.',
  'Not mentioned in the transcript.',
  'No information provided.',
])
  test(`"${text}" says that there is nothing`, () => assert.ok(saysNothing({ text, hints: [] })))

for (const text of ['Nothing helps the pain.', 'No known allergies.', 'Not pregnant.', 'None of the tablets helped.'])
  test(`"${text}" is a fact`, () => assert.ok(!saysNothing({ text, hints: [] })))

test('an answer is enough when it repeats itself, has no end, or is longer than any section', () => {
  assert.ok(!isEnough('- Cough.\n- Fever.\n- Cough.\n'))
  assert.ok(isEnough(`- Fever.\n${'- Cough.\n'.repeat(4)}`))
  assert.ok(isEnough(`- ${'and on '.repeat(100)}`))
  assert.ok(isEnough(Array.from({ length: 41 }, (_, at) => `- Fact ${at}.\n`).join('')))
  assert.ok(!isEnough(`<think>${'and on '.repeat(200)}`), 'who thinks aloud may take a while')
})
