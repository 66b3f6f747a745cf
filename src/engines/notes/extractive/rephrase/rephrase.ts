import type { Statement } from '../../../../domain/note.ts'
import type { Place } from '../cue-place.ts'
import { withoutName } from '../find-problems.ts'
import type { Claim } from '../pair-answers.ts'
import type { Pronouns } from './pronouns.ts'
import { stateAnswer } from './state-answer.ts'
import { stateSaid } from './state-said.ts'

/** A claim in the words of a note. A question whose answer could be misread stands with it, word for word. */
export function rephrase(claim: Claim, place: Place | undefined, pronouns: Pronouns): Statement {
  const { exchange, evidence, text } = claim
  if (!exchange) {
    const said = place === 'assessment' || place === 'plan' ? withoutName(text) : text
    return { text: stateSaid(said, claim.speaker, place, pronouns), evidence, support: 'derived' }
  }
  const stated = stateAnswer(exchange.question, `${exchange.answer} ${exchange.behind}`, pronouns)
  if (stated === undefined) return { text, evidence, support: 'verbatim' }
  const attributes = stated.finding ? { finding: stated.finding, is_present: String(stated.isPresent) } : undefined
  return { text: stated.text, evidence, support: 'derived', ...(attributes && { attributes }) }
}
