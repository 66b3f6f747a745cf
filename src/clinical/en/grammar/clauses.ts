import type { Token } from './tokens.ts'
import {
  ALWAYS_PARTICIPLE,
  findVerbs,
  isParticiple,
  isQuestion,
  isVerb,
  openingAt,
  type VerbGroup,
} from './verb-groups.ts'

/** Part of a sentence with one finite verb, or all of one that has none. */
export interface Clause {
  start: number
  end: number
  /** What it begins with, where that joins it to another: "if", "because", "and", "who". */
  opener?: string
  /** The subject that stands in it. */
  subject?: { start: number; end: number; head: number }
  /** Where it has none of its own: the clause whose subject it shares. */
  shares?: number
  verb?: VerbGroup
  /** The clause on which it hangs: "if it hurts" on "take a tablet"; "you have asthma" on "I think". */
  parent?: number
}

/** The clauses of a sentence in their order; they cover it. */
export function readClauses(tokens: readonly Token[]): Clause[] {
  const verbs = findVerbs(tokens)
  if (verbs.length === 0) return [{ start: 0, end: tokens.length }]
  const clauses: Clause[] = []
  for (const verb of verbs) {
    const before = clauses.at(-1)?.verb
    const from = before?.end ?? 0
    const subject = withoutObject(tokens, findSubject(tokens, verb, from), before)
    if (
      before &&
      isParticiple(tokens, verb) &&
      (ALWAYS_PARTICIPLE.test(tokens[verb.head]?.word ?? '') || (subject?.start === from && !SAYING.test(before.lemma)))
    )
      continue
    const start = openAt(tokens, subject?.start ?? verb.start, from)
    const opener = openerAt(tokens, start, subject?.start ?? verb.start)
    const isOrder =
      subject === undefined && /^(?:and|but)?$/.test(opener ?? '') && forbids(tokens, verb, clauses.at(-1))
    const shares = subject || isOrder ? undefined : sharedBy(clauses, opener)
    if (clauses.length === 0 && isFragment(tokens, start)) clauses.push({ start: 0, end: start })
    const last = clauses.at(-1)
    if (last) last.end = start
    clauses.push({
      start: last ? start : 0,
      end: tokens.length,
      verb: isOrder ? { ...verb, isBase: true } : verb,
      ...(opener !== undefined && { opener }),
      ...(subject && { subject }),
      ...(shares !== undefined && { shares }),
    })
  }
  return withoutCircles(clauses.map((clause, at) => ({ ...clause, ...hangsOn(clauses, at, tokens) })))
}

/** "You might get a dry mouth or feel dizzy": the verb that shares the subject shares what may be as well. */
export function sharesModal(clauses: readonly Clause[], at: number): boolean {
  const { verb, shares, subject } = clauses[at] ?? {}
  const before = clauses[shares ?? -1]?.verb
  const isBare = verb?.isBase === true && verb.modals.length === 0 && verb.start === verb.head
  const isShared = before?.modals.some((modal) => !/to$/.test(modal)) === true
  return isBare && subject === undefined && isShared
}

/** "I will talk to your doctor first, don't stop it yourself": an order to the other, and nothing that the speaker does not do. */
const forbids = (tokens: readonly Token[], verb: VerbGroup, before: Clause | undefined): boolean =>
  verb.isNegated &&
  tokens[verb.start]?.word === 'do' &&
  /^(?:,|and|but)$/.test(tokens[verb.start - 1]?.word ?? '') &&
  before?.verb !== undefined &&
  (before.verb.modals.length > 0 || before.verb.isBase || tokens[before.subject?.head ?? -1]?.word === 'you')

/** Two clauses that hang on each other, as broken speech has them: the first one stands by itself. */
function withoutCircles(clauses: readonly Clause[]): Clause[] {
  const known = [...clauses]
  for (const [at, { parent: _, ...alone }] of known.entries()) {
    const seen = new Set<number>()
    let next: number | undefined = at
    while (next !== undefined && !seen.has(next)) {
      seen.add(next)
      next = known[next]?.parent
    }
    if (next === at) known[at] = alone
  }
  return known
}

/** "Cramps for four days, his partner says …": what stands by itself in front of a sentence is no part of it. */
const isFragment = (tokens: readonly Token[], end: number) =>
  tokens[end - 1]?.pos === 'PUNCT' && tokens.slice(0, end).some(({ pos }) => /^(?:NOUN|PROPN|ADJ|VERB)$/.test(pos))

/** The noun phrase in front of the verb: "the pain in my knee", "it", "my mother and my aunt". */
function findSubject(tokens: readonly Token[], verb: VerbGroup, from: number): Clause['subject'] {
  const inverted = findInverted(tokens, verb)
  if (inverted) return inverted
  let end = verb.start
  while (end > from && /^(?:ADV|INTJ)$/.test(tokens[end - 1]?.pos ?? '') && !isWh(tokens[end - 1])) end--
  if (end <= from) return undefined
  const last = tokens[end - 1] as Token
  if (isWh(last) || (last.pos === 'PRON' && !isPossessive(last))) return single(end - 1)
  if (!/^(?:NOUN|PROPN|NUM|DET|ADJ|PART)$/.test(last.pos)) return undefined
  const head = end - 1
  let start = head
  while (start > from && isPhrase(tokens, start - 1, from)) start--
  return { start, end, head: headOf(tokens, start, end) }
}

/** "My son has asthma and my husband thinks": what the verb before has for its object is no subject of the next one. */
function withoutObject(tokens: readonly Token[], subject: Clause['subject'], before: VerbGroup | undefined) {
  if (subject === undefined || before === undefined || SAYING.test(before.lemma)) return subject
  const isObject = subject.start === before.end || tokens[subject.start - 1]?.pos === 'ADP'
  const and = tokens.slice(0, subject.end).findLastIndex(({ word }) => word === 'and')
  if (!isObject || and <= subject.start) return subject
  return { start: and + 1, end: subject.end, head: headOf(tokens, and + 1, subject.end) }
}

/** The subject of a question behind its auxiliary: "do you", "is the pain". */
function findInverted(tokens: readonly Token[], verb: VerbGroup): Clause['subject'] {
  const start = verb.start + 1
  const next = tokens[start]
  if (!isQuestion(tokens) || tokens[verb.start]?.pos !== 'AUX' || next === undefined) return undefined
  if (
    openingAt(tokens, verb.start) < 0 ||
    (/^(?:PRON|NOUN)$/.test(tokens[verb.start - 1]?.pos ?? '') && !opensWh(tokens, verb.start))
  )
    return undefined
  if (next.pos === 'PRON' && !isPossessive(next)) return single(start)
  if (verb.head > verb.start)
    return start < verb.head ? { start, end: verb.head, head: headOf(tokens, start, verb.head) } : undefined
  if (!/^(?:DET|PRON)$/.test(next.pos)) return undefined
  let end = start + 1
  while (
    /^(?:ADJ|NOUN|PROPN|NUM)$/.test(tokens[end]?.pos ?? '') &&
    !/^(?:NOUN|PROPN)$/.test(tokens[end - 1]?.pos ?? '')
  )
    end++
  while (/^(?:NOUN|PROPN)$/.test(tokens[end]?.pos ?? '')) end++
  return { start, end, head: headOf(tokens, start, end) }
}

/** "What tablets are you on", "how long have you". */
const opensWh = (tokens: readonly Token[], at: number) =>
  tokens.slice(0, at).some(({ word }) => /^(?:what|which|how|where|when|who|why)$/.test(word))

const isPossessive = ({ word }: Token) => /^(?:my|your|his|her|their|our|its)$/.test(word)
const single = (at: number) => ({ start: at, end: at + 1, head: at })
const isWh = (token: Token | undefined) => /^(?:who|which|what|that)$/.test(token?.word ?? '')

/** What belongs to the noun phrase that goes on behind it. */
function isPhrase(tokens: readonly Token[], at: number, from: number): boolean {
  const { pos, word } = tokens[at] as Token
  if (isPossessive(tokens[at] as Token)) return true
  if (/^(?:NOUN|PROPN|ADJ|DET|NUM|PART)$/.test(pos) && word !== 'to' && word !== 'not') return true
  // "The pumping function"
  if (pos === 'VERB' && word.endsWith('ing') && tokens[at - 1]?.pos === 'DET') return true
  const isNoun = (index: number) => index >= from && /^(?:NOUN|PROPN|NUM|DET|ADJ)$/.test(tokens[index]?.pos ?? '')
  if (pos === 'ADP' && /^(?:of|in|on|with|around|behind|under)$/.test(word))
    return isNoun(at - 1) || isOneOf(tokens[at - 1], at > from)
  if (isOneOf(tokens[at], true) && tokens[at + 1]?.pos === 'ADP') return true
  return (
    pos === 'CCONJ' &&
    word === 'and' &&
    isNoun(at - 1) &&
    tokens[at - 1]?.pos !== 'ADJ' &&
    !isVerb(tokens[at + 1] as Token)
  )
}

/** "Nobody in the family", "some of them". */
const isOneOf = (token: Token | undefined, isInside: boolean) =>
  isInside && /^(?:nobody|none|one|some|all|each|both|neither|most|everyone|someone)$/.test(token?.word ?? '')

/** The noun that the phrase is about: the last before its first preposition. */
function headOf(tokens: readonly Token[], start: number, end: number): number {
  const preposition = tokens.slice(start, end).findIndex(({ pos }) => pos === 'ADP')
  const until = preposition > 0 ? start + preposition : end
  for (let at = until - 1; at >= start; at--) {
    const token = tokens[at] as Token
    if (/^(?:NOUN|PROPN|PRON|NUM)$/.test(token.pos) && !isPossessive(token)) return at
  }
  return end - 1
}

/** Where the clause begins: at its conjunctions. */
function openAt(tokens: readonly Token[], at: number, from: number): number {
  let start = at
  while (start > from && (isOpener(tokens[start - 1] as Token) || isSetOff(tokens, start - 1, from))) start--
  return start
}

/** The comma of "if, a stroke lasts". */
const isSetOff = (tokens: readonly Token[], at: number, from: number) =>
  tokens[at]?.word === ',' && at > from && /^(?:if|when|because|whether)$/.test(tokens[at - 1]?.word ?? '')

const isOpener = ({ pos, word }: Token) =>
  word === 'like' ||
  pos === 'CCONJ' ||
  pos === 'SCONJ' ||
  /^(?:so|then|also|that|where|how|why|what|who|which)$/.test(word)

function openerAt(tokens: readonly Token[], start: number, end: number): string | undefined {
  const words = tokens
    .slice(start, end)
    .filter(isOpener)
    .map(({ word }) => word)
  const first = tokens[start]
  // "That is an abscess" opens nothing but its sentence.
  const relative =
    first && start > 0 && words.length === 0 && /^(?:who|which|that)$/.test(first.word) ? [first.word] : words
  return relative.find((word) => HANGING.test(word)) ?? relative[0]
}

/** "I walk to work and do not smoke": the same subject. */
function sharedBy(clauses: readonly Clause[], opener: string | undefined): number | undefined {
  if (clauses.length === 0 || (opener !== undefined && !/^(?:and|or|but|then)$/.test(opener))) return undefined
  const last = clauses.length - 1
  return clauses[last]?.subject ? last : clauses[last]?.shares
}

/** Conjunctions that make what they open hang on the sentence beside it. */
const HANGING =
  /^(?:if|unless|when|whenever|while|until|till|once|because|since|although|though|before|after|as|that|whether|where|how|why|what)$/
/** What is said, thought or wished is told in the clause behind. */
const SAYING =
  /^(?:think|believe|guess|suppose|feel|say|tell|know|hope|wonder|doubt|suspect|worry|mean|hear|read|assume|imagine|figure|reckon|notice|see|understand|agree|suggest|recommend|ask|seem|look|remember|mention|report|sound|appear)$/

function hangsOn(clauses: readonly Clause[], at: number, tokens: readonly Token[]): { parent?: number } {
  const { opener, start } = clauses[at] as Clause
  const previous = clauses[at - 1]
  const isComplement =
    previous?.verb &&
    SAYING.test(previous.verb.lemma) &&
    (opener === undefined || /^(?:that|if|whether|how|what|why|where|like)$/.test(opener))
  const isNear = previous?.verb && start - previous.verb.end <= 3 && tokens[start - 1]?.pos !== 'PUNCT'
  if (isComplement && isNear) return { parent: at - 1 }
  if (opener === undefined || !HANGING.test(opener)) return {}
  if (at > 0 && tokens[start - 1]?.pos !== 'PUNCT') return { parent: at - 1 }
  const next = clauses.findIndex((clause, index) => index > at && !HANGING.test(clause.opener ?? ''))
  return next > at ? { parent: next } : at > 0 ? { parent: at - 1 } : {}
}
