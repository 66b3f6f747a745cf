import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConversation } from '../../../src/clinical/en/facts/conversation.ts'
import type { Item, Speaker } from '../../../src/domain/transcript.ts'
import { findOrders } from '../../../src/engines/notes/extractive/orders/find-orders.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { transcriptOf } from '../../support/spoken-words.ts'

/** Nothing is ordered while people greet each other. */
const BEFORE = ['Hello, come in.', 'Hello doctor.', 'How long has it hurt?', 'For two weeks now.']

const ordersOf = (items: readonly Item[]) => findOrders(readConversation(items))

const transcribe = (sentences: readonly string[]) => transcriptOf([...BEFORE, ...sentences])

/** "category: text" for each order of these sentences, after proof. */
async function ordered(...sentences: string[]): Promise<string[]> {
  const transcript = transcribe(sentences)
  const note = prove(
    await openExtractive().write(transcript, { kind: 'orders' }, new AbortController().signal),
    transcript,
  )
  assert.deepEqual(note.warnings, [], 'the writer orders what it cannot prove')
  return note.sections.flatMap(({ statements }) =>
    statements.map(({ text, attributes }) => `${attributes?.category}: ${text}`),
  )
}

const SAID: [string, ...string[]][] = [
  ["I'm going to start you on lisinopril 20 milligrams once a day.", 'medication: Lisinopril 20 mg once a day'],
  ["Let's get an x-ray of your left knee, okay?", 'imaging: X-ray of your left knee'],
  ["I'd like to order a lipid panel and a hemoglobin a1c.", 'laboratory: Lipid panel', 'laboratory: Hemoglobin A1C'],
  ['I want to see you again in two weeks.', 'follow_up: See you again in 2 weeks'],
  ['Hey dragon, order an MRI of the lumbar spine.', 'imaging: MRI of the lumbar spine'],
  [
    "I'm gonna get a chest x-ray and I'm gonna prescribe you amoxicillin five hundred milligrams three times a day.",
    'medication: Amoxicillin 500 mg 3 times a day',
    'imaging: Chest x-ray',
  ],
  ['I want you to stop the ibuprofen.', 'medication: Stop ibuprofen'],
  [
    'You can take paracetamol, two tablets up to four times a day.',
    'medication: Paracetamol 2 tablets up to 4 times a day',
  ],
  ["We'll need a urine sample.", 'laboratory: Urine sample'],
  ['Please come back in a month.', 'follow_up: Come back in a month'],
]

for (const [said, ...expected] of SAID) {
  test(`ordered: ${said}`, async () => assert.deepEqual(await ordered(said), expected))
}

test('a reason is a condition that the patient has or may have, not one that was ruled out, denied, asked about or a relative’s', () => {
  const reasonOf = (...sentences: [Speaker, string][]) => {
    const items = transcriptOf(sentences.map(([, text]) => text)).items
    const said = items.map((item, at): Item => ({ ...item, speaker: sentences[at]?.[0] ?? 'unspecified' }))
    return ordersOf(said)[0]?.attributes?.reason
  }
  const ordered: [Speaker, string] = ['doctor', 'Take two tablets of ibuprofen every eight hours.']
  const infection: [Speaker, string] = ['doctor', 'I think this is a viral infection of the throat.']
  assert.equal(reasonOf(infection, ['doctor', 'It does not look like pneumonia.'], ordered), 'viral infection')
  assert.equal(reasonOf(['patient', 'I have a sore throat and no fever.'], ordered), 'sore throat')
  assert.equal(reasonOf(['doctor', 'Do you have a fever?'], ['patient', 'No.'], ordered), undefined)
  assert.equal(reasonOf(['patient', 'My mother had diabetes.'], ordered), undefined)
  assert.equal(reasonOf(['doctor', 'Do you have a headache?'], ['patient', 'Yes, I do.'], ordered), 'headache')
})

test('British ways of ordering are known', async () => {
  for (const [said, expected] of [
    ["It's worth giving us a urine sample.", 'laboratory: Urine sample'],
    ['Some ibuprofen would be advisable.', 'medication: Ibuprofen'],
    ['Ring us in a week.', 'follow_up: Ring us in a week'],
    ['If you are in pain, take some paracetamol.', 'medication: Paracetamol'],
  ] as const)
    assert.deepEqual(await ordered(said), [expected], said)
})

test('an offer that is declined is no order, and one that is not is', () => {
  const offered = (answer: string) => {
    const { items } = transcribe(['I can get you a knee x-ray.', answer])
    const voiced = items.map((item, at) => ({ ...item, speaker: (at === 4 ? 'doctor' : 'patient') as Speaker }))
    return ordersOf(voiced).map(({ text }) => text)
  }
  assert.deepEqual(offered("No, thank you, I'd rather wait."), [])
  assert.deepEqual(offered('Yes please.'), ['Knee x-ray'])
})

const NOT_ORDERED = [
  'We have you on amlodipine and metformin.',
  'There is a cousin of naproxen that is stronger.',
  'You had an x-ray last year.',
  'Did you take the ibuprofen?',
  'Your MRI shows a small tear.',
  "I don't think we need an MRI.",
  'If it does not improve, we will get an MRI.',
  'We might need a blood test.',
  "Let's continue the metformin 500 milligrams twice a day.",
  'Are you allergic to penicillin?',
  'I looked at your lipid panel.',
]

for (const said of NOT_ORDERED) {
  test(`not ordered: ${said}`, async () => assert.deepEqual(await ordered(said), []))
}

test('a command to a device repeats an order and does not double it, and both are evidence', () => {
  const { items } = transcribe(["I'd like to get an MRI of your neck.", 'Okay.', 'Hey dragon, order an MRI.'])
  const orders = ordersOf(items)
  assert.deepEqual(
    orders.map(({ text, evidence }) => [text, evidence]),
    [['MRI of your neck', ['i5', 'i7']]],
  )
})

test('directions in the sentences behind belong to their medicine', () => {
  const { items } = transcribe([
    "I'm going to prescribe you meloxicam.",
    "It's 15 milligrams.",
    'You take it once a day.',
  ])
  const [order] = ordersOf(items)
  assert.equal(order?.text, 'Meloxicam 15 mg once a day')
  assert.equal(order?.support, 'derived')
  assert.deepEqual(order?.evidence, ['i5', 'i6', 'i7'])
  assert.deepEqual(order?.attributes, {
    type: 'order',
    category: 'medication',
    name: 'meloxicam',
    drug: 'meloxicam',
    dose: '15 mg',
    frequency: 'once a day',
    intent: 'start',
  })
})

test('an order carries its reason when one was named before it', () => {
  const { items } = transcribe([
    'For your hypertension.',
    "I'm going to increase the lisinopril to 20 milligrams daily.",
  ])
  const [order] = ordersOf(items)
  assert.equal(order?.attributes?.reason, 'hypertension')
  assert.equal(order?.attributes?.intent, 'change')
})

test('"labs" is left out where they are named, and stands alone otherwise', async () => {
  assert.deepEqual(await ordered("We'll get some labs.", "I'd like to order a lipid panel."), [
    'laboratory: Lipid panel',
  ])
  assert.deepEqual(await ordered("We'll get some labs."), ['laboratory: Labs'])
})

test('where it is known who speaks, a patient orders nothing', () => {
  const transcript = transcribe(["I'll take some ibuprofen then.", 'I would like a blood test.'])
  const items = transcript.items.map((item) => ({ ...item, speaker: 'patient' as Speaker }))
  assert.deepEqual(ordersOf(items), [])
})

test('an order with its negation left out, or made of a question, does not stand', () => {
  const evidence = ['i5']
  const attributes = { type: 'order', category: 'medication', name: 'ibuprofen' }
  for (const said of ["Don't take ibuprofen any more.", 'Should you take ibuprofen?', 'Take naproxen.']) {
    const transcript = transcribe([said])
    const statements = [{ text: 'Ibuprofen', evidence, support: 'verbatim' as const, attributes }]
    const section = { key: 'medications', title: 'Medications', statements }
    const note = { kind: 'orders', title: 'Orders', language: 'en', sections: [section], writer: 'x', warnings: [] }
    assert.deepEqual(prove(note, transcript).sections[0]?.statements, [], said)
  }
})

test('the treatment plan has the orders that its sentences do not tell', async () => {
  const transcript = transcribe(["I'm going to order a lipid panel.", 'Take two tablets of ibuprofen with food.'])
  const note = prove(
    await openExtractive().write(transcript, { kind: 'treatment_plan' }, new AbortController().signal),
    transcript,
  )
  const plan = JSON.stringify(note.sections).toLowerCase()
  assert.equal(plan.split('"text":"order a lipid panel').length, 2)
  assert.match(plan, /ibuprofen/)
})

test('a visit of twenty minutes is read in a few milliseconds', () => {
  const { items } = transcribe(
    Array.from(
      { length: 300 },
      (_, at) => `So I'm going to order a cbc and you take ibuprofen ${at} milligrams once a day.`,
    ),
  )
  const conversation = readConversation(items)
  findOrders(conversation.slice(0, 20))
  const startedMs = performance.now()
  findOrders(conversation)
  assert.ok(performance.now() - startedMs < 500)
})
