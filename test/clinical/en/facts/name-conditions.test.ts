import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConversation } from '../../../../src/clinical/en/facts/conversation.ts'
import { nameConditions } from '../../../../src/clinical/en/facts/name-conditions.ts'
import { transcriptOf } from '../../../support/spoken-words.ts'

const nameIn = (texts: readonly string[]) => nameConditions(readConversation(transcriptOf(texts).items))

/** Codes of what is there, in the order in which they are said, a relative's with whose it is: `E11.9/father`. */
const said = (...texts: string[]) =>
  nameIn(texts).flatMap(({ condition: { code }, person, standing }) => {
    if (person !== 'patient') return [`${code}/${person}`]
    return standing === 'present' ? [code] : []
  })

test('the longest name counts, and what only sounds alike is something else', () => {
  for (const [text, ...codes] of [
    ['I think this is acute bronchitis.', 'J20.9'],
    ['He has nausea and vomiting.', 'R11.2'],
    ['I have type 1 diabetes.', 'E10.9'],
    ['I have diabetes.', 'E11.9'],
    ['She has gestational diabetes.', 'O24.419'],
    ['He has sickle cell anemia.', 'D57.1'],
    ['He has sickle cell trait.', 'D57.3'],
    ['She has gestational hypertension.', 'O13.9'],
    ['He has pulmonary hypertension.', 'I27.20'],
    ['He has typhoid fever.', 'A01.00'],
    ['He has yellow fever.', 'A95.9'],
    ['This is whooping cough.', 'A37.90'],
    ['I have sleep apnea.', 'G47.30'],
    ['I have high cholesterol.', 'E78.00'],
    ['He has chronic hepatitis B.', 'B18.1'],
    ['This is an exacerbation of your asthma.', 'J45.901'],
  ] as const)
    assert.deepEqual(said(text), codes, text)
})

test('a side is coded when it was said, and both sides only where the code set has them together', () => {
  for (const [text, ...codes] of [
    ['My right knee hurts.', 'M25.561'],
    ['I have pain in my left shoulder.', 'M25.512'],
    ['I have knee pain.', 'M25.569'],
    ['I have sciatica in my left leg.', 'M54.32'],
    ['She has an ear infection in both ears.', 'H66.93'],
    ['I have carpal tunnel in my right wrist.', 'G56.01'],
    ['I have pain in both knees.'],
    ['I have no pain in my right knee.'],
  ] as const)
    assert.deepEqual(said(text), codes, text)
})

test('a vaccine against something, or its being about, is no illness', () => {
  for (const text of [
    'My tetanus is up to date.',
    'I had the hepatitis A and B shots.',
    'There is Ebola in my country.',
  ])
    assert.deepEqual(said(text), [], text)
})

for (const denied of [
  'I have no fever.',
  'She denies chest pain.',
  'Denies cough, headache, dizziness, nausea, vomiting, diarrhea, constipation, rash and chest pain.',
  "I don't have asthma.",
  'He has never had malaria.',
  'No history of asthma.',
  'He is HIV negative.',
  'The HIV test was negative.',
  'Pneumonia was ruled out.',
  'Pneumonia is unlikely.',
  'The fever has gone.',
  'Chest pain no.',
])
  test(`denied: ${denied}`, () => assert.deepEqual(said(denied), []))

for (const guessed of [
  'It might be pneumonia.',
  'This is probably malaria.',
  'I suspect tuberculosis.',
  'We need to rule out a stroke.',
  'I am worried about HIV.',
  'Come back if you get a fever.',
  'These tablets can cause dizziness.',
  'We tested for malaria.',
  'I came for a malaria test.',
  'I had the flu shot.',
  'My neighbor has malaria.',
  'The symptoms of a heart attack include chest pain.',
])
  test(`not said to be there: ${guessed}`, () => assert.deepEqual(said(guessed), []))

test('a denial ends with its clause', () => {
  assert.deepEqual(said('I have no allergies but I have asthma.'), ['J45.909'])
  assert.deepEqual(said('I have a headache, no fever.'), ['R51.9'])
  assert.deepEqual(said('Hypertension, no diabetes.'), ['I10'])
})

test('what passes is no problem of today when it is long past; what stays is', () => {
  assert.deepEqual(said('I had malaria last year.', 'History of pneumonia.'), [])
  assert.deepEqual(said('History of asthma.', 'Diagnosed with diabetes ten years ago.'), ['J45.909', 'E11.9'])
  assert.deepEqual(said('Three day history of fever and cough.'), ['R50.9', 'R05.9'])
})

test('a question counts with a yes behind it', () => {
  assert.deepEqual(said('Do you have a fever?', 'Yes, since yesterday.'), ['R50.9'])
  assert.deepEqual(said('Do you have a fever? Yes.'), ['R50.9'])
  assert.deepEqual(said('Have you vomited?', 'Yes, twice.'), ['R11.10'])
})

for (const [question, answer] of [
  ['Do you have a fever?', 'No.'],
  ['Do you have a fever?', 'I am tired.'],
  ['Do you have a fever?', 'It went away.'],
  ['Do you have a fever?', 'Yes, but it is gone.'],
  ['Any fever?', 'Only when I was in Lagos.'],
  ['Have you been tested for HIV?', 'Yes.'],
  ['Are you worried about malaria?', 'Yes.'],
  ['Did you ever have malaria?', 'Yes.'],
  ['Do you have fever or cough?', 'Yes.'],
] as const)
  test(`not said by "${question} ${answer}"`, () => assert.deepEqual(said(question, answer), []))

test('a yes to several things says only what the answer names', () => {
  assert.deepEqual(said('Any cough or fever?', 'Yes, a cough but no fever.'), ['R05.9'])
})

test('a question is one without its mark too, and in one breath with its answer', () => {
  assert.deepEqual(said('Do you have a fever no.'), [])
  assert.deepEqual(said('Do you have a fever yes.'), ['R50.9'])
})

test("a relative's condition is the relative's", () => {
  for (const [texts, ...expected] of [
    [['My mother has asthma.'], 'J45.909/mother'],
    [['Asthma in my mum.'], 'J45.909/mother'],
    [['Family history: father hypertension, mother diabetes.'], 'I10/father', 'E11.9/mother'],
    [['Family history of diabetes.'], 'E11.9/family'],
    [['My father died young.', 'He had diabetes.'], 'E11.9/father'],
    [['Does anyone in your family have diabetes?', 'Yes, my brother does.'], 'E11.9/brother'],
    [['Do you have any family history of diabetes?', 'Yes.'], 'E11.9/family'],
  ] as const)
    assert.deepEqual(said(...texts), expected, texts.join(' '))
})

test("the patient's own stays his beside a relative", () => {
  for (const [texts, ...expected] of [
    [['I have asthma like my mother.'], 'J45.909'],
    [['My mother gave me paracetamol for my headache.'], 'R51.9'],
    [['My father has hypertension.', 'I have asthma.'], 'I10/father', 'J45.909'],
    [['Lives with his mother.', 'He has asthma.'], 'J45.909'],
    [['My family doctor says I have gout.'], 'M10.9'],
  ] as const)
    assert.deepEqual(said(...texts), expected, texts.join(' '))
})

test('a mention names the items that it rests on, that of the relative too', () => {
  const [mention] = nameIn(['Hello.', 'My father died young.', 'He had diabetes.'])
  assert.deepEqual(mention?.evidence, ['i2', 'i3'])
})

test('speech without marks is cut where sentences end, and not where a condition or a question goes on', () => {
  for (const [text, ...codes] of [
    ['when i was a kid i had strep throat'],
    ['okay and do you have any other symptoms like abdominal pain nausea vomiting diarrhea'],
    ['okay so for your first problem of right ankle pain we will get an x ray', 'M25.571'],
    ["for family history, it looks like there's high blood pressure and diabetes.", 'I10/family', 'E11.9/family'],
  ] as const)
    assert.deepEqual(said(text), codes, text)
})

test('what is looked for, thought about or only supposed at work is not there', () => {
  for (const text of [
    'We look for dehydration.',
    'We need to think about things like malaria.',
    'I thought I was having a heart attack.',
    'I will refer you to a TIA clinic.',
    'His name is Parkinson.',
    'I had penicillin once and got a rash from it.',
  ])
    assert.deepEqual(said(text), [], text)
})

test('what is marked as absent, or free of, is not there', () => {
  for (const [text, ...codes] of [
    ['Cough (-), fever (+).', 'R50.9'],
    ['Cough: -, fever: +.', 'R50.9'],
    ['Fever free for two days.'],
    ['The patient is pain-free and fever-free.'],
    ['Free fluid, headache.', 'R51.9'],
  ] as const)
    assert.deepEqual(said(text), codes, text)
})
