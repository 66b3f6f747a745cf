import assert from 'node:assert/strict'
import { test } from 'node:test'
import { correctItems } from '../../../src/domain/correct-items.ts'
import { OslerError } from '../../../src/domain/errors.ts'
import { blankNote } from '../../../src/domain/note-kinds.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import type { NoteWriter } from '../../../src/engines/notes/note-writer.ts'
import { writeNotes } from '../../../src/pipeline/documents/write-notes.ts'
import { heardAt, transcriptOf } from '../../support/spoken-words.ts'

const { signal } = new AbortController()
const WRITERS = [openExtractive()]
const COUGH = transcriptOf(['I have had a cough for two weeks.'])

const wanted = (kinds: string[]) => ({ kinds, limits: {} })

const statementsOf = (notes: Awaited<ReturnType<typeof writeNotes>>) =>
  notes.flatMap(({ sections }) => sections.flatMap(({ statements }) => statements))
const codesOf = (notes: Awaited<ReturnType<typeof writeNotes>>) =>
  notes.map(({ warnings }) => warnings.map(({ code }) => code))

test('the notes come in the order in which they were asked for, each once', async () => {
  const notes = await writeNotes(COUGH, wanted(['summary', 'soap_note', 'summary']), WRITERS, signal)
  assert.deepEqual(
    notes.map(({ kind }) => kind),
    ['summary', 'soap_note'],
  )
  assert.deepEqual(codesOf(notes), [[], []])
})

test('no kinds give no notes', async () => {
  assert.deepEqual(await writeNotes(COUGH, wanted([]), WRITERS, signal), [])
})

test('a kind that no writer knows is refused', async () => {
  await assert.rejects(writeNotes(COUGH, wanted(['horoscope']), WRITERS, signal), (error) => {
    return error instanceof OslerError && error.code === 'kind_unknown'
  })
})

test('silence gives notes without statements that say why', async () => {
  const notes = await writeNotes(transcriptOf([]), wanted(['soap_note', 'summary']), WRITERS, signal)
  assert.deepEqual(codesOf(notes), [['no_speech'], ['no_speech']])
  assert.deepEqual(statementsOf(notes), [])
  assert.equal(notes[0]?.sections.length, 4)
})

test('a transcript below 0.7 gives notes without statements that say why, with the value', async () => {
  const doubtful = heardAt([['I have had a cough for two weeks.', 0.62]])
  const notes = await writeNotes(doubtful, wanted(['soap_note', 'summary']), WRITERS, signal)
  assert.deepEqual(codesOf(notes), [['speech_doubtful'], ['speech_doubtful']])
  assert.deepEqual(statementsOf(notes), [])
  assert.match(
    notes[0]?.warnings[0]?.message ?? '',
    /^Nothing was written\. About 62 % .* need 70 %: correct the transc/,
  )
})

test('a transcript at 0.7, and one without confidences, are written from', async () => {
  for (const confidence of [0.7, undefined]) {
    const transcript = heardAt([['I have had a cough for two weeks.', confidence]])
    assert.equal(statementsOf(await writeNotes(transcript, wanted(['soap_note']), WRITERS, signal)).length, 1)
  }
})

test('what was edited by a person is believed, so that a mended transcript is written from', async () => {
  const doubtful = heardAt([
    ['I have had a cough for two weeks.', 0.6],
    ['I take met for men.', 0.4],
  ])
  const mended = correctItems(doubtful.items, { action: 'edit', item: 'i2', text: 'I take metformin.' })
  const notes = await writeNotes({ ...doubtful, items: mended }, wanted(['soap_note']), WRITERS, signal)
  assert.deepEqual(codesOf(notes), [[]])
  assert.match(JSON.stringify(statementsOf(notes)), /metformin/)
})

test('a statement that rests on a word which was not heard surely is marked', async () => {
  const transcript = heardAt([['I take metformin every day.', 0.95, { metformin: 0.7 }]])
  const notes = await writeNotes(transcript, wanted(['soap_note']), WRITERS, signal)
  assert.deepEqual(
    statementsOf(notes).map(({ doubtful }) => doubtful),
    [['metformin']],
  )
})

test('speech without anything clinical gives notes without statements that say why', async () => {
  const notes = await writeNotes(transcriptOf(['Good morning.']), wanted(['soap_note']), WRITERS, signal)
  assert.deepEqual(codesOf(notes), [['nothing_found']])
})

test('a language that no writer writes gives a warning and not a note in English', async () => {
  const notes = await writeNotes(transcriptOf(['Ik heb hoofdpijn.'], 'nl'), wanted(['soap_note']), WRITERS, signal)
  assert.deepEqual(codesOf(notes), [['no_writer']])
  assert.deepEqual(statementsOf(notes), [])
})

test('British English is served by a writer of English', async () => {
  assert.equal(
    statementsOf(await writeNotes({ ...COUGH, language: 'en-GB' }, wanted(['soap_note']), WRITERS, signal)).length,
    1,
  )
})

test("no writer's invention passes", async () => {
  const inventive: NoteWriter = {
    ...{ name: 'inventive', model: 'inventive', languages: ['en'], kinds: ['summary'], followsWishes: false },
    async checkHealth() {},
    async [Symbol.asyncDispose]() {},
    async write({ language }, _kind) {
      const note = blankNote('summary', language, 'inventive')
      note.sections[0]?.statements.push(
        { text: 'I have had a cough for two weeks.', evidence: ['i1'], support: 'verbatim' },
        { text: 'I have had a cough for nine weeks.', evidence: ['i1'], support: 'verbatim' },
      )
      return note
    },
  }
  const notes = await writeNotes(COUGH, wanted(['summary']), [inventive], signal)
  assert.deepEqual(
    statementsOf(notes).map(({ text }) => text),
    ['I have had a cough for two weeks.'],
  )
  assert.deepEqual(codesOf(notes), [['unsupported_statements']])
})

test('wishes in words that a writer cannot follow are a warning with their number', async () => {
  const noteOptions = { wishes: [{ text: 'Shorter.' }, { section: 'plan', text: 'In verse.' }] }
  const [note] = await writeNotes(COUGH, { ...wanted(['summary']), noteOptions }, WRITERS, signal)
  assert.deepEqual(note?.warnings, [
    { code: 'wishes_unfollowed', message: 'Left aside: 2 wishes in words, which need a language model.' },
  ])
  const template = {
    id: 'x',
    name: 'Mine',
    sections: [{ title: 'Cough', detail: 'brief' as const }],
  }
  const byTemplate = { ...wanted(['template:x']), noteOptions: { templates: [template] } }
  assert.deepEqual(codesOf(await writeNotes(COUGH, byTemplate, WRITERS, signal)), [['wishes_unfollowed']])
})

test('a document in a language that no writer has is written in that of the transcript, and says so', async () => {
  const noteOptions = { language: 'fr' }
  const notes = await writeNotes(COUGH, { ...wanted(['summary']), noteOptions }, WRITERS, signal)
  assert.deepEqual([notes[0]?.language, codesOf(notes)], ['en', [['language_unavailable']]])
  assert.ok(statementsOf(notes).length > 0)
})
