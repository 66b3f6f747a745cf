import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import type { Clause } from '../../../../clinical/en/grammar/clauses.ts'

/** Verbs that only say how the speaker came to know what follows. */
const KNOWING =
  /^(?:know|see|understand|hear|read|notice|say|mention|tell|look|sound|seem|remember|guess|mean|appear|gather)$/
const BY = /^(?:i|you|it|that|we|they)$/

/** The token at which a sentence says what it has to say: behind "I know that", "it looks like", "you said". */
export function startOfMatter({ tokens, clauses, speaker }: Sentence): number {
  const at = clauses.findIndex((clause, index) => !isLeadIn(clauses, index, clause, tokens, speaker))
  const clause = clauses[Math.max(0, at)]
  let start = clause?.start ?? 0
  while (/^(?:that|so|and|but|then|also|like|,)$/.test(tokens[start]?.word ?? '') && start < (clause?.verb?.start ?? 0))
    start++
  return at > 0 ? start : 0
}

function isLeadIn(
  clauses: readonly Clause[],
  at: number,
  { verb, subject, end }: Clause,
  tokens: Sentence['tokens'],
  speaker: Sentence['speaker'],
): boolean {
  const next = clauses[at + 1]
  if (verb === undefined || subject === undefined || next === undefined || verb.isNegated || verb.modals.length > 0)
    return false
  const word = tokens[subject.head]?.word ?? ''
  const isOwn = word !== 'i' || speaker !== 'patient' || /^(?:mean|guess)$/.test(verb.lemma)
  return BY.test(word) && isOwn && KNOWING.test(verb.lemma) && end - verb.end <= 3 && next.parent === at
}
