import { judgeAccuracy } from '../domain/accuracy.ts'
import { type Section, warningsBeside } from '../domain/note.ts'
import type { Corrections, Revision, StoredNote, Versioned, VersionedTranscript } from '../domain/revision.ts'
import type { Transcript } from '../domain/transcript.ts'

/** The transcript as a person left it; what was heard behind its end since then follows it. */
export function layOverTranscript<Heard extends Transcript>(
  transcript: Heard,
  corrections: Corrections | undefined,
): Heard & VersionedTranscript {
  const revision = corrections?.transcript
  if (!revision) return { ...transcript, version: 0 }
  const corrected = revision.content
  const endMs = Math.max(0, ...corrected.map((item) => item.endMs))
  const later = transcript.items.filter(({ startMs }) => startMs >= endMs)
  return judgeAccuracy({ ...transcript, items: [...corrected, ...later], ...describe(revision) })
}

/**
 * The documents of a consultation as people left them, in the order given. A version belongs to the document that was
 * the newest of its kind when the version was made: one that was written later stands as it was written.
 */
export function layOverNotes(
  notes: readonly StoredNote[],
  corrections: Corrections | undefined,
): (StoredNote & Versioned)[] {
  return notes.map((note) => {
    const versions = corrections?.documents.get(note.kind) ?? []
    const ofKind = notes.filter(({ kind }) => kind === note.kind)
    const next = ofKind[ofKind.indexOf(note) + 1]
    const before = next ? versions.filter(({ createdAt }) => createdAt < next.writtenAt) : versions
    const newest = before.at(-1)
    const isOwn = newest && (note === ofKind[0] || newest.createdAt >= note.writtenAt)
    return isOwn ? layOver(note, before, newest) : { ...note, version: newest?.version ?? 0 }
  })
}

function layOver(
  note: StoredNote,
  versions: readonly Revision<Section[]>[],
  revision: Revision<Section[]>,
): StoredNote & Versioned {
  const sections = revision.content
  const again = versions.findLast(({ writer, createdAt }) => writer && createdAt >= note.writtenAt)
  const writtenAt = again?.createdAt ?? note.writtenAt
  // Nothing but addenda follows a signature, each a section more.
  const [signed, ...addenda] = versions.slice(versions.findLastIndex(({ isSigned }) => !isSigned) + 1)
  const first = sections.length - addenda.length
  return {
    ...{ ...note, writtenAt, ...describe(revision), warnings: warningsBeside(note.warnings, sections) },
    sections: sections.map((section, at) => ({ ...section, ...sign(addenda[at - first]) })),
    ...sign(signed),
  }
}

const describe = ({ version, author }: Revision) => ({ version, changedBy: author })

function sign(revision: Revision | undefined): Pick<Versioned, 'signed'> {
  if (revision === undefined) return {}
  const { author: by, key = '', isAccount, createdAt } = revision
  return { signed: { by, key, ...(isAccount && { isAccount }), at: createdAt.toISOString() } }
}
