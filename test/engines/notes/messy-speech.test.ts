import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Speaker } from '../../../src/domain/transcript.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

type Turn = [Speaker, string]

/** The SOAP note of these turns after the proof, section by section. */
async function write(...turns: Turn[]): Promise<Record<string, string[]>> {
  const transcript = transcriptOf(turns.map(([, text]) => text))
  for (const [at, [speaker]] of turns.entries()) Object.assign(transcript.items[at] ?? {}, { speaker })
  const note = prove(
    await openExtractive().write(transcript, { kind: 'soap_note' }, new AbortController().signal),
    transcript,
  )
  return Object.fromEntries(note.sections.map(({ key, statements }) => [key, statements.map(({ text }) => text)]))
}
const told = async (...turns: Turn[]) => Object.values(await write(...turns)).flat()

test('what the clinician states while he looks is a finding, whatever its words are like', async () => {
  const { objective } = await write(
    [
      'doctor',
      'Let me have a look then. Pressures are sixteen and fifteen. The left is fine. No glands that I can feel in the neck.',
    ],
    [
      'doctor',
      "So your bloods. Haemoglobin's ninety eight. Bicarb eighteen. Phosphate's a bit high at one point nine.",
    ],
  )
  assert.deepEqual(objective, [
    'Pressures are sixteen and fifteen.',
    'The left is fine.',
    'There are no glands in the neck.',
    'Haemoglobin is 98.',
    'Bicarb is 18.',
    'Phosphate is a bit high at 1.9.',
  ])
})

test('what the clinician thinks it is stands under assessment, asked or not', async () => {
  const { assessment } = await write(
    ['patient', 'Is it the cruciate?'],
    [
      'doctor',
      "I think you've ruptured your ACL, yes. That's an abscess, the nerve's died. I'm thinking this could be pre-eclampsia.",
    ],
  )
  assert.deepEqual(assessment, [
    'The clinician thinks the patient has ruptured the ACL.',
    'The patient has an abscess, the nerve has died.',
    'The diagnosis could be pre-eclampsia.',
  ])
})

test('what the patient is told not to do is nothing that the clinician does not do', async () => {
  const statements = await told(
    ['doctor', "I'll talk to your dentist about the apixaban first, don't stop it yourself."],
    ['doctor', "I've put the drops in so you'll be blurry for a few hours, don't drive home."],
  )
  for (const text of statements) assert.doesNotMatch(text, /does not (?:stop|drive)/)
  assert.match(statements.join(' '), /apixaban/)
})

test('an if-clause says nothing of what the patient has', async () => {
  const statements = await told(['doctor', 'If you get any weakness or palpitations come in straight away.'])
  assert.deepEqual(statements, ['If the patient gets any weakness or palpitations come in straight away.'])
})

test('a bare answer stands with its question, or not at all', async () => {
  const statements = await told(
    ['doctor', 'Is it sore to bite on?'],
    ['patient', "Can't bite on it at all."],
    ['doctor', 'Flashing lights, at night mostly?'],
    ['patient', "Mostly when it's dark."],
  )
  assert.deepEqual(
    statements.filter((text) => text.startsWith('The patient said')),
    [],
  )
  assert.ok(statements.includes('Asked "Is it sore to bite on?": "Can\'t bite on it at all."'), statements.join(' '))
})

test('a half denial is quoted whole', async () => {
  const statements = await told(
    ['doctor', 'And is there any pain with it?'],
    ['patient', 'Not really pain, it just feels a bit gritty.'],
  )
  assert.deepEqual(statements, ['Asked about pain: "Not really pain, it just feels a bit gritty."'])
})

test('an amount that answers whether is told of what was asked', async () => {
  const statements = await told(['doctor', 'Do you smoke?'], ['patient', 'Ten a day, I know, I know.'])
  assert.deepEqual(statements, ['The patient smokes 10 a day.'])
})

test('what is asked for by its name alone is neither there nor denied', async () => {
  const statements = await told(['doctor', 'And appetite?'], ['patient', "Yeah I've lost a stone."])
  assert.deepEqual(statements, ['The patient has lost a stone.'])
})

test('how something goes is asked also where the question ends on "okay"', async () => {
  const statements = await told(['doctor', 'Passing urine okay?'], ['patient', "Up twice in the night. It's frothy."])
  assert.deepEqual(statements, ['Asked about passing urine: "Up twice in the night. It\'s frothy."'])
})

test('an allergen that an answer names is told, whether or not a table knows it', async () => {
  const statements = await told(
    ['doctor', 'Any allergies?'],
    ['patient', 'Chloramphenicol. My eyes swelled up with the ointment.'],
  )
  assert.deepEqual(statements, [
    'The patient is allergic to chloramphenicol.',
    'The eyes swelled up with the ointment.',
  ])
})

test('what is said of harm to oneself has its question', async () => {
  const statements = await told(
    ['doctor', 'Have you ever tried to harm yourself in the past?'],
    ['patient', 'When I was nineteen I took some pills.'],
  )
  assert.match(
    statements[0] ?? '',
    /^Asked whether the patient has tried to harm themselves in the past: "When I was nineteen/,
  )
})

test('a question of two is asked whole', async () => {
  const statements = await told(
    ['doctor', 'Have you used sunbeds, did you burn a lot as a child?'],
    ['patient', 'Sunbeds, yes, loads, in my twenties.'],
  )
  assert.match(statements.join(' '), /used sunbeds/)
})

test('an order to come back is none without its condition', async () => {
  const statements = await told([
    'doctor',
    'If next week you are still not better, with a fever or more pain in your chest or trouble with your breathing when you walk up the stairs at home, come back, see me.',
  ])
  for (const text of statements) assert.match(text, /if next week/i)
})

test('a letter to a colleague tells who the patient is, what he takes and what was begun', async () => {
  const { subjective = [], plan = [] } = await write([
    'doctor',
    'Dear Doctor Patel, thank you for referring this sixty two year old lady with a six month history of exertional breathlessness. ' +
      'Current medication, amlodipine 5 mg once daily and letrozole 2.5 mg once daily. She has never smoked. ' +
      'The ECG shows atrial fibrillation. I have started her on apixaban 5 mg twice daily.',
  ])
  assert.deepEqual(subjective, [
    'The patient is a 62-year-old lady with a 6 month history of exertional breathlessness.',
    'The patient takes amlodipine 5 mg once daily and letrozole 2.5 mg once daily.',
    'The patient has never smoked.',
  ])
  assert.deepEqual(plan, ['The clinician has started her on apixaban 5 mg twice daily.'])
})

test('what the patient must not do stands in the plan', async () => {
  const { plan = [] } = await write([
    'doctor',
    "That's severe sleep apnoea. You mustn't drive until we've got it treated, and you have to tell the DVLA.",
  ])
  assert.match(plan.join(' '), /drive/)
})

test('what breaks off inside is left out', async () => {
  const statements = await told(
    ['doctor', 'What you have is causing the cough has an will help with the inflammation.'],
    ['patient', 'I have so the headache.'],
  )
  for (const text of statements) assert.doesNotMatch(text, /^The patient has (?:an will|so the|what)/)
})

test('what was denied in answer to a question is denied once', async () => {
  const note = await told(
    ['patient', 'I have had a headache for 3 days.'],
    ['doctor', 'Do you have a fever?'],
    ['patient', 'No, I do not have a fever.'],
    ['doctor', 'Any nausea?'],
    ['patient', 'I do not have nausea, but I have no appetite.'],
  )
  assert.equal(note.filter((text) => text.includes('fever')).length, 1, note.join(' '))
  assert.ok(
    note.some((text) => /appetite/.test(text)),
    note.join(' '),
  )
})
