import { type Note, warningsBeside } from '../../../domain/note.ts'
import type { Transcript } from '../../../domain/transcript.ts'

/** Documents that must hold all that was noted. */
const WHOLE = new Set(['soap_note', 'history_and_physical', 'clerking'])
const TYPED = /^n\d+$/

/** The document with what the clinician typed and no section took, as it was typed: nothing of it is lost. */
export function tellUnwritten(note: Note, { items }: Transcript): Note {
  if (!WHOLE.has(note.kind)) return note
  const told = new Set(note.sections.flatMap(({ statements }) => statements.flatMap(({ evidence }) => evidence)))
  const left = items.filter(({ id }) => TYPED.test(id) && !told.has(id))
  if (left.length === 0) return note
  const statements = left.map(({ id, text }) => ({ text, evidence: [id], support: 'verbatim' as const }))
  const section = { key: 'also_noted', title: 'Also noted', statements }
  return { ...note, sections: [...note.sections, section], warnings: warningsBeside(note.warnings, [section]) }
}
