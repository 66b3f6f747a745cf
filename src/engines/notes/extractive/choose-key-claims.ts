import { isClinical, isMedicine } from '../../../clinical/en/terms.ts'
import { isNumber } from '../../../clinical/en/words.ts'
import type { Place } from '../../../clinical/topic.ts'
import type { Claim } from './read-claims.ts'

const LEAST = 3
const MOST_FINDINGS = 2
const MOST_ASSESSMENTS = 1
const MOST_PLANS = 2

/** Three to six claims: why the patient came, key findings, assessment, plan; fewer where less was said. */
export function chooseKeyClaims(sorted: Record<Place, Claim[]>): Claim[] {
  const { subjective, objective, assessment, plan } = sorted
  const reason = subjective.find(({ isAnswered }) => !isAnswered) ?? subjective[0]
  const others = subjective.filter((claim) => claim !== reason)
  const later = [...weightiest(objective, MOST_FINDINGS), ...assessment.slice(0, MOST_ASSESSMENTS)]
  const decided = weightiest(plan, MOST_PLANS)
  const told = weightiest(others, Math.max(0, LEAST - later.length - decided.length))
  return [...(reason ? [reason] : []), ...told, ...later, ...decided]
}

/** Those with the most medicines, clinical words and numbers, in the order they were said. */
function weightiest(claims: readonly Claim[], most: number): Claim[] {
  const chosen = new Set(claims.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, most))
  return claims.filter((claim) => chosen.has(claim))
}

function weightOf({ words }: Claim): number {
  const weigh = (word: string) => Number(isMedicine(word)) + Number(isClinical(word)) + Number(isNumber(word))
  return words.reduce((sum, word) => sum + weigh(word), 0)
}
