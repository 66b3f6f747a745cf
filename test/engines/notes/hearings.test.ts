import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSample, readScript } from '../../../tools/read-sample.ts'
import { transcriptOf } from '../../support/spoken-words.ts'
import { sectionOf, textsOf, writeProven } from '../../support/write-proven.ts'

const HEARING = readSample('hearing')

const CROWN = readScript(`
  clerk: Court rise. This is the Crown Court sitting at Leeds.
  judge: This is the matter of the Crown against Daniel Roe, case number T20260044.
  grant: May it please Your Honour, I appear for the prosecution.
  blake: I appear for the defence, Your Honour.
  clerk: Please state your full name to the court.
  ward: Helen Margaret Ward.
  grant: Doctor, please look at exhibit number two.
  ward: It is an exhibit a colleague drew up.
  blake: The objection is overruled, as they say.
  judge: The application to adjourn is refused.
  judge: The matter is adjourned to the tenth of December.
`)

const spoken = async (kind: typeof HEARING, key: string) =>
  sectionOf(await writeProven('legal_court_hearing', kind), key).map(({ text, attributes }) => [
    attributes?.speaker,
    text,
  ])

test('proceedings are everything in order, word for word, each with who says it', async () => {
  const note = await writeProven('legal_court_hearing', HEARING)
  const proceedings = sectionOf(note, 'proceedings')
  assert.deepEqual(
    proceedings.map(({ text, evidence }) => [text, ...evidence]),
    HEARING.items.map(({ id, text }) => [text, id]),
  )
  assert.deepEqual(
    proceedings.slice(9, 14).map(({ attributes }) => attributes?.speaker),
    ['Counsel for the plaintiff', 'Witness', 'Counsel for the plaintiff', 'Witness', 'Counsel for the defendant'],
  )
})

test('who appears is told by what each voice says of itself', async () => {
  assert.deepEqual(
    (await spoken(CROWN, 'appearances')).map(([speaker]) => speaker),
    ['Clerk', 'Counsel for the prosecution', 'Counsel for the defence', 'Witness', 'Judge'],
  )
})

test('case and court are quoted as they were called', async () => {
  assert.deepEqual(textsOf(await writeProven('legal_court_hearing', CROWN)).case, [CROWN.items[1]?.text])
  assert.deepEqual(textsOf(await writeProven('legal_court_hearing', CROWN)).court, [CROWN.items[0]?.text])
})

test('exhibits carry their numbers as they were said, and "an exhibit a colleague" is none', async () => {
  const numbers = async (hearing: typeof HEARING) =>
    sectionOf(await writeProven('legal_court_hearing', hearing), 'exhibits').map(
      ({ attributes }) => attributes?.exhibit,
    )
  assert.deepEqual(await numbers(HEARING), ['4', '4', '4'])
  assert.deepEqual(await numbers(CROWN), ['two'])
})

test("rulings are the judge's", async () => {
  assert.deepEqual(await spoken(CROWN, 'rulings'), [
    ['Judge', 'The application to adjourn is refused.'],
    ['Judge', 'The matter is adjourned to the tenth of December.'],
  ])
})

test('a voice that tells no office keeps its label', async () => {
  const transcript = transcriptOf(['Were you there?', 'No.'])
  const items = transcript.items.map((item, at) => ({ ...item, speakerLabel: `SPEAKER_0${at}` }))
  assert.deepEqual(await spoken({ ...transcript, items }, 'proceedings'), [
    ['SPEAKER_00', 'Were you there?'],
    ['SPEAKER_01', 'No.'],
  ])
})

test('where voices were not told apart, only what tells its speaker has one', async () => {
  const hearing = transcriptOf(['All rise.', 'Where were you?', 'At home.', 'The motion is denied.'])
  assert.deepEqual(await spoken(hearing, 'proceedings'), [
    ['Clerk', 'All rise.'],
    [undefined, 'Where were you?'],
    [undefined, 'At home.'],
    ['Judge', 'The motion is denied.'],
  ])
  assert.deepEqual(await spoken(hearing, 'rulings'), [['Judge', 'The motion is denied.']])
})
