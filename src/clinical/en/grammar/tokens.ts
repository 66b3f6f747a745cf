import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { isMedicineName } from '../medicines.ts'
import { relativesIn } from '../relatives.ts'
import { isBodyPart } from '../terms.ts'

/** Parts of speech of Universal Dependencies, as the tagger gives them. */
type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE'

/** A word or mark of a sentence whose contractions are written out. */
export interface Token {
  text: string
  /** In lower case. */
  word: string
  lemma: string
  pos: PartOfSpeech
  /** Whether a space stands in front of it. */
  isSpaced: boolean
}

let tagger: ReturnType<typeof winkNLP> | undefined

/**
 * The words and marks of a text with their parts of speech, by wink-nlp's English model, corrected where speech in a
 * consulting room is not like the text that it was made of.
 */
export function readTokens(text: string): readonly Token[] {
  const before = known.get(text)
  if (before) return before
  const read = tagTokens(text)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, read)
  return read
}

/** A sentence is read again for each statement that rests on it. */
const known = new Map<string, readonly Token[]>()
const MOST_KNOWN = 1000

function tagTokens(text: string): Token[] {
  tagger ??= winkNLP(model, ['sbd', 'pos'])
  const { its } = tagger
  const tokens = tagger.readDoc(lowerFirst(text).replace(NO, '$1 $2')).tokens()
  const words = tokens.out() as string[]
  const out = (what: unknown) => tokens.out(what as typeof its.value) as unknown as string[]
  const [parts, lemmas, spaces] = [out(its.pos) as PartOfSpeech[], out(its.lemma), out(its.precedingSpaces)]
  const read = words.map(
    (word, at): Token => ({
      text: word,
      word: word.toLowerCase(),
      lemma: (lemmas[at] ?? word).toLowerCase(),
      pos: parts[at] ?? 'X',
      isSpaced: spaces[at] !== '' && !/^[.?!]$/.test(word),
    }),
  )
  return withVerbs(read.map((token, at) => retag(token, read[at - 1], read[at + 1], read)))
}

/** "If the rash spreads, …": a condition has a verb, also where the tagger sees two nouns. */
function withVerbs(tokens: Token[]): Token[] {
  const [first] = tokens
  const comma = tokens.findIndex(({ word }) => word === ',')
  if (first === undefined || comma < 3 || !/^(?:if|when|once|unless|whenever)$/.test(first.word)) return tokens
  const condition = tokens.slice(0, comma)
  if (condition.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return tokens
  const at = condition.findLastIndex(({ pos, word, lemma }) => pos === 'NOUN' && word !== lemma && word.endsWith('s'))
  if (at < 2) return tokens
  return tokens.map((token, index) => {
    if (index === at) return { ...token, pos: 'VERB' }
    return index === at - 1 && token.pos === 'ADJ' ? { ...token, pos: 'NOUN' } : token
  })
}

/** At its end "no." is no abbreviation of number. */
const NO = /\b(no)([.?!]+)$/i

/** A capital that only opens the sentence makes a name of "Double" and "Patient". */
const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

const NOUN_BEFORE = /^(?:the|my|your|his|her|their|our|a|an|that|this|on|in|of|either|each|for|left|right|both)$/
const BASE_VERBS =
  /^(?:come|call|ring|take|stop|start|double|rest|use|keep|try|avoid|hold|increase|reduce|drink|eat|follow|return|continue|check|order|see|go|finish|monitor|apply|elevate|ice|book|repeat|refer|schedule|switch|change|put|give|begin|resume|restart|add)$/
const REPORTING =
  /^(?:reports|denies|endorses|states|complains|presents|describes|admits|has|takes|smokes|drinks|lives|works)$/
/** "Married, lives with": of the patient. */
const isReportBehind = (before: Token | undefined) =>
  before === undefined || before.word === 'patient' || before.word === ','
const OF_PERSON =
  /^(?:lives|works|smokes|drinks|takes|reports|states|notes|needs|uses|walks|sleeps|helps|cares|visits)$/
const isPerson = (word: string) =>
  relativesIn(word).length > 0 ||
  /^(?:neighbou?r|friend|partner|boss|nurse|doctor|carer|patient|colleague|flatmate|boyfriend|girlfriend)$/.test(word)
/** Verbs that the tagger takes for nouns behind a symptom or part of the body: "my knee hurts", "the cough comes". */
const OF_SYMPTOM =
  /^(?:hurts?|radiates?|travels?|throbs?|spreads?|aches?|itch(?:es)?|burns?|swells?|bleeds?|comes?|goes|feels?|looks?|sounds?|gets?)$/

function retag(token: Token, before: Token | undefined, next: Token | undefined, all: readonly Token[]): Token {
  const { word } = token
  if (isMedicineName(word) && token.pos !== 'NOUN') return { ...token, pos: 'NOUN', lemma: word }
  if ((word === 'left' || word === 'right') && isSideAt(before, next)) return { ...token, pos: 'ADJ', lemma: word }
  if (word === 'right' && /^(?:now|away|after|before|here|there)$/.test(next?.word ?? ''))
    return { ...token, pos: 'ADV', lemma: word }
  if (word === 'rid' && /^(?:get|gets|got|getting)$/.test(before?.word ?? ''))
    return { ...token, pos: 'ADJ', lemma: word }
  // "I last smoked in 2010".
  if (word === 'last' && token.pos === 'VERB' && next?.pos === 'VERB') return { ...token, pos: 'ADV', lemma: word }
  if (word === 'like' && before?.pos === 'AUX') return { ...token, pos: 'VERB', lemma: 'like' }
  // "My youngest has asthma": a child.
  if (/^(?:youngest|eldest)$/.test(word) && next?.pos !== 'NOUN') return { ...token, pos: 'NOUN', lemma: word }
  if (word === 'pain' && token.pos === 'VERB') return { ...token, pos: 'NOUN', lemma: word }
  if (word === 'patient') return { ...token, pos: 'NOUN', lemma: word }
  if (word === 'when' || word === 'while' || word === 'until' || word === 'whenever') return { ...token, pos: 'SCONJ' }
  if (/^(?:once|till)$/.test(word) && /^(?:PRON|DET)$/.test(next?.pos ?? '') && next?.word !== 'a')
    return { ...token, pos: 'SCONJ' }
  if (/^(?:upright|upside|asleep|awake)$/.test(word)) return { ...token, pos: 'ADJ', lemma: word }
  if (word === 'if' || word === 'unless' || word === 'because' || word === 'although' || word === 'whether')
    return { ...token, pos: 'SCONJ' }
  if (REPORTING.test(word) && token.pos === 'NOUN' && isReportBehind(before)) return { ...token, pos: 'VERB' }
  if (OF_SYMPTOM.test(word) && token.pos === 'NOUN' && before !== undefined && /^(NOUN|PRON)$/.test(before.pos)) {
    return { ...token, pos: 'VERB' }
  }
  if (ASKED_OF_THINGS.test(next?.word ?? '') && before?.word === 'does' && !POINTS.test(word))
    return { ...token, pos: 'NOUN', lemma: word }
  if (ASKED_OF_THINGS.test(word) && token.pos === 'NOUN' && isBehindDoes(all, token)) return { ...token, pos: 'VERB' }
  if (word === 'ex' && before?.pos === 'PRON') return { ...token, pos: 'NOUN', lemma: word }
  if (OF_PERSON.test(word) && token.pos === 'NOUN' && before?.pos === 'NOUN' && isPerson(before.word))
    return { ...token, pos: 'VERB' }
  if (word === 'check' && before?.word === 'us') return { ...token, pos: 'VERB', lemma: word }
  if (before?.word === 'it' && token.pos === 'NOUN' && /s$/.test(word) && next && /^(?:PRON|DET)$/.test(next.pos)) {
    return { ...token, pos: 'VERB' }
  }
  if (isNounBehind(token, before, next, all)) return { ...token, pos: 'NOUN' }
  const isNominal = /^(?:NOUN|ADJ|PROPN)$/.test(token.pos)
  if (isNominal && word === token.lemma && before === undefined && isDeterminer(next)) return { ...token, pos: 'VERB' }
  if (token.pos === 'NOUN' && word === token.lemma && isPluralNoun(before) && isDeterminer(next)) {
    return { ...token, pos: 'VERB' }
  }
  const opens = before === undefined || before.pos === 'PUNCT' || before.pos === 'CCONJ' || before.word === 'then'
  if (opens && BASE_VERBS.test(word) && isObjectNext(next)) return { ...token, pos: 'VERB', lemma: word }
  if (word === 'been' || word === 'be' || word === 'being')
    return { ...token, pos: isAuxiliaryBe(all, token) ? 'AUX' : token.pos }
  return token
}

/** What the tagger takes for a verb where only a noun can stand. */
function isNounBehind(
  token: Token,
  before: Token | undefined,
  next: Token | undefined,
  all: readonly Token[],
): boolean {
  if (token.pos !== 'VERB' || before === undefined) return false
  const { word } = token
  const isInNoun = /^(?:ADJ|DET|ADV|NOUN|ADP|CCONJ|PUNCT)$/.test(before.pos) || isDeterminer(before)
  if (FINDINGS.test(word) && isInNoun) return true
  const isBehindBe = /^(?:is|are|was|were|am)$/.test(before.word)
  if (isBareVerb(token) && isBehindBe && !/^(?:come|become|run|hurt|put|cut|hit|set|let)$/.test(word)) return true
  // "The right drum looks normal": behind an article and an adjective.
  const isBehindAdjective = before.pos === 'ADJ' && isDeterminer(beforeOf(all, before))
  return isBareVerb(token) && isBehindAdjective && /^(?:VERB|AUX)$/.test(next?.pos ?? '')
}

const isBareVerb = ({ pos, word, lemma }: Token) => pos === 'VERB' && word === lemma
const beforeOf = (all: readonly Token[], token: Token) => all[all.indexOf(token) - 1]

/** What a question asks of a thing that the tagger takes for anything but a noun: "does light bother you", "does walking help". */
const ASKED_OF_THINGS = /^(?:bother|hurt|help|make|affect|trigger|ease|relieve|worsen|bring)$/
const POINTS = /^(?:it|that|this|he|she|they|there|anything|something|these|those)$/
const isBehindDoes = (all: readonly Token[], token: Token) => {
  const at = all.indexOf(token)
  return all.slice(Math.max(0, at - 3), at - 1).some(({ word }) => word === 'does')
}

const isDeterminer = (next: Token | undefined) =>
  next !== undefined && /^(?:the|a|an|this|these|those|my|your|his|her|their)$/.test(next.word)
const isPluralNoun = (before: Token | undefined) =>
  before?.pos === 'NOUN' && before.word !== before.lemma && before.word.endsWith('s')

/** What the tagger takes for verbs in "fine crackles on both sides". */
const FINDINGS =
  /^(?:wounds?|fits?|shakes|blackouts?|jerks?|tremors?|crackles|murmurs?|rubs?|gallops?|wheezes|rales|thrills?|clicks?|bruits?|crepitations|twinges?|palpitations|seizures?|discharges?|bleeds?|falls?|spots|lumps?|cuts?|burns?|aches?|cramps?|sweats?|chills|brace|splint|sling|cast|strain|sprain|tear|bruise|rash|exam|scan|flare)$/

const isSideAt = (before: Token | undefined, next: Token | undefined) =>
  NOUN_BEFORE.test(before?.word ?? '') || (next !== undefined && (isBodyPart(next.word) || next.word === '-'))

const isObjectNext = (next: Token | undefined) =>
  next === undefined || /^(?:DET|NUM|NOUN|PROPN|ADP|PRON|ADV|ADJ|PART)$/.test(next.pos)

const isAuxiliaryBe = (all: readonly Token[], token: Token) => {
  const next = all[all.indexOf(token) + 1]
  return next !== undefined && (next.pos === 'VERB' || next.pos === 'ADV' || next.pos === 'ADJ')
}

/** The tokens as text again. */
export const formatTokens = (tokens: readonly Pick<Token, 'text' | 'isSpaced'>[]): string =>
  tokens.reduce((text, token, at) => text + (at > 0 && token.isSpaced ? ' ' : '') + token.text, '')
