import { ASKS_ADVICE } from '../../../../clinical/en/cues.ts'
import { plainWords } from '../../../../clinical/en/words.ts'
import type { Statement } from '../../../../domain/note.ts'
import type { Place } from '../cue-place.ts'
import { withoutName } from '../find-problems.ts'
import type { Claim, Exchange } from '../pair-answers.ts'
import { saysEnough } from '../says-enough.ts'
import type { Pronouns } from './pronouns.ts'
import { quoteAnswer } from './quote-answer.ts'
import { stateAnswer, stripQuestion } from './state-answer.ts'
import { stateSaid } from './state-said.ts'

/** A claim in the words of a note. An answer that could be misread is quoted, with its question. */
export function rephrase(claim: Claim, place: Place | undefined, pronouns: Pronouns): Statement {
  const { exchange, evidence, text } = claim
  if (!exchange) {
    const said = place === 'assessment' || place === 'plan' ? withoutName(text) : text
    return { text: stateSaid(said, claim.speaker, place, pronouns), evidence, support: 'derived' }
  }
  const decided = decisionOf(exchange)
  if (decided) return { text: stateSaid(decided, 'doctor', 'plan', pronouns), evidence, support: 'derived' }
  const stated = stateAnswer(exchange.question, `${exchange.answer} ${exchange.behind}`, pronouns)
  if (stated === undefined) return quote(claim, exchange, pronouns)
  const attributes = stated.finding ? { finding: stated.finding, is_present: String(stated.isPresent) } : undefined
  return { text: stated.text, evidence, support: 'derived', ...(attributes && { attributes }) }
}

/** What the clinician answers to "should I stay at home?": "Yes, stay at home for three days." */
function decisionOf({ question, answer }: Exchange): string | undefined {
  if (!ASKS_ADVICE.test(plainWords(question).join(' '))) return undefined
  const decided = answer.replace(/^((yes|yeah|yep|no|nope|oh|well|sure|absolutely|definitely)[,.]? )+/i, '')
  return saysEnough(plainWords(decided)) ? decided : undefined
}

function quote({ evidence, speaker }: Claim, { question, answer }: Exchange, pronouns: Pronouns): Statement {
  const quoted = quoteAnswer(stripQuestion(question), answer, speaker, pronouns)
  if (quoted) return { text: quoted, evidence, support: 'derived' }
  if (!saysEnough(plainWords(question)))
    return { text: stateSaid(answer, 'patient', 'subjective', pronouns), evidence, support: 'derived' }
  return { text: `${question} – "${answer.replaceAll('"', '')}"`, evidence, support: 'verbatim' }
}
