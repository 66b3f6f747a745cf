import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headerOf, type SaidTurn } from '../../../src/clinical/en/section-headers.ts'

const DIALOGUES: [header: string, turns: SaidTurn[]][] = [
  [
    'ALLERGY',
    [
      { speaker: 'doctor', text: 'Are you allergic to any medication?' },
      { speaker: 'patient', text: 'Penicillin gives me a rash.' },
    ],
  ],
  [
    'PASTSURGICAL',
    [
      { speaker: 'doctor', text: 'Have you had any surgeries?' },
      { speaker: 'patient', text: 'They took my gallbladder out ten years ago, and I had a hernia repair.' },
    ],
  ],
  [
    'FAM/SOCHX',
    [
      { speaker: 'doctor', text: 'Do you smoke or drink?' },
      { speaker: 'patient', text: 'A glass of wine on Sundays. I quit smoking when I married.' },
    ],
  ],
  [
    'MEDICATIONS',
    [
      { speaker: 'doctor', text: 'Which medications are you taking at the moment?' },
      { speaker: 'patient', text: 'Lisinopril in the morning, and metformin twice a day.' },
    ],
  ],
]

test('a short dialogue is put under the header of what it is about, with and without its speakers', () => {
  for (const [header, turns] of DIALOGUES) {
    assert.equal(headerOf(turns)[0]?.header, header)
    assert.equal(headerOf(turns.map(({ text }) => ({ text })))[0]?.header, header)
  }
})

test('a transcript without capitals and marks is read like one with them', () => {
  for (const [header, turns] of DIALOGUES) {
    const bare = turns.map(({ text, ...turn }) => ({ ...turn, text: text.toLowerCase().replace(/[.,?]/g, '') }))
    assert.equal(headerOf(bare)[0]?.header, header)
  }
})

test('contractions may be written in one piece or in two', () => {
  const spell = (denial: string) => headerOf([{ text: 'Any allergies?' }, { text: `No, I ${denial} have any.` }])
  assert.deepEqual(spell("don't"), spell("do n't"))
})

test('every header is given a probability, and together they are certain', () => {
  const guesses = headerOf(DIALOGUES[0]?.[1] ?? [])
  assert.equal(guesses.length, 20)
  assert.ok(Math.abs(guesses.reduce((sum, { probability }) => sum + probability, 0) - 1) < 1e-9)
})

test('the likeliest header of a long dialogue is found in less than a blink', () => {
  const turns = Array.from({ length: 300 }, (_, at) => DIALOGUES[at % 4]?.[1][at % 2] as SaidTurn)
  headerOf(turns)
  const startedMs = performance.now()
  headerOf(turns)
  assert.ok(performance.now() - startedMs < 100)
})
