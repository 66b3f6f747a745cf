import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Item, Speaker } from '../../../src/domain/transcript.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const DOCTOR_FIRST = [
  'What brings you in today?',
  'I have had a bad cough for two weeks.',
  'Any fever or chills?',
  'No, but I am short of breath on the stairs.',
  'Let me listen to your lungs. I hear some wheezing on the right.',
  'Okay, that worries me.',
  "I think this is bronchitis. I'm going to prescribe an albuterol inhaler, and I want to see you in two weeks.",
  'Thank you, doctor.',
]

type Marked = Partial<Pick<Item, 'speaker' | 'speakerLabel' | 'speakerConfidence'>>

async function write(mark: (at: number) => Marked) {
  const transcript = transcriptOf(DOCTOR_FIRST)
  const items = transcript.items.map((item, at) => ({ ...item, ...mark(at) }))
  const note = await openExtractive().write(
    { ...transcript, items },
    { kind: 'soap_note' },
    AbortSignal.timeout(10_000),
  )
  return {
    codes: note.warnings.map(({ code }) => code),
    texts: note.sections.map(({ statements }) => statements.map(({ text }) => text)),
  }
}

const speakerAt =
  (first: Speaker, second: Speaker) =>
  (at: number): Marked => ({ speaker: at % 2 === 0 ? first : second, speakerConfidence: 0.9 })

test('a transcript that takes doctor and patient for each other gives the same note, and a warning', async () => {
  const right = await write(speakerAt('doctor', 'patient'))
  const swapped = await write(speakerAt('patient', 'doctor'))
  assert.deepEqual(swapped.texts, right.texts)
  assert.deepEqual(right.codes, [])
  assert.deepEqual(swapped.codes, ['speakers_swapped'])
})

test('labels that a caller sent are never turned round, and doubted ones are not built on', async () => {
  const sent = await write((at) => ({ speaker: at % 2 === 0 ? 'patient' : 'doctor' }))
  assert.deepEqual(sent.codes, ['speakers_swapped'])
  const told = sent.texts.flat().join(' ')
  assert.match(told, /bad cough/)
  assert.doesNotMatch(told, /clinician has had/)
})

test('voices that were told apart and not named give the note of the named ones', async () => {
  const voices = await write((at) => ({ speaker: 'unspecified', speakerLabel: `SPEAKER_0${1 + (at % 2)}` }))
  assert.deepEqual(voices, await write(speakerAt('doctor', 'patient')))
})
