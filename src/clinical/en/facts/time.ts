import { clauseAt, isFronted, type Sentence } from './sentence.ts'

const LONG_AGO =
  /\b(?:years? ago|decades? ago|as (?:a|an) (?:\w+ )?(?:child|kid|baby|infant|teenager|teen|boy|girl|youngster|student|young (?:man|woman))|in (?:my|his|her|your|their) (?:childhood|teens|twenties|thirties|youth|(?:early|late|mid) \w+)|in childhood|back in (?:the|my|\d{4})|used to|in the past|previous(?:ly)?|prior(?! to)|once had|ever had|when (?:i|he|she|you|they) (?:was|were) (?:a|an|in|little|young|small|younger|pregnant|at|about|around|\d|\w+ years old)|in (?:19|20)\d\d|grew out of|outgrew|a long time ago|ages ago|last year)\b/
const HISTORY = /(?<!\b(?:hours?|days?|weeks?|months?|long) )\bhistory of\b/
const STILL =
  /\b(?:start\w*|put \w+ on|began|begun|since|still|again|ever since|now|lasting|chronic|ongoing|continue\w*)\b/
const FUTURE = /^(?:will|shall|going to|want to|plan to|planning to|like to)$/

/** True for words that tell of a time long ago and of nothing that stayed. */
export const isLongAgo = (said: string) => LONG_AGO.test(said) && !STILL.test(said)

/** When something is said to be: what was there long ago and of which nothing says that it stayed is past. */
export function timeAt(sentence: Sentence, start: number): 'past' | 'now' | 'future' {
  const { clauses, said, offsets } = sentence
  const at = clauseAt(sentence, start)
  const verb = clauses[at]?.verb
  const before = said.slice(offsets[clauses[at]?.start ?? 0], offsets[start])
  // "My daughter smokes, I gave up years ago": what is so now has no other clause's time.
  const around = isPresent(verb) ? ownWords(sentence, at) : wordsAround(sentence, at)
  if ((LONG_AGO.test(around) || HISTORY.test(before)) && !STILL.test(around)) return 'past'
  return !isFronted(sentence, start) && verb?.modals.some((modal) => FUTURE.test(modal)) ? 'future' : 'now'
}

/** A sentence of so many words may tell of several times; what was said without marks is often one. */
const LONG = 25

/** The words that tell of the time of a clause: its sentence's, or of a long one its own and those of what hangs on it. */
const wordsAround = (sentence: Sentence, at: number): string =>
  sentence.tokens.length <= LONG ? sentence.said : ownWords(sentence, at)

const isPresent = (verb: Sentence['clauses'][number]['verb']) =>
  verb !== undefined && !verb.isPast && verb.modals.length === 0 && /^(?!be$|have$|get$)/.test(verb.lemma)

function ownWords({ said, offsets, clauses }: Sentence, at: number): string {
  const own = clauses[at]
  return clauses
    .filter(
      (clause, index) =>
        index === at || index === own?.parent || clause.parent === at || clause.shares === at || own?.shares === index,
    )
    .map(({ start, end }) => said.slice(offsets[start], offsets[end] ?? said.length))
    .join(' ')
}
