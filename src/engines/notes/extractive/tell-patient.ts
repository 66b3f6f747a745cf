import type { Statement } from '../../../domain/note.ts'
import { instruct } from './compose/instruct.ts'
import { quoteOf } from './fill-sections.ts'
import type { Claim } from './read-claims.ts'

const LEAST_OF_ADVICE = 4

/** What the clinician said to the patient, as it is written to the patient. */
export function tellPatient(claim: Claim): Statement {
  const { sentences, answer } = claim.told
  const [sentence] = answer.length > 0 ? answer : sentences
  // "Should I stay at home? – Yes.": only with its question does so short an answer say what to do.
  const isTold = sentence !== undefined && (answer.length === 0 || sentence.said.split(' ').length >= LEAST_OF_ADVICE)
  return isTold ? { ...quoteOf(claim), text: instruct(sentence), support: 'derived' } : quoteOf(claim)
}
