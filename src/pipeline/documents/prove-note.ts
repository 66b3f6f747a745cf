import type { Note } from '../../domain/note.ts'
import type { Transcript } from '../../domain/transcript.ts'
import { markDoubtful } from '../../engines/proof/mark-doubtful.ts'
import { prove } from '../../engines/proof/prove.ts'

/** The note without what its transcript does not carry, and with marks at what was not heard surely. */
export function proveNote(note: Note, transcript: Transcript): Note {
  return markDoubtful(prove(note, transcript), transcript)
}
