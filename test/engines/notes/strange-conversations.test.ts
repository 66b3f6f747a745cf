import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONVERSATION_KINDS } from '../../../src/domain/note-kinds/conversations.ts'
import type { NoteKindName } from '../../../src/domain/note-kinds.ts'
import type { Transcript } from '../../../src/domain/transcript.ts'
import { openExtractive } from '../../../src/engines/notes/extractive/writer.ts'
import { writeNotes } from '../../../src/pipeline/documents/write-notes.ts'
import { readSample, readScript } from '../../../tools/read-sample.ts'
import { textsOf } from '../../support/write-proven.ts'

const KINDS = [...Object.keys(CONVERSATION_KINDS), 'op_note'] as NoteKindName[]

async function writeAll(transcript: Transcript) {
  const { signal } = new AbortController()
  return writeNotes(transcript, { kinds: KINDS, limits: {} }, [openExtractive()], signal)
}

/** Kinds that say something of any conversation: what was said, how the caller felt, whose voices were heard. */
const OF_ANY: readonly string[] = ['legal_court_hearing', 'call_center_sentiment', 'meeting_notes_participants']

const SMALL_TALK = readScript(`
  one: Lovely weather today.
  two: Yes, isn't it? How was the weekend?
  one: Quiet. We watched the football.
  two: My tea is getting cold.
`)

test('from an empty transcript nothing is written, with the reason', async () => {
  for (const note of await writeAll({ ...SMALL_TALK, items: [] })) {
    assert.deepEqual(textsOf(note), {}, note.kind)
    assert.deepEqual(
      note.warnings.map(({ code }) => code),
      ['no_speech'],
    )
  }
})

test('from another language nothing is written, with the reason', async () => {
  const swahili = readScript('one: Habari za asubuhi, karibu.\n two: Asante sana.')
  for (const note of await writeAll({ ...swahili, language: 'sw' })) {
    assert.deepEqual(textsOf(note), {}, note.kind)
    assert.deepEqual(
      note.warnings.map(({ code }) => code),
      ['no_writer'],
    )
  }
})

test('small talk fills no document, and each says why', async () => {
  for (const note of await writeAll(SMALL_TALK)) {
    if (OF_ANY.includes(note.kind)) continue
    assert.deepEqual(textsOf(note), {}, note.kind)
    assert.ok(
      note.warnings.some(({ code }) => code === 'nothing_found'),
      note.kind,
    )
  }
})

test('one voice alone is nobody in particular: calls say that agent and caller were not told apart', async () => {
  const call = readSample('call')
  const items = call.items.map((item) => ({ ...item, speakerLabel: 'SPEAKER_01' }))
  const notes = await writeAll({ ...call, items })
  const unknown = notes.filter(({ warnings }) => warnings.some(({ code }) => code === 'voices_unknown'))
  assert.ok(unknown.some(({ kind }) => kind === 'call_center_agent_score'))
  assert.ok(notes.every(({ warnings }) => !warnings.some(({ code }) => code === 'unsupported_statements')))
})

test('four hours are written in seconds', async () => {
  const lines = ['call', 'meeting', 'hearing', 'operation'].flatMap((name) => readSample(name).items)
  const items = Array.from({ length: 40 }, (_, round) =>
    lines.map((item, at) => ({ ...item, id: `${round}-${at}` })),
  ).flat()
  const before = performance.now()
  const notes = await writeAll({ ...SMALL_TALK, items })
  assert.equal(notes.length, KINDS.length)
  assert.ok(notes.every(({ warnings }) => !warnings.some(({ code }) => code === 'unsupported_statements')))
  assert.ok(performance.now() - before < 60_000)
})
