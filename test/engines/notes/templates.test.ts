import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOTE_KINDS } from '../../../src/domain/note-kinds.ts'
import type { Speaker, Transcript } from '../../../src/domain/transcript.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const { signal } = new AbortController()

const spokenBy = (lines: readonly (readonly [Speaker, string])[]): Transcript => {
  const transcript = transcriptOf(lines.map(([, text]) => text))
  return { ...transcript, items: transcript.items.map((item, at) => ({ ...item, speaker: lines[at]?.[0] ?? 'other' })) }
}

async function write(kind: string, transcript: Transcript): Promise<Record<string, string[]>> {
  const note = prove(await openExtractive().write(transcript, { kind, instruction: 'the plan' }, signal), transcript)
  assert.ok(!note.warnings.some(({ code }) => code === 'unsupported_statements'), `${kind} states what it cannot prove`)
  const filled = note.sections.filter(({ statements }) => statements.length > 0)
  return Object.fromEntries(filled.map(({ key, statements }) => [key, statements.map(({ text }) => text)]))
}

/** What trips a reader: denials, fillers, questions without marks, guesses, stopped medicines, relatives. */
const HARD: readonly (readonly [Speaker, string])[] = [
  ['doctor', 'Um so do you have any chest pain no.'],
  ['patient', 'Uh I I have had a cough but no fever, not really.'],
  ['doctor', 'Do you take aspirin or ibuprofen?'],
  ['patient', 'No, I stopped the aspirin.'],
  ['doctor', 'Are you allergic to anything?'],
  ['patient', 'Yes, penicillin.'],
  ['patient', 'My father had diabetes and my sister too.'],
  ['doctor', 'Was your blood pressure 150 over 90 last year?'],
  ['patient', 'Yes I think so.'],
  ['doctor', 'Your blood pressure is um one forty over ninety, temperature thirty seven.'],
  ['doctor', 'No biopsy, no x-ray, and the ct scan was not done.'],
  ['doctor', 'It could be pneumonia, but I think this is bronchitis.'],
  ['doctor', "Don't take ibuprofen, take amoxicillin 500 mg three times a day."],
  ['doctor', 'If it gets worse come back, okay?'],
]

for (const [who, transcript] of [
  ['known speakers', spokenBy(HARD)],
  ['one microphone', transcriptOf(HARD.map(([, text]) => text))],
  ['one breath', transcriptOf([HARD.map(([, text]) => text).join(' ')])],
] as const)
  test(`every kind states only what it can prove, from ${who}`, async () => {
    for (const kind of Object.keys(NOTE_KINDS)) await write(kind, transcript)
  })

test('a doctor who speaks of himself adds nothing to the history', async () => {
  const note = await write(
    'soap_note',
    spokenBy([
      ['patient', 'I have a headache.'],
      ['doctor', 'I had a headache myself this morning.'],
    ]),
  )
  assert.deepEqual(note, { subjective: ['The patient has a headache.'] })
})

test('the mental state is what the clinician finds, and not what the patient tells', async () => {
  const note = await write(
    'psychiatry',
    transcriptOf(['I have been feeling anxious.', 'Your mood is low.', 'You are oriented to time and place.']),
  )
  assert.deepEqual(note.mental_health_exam, ['The mood is low.', 'The patient is oriented to time and place.'])
})

test("a child's feeding, steps and vaccines are the care of a well child", async () => {
  const note = await write(
    'well_child_care',
    transcriptOf(['The patient is breastfeeding well.', 'The patient crawls and says mama.']),
  )
  assert.deepEqual(note.well_child_care, ['The patient is breastfeeding well.', 'The patient crawls and says mama.'])
})

test('a diet has habits, lifestyle and aims', async () => {
  const note = await write(
    'diet',
    transcriptOf(['I eat bread for breakfast.', 'I walk thirty minutes a day.', 'My goal is to lose ten kilos.']),
  )
  assert.deepEqual(note, {
    diet_lifestyle: ['The patient walks 30 minutes a day.'],
    diet_habits: ['The patient eats bread for breakfast.'],
    diet_objectives: ["The patient's goal is to lose 10 kg."],
  })
})

test("a heart's risks are those that were told, and nothing else of the history", async () => {
  const note = await write(
    'cardiology',
    transcriptOf(['I have chest pain.', 'I smoke ten cigarettes.', 'My father had a stroke.', 'My mother had asthma.']),
  )
  assert.deepEqual(note.cardiovascular_risks, [
    'The patient smokes 10 cigarettes.',
    "The patient's father had a stroke.",
  ])
})

test('a differential diagnosis has what the clinician names, and not what the patient fears', async () => {
  const lines = [
    ['patient', 'It could be cancer.'],
    ['doctor', 'Your lungs have crackles.'],
    ['doctor', 'I think this is pneumonia.'],
    ['doctor', 'It could also be bronchitis.'],
  ] as const
  assert.deepEqual(await write('differential_diagnosis', spokenBy(lines)), {
    diagnoses: ['The patient likely has pneumonia.', 'The diagnosis could also be bronchitis.'],
  })
})

test('an answer about one part of the history leaves the others out', async () => {
  const transcript = transcriptOf(['I have a cough.', 'My father had diabetes.', 'I smoke ten cigarettes a day.'])
  const answer = async (instruction: string) => {
    const { sections } = await openExtractive().write(transcript, { kind: 'answer', instruction }, signal)
    return sections.flatMap(({ statements }) => statements).map(({ text }) => text)
  }
  assert.deepEqual(await answer('What is the family history?'), ["The patient's father had diabetes."])
  assert.deepEqual(await answer('Give the social history.'), ['The patient smokes 10 cigarettes a day.'])
  assert.deepEqual(await answer('Give the history.'), ['The patient has a cough.'])
})
