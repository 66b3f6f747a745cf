import assert from 'node:assert/strict'
import type { Note, Statement } from '../../src/domain/note.ts'
import type { Transcript } from '../../src/domain/transcript.ts'
import { openExtractive } from '../../src/engines/notes/extractive/writer.ts'
import { prove } from '../../src/engines/proof/prove.ts'

const { signal } = new AbortController()

/** What the built-in writer writes; fails when it states anything that the proof does not find in the evidence. */
export async function writeProven(kind: string, transcript: Transcript): Promise<Note> {
  const note = prove(await openExtractive().write(transcript, { kind }, signal), transcript)
  assert.ok(!note.warnings.some(({ code }) => code === 'unsupported_statements'), `${kind} states what it cannot prove`)
  return note
}

export const sectionOf = (note: Note, key: string): Statement[] =>
  note.sections.find((section) => section.key === key)?.statements ?? []

/** The sections that something stands in, as their texts. */
export const textsOf = ({ sections }: Note): Record<string, string[]> =>
  Object.fromEntries(
    sections
      .filter(({ statements }) => statements.length > 0)
      .map(({ key, statements }) => [key, statements.map(({ text }) => text)]),
  )
