import { stem } from '../../../clinical/en/grammar/stem.ts'
import { isClinical, isMedicine } from '../../../clinical/en/terms.ts'
import { plainWords } from '../../../clinical/en/words.ts'
import type { Note } from '../../../domain/note.ts'
import type { Warning } from '../../../domain/warnings.ts'
import { isCritical } from './matters.ts'
import type { Claim } from './read-claims.ts'

/** Documents that must hold all that matters of a visit. */
const WHOLE = new Set(['soap_note', 'history_and_physical', 'clerking'])
/** A reader has time for so many; the others are counted. */
const MOST_NAMED = 6

/** What was said, would be missed, and stands in no statement: allergies, doses, denials, refusals, decisions. */
export function findLeftOut(note: Note, claims: readonly Claim[]): Warning[] {
  if (!WHOLE.has(note.kind)) return []
  const told = note.sections.flatMap(({ statements }) =>
    statements.map(({ text, evidence }) => ({ words: new Set(plainWords(text).map((word) => stem(word))), evidence })),
  )
  const missing = claims.filter(isCritical).filter(({ told: { says, answer }, words: all, evidence }) => {
    // "What medicines do you take?" names nothing that a note must say; "any chest pain? – No." does.
    const words = answer.length > 0 && says === undefined ? answer.flatMap(({ said }) => said.split(' ')) : all
    const telling = words.filter((word) => isClinical(word) || isMedicine(word)).map((word) => stem(word))
    const beside = told.filter((statement) => evidence.some((id) => statement.evidence.includes(id)))
    return beside.length === 0 || !telling.every((word) => beside.some((statement) => statement.words.has(word)))
  })
  if (missing.length === 0) return []
  const named = missing.slice(0, MOST_NAMED).map(({ text }) => `“${text}”`)
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : ''
  const message = `Said and not in this document: ${named.join('; ')}${more}.`
  const items = missing.flatMap(({ evidence }) => evidence).join(' ')
  return [{ code: 'said_not_written', message, details: { items } }]
}
