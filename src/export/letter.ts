import type { ConsultationRecord } from '../domain/consultation-record.ts'
import type { LanguageTag } from '../domain/language.ts'
import { isTold, type Note, type Statement } from '../domain/note.ts'
import { LETTER_KINDS } from '../domain/note-kinds/letters.ts'
import { titleIn } from '../domain/note-kinds/translations.ts'
import type { Visit } from '../domain/visit.ts'
import { DRAFT, type Head } from './head.ts'

export const isLetter = ({ kind }: Pick<Note, 'kind'>) => Object.hasOwn(LETTER_KINDS, kind)

/** What stands above a letter, in its language: who sends it, when, about whom; and below it, who signed. */
export function headOfLetter(
  { kind, language, signed }: Note,
  { id, startedAt, visit = {} }: Pick<ConsultationRecord, 'id' | 'startedAt' | 'visit'>,
  letterhead: readonly string[],
): Head {
  const label = (title: string, value: string) => `${titleIn(title, language)}: ${value}`
  const date = signed?.at ?? startedAt.toISOString()
  const patient = describePatient(visit, language)
  const lines = [
    ...letterhead,
    label('Date', formatDate(date, language)),
    ...(patient ? [label('Patient', patient)] : []),
    // Enough of it to be found by; of the employer's copy nobody needs any.
    ...(kind === 'sick_note' ? [] : [label('Reference', id.slice(-REFERENCE_LETTERS))]),
  ]
  const end = signed
    ? `${titleIn('Signed', language)}: ${signed.by}, ${formatDate(signed.at, language)}`
    : titleIn(DRAFT, language)
  return { lines, patient: visit.patient?.name ?? '', end }
}

const REFERENCE_LETTERS = 12

/** `Ann Bee, 31 December 1970, 4711`. */
function describePatient({ patient: { name, birthDate, number } = {} }: Visit, language: LanguageTag): string {
  return [name, birthDate && formatDate(birthDate, language), number].filter(Boolean).join(', ')
}

/** In UTC, as signatures are: the server does not know where its readers are. */
const formatDate = (iso: string, language: LanguageTag) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso))

/**
 * A letter as it leaves the house: nobody outside needs the transcript or who typed what, and of one that was signed, no
 * doubts. On the page each sentence leads to its words as ever.
 */
export function toBeSent(note: Note): Note {
  const strip = ({ text, doubtful, outdated, attributes }: Statement): Statement => ({
    ...{ text, evidence: [], support: 'derived' },
    ...(!note.signed && { ...(doubtful && { doubtful }), ...(outdated && { outdated }) }),
    ...(attributes && { attributes }),
  })
  const isEmpty = !note.sections.some(({ statements }) => statements.some(isTold))
  return {
    ...note,
    sections: note.sections.map((section) => ({ ...section, statements: section.statements.map(strip) })),
    warnings: note.signed && !isEmpty ? [] : note.warnings,
  }
}
