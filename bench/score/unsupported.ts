import { findConcepts } from './concepts.ts'
import { numbersIn } from './said-numbers.ts'

/** A document and the conversation that it was written of. */
export interface Written {
  text: string
  dialogue: string
}

/** The share of what documents name, each once a document, that was not said, 0…1. */
function shareUnsaid(all: readonly Written[], listOf: (text: string) => Set<string>, saidIn = listOf): number {
  const pairs = all.map(({ text, dialogue }) => ({ named: listOf(text), said: saidIn(dialogue) }))
  const named = pairs.reduce((sum, pair) => sum + pair.named.size, 0)
  const unsaid = pairs.reduce((sum, pair) => sum + pair.named.difference(pair.said).size, 0)
  return named > 0 ? unsaid / named : 0
}

const conceptsIn = (text: string) => new Set(findConcepts(text).map(({ id }) => id))
const DRUG = /^RX:/

/** Of numbers, written or said. */
export const unsaidNumbers = (all: readonly Written[]) => shareUnsaid(all, numbersIn)

/** Of medicines, as the lexicon names them. */
export const unsaidDrugs = (all: readonly Written[]) =>
  shareUnsaid(all, (text) => new Set([...conceptsIn(text)].filter((id) => DRUG.test(id))))

/** Of concepts; parts of the body stand in a note's own words. */
export const unsaidConcepts = (all: readonly Written[]) =>
  shareUnsaid(
    all,
    (text) => new Set(findConcepts(text).flatMap(({ id, type }) => (type === 'ANAT' ? [] : id))),
    conceptsIn,
  )
