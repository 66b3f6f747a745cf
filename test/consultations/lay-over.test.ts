import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layOverNotes, layOverTranscript } from '../../src/consultations/lay-over.ts'
import type { Revision, StoredNote } from '../../src/domain/revision.ts'
import { derived, noteOf, transcriptOfSpeakers } from '../support/made-record.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 9, minute))

const written = (jobId: string, minute: number): StoredNote => {
  const note = noteOf('soap_note', { subjective: [derived(`By ${jobId}.`, ['i1'])] })
  return { ...note, jobId, writtenAt: at(minute) }
}

function versionOf(version: number, minute: number): Revision & { content: StoredNote['sections'] } {
  const { sections } = noteOf('soap_note', { subjective: [derived(`Version ${version}.`, [])] })
  return { version, content: sections, author: 'Dr Ada Osei', createdAt: at(minute), isSigned: false }
}

test('a version belongs to the document that was the newest of its kind when it was made', () => {
  const notes = [written('first', 0), written('second', 10), written('third', 20)]
  const documents = new Map([['soap_note', [versionOf(1, 5), versionOf(2, 12), versionOf(3, 15)]]])
  const left = layOverNotes(notes, { documents })
  const texts = left.map(({ sections }) => sections.flatMap(({ statements }) => statements.map(({ text }) => text)))
  assert.deepEqual(texts, [['Version 1.'], ['Version 3.'], ['By third.']])
  assert.deepEqual(
    left.map(({ version, changedBy }) => [version, changedBy]),
    [
      [1, 'Dr Ada Osei'],
      [3, 'Dr Ada Osei'],
      [3, undefined],
    ],
  )
})

test('what was heard behind the end of a corrected transcript follows it', () => {
  const said: ['patient', string][] = [
    ['patient', 'One.'],
    ['patient', 'Two.'],
    ['patient', 'Three.'],
  ]
  const transcript = transcriptOfSpeakers(said)
  const content = transcript.items.slice(0, 2).map((item) => ({ ...item, text: 'Corrected.' }))
  const revision = { version: 1, content, author: 'Dr Ada Osei', createdAt: at(0), isSigned: false }
  const left = layOverTranscript(transcript, { transcript: revision, documents: new Map() })
  assert.deepEqual(
    left.items.map(({ text }) => text),
    ['Corrected.', 'Corrected.', 'Three.'],
  )
  assert.equal(layOverTranscript(transcript, undefined).version, 0)
})
