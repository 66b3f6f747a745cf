import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConversation } from '../../../src/clinical/en/facts/conversation.ts'
import { COMPLAINTS } from '../../../src/clinical/en/guidance/complaints.ts'
import { findComplaints } from '../../../src/clinical/en/guidance/find-complaints.ts'
import { readHeard, unheardHistory, unheardRedFlags } from '../../../src/clinical/en/guidance/find-unheard.ts'
import { formatSource } from '../../../src/clinical/en/guidance/source.ts'
import { SOURCES } from '../../../src/clinical/en/guidance/sources.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

/** A patient says it, denies it, and says it of a relative. */
const SAID: Record<string, readonly [own: string, denied: string, relative: string]> = {
  Cough: ['I have had a cough for a week.', 'I have no cough.', 'My brother has a cough.'],
  'Sore throat': ['I have a very sore throat.', 'I do not have a sore throat.', 'My wife has a sore throat.'],
  Breathlessness: [
    'I get short of breath on the stairs.',
    'I am not short of breath.',
    'My father is short of breath.',
  ],
  'Chest pain': ['I have pain in my chest.', 'I have no chest pain.', 'My husband has chest pains.'],
  Palpitations: ['My heart keeps racing.', 'I have not had palpitations.', 'My sister gets palpitations.'],
  'Leg swelling': ['I have swelling in both legs.', 'No swelling in my legs.', 'My mother has swollen ankles.'],
  'Hypertension review': ['I have high blood pressure.', 'I have no hypertension.', 'My mother has hypertension.'],
  'Asthma review': ['I have asthma.', 'I do not have asthma.', 'My brother has asthma.'],
  Fever: ['I have had fever since Monday.', 'I have not had a fever.', 'My neighbour has a fever.'],
  'Fever in a child': [
    'My son has had a fever for two days.',
    'My son has not had a fever.',
    'My brother has a fever.',
  ],
  'Suspected malaria': ['I think this is malaria.', 'You do not have malaria.', 'My cousin has malaria.'],
  'Abdominal pain': ['I have a pain in my lower belly.', 'I have no abdominal pain.', 'My wife has stomach pains.'],
  Diarrhea: ['I have a running stomach.', 'I have no diarrhoea.', 'My husband has diarrhea.'],
  Vomiting: ['I have been vomiting.', 'I have not vomited.', 'My sister has been vomiting.'],
  'Painful urination': ['It burns when I pee.', 'No pain when I urinate.', 'My sister has a urinary tract infection.'],
  'Weight loss': ['I have lost a lot of weight.', 'I have not lost any weight.', 'My father has lost weight.'],
  'Diabetes review': ['I have type 2 diabetes.', 'I do not have diabetes.', 'My mother has diabetes.'],
  Headache: ['I have a bad headache.', 'I have no headaches.', 'My mother gets migraines.'],
  'Minor head injury': ['I hit my head on a shelf.', 'I did not hit my head.', 'My brother had a head injury.'],
  Dizziness: ['I feel dizzy.', 'I am not dizzy.', 'My mother is dizzy.'],
  'Weak or numb limb': [
    'I have numbness in my right hand.',
    'I have no weakness in my legs.',
    'My mother has weakness in her arm.',
  ],
  'Ear pain': ['I have an earache.', 'I have no ear pain.', 'My sister has an earache.'],
  'Red eye': ['My eye is red.', 'I have no red eyes.', 'My wife has conjunctivitis.'],
  'Low mood': ['I feel so hopeless.', 'I am not depressed.', 'My sister has depression.'],
  Anxiety: ['I get panic attacks.', 'I am not anxious.', 'My mother has anxiety.'],
  Insomnia: ['I have trouble sleeping.', 'I have no trouble sleeping.', 'My wife has insomnia.'],
  Fatigue: ['I feel tired all the time.', 'I am not tired.', 'My husband is tired.'],
  'Low back pain': ['My lower back is hurting.', 'I have no back pain.', 'My father has back pain.'],
  'Joint pain': ['I have pain in my left knee.', 'I have no joint pains.', 'My mother has knee pain.'],
  'Shoulder pain': ['My shoulder hurts.', 'I have no shoulder pain.', 'My brother has shoulder pain.'],
  Rash: ['I have an itchy rash.', 'I have no rash.', 'My sister has a rash.'],
  Contraception: ['I would like to start birth control.', 'I am not on the pill.', 'My sister takes the pill.'],
  'Pregnancy check': ['I am pregnant.', 'I am not pregnant.', 'My sister is pregnant.'],
}

const named = (text: string) =>
  findComplaints(readConversation(transcriptOf([text]).items)).map(({ condition }) => condition.name)

for (const { name } of COMPLAINTS)
  test(`${name} is found where the patient has it, and not where it is denied or a relative's`, () => {
    const [own, denied, relative] = SAID[name] ?? assert.fail(`no sentences for ${name}`)
    assert.deepEqual([...new Set(named(own))], [name], own)
    assert.deepEqual(named(denied), [], denied)
    assert.deepEqual(named(relative), [], relative)
  })

test('a complaint that is only asked after, feared or part of another name is none', () => {
  for (const text of [
    'Any chest pain?',
    'I am worried about cancer.',
    'Cough for me, please.',
    'I had the yellow fever jab.',
  ])
    assert.deepEqual(named(text), [], text)
})

test('each history question and each red flag can be missed: naming the complaint does not ask them all', () => {
  for (const complaint of COMPLAINTS) {
    const [own = ''] = SAID[complaint.name] ?? []
    const heard = readHeard([own])
    assert.ok(unheardHistory(complaint, heard).length >= 2, complaint.name)
    assert.equal(unheardRedFlags(complaint, heard).length, complaint.redFlags.length, complaint.name)
  }
})

test('every source has a body, a title and a year, and every complaint has a source', () => {
  const used = new Set(COMPLAINTS.flatMap(({ sources }) => sources))
  for (const name of used) {
    const { body, title, year } = SOURCES[name]
    assert.ok(body.length > 2 && title.length > 8 && year > 1990 && year <= 2026, name)
    assert.match(formatSource(SOURCES[name]), /^[A-Z].*, \d{4}$/)
  }
  assert.deepEqual(
    Object.keys(SOURCES).filter((name) => !used.has(name as keyof typeof SOURCES)),
    [],
  )
  for (const { name, sources } of COMPLAINTS) assert.ok(sources.length > 0, name)
})
