import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Note } from '../../../src/domain/note.ts'
import { formatMarkdown } from '../../../src/domain/note.ts'
import { NOTE_KINDS } from '../../../src/domain/note-kinds.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const { signal } = new AbortController()

const CONSULTATION = transcriptOf([
  'How can I help you today?',
  'I have had a bad cough and a headache for two weeks.',
  'Any chest pain?',
  'No.',
  'I have high blood pressure.',
  'My mother had asthma.',
  'I am allergic to penicillin.',
  'I take lisinopril 10 mg every day.',
  'I smoke ten cigarettes a day.',
  'Your blood pressure is one forty over ninety.',
  'Your lungs sound clear.',
  'I think this is bronchitis.',
  'Take ibuprofen 400 mg three times a day.',
  'If it gets worse, come back.',
  'I want to see you in two weeks.',
])

async function write(kind: string, transcript = CONSULTATION, instruction?: string): Promise<Note> {
  return prove(await openExtractive().write(transcript, { kind, instruction }, signal), transcript)
}

const textsOf = ({ sections }: Note) =>
  Object.fromEntries(
    sections
      .filter(({ statements }) => statements.length > 0)
      .map(({ key, statements }) => [key, statements.map(({ text }) => text)]),
  )

test('every kind is written, with its sections in order and nothing that the proof drops', async () => {
  for (const [kind, { sections }] of Object.entries(NOTE_KINDS)) {
    const note = await write(kind)
    assert.deepEqual(
      note.sections.map(({ key }) => key),
      Object.keys(sections),
      kind,
    )
    assert.ok(!note.warnings.some(({ code }) => code === 'unsupported_statements'), kind)
  }
})

test('a template has each thing where a clinician looks for it', async () => {
  assert.deepEqual(textsOf(await write('general_medicine')), {
    chief_complaint: ['The patient has had a bad cough and a headache for 2 weeks.'],
    history_of_present_illness: ['The patient denies chest pain.'],
    past_medical_history: ['The patient has high blood pressure.'],
    family_history: ["The patient's mother had asthma."],
    social_history: ['The patient smokes 10 cigarettes a day.'],
    allergies: ['The patient is allergic to penicillin.'],
    current_medications: ['The patient takes lisinopril 10 mg every day.'],
    vitals: ['The blood pressure is 140/90.'],
    physical_exam: ['The lungs sound clear.'],
    assessment: ['The patient likely has bronchitis.'],
    plan: ['If the condition gets worse, come back.'],
    prescription: ['Take ibuprofen 400 mg 3 times a day.'],
    appointments: ['See the patient in 2 weeks.'],
  })
})

test('codes come with their evidence, and none for what was denied or is a relative’s', async () => {
  const note = await write('icd_codes')
  const codes = note.sections.flatMap(({ statements }) => statements).map(({ attributes }) => attributes?.code)
  assert.deepEqual(codes.toSorted(), ['I10', 'J40', 'R51.9'])
  assert.match(formatMarkdown(note), /- \*\*I10\*\* Essential \(primary\) hypertension/)
})

test('a code that is made up, or whose evidence denies it, does not pass the proof', () => {
  const statement = (code: string, text: string, evidence: string[]) => ({
    ...{ text, evidence, support: 'derived' as const },
    attributes: { code, system: 'ICD-10-CM', display: text },
  })
  const statements = [
    statement('Z99.99', 'Something', ['i2']),
    statement('R07.9', 'Chest pain, unspecified', ['i3', 'i4']),
    statement('R51.9', 'Another description', ['i2']),
    statement('R51.9', 'Headache, unspecified', ['i2']),
  ]
  const note = { kind: 'icd_codes', title: '', language: 'en', writer: 'x', warnings: [] }
  const proven = prove({ ...note, sections: [{ key: 'codes', title: '', statements }] }, CONSULTATION)
  assert.deepEqual(
    proven.sections[0]?.statements.map(({ text }) => text),
    ['Headache, unspecified'],
  )
})

test('entities keep doses, and allergies apart from medicines', async () => {
  const found = textsOf(await write('entity_list'))
  assert.deepEqual(found.medications, ['lisinopril 10 mg every day', 'ibuprofen 400 mg 3 times a day'])
  assert.deepEqual(found.allergies, ['penicillin'])
  assert.deepEqual(found.measurements, ['Blood pressure 140/90 mmHg'])
})

test('an allergy that an answer names is there once', async () => {
  const transcript = transcriptOf(['Are you allergic to anything?', "Hi I'm allergic to penicillin."])
  assert.deepEqual(textsOf(await write('entity_list', transcript)).allergies, ['penicillin'])
})

test('normalised data has conditions, family history and observations with their values', async () => {
  const note = await write('normalized_data')
  const attributesOf = (key: string) =>
    note.sections.find((section) => section.key === key)?.statements.map(({ attributes }) => attributes)
  assert.equal(attributesOf('family_history')?.[0]?.relationship, 'mother')
  assert.deepEqual(
    attributesOf('observations')?.map((attributes) => attributes?.value),
    ['140', '90'],
  )
  assert.ok(attributesOf('conditions')?.every((attributes) => attributes?.clinical_status === 'active'))
})

test('a written note is read as well as a conversation', async () => {
  const lines = transcriptOf(['Hypertension.', 'BP 150/95.', 'Take amlodipine 5 mg once a day.'])
  assert.equal((await write('normalized_data', lines)).sections[0]?.statements[0]?.attributes?.code, 'I10')
  assert.deepEqual(textsOf(await write('patient_instructions', lines)).instructions, [
    'Take amlodipine 5 mg once a day.',
  ])
})

test('a question is answered by topic or by its words, and otherwise says that nothing was said', async () => {
  assert.deepEqual(textsOf(await write('answer', CONSULTATION, 'Which allergies does the patient have?')).answer, [
    'The patient is allergic to penicillin.',
  ])
  assert.deepEqual(textsOf(await write('answer', CONSULTATION, 'How long was the headache?')).answer, [
    'The patient has had a bad cough and a headache for 2 weeks.',
  ])
  const unknown = await write('answer', CONSULTATION, 'What is the capital of France?')
  assert.deepEqual(
    unknown.warnings.map(({ code }) => code),
    ['no_answer'],
  )
  assert.match(formatMarkdown(unknown), /^# Answer\n\n_Nothing was said about this\./)
})

test('scores are never made up', async () => {
  const note = await write('call_center_agent_score')
  assert.deepEqual(textsOf(note), {})
  assert.deepEqual(
    note.warnings.map(({ code }) => code),
    ['not_said'],
  )
})

test('where the client says who speaks, a patient neither examines nor decides', async () => {
  const transcript = transcriptOf(['I think this is an infection.', 'Take antibiotics for a week.'])
  const items = transcript.items.map(
    (item, index) => ({ ...item, speaker: index === 0 ? 'patient' : 'doctor' }) as const,
  )
  assert.deepEqual(textsOf(await write('soap_note', { ...transcript, items })), {
    subjective: ['The patient said: "I think this is an infection."'],
    plan: ['Take antibiotics for a week.'],
  })
})

test('every vital sign of a sentence and every panel that is ordered is an entity', async () => {
  const transcript = transcriptOf([
    'Your blood pressure is 148 over 92, your pulse is 76, and your temperature is 36.8.',
    'I will order a basic metabolic panel.',
  ])
  const { investigations, measurements } = textsOf(await write('entity_list', transcript))
  assert.deepEqual(measurements, ['Blood pressure 148/92 mmHg', 'Heart rate 76 /min', 'Body temperature 36.8 °C'])
  assert.deepEqual(investigations, ['basic metabolic panel'])
})

test('what the clinician answers is an instruction by itself', async () => {
  const transcript = transcriptOf(['Should I stay at home?', 'Yes, stay at home for three days.'])
  const items = transcript.items.map((item, at) => ({ ...item, speaker: at === 0 ? 'patient' : 'doctor' }) as const)
  assert.deepEqual(textsOf(await write('patient_instructions', { ...transcript, items })), {
    instructions: ['Stay at home for 3 days.'],
  })
})
