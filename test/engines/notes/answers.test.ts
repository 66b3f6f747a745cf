import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const SAID = [
  'I am allergic to latex, I take bisoprolol, and I have had diabetes since 2012.',
  'My elbow hurts.',
  'I had my gallbladder out.',
  'Come back in three weeks.',
]

async function answer(instruction: string): Promise<string> {
  const transcript = transcriptOf(SAID)
  const speakers = ['patient', 'patient', 'patient', 'doctor'] as const
  for (const [at, speaker] of speakers.entries()) Object.assign(transcript.items[at] ?? {}, { speaker })
  const note = await openExtractive().write(transcript, { kind: 'answer', instruction }, new AbortController().signal)
  return note.sections.flatMap(({ statements }) => statements.map(({ text }) => text)).join(' ')
}

test('a question is answered however briefly it is put', async () => {
  for (const asked of ['Current meds', 'Which tablets?']) assert.match(await answer(asked), /bisoprolol/, asked)
  for (const asked of ['PMH', 'Is he diabetic?']) assert.match(await answer(asked), /diabetes/, asked)
  assert.match(await answer('When should he come back?'), /^Come back in 3 weeks\.$/)
  assert.match(await answer('What is wrong with the elbow?'), /^The elbow hurts\.$/)
})

test('a summary keeps allergies and medicines whatever it is asked for', async () => {
  assert.match(await answer('Summarise the visit for his GP'), /allergic to latex.*bisoprolol/)
})
