import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatMarkdown } from '../../../src/domain/note.ts'
import { prove } from '../../../src/engines/proof/prove.ts'
import { readSample, readScript } from '../../../tools/read-sample.ts'
import { transcriptOf } from '../../support/spoken-words.ts'
import { sectionOf, textsOf, writeProven } from '../../support/write-proven.ts'

const CALL = readSample('call')

const RUDE = readScript(`
  agent: Yeah?
  caller: Hello, is this the clinic?
  agent: Yes. What do you want?
  caller: I need to change my appointment on Thursday because my car broke down.
  agent: We're full. You should have called earlier.
  caller: I couldn't, I'm disappointed.
  agent: There's nothing I can do.
  caller: Fine.
`)

test('the result of a call is its reason, what came of it, and the number to quote', async () => {
  const note = await writeProven('call_center_results', CALL)
  assert.deepEqual(textsOf(note), {
    reason: ["I'm calling about my asthma inhalers, they were due on Monday and they never came."],
    resolved: ['I have updated your address and I have ordered the inhalers again.'],
    unresolved: ["I can't refund the delivery today, but I will ask our billing team to look at it."],
    promised: [
      'That is a good idea, I will pass it on.',
      "I can't refund the delivery today, but I will ask our billing team to look at it.",
      'The inhalers will be with you tomorrow before noon, and your reference number is LP 4471.',
    ],
    references: ['The inhalers will be with you tomorrow before noon, and your reference number is LP 4471.'],
  })
  assert.equal(sectionOf(note, 'references')[0]?.attributes?.number, 'LP 4471')
})

test('a number to quote is a number', async () => {
  const numbers = async (text: string) =>
    sectionOf(await writeProven('call_center_results', transcriptOf([text])), 'references').map(
      ({ attributes }) => attributes?.number,
    )
  assert.deepEqual(await numbers('Your case number is A B 7 7 3 1.'), ['A B 7 7 3 1'])
  assert.deepEqual(await numbers('The booking code is four four oh nine.'), ['FOUR FOUR OH NINE'])
  assert.deepEqual(await numbers('I will order a basic panel.'), [])
})

test('who gives no reason in so many words gives it in answer to the offer of help', async () => {
  const call = readScript(`
    agent: Thank you for calling Bright Dental, how may I assist you today?
    caller: Yeah hi, I got a bill for two hundred dollars.
    agent: What I'm going to do is resubmit the claim.
  `)
  assert.deepEqual(textsOf(await writeProven('call_center_results', call)), {
    reason: ['Yeah hi, I got a bill for two hundred dollars.'],
    promised: ["What I'm going to do is resubmit the claim."],
  })
})

test('what somebody is said to have promised resolves nothing', async () => {
  const call = transcriptOf(['My doctor told me it was all taken care of.', 'It has not been fixed.'])
  assert.deepEqual(textsOf(await writeProven('call_center_results', call)), { unresolved: ['It has not been fixed.'] })
})

test('a score is a point for each thing that was heard, with the words it came from, and names the rest', async () => {
  const note = await writeProven('call_center_agent_score', CALL)
  const [score] = sectionOf(note, 'score')
  const points = sectionOf(note, 'points')
  assert.equal(score?.text, '9 of 10 points')
  assert.equal(score?.support, 'derived')
  assert.deepEqual(new Set(score?.evidence), new Set(points.flatMap(({ evidence }) => evidence)))
  assert.equal(points.length, 9)
  assert.deepEqual(points.find(({ attributes }) => attributes?.check === 'Empathy')?.text, CALL.items[5]?.text)
  assert.deepEqual(note.sections.find(({ key }) => key === 'points')?.notHeard, ['Understanding checked'])
  assert.match(formatMarkdown(note), /\n\n_Not heard: Understanding checked\._$/)
  assert.deepEqual(textsOf(await writeProven('call_center_agent_score_category', CALL)), {
    category: ['Good: 9 of 10 points'],
  })
})

test('a score of more points than were heard does not pass the proof', async () => {
  const note = await writeProven('call_center_agent_score', CALL)
  const better = note.sections.map((section) => ({
    ...section,
    statements: section.statements.map((each) => ({ ...each, text: each.text.replace('9 of', '10 of') })),
  }))
  assert.deepEqual(sectionOf(prove({ ...note, sections: better }, CALL), 'score'), [])
})

test('the points are those of the agent, who is not the one that says why he calls', async () => {
  const note = await writeProven('call_center_agent_score', RUDE)
  assert.deepEqual(textsOf(note), {})
  assert.equal(note.sections.find(({ key }) => key === 'points')?.notHeard?.length, 10)
  assert.deepEqual(
    note.warnings.map(({ code }) => code),
    ['not_said'],
  )
})

test('where voices were not told apart, the notes say that who is who was guessed', async () => {
  const items = CALL.items.map(({ speakerLabel: _, ...item }) => item)
  const note = await writeProven('call_center_agent_score', { ...CALL, items })
  assert.equal(sectionOf(note, 'score')[0]?.text, '9 of 10 points')
  assert.deepEqual(
    note.warnings.map(({ code }) => code),
    ['voices_unknown'],
  )
})

test('compliance is what was said of the list, quoted, and what was not heard', async () => {
  const note = await writeProven('call_center_compliance', CALL)
  assert.deepEqual(
    sectionOf(note, 'compliance').map(({ attributes, evidence }) => [attributes?.check, ...evidence]),
    [
      ['Recording announced', '2'],
      ['Company named', '1'],
      ['Identity checked', '7'],
      ['Terms or price told', '16'],
    ],
  )
  assert.deepEqual(note.sections[0]?.notHeard, ['Consent or privacy', 'Right to cancel'])
})

test('a call that is not recorded announces no recording', async () => {
  const call = readScript(`
    agent: Good morning, thank you for calling, how can I help you? This call is not recorded.
    caller: I'm calling about my bill.
  `)
  const note = await writeProven('call_center_compliance', call)
  assert.ok(note.sections[0]?.notHeard?.includes('Recording announced'))
})

test("products are the call's prices and terms, insights and feedback are the caller's", async () => {
  assert.deepEqual(textsOf(await writeProven('call_center_product_info', CALL)).products, [
    'Express delivery costs four pounds, and there is no fee for you this time.',
  ])
  assert.deepEqual(textsOf(await writeProven('call_center_product_insights', CALL)).insights, [
    'I wish you would send me a text when a parcel goes back.',
  ])
  assert.deepEqual(textsOf(await writeProven('call_center_feedback', CALL)).feedback, [
    'That is a relief, you have been really helpful.',
    "No, I'm happy with that.",
  ])
})

test("the sentiment of a call is the caller's, by turn and in its course", async () => {
  const note = await writeProven('call_center_sentiment', CALL)
  assert.deepEqual(textsOf(note).sentiment, [
    'Negative at first, positive at the end. Turns: 1 negative, 2 positive, 4 neutral.',
  ])
  assert.deepEqual(
    sectionOf(note, 'turns').map(({ attributes, evidence }) => [attributes?.sentiment, ...evidence]),
    [
      ['negative', '5'],
      ['positive', '18'],
      ['positive', '20'],
    ],
  )
})
