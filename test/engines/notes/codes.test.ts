import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Statement } from '../../../src/domain/note.ts'
import { blankNote } from '../../../src/domain/note-kinds.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

const { signal } = new AbortController()

async function write(kind: string, sentences: readonly string[]): Promise<Record<string, Statement[]>> {
  const transcript = transcriptOf(sentences)
  const note = prove(await openExtractive().write(transcript, { kind }, signal), transcript)
  assert.ok(note.warnings.every(({ code }) => code !== 'unsupported_statements'))
  return Object.fromEntries(note.sections.map(({ key, statements }) => [key, statements]))
}

const codesOf = (statements: readonly Statement[] = []) => statements.map(({ attributes }) => attributes?.code)
const textsOf = (statements: readonly Statement[] = []) => statements.map(({ text }) => text)

test('no code comes from what is denied in a dialogue', async () => {
  const { codes } = await write('icd_codes', [
    'Any fever?',
    'No.',
    'Do you have chest pain?',
    'Yes, when I walk.',
    "I don't have asthma.",
    'Are you coughing?',
    'Only at night.',
    'He is HIV negative.',
  ])
  assert.deepEqual(codesOf(codes), ['R07.9', 'R05.9'])
  assert.deepEqual(codes?.[0]?.evidence, ['i3', 'i4'])
})

test('a code has its system, the description of the code set, and the words that carry it', async () => {
  const { codes } = await write('icd_codes', ['I have type two diabetes.'])
  assert.deepEqual(codes, [
    {
      text: 'Type 2 diabetes mellitus without complications',
      evidence: ['i1'],
      support: 'derived',
      attributes: {
        code: 'E11.9',
        system: 'ICD-10-CM',
        display: 'Type 2 diabetes mellitus without complications',
        reason: 'I have type two diabetes.',
      },
    },
  ])
})

test("a family's conditions are the family's alone, also where a pronoun stands for the relative", async () => {
  const sentences = ['My father died young.', 'He had diabetes.', 'My mother has asthma.', 'I have a cough.']
  const { conditions, family_history } = await write('normalized_data', sentences)
  assert.deepEqual(codesOf(conditions), ['R05.9'])
  assert.deepEqual(
    family_history?.map(({ attributes, evidence }) => [attributes?.relationship, attributes?.code, ...evidence]),
    [
      ['father', 'E11.9', 'i1', 'i2'],
      ['mother', 'J45.909', 'i3'],
    ],
  )
  assert.deepEqual(codesOf((await write('icd_codes', sentences)).codes), ['R05.9'])
})

test('vital signs become observations with value, unit and code', async () => {
  const { observations } = await write('normalized_data', [
    'Your blood pressure is one forty over ninety.',
    'Temperature is 38.5 degrees Celsius and the pulse is ninety eight.',
    'If your temperature is 39 come back.',
  ])
  assert.deepEqual(
    observations?.map(({ attributes }) => [attributes?.code, attributes?.value, attributes?.unit, attributes?.system]),
    [
      ['8480-6', '140', 'mm[Hg]', 'LOINC'],
      ['8462-4', '90', 'mm[Hg]', 'LOINC'],
      ['8310-5', '38.5', 'Cel', 'LOINC'],
      ['8867-4', '98', '/min', 'LOINC'],
    ],
  )
})

test('entities: what was stopped is not taken, a yes is, and a blood pressure is one', async () => {
  const found = await write('entity_list', [
    'Are you allergic to penicillin?',
    'Yes.',
    'I am allergic to peanuts and latex, it makes me itch.',
    'Are you allergic to aspirin?',
    'No.',
    'Do you take metformin?',
    'Yes, every day.',
    'I stopped taking warfarin.',
    'Avoid ibuprofen.',
    'Get a chest x-ray and a full blood count.',
    'I had an appendectomy in 2010.',
    'No biopsy was done.',
    'Your blood pressure is 140 over 90.',
  ])
  assert.deepEqual(Object.fromEntries(Object.entries(found).map(([key, statements]) => [key, textsOf(statements)])), {
    problems: [],
    medications: ['metformin'],
    allergies: ['penicillin', 'peanuts: itch', 'latex: itch'],
    investigations: ['chest x-ray', 'full blood count'],
    procedures: ['appendectomy'],
    measurements: ['Blood pressure 140/90 mmHg'],
  })
  assert.deepEqual(found.measurements?.[0]?.attributes, {
    type: 'measurement',
    name: 'Blood pressure',
    value: '140/90',
    unit: 'mm[Hg]',
  })
})

test('an allergy that is told in an answer is no medicine that is taken', async () => {
  const found = await write('entity_list', ['Are you allergic to anything?', 'Yes, penicillin.'])
  assert.deepEqual([textsOf(found.medications), textsOf(found.allergies)], [[], ['penicillin']])
  assert.equal(found.allergies?.[0]?.attributes?.name, 'penicillin')
  const none = await write('entity_list', ['Are you allergic to anything?', 'No, nothing.'])
  assert.deepEqual(textsOf(none.allergies), ['No known allergies'])
})

test("a relative's medicines and allergies are not the patient's", async () => {
  const found = await write('entity_list', ['My mother takes warfarin.', 'My brother is allergic to penicillin.'])
  assert.deepEqual(Object.values(found).flatMap(textsOf), [])
  const own = await write('entity_list', ['Any allergies?', 'I take aspirin.'])
  assert.deepEqual(own.allergies, [])
})

test('of two medicines, one to leave and one to take, the second is taken', async () => {
  for (const [sentence, text] of [
    ["Don't take ibuprofen, take amoxicillin 500 mg three times a day.", 'amoxicillin 500 mg 3 times a day'],
    ['Stop the ibuprofen and start amoxicillin 500 mg.', 'amoxicillin 500 mg'],
  ] as const) {
    const { medications = [] } = await write('entity_list', [sentence])
    assert.deepEqual(textsOf(medications), [text])
    assert.equal(medications[0]?.attributes?.name, 'amoxicillin')
  }
  assert.deepEqual((await write('entity_list', ["I don't take aspirin, ibuprofen or warfarin."])).medications, [])
})

const SAID = transcriptOf([
  'My mother has asthma.',
  'Your pulse is ninety eight.',
  'I have a headache.',
  'Any fever?',
  'No.',
  'He might have malaria.',
])

function isProven(statement: Statement): boolean {
  const note = blankNote('normalized_data', 'en', 'test')
  note.sections[0]?.statements.push(statement)
  return prove(note, SAID).sections[0]?.statements.length === 1
}

const coded = (code: string, display: string, evidence: string[], more: Record<string, string> = {}): Statement => ({
  ...{ text: display, evidence, support: 'derived' },
  attributes: { code, system: 'ICD-10-CM', display, ...more },
})
const measured = (value: string, unit = '/min', code = '8867-4'): Statement => ({
  ...{ text: 'pulse is ninety eight', evidence: ['i2'], support: 'verbatim' },
  attributes: { name: 'Heart rate', value, unit, code, system: 'LOINC' },
})

test('the proof keeps a code whose evidence says it, of whom it says it', () => {
  assert.ok(isProven(coded('R51.9', 'Headache, unspecified', ['i3'])))
  assert.ok(isProven(coded('J45.909', 'Unspecified asthma, uncomplicated', ['i1'], { relationship: 'mother' })))
})

for (const [why, statement] of [
  ['made up', coded('Z99.99', 'Headache, unspecified', ['i3'])],
  ['described in other words', coded('R51.9', 'Bad headache', ['i3'])],
  ['of something else than was said', coded('R05.9', 'Cough, unspecified', ['i3'])],
  ['of what was denied', coded('R50.9', 'Fever, unspecified', ['i4', 'i5'])],
  ['of a guess', coded('B54', 'Unspecified malaria', ['i6'])],
  ["of a relative's condition as the patient's", coded('J45.909', 'Unspecified asthma, uncomplicated', ['i1'])],
  ['of another relative', coded('J45.909', 'Unspecified asthma, uncomplicated', ['i1'], { relationship: 'father' })],
] as const)
  test(`the proof drops a code ${why}`, () => assert.ok(!isProven(statement)))

test('the proof keeps a measured value and drops any other under the same words', () => {
  assert.ok(isProven(measured('98')))
  assert.ok(!isProven(measured('89')))
  assert.ok(!isProven(measured('98', '%')))
  assert.ok(!isProven(measured('98', '%', '59408-5')))
})

test('what was said with its side is not coded without one as well', async () => {
  const { codes } = await write('icd_codes', [
    'I have knee pain.',
    'My left knee hurts when I walk.',
    'I have hip pain.',
  ])
  assert.deepEqual(codesOf(codes), ['M25.562', 'M25.559'])
})
