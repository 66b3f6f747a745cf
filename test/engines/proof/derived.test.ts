import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Statement } from '../../../src/domain/note.ts'
import { blankNote } from '../../../src/domain/note-kinds.ts'
import type { Transcript } from '../../../src/domain/transcript.ts'
import { faultOf } from '../../../src/engines/proof/derived.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

/** What was said, a bar between items; every item is evidence. */
const evidenceOf = (said: string) => said.split('|').map((item) => item.trim())

for (const [said, text] of [
  ['Any chest pain? | No.', 'Denies chest pain.'],
  [
    'Any chest pain, shortness of breath, or fever? | No, none of that.',
    'Denies chest pain, shortness of breath, or fever.',
  ],
  ['Have you vomited? | Yes, twice this morning.', 'Reports vomiting twice this morning.'],
  ['I have had a terrible headache for three days.', 'Reports a headache for 3 days.'],
  ['How long have you had the headache? | About three days.', 'Reports a headache for three days.'],
  ['I take metformin five hundred milligrams twice a day.', 'The patient takes metformin 500 mg twice a day.'],
  ['What medicines do you take? | Metformin 500 milligrams two times daily.', 'Takes metformin 500 mg twice daily.'],
  ['Your blood pressure is one forty over ninety.', 'Blood pressure 140/90 mmHg.'],
  ['In bed I grind my teeth, and my jaw is sore when I wake up.', 'Bruxism with jaw pain.'],
  ['It hurts deep inside, mostly when we have sex.', 'Dyspareunia.'],
  ['They said that my gullet was inflamed.', 'Oesophagitis.'],
  ['I started itching a year and a half ago.', 'Pruritus, onset 18 months ago.'],
  ['Take paracetamol one gram every six hours.', 'Paracetamol 1 g four times daily.'],
  ['Use the drops every two hours.', 'Drops two-hourly.'],
  ['I see my therapist every Tuesday.', 'Sees therapist weekly.'],
  ['Do you wake up at night with it? | Most nights, yes.', 'Wakes most nights.'],
  ['Your temperature is ninety eight point six.', 'Temperature 98.6 degrees.'],
  ['I am forty five years old.', '45-year-old patient.'],
  ['It started in nineteen eighty five.', 'Started in 1985.'],
  ['My left knee hurts.', 'Left knee pain.'],
  ['Both of my knees are swollen.', 'Bilateral knee swelling.'],
  ["I don't have a fever but I have a cough.", 'Denies fever. Reports a cough.'],
  ['I get breathless on the stairs.', 'Reports dyspnea on the stairs.'],
  ['I have high blood pressure.', 'History of hypertension.'],
  ['I take Tylenol for it.', 'Takes acetaminophen.'],
  ['Do you smoke? | No.', 'Denies smoking.'],
  ['Do you smoke? | I quit ten years ago.', 'Quit smoking 10 years ago.'],
  ['Any recent travel? | No.', 'Denies recent travel.'],
  ['Any nausea or vomiting? | Just nausea.', 'Reports nausea.'],
  ["I can't sleep.", 'Reports trouble sleeping.'],
  ['Are you allergic to penicillin? | Yes, I get a rash.', 'Allergic to penicillin (rash).'],
  ['I take ibuprofen but it does not help the pain.', 'Pain is not relieved by ibuprofen.'],
  ['Come back in two weeks if it is not better.', 'Follow-up in 2 weeks if not better.'],
  ['My mother had diabetes.', 'Mother had diabetes.'],
  ['It might be pneumonia.', 'Possible pneumonia.'],
  ['No fever, just a headache.', 'Reports headache.'],
  ['Your hemoglobin A1c is eight.', 'HbA1c is 8.'],
  ['Which wrist, left or right? | My right one. It hurts.', 'Right wrist hurts.'],
  ['Please avoid salty food.', 'Advised to avoid salty food.'],
  ['If you get a fever come back.', 'Return if fever.'],
  ['Does walking help? | No.', 'Walking does not help.'],
  ['How about cough or fever? | No.', 'Denies cough and fever.'],
  ['My mum and dad are both diabetic.', 'Father is diabetic.'],
  ['I vomited twice.', 'Two episodes of vomiting.'],
  ['The cyst has grown from three centimetres to four and a half.', 'Cyst of 4.5 cm.'],
  ['The liver is fine and the ALT is one fifty.', 'ALT 150.'],
  ['The baby is 3.4 kilos.', 'Weight 3.4 kg.'],
] as const)
  test(`"${text}" follows from "${said}"`, () => assert.equal(faultOf(text, evidenceOf(said)), undefined))

for (const [fault, said, text] of [
  ['finding', 'Any fever? | Yes.', 'Denies fever.'],
  ['finding', 'Any fever? | No.', 'Reports fever.'],
  ['finding', 'I have a fever but no cough.', 'Denies fever and cough.'],
  ['finding', "I don't have a fever but I have a cough.", 'Reports fever and cough.'],
  ['finding', "I don't take aspirin.", 'Takes aspirin.'],
  ['finding', 'I take aspirin every day.', 'Does not take aspirin.'],
  ['finding', 'Any recent travel? | No.', 'Reports recent travel.'],
  ['finding', 'If you get a fever come back.', 'Reports fever.'],
  ['number', 'I have had a headache for three days.', 'Reports a headache for five days.'],
  ['number', 'I have had a headache for three days.', 'Reports a headache for three weeks.'],
  ['number', 'Take two tablets every eight hours.', 'Eight tablets every two hours.'],
  ['number', 'I take metformin five hundred milligrams.', 'Takes metformin 850 mg.'],
  ['number', 'I take metformin.', 'Takes metformin 500 mg.'],
  ['finding', 'Do you smoke ten cigarettes? | No.', 'Smokes 10 cigarettes.'],
  ['medicine', 'I take metformin.', 'Takes lisinopril.'],
  ['medicine', 'I take metformin.', 'Takes ozempic.'],
  ['side', 'My left knee hurts.', 'Right knee pain.'],
  ['side', 'My left knee and my right hip hurt.', 'Right knee pain.'],
  ['side', 'My knee hurts.', 'Bilateral knee pain.'],
  ['finding', 'I have a cough.', 'Reports pneumonia.'],
  ['finding', 'I have a cough.', 'Reports a cough and chest pain.'],
  ['finding', 'Any nausea or vomiting? | Yes.', 'Reports vomiting.'],
  ['finding', 'The weather is nice.', 'Widowed, lives alone.'],
  ['finding', 'I quit smoking years ago.', 'Smokes.'],
  ['finding', "I can't sleep.", 'Sleeps well.'],
  ['finding', 'The ibuprofen does not help the pain.', 'Pain is relieved by ibuprofen.'],
  ['finding', 'It might be pneumonia.', 'Pneumonia.'],
  ['finding', 'So tell me have you had any numbness lately.', 'Reports numbness.'],
  ['finding', 'I take ibuprofen for the pain.', 'Denies that he has taken ibuprofen.'],
  [
    'finding',
    'There is tenderness over the thumb. There is no tenderness over the wrist joint.',
    'Tenderness over the wrist joint.',
  ],
  ['finding', 'The pain is always there and it is constant.', 'The pain is not constant.'],
  ['number', 'Your hemoglobin A1c is eight.', 'Hemoglobin A8c is 8.'],
  ['side', 'Which wrist, left or right? | My right one. It hurts.', 'Left wrist hurts.'],
  ['evidence', 'Any fever?', 'Fever.'],
  ['finding', 'My son has asthma and my husband thinks he is getting it too.', 'Has asthma.'],
  ['finding', 'My son has asthma and my husband thinks he is getting it too.', 'Husband has asthma.'],
  ['medicine', 'We will swap your losartan for candesartan.', 'Switch candesartan to losartan.'],
  ['number', 'I sleep on three pillows.', 'Sleeps on one pillow.'],
  ['finding', 'I want an echocardiogram for that murmur.', 'Echocardiogram showed a murmur.'],
  ['finding', 'The stone should pass by itself.', 'Stone has passed.'],
  ['finding', 'She makes a noise when she breathes in.', 'Noise on breathing out.'],
  ['finding', "I don't grind my teeth.", 'Bruxism.'],
  ['finding', 'My wife grinds her teeth.', 'Bruxism.'],
  ['finding', 'I see zigzags and then the headache comes.', 'Zigzags after the headache.'],
  ['side', 'It aches right round my left eye.', 'Ache round the right eye.'],
  ['number', 'Take paracetamol one gram every six hours.', 'Paracetamol 1 g three times daily.'],
] as const)
  test(`"${text}" does not follow from "${said}": ${fault}`, () => assert.equal(faultOf(text, evidenceOf(said)), fault))

test('the note says which part of it did not stand', () => {
  const transcript = transcriptOf(['I have a cough.'])
  const note = blankNote('summary', 'en', 'test')
  const state = (text: string): Statement => ({ text, evidence: ['i1'], support: 'derived' })
  note.sections[0]?.statements.push(state('Reports a cough.'), state('Reports a fever.'))
  assert.equal(prove(note, transcript).unsupportedShare, 0.5)
})

test('what was proved of a transcript is not proved again', () => {
  const exchange = ['Any chest pain or fever?', 'No.', 'How long have you had the cough?', 'About three weeks now.']
  const transcript = transcriptOf(Array.from({ length: 75 }, () => exchange).flat())
  const note = blankNote('summary', 'en', 'test')
  for (let at = 0; at < 60; at++) {
    const evidence = [`i${at * 4 + 1}`, `i${at * 4 + 2}`]
    note.sections[0]?.statements.push({ text: 'Denies chest pain or fever.', evidence, support: 'derived' })
  }
  const timeOf = (proved: Transcript) => {
    const startMs = performance.now()
    assert.equal(prove(note, proved).unsupportedShare, 0)
    return performance.now() - startMs
  }
  timeOf({ ...transcript, items: transcript.items.map((item) => ({ ...item })) })
  const [first, again] = [timeOf(transcript), timeOf(transcript)]
  assert.ok(again < first / 2, `${first} ms, ${again} ms`)
})

test('what a patient tells with "if" happens, what a doctor warns of does not, and a child whom a parent tells of is the patient', () => {
  const faultIn = (text: string, said: string, speaker: 'patient' | 'doctor' | 'other') =>
    faultOf(text, [{ text: said, speaker }])
  assert.equal(faultIn('Chest tightness on running.', 'If I run my chest gets tight.', 'patient'), undefined)
  assert.equal(faultIn('Fever.', 'If you get a fever, come back.', 'doctor'), 'finding')
  assert.equal(faultIn('Fever since Monday.', 'My son has had a fever since Monday.', 'other'), undefined)
  assert.equal(faultIn('Fever since Monday.', 'My son has had a fever since Monday.', 'patient'), 'finding')
})
