import { clauseAt, type Sentence } from './sentence.ts'

const LONG_AGO =
  /\b(?:years? ago|decades? ago|as (?:a|an) (?:\w+ )?(?:child|kid|baby|infant|teenager|teen|boy|girl|youngster|student|young (?:man|woman))|in (?:my|his|her|your|their) (?:childhood|teens|twenties|thirties|youth|(?:early|late|mid) \w+)|in childhood|back in (?:the|my|\d{4})|used to|in the past|previous(?:ly)?|prior|once had|ever had|when (?:i|he|she|you|they) (?:was|were) (?:a|an|in|little|young|small|younger|pregnant|at|about|around|\d|\w+ years old)|in (?:19|20)\d\d|grew out of|outgrew|a long time ago|ages ago|last year)\b|(?<!\b(?:hours?|days?|weeks?|months?|long) )\bhistory of\b/
const STILL = /\b(?:start\w*|began|begun|since|still|again|ever since|now|lasting|chronic|ongoing|continue\w*)\b/
const FUTURE = /^(?:will|shall|going to|want to|plan to|planning to|like to)$/

/** When something is said to be: what was there long ago and of which nothing says that it stayed is past. */
export function timeAt(sentence: Sentence, start: number): 'past' | 'now' | 'future' {
  const { said, clauses } = sentence
  const verb = clauses[clauseAt(sentence, start)]?.verb
  if (LONG_AGO.test(said) && !STILL.test(said)) return 'past'
  return verb?.modals.some((modal) => FUTURE.test(modal)) ? 'future' : 'now'
}
