import { readSentence } from '../../src/clinical/en/facts/sentence.ts'
import type { Statement } from '../../src/domain/note.ts'

/** What a reader of a note would stumble over, told by rule. */
const FAULTS = {
  'first or second person': (text: string) =>
    /\b(?:i|i'm|i've|me|my|mine|we|us|our|you|your|yours|you're)\b/i.test(text),
  'a raw question': (text: string) => /\?/.test(text),
  'no main clause': (text: string) => !hasMainClause(text),
  'a pronoun without its noun': (text: string) =>
    /^(?:it|they|that|this|these|those|he|she|them|him)\b(?! (?:is|was) (?:recommended|advised|noted|difficult|hard))/i.test(
      text,
    ) && !/^(?:that|this|these|those|his|her) \p{L}+ (?:is|was|are|were|has|have)\b/iu.test(text),
  'over 40 words': (text: string) => text.split(/\s+/).length > 40,
} as const

const OF_PEOPLE = { id: '', speaker: 'unspecified' as const }

/** A list of a kind that has no sentences: an order, a medicine with its dose, a measurement. */
const isEntry = ({ attributes }: Statement) => attributes?.type === 'order' || attributes?.code !== undefined

function hasMainClause(text: string): boolean {
  const { clauses } = readSentence(text, OF_PEOPLE)
  return clauses.some(
    ({ verb, parent, opener }) =>
      verb !== undefined && (parent === undefined || !/^(?:if|when|because|since|although|while)$/.test(opener ?? '')),
  )
}

/** The faults of a statement; what stands in quotation marks is the speaker's. */
export function faultsOf(statement: Statement): string[] {
  const text = statement.text.replace(/"[^"]*"/g, '“…”')
  return Object.entries(FAULTS).flatMap(([name, is]) => {
    if (name === 'no main clause' && (isEntry(statement) || text.includes('“…”'))) return []
    return is(text) ? [name] : []
  })
}
