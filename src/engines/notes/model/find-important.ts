import { readConversation } from '../../../clinical/en/facts/conversation.ts'
import { openRedFlags } from '../../../clinical/en/guidance/find-red-flags.ts'
import { genericOf } from '../../../clinical/en/medicines.ts'
import { readQuantities } from '../../../clinical/en/quantities.ts'
import { plainWords } from '../../../clinical/en/words.ts'
import type { Note, Section, Statement } from '../../../domain/note.ts'
import type { Transcript } from '../../../domain/transcript.ts'
import { stem } from '../../proof/alike.ts'
import type { NoteWriter } from '../note-writer.ts'

/** What may not be left out of a document that has a place for it. */
export interface Important {
  sort: 'allergy' | 'dose' | 'order' | 'red flag'
  /** As the built-in writer has it. */
  statement: Statement
  /** The section that it belongs in. */
  section: number
}

/** Where it belongs in a document for which the built-in writer did not tell it. */
const SECTIONS: Record<Important['sort'], readonly string[]> = {
  allergy: ['allergies', 'subjective'],
  dose: ['medications', 'current_medications', 'subjective'],
  order: ['plan', 'assessment_and_plan'],
  'red flag': [],
}

/**
 * Allergies, medicines with a dose, orders, and red flags of what the patient comes with, as the built-in writer knows them;
 * those alone that belong in this document. `own` is its version of it.
 */
export async function findImportant(
  builtIn: NoteWriter,
  transcript: Transcript,
  own: Note,
  signal: AbortSignal,
): Promise<Important[]> {
  const entities = await builtIn.write(transcript, { kind: 'entity_list' }, signal)
  const orders = await builtIn.write(transcript, { kind: 'orders' }, signal)
  const of = (key: string) => entities.sections.find((section) => section.key === key)?.statements ?? []
  const isRedFlag = openRedFlags(readConversation(transcript.items))
  const listed = [
    ...of('allergies').map((statement) => ({ sort: 'allergy' as const, statement })),
    ...of('medications').flatMap((statement) =>
      statement.attributes?.dose ? [{ sort: 'dose' as const, statement }] : [],
    ),
    ...orders.sections.flatMap(({ statements }) =>
      statements.map((statement) => ({ sort: 'order' as const, statement })),
    ),
  ]
  const flags = own.sections.flatMap(({ statements }, section): Important[] =>
    statements.flatMap((statement) =>
      isRedFlag(statement.text) ? [{ sort: 'red flag' as const, statement, section }] : [],
    ),
  )
  const placed = listed.map((one) => ({ ...one, section: placeOf(one, own) }))
  return [...placed.filter(({ section }) => section >= 0), ...flags]
}

function placeOf(one: Pick<Important, 'sort' | 'statement'>, { sections }: Note): number {
  const told = sections.findIndex((section) => section.statements.some((statement) => tells(statement, section, one)))
  if (told >= 0) return told
  const key = SECTIONS[one.sort].find((name) => sections.some((section) => section.key === name))
  return sections.findIndex((section) => section.key === key)
}

const OF_ALLERGY = /\b(?:allerg|intoleran|anaphyla|react|sensitiv)/i

/** Whether a statement of a section tells it: its name, its dose, and of an order and a red flag from the same words. */
export function tells(
  { text, evidence }: Statement,
  { key }: Pick<Section, 'key'>,
  { sort, statement }: Pick<Important, 'sort' | 'statement'>,
): boolean {
  const isOfSame = statement.evidence.some((id) => evidence.includes(id))
  if (sort === 'red flag') return isOfSame
  const { name = statement.text, dose = '' } = statement.attributes ?? {}
  const said = stemsOf(text)
  if (!stemsOf(name).isSubsetOf(said)) return false
  if (sort === 'allergy') return key === 'allergies' || OF_ALLERGY.test(text)
  const values = new Set(readQuantities(text).map(({ value }) => value))
  const isDosed = readQuantities(dose).every(({ value }) => values.has(value))
  return isDosed && (sort === 'dose' || isOfSame)
}

const stemsOf = (text: string) => new Set(plainWords(text).map((word) => stem(genericOf(word))))
