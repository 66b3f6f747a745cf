import type { Token } from './tokens.ts'

/** A finite verb with its auxiliaries: "have not been taking", "is going to start". Places are those of tokens. */
export interface VerbGroup {
  start: number
  /** Behind the main verb. */
  end: number
  /** The main verb. */
  head: number
  lemma: string
  /** What it is said with: "may", "will", "going to", "used to", "want to"; several in their order. */
  modals: string[]
  isNegated: boolean
  isPast: boolean
  /** Whether it has no auxiliary and no ending: "take", "come". */
  isBase: boolean
}

/** Verbs that only tell how the next one is meant. */
const CHAINS: Record<string, RegExp> = {
  be: /^(?:is|are|am)$/,
  go: /^going$/,
  have: /^(?:have|has|had|having)$/,
  use: /^used$/,
  want: /^want(?:s|ed)?$/,
  like: /^like$/,
  need: /^need(?:s|ed)?$/,
  try: /^(?:try|tries|tried|trying)$/,
  plan: /^plann?(?:s|ed|ing)?$/,
  hope: /^hop(?:e|es|ed|ing)$/,
  seem: /^seem(?:s|ed)?$/,
  suppose: /^supposed$/,
  mean: /^meant$/,
}
const MODAL = /^(?:may|might|can|cannot|could|will|would|shall|should|must)$/

/** The finite verbs of a sentence in their order. */
export function findVerbs(tokens: readonly Token[]): VerbGroup[] {
  const verbs: VerbGroup[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!isFiniteVerb(tokens, at)) continue
    const verb = readGroup(tokens, at)
    verbs.push(verb)
    at = verb.end - 1
  }
  return verbs
}

const CAUSES = /^(?:let|make|makes|made|help|helps|helped|have|has|had|watch|see|saw|hear|feel)$/

/** True where a verb has a subject of its own or orders something: no infinitive, gerund or participle by itself. */
function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const { pos, word, lemma } = tokens[at] as Token
  const before = tokens[at - 1]
  if (pos === 'AUX') return !/^(?:be|been|being)$/.test(word)
  if (pos !== 'VERB') return false
  if (before?.word === 'to' || before?.pos === 'DET' || before?.pos === 'ADJ') return false
  if (word.endsWith('ing') && word !== lemma) return false
  if (before?.word === 'as' && /^(?:needed|required|directed|tolerated|prescribed|advised|before|usual)$/.test(word))
    return false
  const object = tokens[at - 1]
  const causes = tokens[at - 2]
  if (word === lemma && object && /^(?:PRON|NOUN)$/.test(object.pos) && causes && CAUSES.test(causes.word)) {
    return causes.word === 'have' && causes.pos === 'AUX'
  }
  // "The pain described", "tests done yesterday": a participle behind a noun has no subject of its own.
  if (/ADP|DET/.test(before?.pos ?? '') && word === lemma) return false
  return true
}

/** From its first auxiliary to the main verb. */
function readGroup(tokens: readonly Token[], start: number): VerbGroup {
  const modals: string[] = []
  let head = start
  let isNegated = /^(?:never|not)$/.test(before(tokens, start) ?? '')
  let at = start
  for (; at < tokens.length; at++) {
    const { pos, word } = tokens[at] as Token
    if (word === 'not' || word === 'never' || word === 'cannot') isNegated = true
    if (MODAL.test(word)) modals.push(word)
    if (pos === 'AUX' || pos === 'VERB') {
      head = at
      const chained = chainedAt(tokens, at)
      if (chained > 0 && leadsOn(tokens, chained)) {
        modals.push(
          tokens
            .slice(at, chained)
            .map((token) => token.word)
            .join(' '),
        )
        at = chained - 1
        continue
      }
      if (pos === 'VERB' && !leadsOnAsAuxiliary(tokens, at)) break
    } else if (!isWithin(tokens, at, start)) break
  }
  const main = tokens[head] as Token
  const first = tokens[start] as Token
  return {
    start,
    end: head + 1,
    head,
    lemma: main.lemma,
    modals,
    isNegated,
    isPast: isPastForm(first) || modals.some((modal) => /^used to$/.test(modal)),
    isBase: first.pos === 'VERB' && first.word === first.lemma,
  }
}

const before = (tokens: readonly Token[], at: number) => tokens[at - 1]?.word

/** Behind "going to", "have to"; 0 where it leads to no other verb. */
function chainedAt(tokens: readonly Token[], at: number): number {
  const { word } = tokens[at] as Token
  const to = tokens[at + 1]?.word === 'to' ? at + 2 : 0
  const isChain = Object.values(CHAINS).some((form) => form.test(word))
  return isChain ? to : 0
}

const leadsOn = (tokens: readonly Token[], at: number) => /^(?:VERB|AUX|ADV)$/.test(tokens[at]?.pos ?? '')
/** "Is being seen", "has been taking": VERB only where the tagger took an auxiliary for one. */
const leadsOnAsAuxiliary = (tokens: readonly Token[], at: number) =>
  /^(?:having|being|got|getting)$/.test(tokens[at]?.word ?? '') && /^(?:been)$/.test(tokens[at + 1]?.word ?? '')

/** Adverbs and negation, and the subject of a question: "do you often smoke". */
function isWithin(tokens: readonly Token[], at: number, start: number): boolean {
  const { pos, word } = tokens[at] as Token
  const next = tokens.slice(at + 1, at + 4)
  const goesOn = next.some((token) => token.pos === 'VERB' || token.pos === 'AUX')
  if (word === 'not' || word === 'never') return true
  if (pos === 'ADV') return goesOn && !next.slice(0, next.findIndex(isVerb)).some(isBorder)
  return goesOn && isQuestion(tokens) && isInvertedAt(tokens, start, at) && start === openingAt(tokens, start)
}

export const isQuestion = (tokens: readonly Token[]) => tokens.at(-1)?.word === '?'
/** Whether all from the auxiliary to here may be the subject of a question: "does your left knee hurt". */
const isInvertedAt = (tokens: readonly Token[], start: number, at: number) =>
  tokens[start]?.pos === 'AUX' &&
  at - start <= 5 &&
  tokens.slice(start + 1, at + 1).every(({ pos }) => /^(?:PRON|DET|ADJ|NOUN|PROPN|NUM|ADP)$/.test(pos))

export const isVerb = ({ pos }: Token) => pos === 'VERB' || pos === 'AUX'
const isBorder = ({ pos }: Token) => /^(?:PUNCT|CCONJ|SCONJ|PRON|NOUN|DET|ADP)$/.test(pos)
/** An inverted auxiliary opens the sentence, or stands behind "how long", "and". */
export const openingAt = (tokens: readonly Token[], at: number) =>
  at === 0 || /^(?:CCONJ|PUNCT|ADV|PRON|INTJ|SCONJ|NOUN|ADJ)$/.test(tokens[at - 1]?.pos ?? '') ? at : -1

const isPastForm = ({ word, lemma, pos }: Token) =>
  /^(?:was|were|had|did)$/.test(word) || (pos === 'VERB' && word !== lemma && !/(?:s|ing)$/.test(word))

/** "You have a rash caused by it": told of the object in front, and no clause. */
export const ALWAYS_PARTICIPLE = /^(?:based|compared|associated|related)$/
export const isParticiple = (tokens: readonly Token[], { start, head }: VerbGroup) =>
  start === head && /(?:ed|en|wn)$/.test(tokens[head]?.word ?? '') && tokens[head]?.pos === 'VERB'
