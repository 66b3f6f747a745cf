import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Note } from '../../../src/domain/note.ts'
import type { Speaker } from '../../../src/domain/transcript.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const { signal } = new AbortController()

/** What the SOAP note says of these turns, after the proof. */
async function told(...turns: [Speaker, string][]): Promise<string[]> {
  const transcript = transcriptOf(turns.map(([, text]) => text))
  for (const [at, [speaker]] of turns.entries()) Object.assign(transcript.items[at] ?? {}, { speaker })
  const note = prove(await openExtractive().write(transcript, { kind: 'soap_note' }, signal), transcript)
  assert.deepEqual(note.warnings, [])
  return note.sections.flatMap(({ statements }) => statements.map(({ text }) => text))
}

test('an answer that could be misread is quoted, with the question that was asked', async () => {
  const asked: [Speaker, string][] = [
    ['doctor', 'Does anything come up when you cough?'],
    ['patient', 'It was clear at first and now it is yellow.'],
  ]
  assert.deepEqual(await told(...asked), [
    'Asked whether anything comes up when the patient coughs: "It was clear at first and now it is yellow."',
  ])
})

test('what stands in the note in another form of its word is not told as left out', async () => {
  assert.deepEqual(await told(['doctor', 'Do you smoke?'], ['patient', 'I stopped smoking two years ago.']), [
    'The patient stopped smoking 2 years ago.',
  ])
})

test('what was typed in words and is quoted has its dates in digits', async () => {
  assert.deepEqual(await told(['patient', 'I had surgery on the fourth of July two thousand and nine.']), [
    'The patient said: "I had surgery on the 4th of July 2009."',
  ])
})

test('whoever asks may go on before the other answers', async () => {
  const asked = await told(
    ['doctor', 'Do you have any chest pain? I mean when you walk up the stairs.'],
    ['patient', 'No, none.'],
  )
  assert.deepEqual(asked, ['The patient denies chest pain.'])
})

test('what the same voice says behind its question is no answer', async () => {
  const asked = await told(['doctor', 'Do you have any chest pain? Some people have pain at night.'])
  assert.ok(
    asked.every((text) => !text.includes('Asked')),
    asked.join('\n'),
  )
})

test('a fever that the answer tells again is told once', async () => {
  assert.deepEqual(await told(['doctor', 'Do you have a fever?'], ['patient', 'Yes, I had a fever last night.']), [
    'The patient had a fever last night.',
  ])
})

test('what is denied in a row is one sentence', async () => {
  const denied = await told(
    ['doctor', 'Have you had any chest pain?'],
    ['patient', 'Not at all.'],
    ['doctor', 'Have you been short of breath?'],
    ['patient', 'No.'],
  )
  assert.deepEqual(denied, ['The patient denies chest pain or shortness of breath.'])
})

test('a part of the body alone is no finding that one has', async () => {
  const asked = await told(['doctor', 'What about your right knee?'], ['patient', 'Yes, it hurts on the stairs.'])
  assert.ok(
    asked.every((text) => !/^Reports/.test(text)),
    asked.join('\n'),
  )
})

test('what the clinician thinks is likely, and what it does not look like stays so', async () => {
  const assessed = await told(
    ['patient', 'I have had a sore throat for two days.'],
    ['doctor', 'I think this is a viral infection of the throat.'],
    ['doctor', 'It does not look like pneumonia.'],
  )
  assert.deepEqual(assessed.slice(1), [
    'The patient likely has a viral infection of the throat.',
    'The condition does not look like pneumonia.',
  ])
})

test("the clinician's answer to the patient's question is the plan", async () => {
  const planned = await told(['patient', 'Should I stay at home?'], ['doctor', 'Yes, stay at home for three days.'])
  assert.deepEqual(planned, ['Stay at home for 3 days.'])
})

test('advice on a condition is told as it was given', async () => {
  const planned = await told(['doctor', 'If you are not better in one week, come back and see me.'])
  assert.deepEqual(planned, ['If the patient is not better in 1 week, come back and see the clinician.'])
})

test('who was named once is "they" afterwards where nobody said he or she', async () => {
  assert.deepEqual(await told(['patient', 'I have had pain in my knee since I fell.']), [
    'The patient has had pain in the knee since they fell.',
  ])
})

test('a quoted answer that nobody gave, or to another question, does not stand', () => {
  const transcript = transcriptOf(['Any pain when you cough?', 'Only at night.'])
  const note: Note = {
    ...{ kind: 'soap_note', title: 'SOAP note', language: 'en', writer: 'x', warnings: [] },
    sections: [{ key: 'subjective', title: 'Subjective', statements: [] }],
  }
  const proven = (text: string) => {
    const statement = { text, evidence: ['i1', 'i2'], support: 'derived' as const }
    const sections = note.sections.map((section) => ({ ...section, statements: [statement] }))
    return prove({ ...note, sections }, transcript).sections[0]?.statements.length === 1
  }
  assert.ok(proven('Asked about pain when the patient coughs: "Only at night."'))
  assert.ok(!proven('Asked about pain when the patient coughs: "All day long."'))
  assert.ok(!proven('Asked about fever: "Only at night."'))
})

test('a short sentence is not torn', async () => {
  const asked = await told(['doctor', 'Any operations?'], ['patient', 'They fixed my hernia and pinned my left ankle.'])
  assert.ok(
    asked.some((text) => /hernia and pinned (my|the) left ankle/.test(text)),
    asked.join('\n'),
  )
})

test('what matters and could not be told is named in a warning (said_not_written)', async () => {
  const turns: [Speaker, string][] = [
    ['doctor', 'Any allergies?'],
    ['patient', 'You know the white ones that you get for a throat, those.'],
    ['doctor', 'Okay.'],
  ]
  const transcript = transcriptOf(turns.map(([, text]) => text))
  for (const [at, [speaker]] of turns.entries()) Object.assign(transcript.items[at] ?? {}, { speaker })
  const note = await openExtractive().write(transcript, { kind: 'soap_note' }, signal)
  const told = note.sections.flatMap(({ statements }) => statements.map(({ text }) => text)).join('\n')
  const isNamed = note.warnings.some(({ code, message }) => code === 'said_not_written' && /white ones/.test(message))
  assert.ok(isNamed || /white ones/.test(told), told)
})

test('"it" of headaches is told as many, and words without a verb are told apart from the sentence behind them', async () => {
  const statements = await told(
    ['patient', 'I have been getting bad headaches.'],
    ['doctor', 'How long has that been going on?'],
    ['patient', 'About three weeks.'],
    ['doctor', 'Where does it hurt?'],
    ['patient', 'On the left side, and it throbs.'],
  )
  assert.deepEqual(statements, [
    'The patient has been getting bad headaches.',
    'The headaches have been going on for about 3 weeks.',
    'The site of the pain is the left side.',
    'The headaches throb.',
  ])
})

test('what is not needed is told of the thing, not of the clinician', async () => {
  const statements = await told(['doctor', "We don't need a scan at the moment."])
  assert.deepEqual(statements, ['A scan is not needed at the moment.'])
})

test('what bothers or helps is asked of a thing', async () => {
  const statements = await told(
    ['patient', 'I have been getting bad headaches.'],
    ['doctor', 'Does light bother you?'],
    ['patient', 'Yes, it does.'],
  )
  assert.deepEqual(statements.slice(1), ['Light bothers the patient.'])
})
