import { clauseAt, type Sentence } from './sentence.ts'

const LONG_AGO =
  /\b(?:years? ago|decades? ago|as (?:a|an) (?:\w+ )?(?:child|kid|baby|infant|teenager|teen|boy|girl|youngster|student|young (?:man|woman))|in (?:my|his|her|your|their) (?:childhood|teens|twenties|thirties|youth|(?:early|late|mid) \w+)|in childhood|back in (?:the|my|\d{4})|used to|in the past|previous(?:ly)?|prior|once had|ever had|when (?:i|he|she|you|they) (?:was|were) (?:a|an|in|little|young|small|younger|pregnant|at|about|around|\d|\w+ years old)|in (?:19|20)\d\d|grew out of|outgrew|a long time ago|ages ago|last year)\b|(?<!\b(?:hours?|days?|weeks?|months?|long) )\bhistory of\b/
const STILL =
  /\b(?:start\w*|put \w+ on|began|begun|since|still|again|ever since|now|lasting|chronic|ongoing|continue\w*)\b/
const FUTURE = /^(?:will|shall|going to|want to|plan to|planning to|like to)$/

/** When something is said to be: what was there long ago and of which nothing says that it stayed is past. */
export function timeAt(sentence: Sentence, start: number): 'past' | 'now' | 'future' {
  const at = clauseAt(sentence, start)
  const verb = sentence.clauses[at]?.verb
  const said = saidAround(sentence, at)
  if (LONG_AGO.test(said) && !STILL.test(said)) return 'past'
  return verb?.modals.some((modal) => FUTURE.test(modal)) ? 'future' : 'now'
}

/** The words of a clause and of those that hang on it or on which it hangs: "when I was a kid, I had asthma". */
function saidAround({ clauses, said, offsets }: Sentence, at: number): string {
  const own = clauses[at]
  const near = clauses.filter((clause, index) => index === at || clause.parent === at || own?.parent === index)
  return near.map(({ start, end }) => said.slice(offsets[start] ?? 0, offsets[end] ?? said.length)).join(' ')
}
