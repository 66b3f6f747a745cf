import { judgeAccuracy } from '../../../domain/accuracy.ts'
import { type Note, type Section, type Signature, warningsBeside } from '../../../domain/note.ts'
import { type Revision, TRANSCRIPT } from '../../../domain/revision.ts'
import type { Item, Transcript } from '../../../domain/transcript.ts'

/** What a reader must know to change it: the version, who made it, and whether it is fixed. */
export interface Versioned {
  version: number
  changedBy?: string
  signed?: Signature
}

export type VersionedTranscript = Transcript & Versioned
export type VersionedNote = Note & Versioned

/** The transcript as a person left it; what was heard behind its end since then follows it. */
export function applyToTranscript(
  transcript: Transcript,
  revisions: ReadonlyMap<string, Revision>,
): VersionedTranscript {
  const revision = revisions.get(TRANSCRIPT)
  if (!revision) return { ...transcript, version: 0 }
  const corrected = revision.content as Item[]
  const endMs = Math.max(0, ...corrected.map((item) => item.endMs))
  const later = transcript.items.filter(({ startMs }) => startMs >= endMs)
  return judgeAccuracy({ ...transcript, items: [...corrected, ...later], ...describe(revision) })
}

/** The documents as a person left them. */
export function applyToNotes(notes: readonly Note[], revisions: ReadonlyMap<string, Revision>): VersionedNote[] {
  return notes.map((note) => {
    const revision = revisions.get(note.kind)
    if (!revision) return { ...note, version: 0 }
    const sections = revision.content as Section[]
    return { ...note, sections, warnings: warningsBeside(note.warnings, sections), ...describe(revision) }
  })
}

function describe({ version, author, isSigned, createdAt }: Revision): Versioned {
  return { version, changedBy: author, ...(isSigned && { signed: { by: author, at: createdAt.toISOString() } }) }
}
