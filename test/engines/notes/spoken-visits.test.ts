import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutSpoken } from '../../../src/clinical/en/cut-spoken.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const { signal } = new AbortController()

/** The statements of a full note of a visit, after the proof. */
async function write(...turns: [speaker: 'doctor' | 'patient', text: string][]): Promise<string[]> {
  const transcript = transcriptOf(turns.map(([, text]) => text))
  for (const [at, [speaker]] of turns.entries()) Object.assign(transcript.items[at] ?? {}, { speaker })
  const note = prove(await openExtractive().write(transcript, { kind: 'soap_note' }, signal), transcript)
  return note.sections.flatMap(({ statements }) => statements.map(({ text }) => text))
}

test('speech without marks is cut where a clause with its own subject begins, and not within a phrase', () => {
  assert.deepEqual(
    cutSpoken(
      'on your knee exam you have pain on the inside you have some swelling now on your lung exam there is no wheeze so if it does not improve we can do an injection',
    ),
    [
      'on your knee exam you have pain on the inside',
      'you have some swelling',
      'now on your lung exam there is no wheeze',
      'so if it does not improve we can do an injection',
    ],
  )
})

test('a clinician who dictates without marks turns to the next part, result or problem', () => {
  assert.deepEqual(
    cutSpoken(
      "i don't appreciate any swollen nodes listening to your heart you have a regular rate with no murmurs so on looking at your skin there is a rash on the chest okay for your hypertension now i'm gonna keep you on the lisinopril",
    ),
    [
      "i don't appreciate any swollen nodes",
      'listening to your heart you have a regular rate with no murmurs',
      'so on looking at your skin there is a rash on the chest',
      "okay for your hypertension now i'm gonna keep you on the lisinopril",
    ],
  )
})

test('what is dictated of an examination is told as found, with its value, and what is hoped for is not told as coming', async () => {
  const statements = await write(
    [
      'doctor',
      "your blood pressure was a little bit high today it was one fifty over seventy i don't hear any wheezes or crackles on your heart exam i do still hear that grade two murmur so on your knee exam i see that you have pain on the inside there is no fractures no dislocation so i'm gonna prescribe you some ibuprofen eight hundred milligrams twice a day and then we'll scan it again and hopefully the tumor will shrink",
    ],
    ['patient', 'okay'],
  )
  for (const text of [
    'The blood pressure is 150/70.',
    'There are no wheezes or crackles.',
    'On the heart exam, there is a grade 2 murmur.',
    'On the knee exam, the patient has pain on the inside.',
    'There are no fractures or dislocation.',
    'Prescribe ibuprofen 800 mg twice a day.',
  ])
    assert.ok(statements.includes(text), `${text} of ${statements.join(' | ')}`)
  assert.ok(!statements.some((text) => /^The tumor will/.test(text)), statements.join(' | '))
})

test('what a clinician takes back by name stands nowhere, and a decision that turns to a question stands', async () => {
  const statements = await write(
    [
      'doctor',
      "Let's continue you on the Prozac 20 milligrams a day and do you need a refill? We are going to give you a thumb spica for today.",
    ],
    ['patient', 'A what?'],
    ['doctor', "Sorry, yeah, not a thumb spica. We're going to brace your arm."],
  )
  assert.ok(
    statements.some((text) => /Prozac 20 mg a day/.test(text)),
    statements.join(' | '),
  )
  assert.ok(!statements.some((text) => /spica/.test(text)), statements.join(' | '))
})

test('what a listener says meanwhile does not tear a finding from its value', async () => {
  assert.ok(
    (
      await write(
        ['doctor', 'On your exam, I do appreciate some jugular venous distention to-'],
        ['patient', 'Mm-hmm.'],
        ['doctor', 'to about nine centimeters.'],
      )
    ).includes('On the exam, there is some jugular venous distention to about 9 cm.'),
  )
})

test('what the patient is to do while he is examined, and what is said of the visit, is no plan', async () => {
  const statements = await write(
    ['doctor', "Let's take a look at your wrist. I want you to turn your wrist over and squeeze my fingers."],
    ['patient', 'Okay.'],
    ['doctor', "You have a sprain. I'm going to order a splint, and I want you to ice the wrist twice a day."],
    ['patient', 'Sounds like a plan.'],
  )
  assert.ok(!statements.some((text) => /turn|squeeze|look|sounds/i.test(text)), statements.join(' | '))
  assert.ok(statements.includes('Order a splint.'), statements.join(' | '))
  assert.ok(statements.includes('The patient is to ice the wrist twice a day.'), statements.join(' | '))
})

test('how long, how bad and which of a list is told with its answer', async () => {
  const statements = await write(
    ['doctor', 'How long has that pain been going on?'],
    ['patient', 'About two weeks now.'],
    ['doctor', 'On a scale of one to ten, how bad is the pain?'],
    ['patient', 'I would say probably a seven.'],
    ['doctor', 'How about a cough?'],
    ['patient', 'A slight cough.'],
    ['doctor', 'Any other symptoms? Nausea or diarrhea?'],
    ['patient', 'No.'],
  )
  assert.deepEqual(statements, [
    'The pain has been going on for about 2 weeks.',
    'The pain is probably 7 on the pain scale.',
    'The patient reports a slight cough.',
    'The patient denies nausea or diarrhea.',
  ])
})

test('who is introduced by age is the patient, and why he comes stands by itself', async () => {
  const statements = await write([
    'doctor',
    'Walter is a 61 year old male with a past medical history significant for gout, who presents today for follow up of his knee.',
  ])
  assert.deepEqual(statements, [
    'The patient is a 61-year-old male with a past medical history significant for gout.',
    'The patient presents today for follow up of his knee.',
  ])
})

test('a general practitioner’s note is brief: denials in a line, and nothing said twice', async () => {
  const asked = [
    'any fever',
    'any chest pain',
    'any cough',
    'any rash',
    'any vomiting',
    'any diarrhoea',
    'any headache',
  ]
  const denied = asked.flatMap((question): ['doctor' | 'patient', string][] => [
    ['doctor', `Have you had ${question}?`],
    ['patient', 'No.'],
  ])
  const talk = Array.from({ length: 24 }, (_, at): ['doctor' | 'patient', string] => [
    at % 2 ? 'patient' : 'doctor',
    at % 2 ? `It was brilliant weather on road ${at}.` : `Lovely, brilliant, the chemist on road ${at}.`,
  ])
  const statements = await write(
    ['doctor', 'What has brought you to your GP today?'],
    ['patient', 'I have had terrible tummy pain for three days.'],
    ...denied,
    ...talk,
    ['doctor', 'Take paracetamol 1 g four times a day. If it gets worse, ring us or go to A and E.'],
  )
  assert.ok(
    statements.includes('No fever, chest pain, cough, rash, vomiting, diarrhoea, or headache.'),
    statements.join(' | '),
  )
  assert.ok(!statements.some((text) => /weather|road/.test(text)), statements.join(' | '))
  assert.ok(
    statements.some((text) => /paracetamol 1 g 4 times a day/i.test(text)),
    statements.join(' | '),
  )
})

test('an amount is no pronoun, and what a mislabelled turn orders is not told of the patient', async () => {
  const statements = await write(
    ['doctor', 'Continue the metformin. Your blood sugars are running in the one twenties.'],
    ['patient', "I'm also gonna go ahead and order some blood tests to see what is going on."],
  )
  assert.ok(!statements.some((text) => /the metformin twenties|patient.*order/i.test(text)), statements.join(' | '))
})

test('what a patient feels, does and what hurts when he moves is told, however like an examination it sounds', async () => {
  const statements = await write(
    ['patient', 'I feel a sharp pain in my knee.'],
    ['patient', 'It hurts when I touch it.'],
    ['patient', 'I lift heavy boxes at work and I take ibuprofen for my back.'],
    ['doctor', 'The good news is I do not see any fracture of your elbow.'],
  )
  for (const told of [/sharp pain in the knee/, /hurts when/, /lifts heavy boxes/, /no fracture/i])
    assert.ok(
      statements.some((text) => told.test(text)),
      `${told} of ${statements.join(' | ')}`,
    )
})
