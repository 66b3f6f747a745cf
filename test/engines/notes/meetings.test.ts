import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatMarkdown } from '../../../src/domain/note.ts'
import { readSample, readScript } from '../../../tools/read-sample.ts'
import { transcriptOf } from '../../support/spoken-words.ts'
import { sectionOf, textsOf, writeProven } from '../../support/write-proven.ts'

const MEETING = readSample('meeting')

const WARD = readScript(`
  chair: We've got everyone except Lucia, she couldn't make it.
  chair: Priya, can you email the registrars today?
  priya: Sure, will do.
  sam: We haven't got cover for Christmas.
  chair: Should we ask the agency?
  sam: If we ask them, we'll pay double.
  chair: Let's go with internal cover. Someone needs to draft a new rota.
  sam: I can do that.
  chair: We won't send anything out before Friday.
`)

const PRACTICE = readScript(`
  chair: Apologies have come in from Wei and Ruth.
  nadia: Hi, for the minutes, this is Nadia Rahman, practice nurse.
  jo: Jo Blake, practice manager.
  chair: Today we need to talk about the flu clinics.
  chair: Everyone happy with Saturdays? Good, so flu clinics will be on Saturdays.
  jo: I suggest we buy a second printer.
  nadia: I'd rather not.
  chair: I propose we postpone the printer until April. All in favour? Carried.
  chair: Nadia, please draft a poster before the end of the week.
  chair: Jo to send round the new rota tomorrow.
`)

test('participants are those who introduce themselves, with what they are, and those who are missed', async () => {
  const note = await writeProven('meeting_notes_participants', MEETING)
  assert.deepEqual(
    sectionOf(note, 'participants').map(({ attributes }) => [attributes?.name, attributes?.role]),
    [
      ['Amina Bello', 'ward manager'],
      ['Daniel Fischer', 'pharmacy'],
      ['Grace Osei', 'infection control nurse'],
    ],
  )
  assert.deepEqual(
    sectionOf(note, 'apologies').map(({ attributes }) => [attributes?.name, attributes?.presence]),
    [['Tom Reyes', 'absent']],
  )
})

test('who is asked by name and agrees is there, and voices that nobody named by their label; who could not make it is not', async () => {
  const note = await writeProven('meeting_notes_participants', WARD)
  assert.deepEqual(
    sectionOf(note, 'participants').map(({ attributes }) => attributes?.name),
    ['Priya', 'SPEAKER_01', 'SPEAKER_03'],
  )
  assert.deepEqual(
    sectionOf(note, 'apologies').map(({ attributes }) => attributes?.name),
    ['Lucia'],
  )
})

test('a decision is also what was carried, and what was told once everyone had agreed', async () => {
  const decisions = sectionOf(await writeProven('meeting_notes_decisions', PRACTICE), 'decisions')
  assert.deepEqual(
    decisions.map(({ text }) => text),
    ['Good, so flu clinics will be on Saturdays.', 'I propose we postpone the printer until April.'],
  )
})

test('tasks that are given by name belong to whoever gave that name', async () => {
  const actions = sectionOf(await writeProven('meeting_notes_action_items', PRACTICE), 'action_items')
  assert.deepEqual(
    actions.map(({ attributes }) => [attributes?.owner, attributes?.due]),
    [
      ['Nadia Rahman', 'the end of the week'],
      ['Jo Blake', 'tomorrow'],
    ],
  )
  const { participants, apologies } = textsOf(await writeProven('meeting_notes_participants', PRACTICE))
  assert.deepEqual(participants?.slice(0, 2), [
    'For the minutes, this is Nadia Rahman, practice nurse.',
    'Jo Blake, practice manager.',
  ])
  assert.equal(participants?.length, 3)
  assert.deepEqual(apologies, ['Apologies have come in from Wei and Ruth.'])
})

test('a decision is what was decided, and not what is asked or left open', async () => {
  assert.deepEqual(textsOf(await writeProven('meeting_notes_decisions', MEETING)).decisions, [
    'Then we have agreed to buy a new medicine fridge.',
    'We decided not to publish the October figures before that.',
  ])
  const open = transcriptOf(['We have not decided about the rota yet.', 'Should we go with the agency?'])
  assert.deepEqual(textsOf(await writeProven('meeting_notes_decisions', open)), {})
})

test('an action has an owner and a date only when they were said', async () => {
  const describe = async (meeting: typeof MEETING) =>
    sectionOf(await writeProven('meeting_notes_action_items', meeting), 'action_items').map(({ text, attributes }) => [
      text,
      attributes?.owner,
      attributes?.due,
    ])
  assert.deepEqual(await describe(MEETING), [
    ['I will send the order to procurement by Friday.', 'Daniel Fischer', 'Friday'],
    ['Daniel, could you check the gel supply this week? Yes, of course.', 'Daniel Fischer', 'this week'],
    ["I'll repeat the audit by the end of the month.", 'Grace Osei', 'the end of the month'],
  ])
  assert.deepEqual(await describe(WARD), [
    ['Priya, can you email the registrars today? Sure, will do.', 'Priya', 'today'],
    ['Someone needs to draft a new rota. I can do that.', 'SPEAKER_03', undefined],
  ])
  assert.deepEqual(await describe(transcriptOf(['The poster will be printed.', 'We must order more gloves.'])), [
    ['We must order more gloves.', undefined, undefined],
  ])
})

test('an action is printed with its owner and its date', async () => {
  const note = await writeProven('meeting_notes_action_items', MEETING)
  assert.match(formatMarkdown(note), /^- I will send the order to procurement by Friday\. \(Daniel Fischer, Friday\)$/m)
})

test('a request that nobody agrees to is no action', async () => {
  const meeting = readScript(`
    chair: Daniel, could you check the gel supply this week?
    daniel: I'm away until Monday.
  `)
  assert.deepEqual(textsOf(await writeProven('meeting_notes_action_items', meeting)), {})
})

test('topics are names of things that the meeting came back to, each with every sentence that names it', async () => {
  const note = await writeProven('meeting_notes_key_topics', MEETING)
  assert.deepEqual(
    sectionOf(note, 'key_topics').map(({ text, evidence }) => [text, evidence]),
    [
      ['Medicine fridge', ['5', '6', '10']],
      ['Hand hygiene audits', ['12', '13']],
    ],
  )
})

test('next steps are what comes after the meeting', async () => {
  assert.deepEqual(textsOf(await writeProven('meeting_notes_next_steps', MEETING)).next_steps, [
    'Our next meeting is on the fifth of January.',
  ])
})
