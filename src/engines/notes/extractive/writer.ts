import type { SoapSection } from '../../../clinical/section-cues.ts'
import type { Note, Section, Statement } from '../../../domain/note.ts'
import type { Transcript } from '../../../domain/transcript.ts'
import { KINDS, type KindName } from '../kinds.ts'
import type { NoteWriter } from '../note-writer.ts'
import { findStatements, type PlacedStatement } from './find-statements.ts'

/** The sections of each kind from what was found in the conversation. */
const WRITE: Record<KindName, (found: readonly PlacedStatement[]) => Section[]> = {
  soap_note: (found) =>
    KINDS.soap_note.sections.map((section) => ({ ...section, statements: take(found, section.key as SoapSection) })),
  summary: (found) => [{ ...KINDS.summary.sections[0], statements: summarize(found) } as Section],
}

/**
 * The writer that needs no model and cannot invent: it chooses sentences by what is said in them and leaves them as
 * they were said.
 */
export function openExtractive(): NoteWriter {
  return {
    name: 'extractive',
    languages: ['en'],
    kinds: Object.keys(KINDS),

    async write({ items, language }: Transcript, kind: string): Promise<Note> {
      const name = kind as KindName
      const sections = WRITE[name](findStatements(items))
      return { kind, title: KINDS[name].title, language, sections, writer: 'extractive', warnings: [] }
    },
  }
}

const withoutPlace = ({ text, evidence, support }: PlacedStatement): Statement => ({ text, evidence, support })

const take = (found: readonly PlacedStatement[], section: SoapSection, most = Number.POSITIVE_INFINITY): Statement[] =>
  found
    .filter((statement) => statement.section === section)
    .slice(0, most)
    .map(withoutPlace)

/** Why the patient came, what was found, what is thought, what will be done. */
function summarize(found: readonly PlacedStatement[]): Statement[] {
  return [
    ...take(found, 'subjective', 2),
    ...take(found, 'objective', 1),
    ...take(found, 'assessment', 1),
    ...take(found, 'plan', 2),
  ]
}
