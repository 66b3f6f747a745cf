import { OslerError } from '../domain/errors.ts'
import { serves } from '../domain/language.ts'
import type { Note } from '../domain/note.ts'
import { blankNote, isNoteKind, type NoteKindName } from '../domain/note-kinds.ts'
import type { Transcript, Warning } from '../domain/transcript.ts'
import type { NoteWriter } from '../engines/notes/note-writer.ts'
import { prove } from '../engines/notes/proof.ts'

/**
 * The notes that were asked for, in that order, each proven against the transcript. What cannot be written comes back
 * as a note without statements and a warning that says why. Throws `kind_unknown`, or what a writer throws.
 */
export async function writeNotes(
  transcript: Transcript,
  kinds: readonly string[],
  writers: readonly NoteWriter[],
  signal: AbortSignal,
): Promise<Note[]> {
  const notes: Note[] = []
  for (const kind of new Set(kinds)) notes.push(await writeNote(transcript, kind, writers, signal))
  return notes
}

async function writeNote(
  transcript: Transcript,
  kind: string,
  writers: readonly NoteWriter[],
  signal: AbortSignal,
): Promise<Note> {
  const able = writers.filter((writer) => writer.kinds.includes(kind))
  const [first] = able
  if (!first || !isNoteKind(kind)) throw new OslerError('kind_unknown', `No writer for ${kind} is installed.`)
  if (transcript.items.length === 0) return unwritten(transcript, kind, first, NO_SPEECH)
  const writer = able.find(({ languages }) => languages.some((offered) => serves(offered, transcript.language)))
  if (!writer) return unwritten(transcript, kind, first, noWriter(transcript))
  const note = prove(await writer.write(transcript, { kind }, signal), transcript)
  const isEmpty = note.sections.every(({ statements }) => statements.length === 0)
  return isEmpty ? { ...note, warnings: [...note.warnings, NOTHING_FOUND] } : note
}

function unwritten({ language }: Transcript, kind: NoteKindName, { name }: NoteWriter, warning: Warning): Note {
  return blankNote(kind, language, name, [warning])
}

const NO_SPEECH: Warning = { code: 'no_speech', message: 'No speech was found, so nothing was written.' }
const NOTHING_FOUND: Warning = { code: 'nothing_found', message: 'Nothing that was said belongs in this document.' }

function noWriter({ language }: Transcript): Warning {
  return { code: 'no_writer', message: `No writer for ${language} is installed.` }
}
