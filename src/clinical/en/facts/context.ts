import type { Token } from '../grammar/tokens.ts'
import { certaintyAt } from './certainty.ts'
import { negationAt } from './negation.ts'
import { type Antecedents, type Person, personAt } from './person.ts'
import { clauseAt, type Sentence } from './sentence.ts'
import { timeAt } from './time.ts'

/** How something is said: of whom, whether it is there, how surely, and when. */
export interface Context {
  person: Person
  isDenied: boolean
  /** `open`: asked, feared, wished, conditional, or told as an example; nothing is said of whether it is so. */
  certainty: 'certain' | 'possible' | 'open'
  time: 'past' | 'now' | 'future'
  /** On what it depends: "if it gets worse". */
  condition?: string
}

/** How what stands at a token is said. After NegEx and ConText (Chapman 2001, Harkema 2009), by clauses and not by windows of words. */
export function contextAt(sentence: Sentence, start: number, end: number, antecedents: Antecedents): Context {
  const condition = conditionOf(sentence, clauseAt(sentence, start))
  const { isDenied, isCeased } = negationAt(sentence, start, end)
  const time = isCeased ? 'past' : timeAt(sentence, start)
  return {
    person: personAt(sentence, start, end, antecedents),
    isDenied,
    certainty: certaintyAt(sentence, start, end),
    time,
    ...(condition && { condition }),
  }
}

const CONDITIONAL = /^(?:if|unless|once|when|whenever|until)$/

/** The words of the condition that hangs on a clause. */
function conditionOf({ clauses, tokens }: Sentence, at: number): string | undefined {
  const hanging = clauses.find(({ parent, opener }) => parent === at && CONDITIONAL.test(opener ?? ''))
  return hanging && wordsOf(tokens.slice(hanging.start, hanging.end))
}

const wordsOf = (tokens: readonly Token[]) =>
  tokens
    .filter(({ pos }) => pos !== 'PUNCT')
    .map(({ text }) => text)
    .join(' ')
