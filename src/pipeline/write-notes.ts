import { serves } from '../domain/language.ts'
import type { Note } from '../domain/note.ts'
import type { Transcript, Warning } from '../domain/transcript.ts'
import type { NoteWriter } from '../engines/notes/note-writer.ts'
import { prove } from '../engines/notes/proof.ts'

/**
 * The documents that were asked for, each held to its evidence. What no writer can write in this language, or from a
 * recording without speech, comes as a document without statements and a warning that says why.
 */
export async function writeNotes(
  transcript: Transcript,
  kinds: readonly string[],
  writers: readonly NoteWriter[],
  signal: AbortSignal,
): Promise<Note[]> {
  const notes: Note[] = []
  for (const kind of kinds) {
    signal.throwIfAborted()
    notes.push(await writeNote(transcript, kind, writers, signal))
  }
  return notes
}

async function writeNote(
  transcript: Transcript,
  kind: string,
  writers: readonly NoteWriter[],
  signal: AbortSignal,
): Promise<Note> {
  if (transcript.items.length === 0) {
    return emptyNote(transcript, kind, { code: 'no_speech', message: 'No speech was found, so nothing was written.' })
  }
  const speaks = ({ languages }: NoteWriter) => languages.some((offered) => serves(offered, transcript.language))
  const writer = writers.find((candidate) => candidate.kinds.includes(kind) && speaks(candidate))
  if (writer) return prove(await writer.write(transcript, kind, signal), transcript)
  const message = `No writer for ${kind} in ${transcript.language} is configured.`
  return emptyNote(transcript, kind, { code: 'no_writer', message })
}

function emptyNote({ language }: Transcript, kind: string, warning: Warning): Note {
  return { kind, title: kind, language, sections: [], writer: 'none', warnings: [warning] }
}
