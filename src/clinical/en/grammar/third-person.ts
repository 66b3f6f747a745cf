import { relativesIn } from '../relatives.ts'
import { isBodyPart, isClinical, isMedicine } from '../terms.ts'
import { type Clause, sharesModal } from './clauses.ts'
import { isExpletive, isFaring } from './impersonal.ts'
import type { Pronouns } from './pronouns.ts'
import { mayMean, type Referent } from './referents.ts'
import type { Token } from './tokens.ts'
import { agreePlural, agreeSingular } from './verb-forms.ts'

/** How somebody's words are told in a note. */
export interface Voice {
  /** Who speaks. */
  speaker: 'patient' | 'clinician' | 'other'
  /** Of the patient. */
  pronouns: Pronouns
  /** What "it", "that" and "one" stand for: "the cough"; and whether that is many. */
  referent?: Referent | undefined
  /** Of whom "he" and "she" go on to speak, as a note names him: "the patient's mother". */
  named?: string | undefined
  /** Whether the patient was named in front of these words: a pronoun serves then. */
  isNamed?: boolean
}

/** A piece of a statement; its token where it comes of one. */
interface Piece {
  text: string
  isSpaced: boolean
}

/**
 * Words of a conversation as a note tells them, in the third person, for the tokens from `start` to `end`. Undefined where
 * they hold a pronoun of which nobody knows for what it stands.
 */
export function tellThirdPerson(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  voice: Voice,
  start = 0,
  end = tokens.length,
): string | undefined {
  const telling: Telling = {
    tokens,
    clauses,
    voice,
    agreed: new Map(),
    isNamed: voice.isNamed === true,
    isManyThings: false,
  }
  const pieces: Piece[] = []
  for (let at = start; at < end; at++) {
    const told = tellToken(telling, at)
    if (told === undefined) return undefined
    if (told !== '') pieces.push({ text: told, isSpaced: (tokens[at] as Token).isSpaced })
  }
  return join(pieces)
}

const join = (pieces: readonly Piece[]) =>
  pieces.reduce((text, piece, at) => text + (at > 0 && piece.isSpaced ? ' ' : '') + piece.text, '')

/** What is known while a sentence is told. */
interface Telling {
  tokens: readonly Token[]
  clauses: readonly Clause[]
  voice: Voice
  /** How verbs fit the subject that was told. */
  agreed: Map<number, (token: Token) => string>
  /** Whether the patient was named already: a pronoun serves then. */
  isNamed: boolean
  /** Whether "it" was told as many: "its" follows. */
  isManyThings: boolean
}

/** How a token is told; undefined where nobody knows for what it stands, empty where it is left out. */
function tellToken(telling: Telling, at: number): string | undefined {
  const token = telling.tokens[at] as Token
  const told = tellPronoun(telling, at)
  if (told !== null) return told
  if (token.word === 'its' && telling.isManyThings) return 'their'
  if (token.word === 'patient') telling.isNamed = true
  const fit = telling.agreed.get(at)
  if (fit) return fit(token)
  const isShown = /^(?:this|these)$/.test(token.word) && isClinical(telling.tokens[at + 1]?.word ?? '')
  return isShown ? '' : token.text
}

/** Makes the verbs whose subject this is agree with how it is told. */
function agree(telling: Telling, subject: number, isPlural: boolean): void {
  const own = telling.clauses.findIndex(
    (clause) => clause.subject?.start === subject || clause.subject?.head === subject,
  )
  for (const [at, { shares, verb }] of telling.clauses.entries()) {
    if (verb && isHelped(telling.tokens, verb.start)) continue
    if (verb && (at === own || (own >= 0 && shares === own && isOfPresent(telling.clauses, own, at)))) {
      telling.agreed.set(finiteOf(telling.tokens, verb.start, subject), isPlural ? agreePlural : agreeSingular)
    }
  }
}

/** "To help pass the stone" has no subject of its own. */
const isHelped = (tokens: readonly Token[], at: number) => /^(?:help|to|let|make)$/.test(tokens[at - 1]?.word ?? '')

function namePatient(telling: Telling, at: number): string {
  const name = telling.isNamed ? telling.voice.pronouns.subject : 'the patient'
  agree(telling, at, name === 'they')
  telling.isNamed = true
  return name
}

function objectName(telling: Telling): string {
  const name = telling.isNamed ? telling.voice.pronouns.object : 'the patient'
  telling.isNamed = true
  return name
}

/** How a word that points at somebody or something is told; undefined where it is no such word. */
function tellPronoun(telling: Telling, at: number): string | undefined | null {
  const token = telling.tokens[at] as Token
  const { word } = token
  const isSubject = telling.clauses.some(({ subject }) => subject && at >= subject.start && at < subject.end)
  const first = FIRST[word]
  if (first !== undefined) return tellFirst(telling, first, at, isSubject)
  const second = SECOND[word]
  if (second !== undefined) return tellSecond(telling, second, at, isSubject)
  if (/^(?:he|she)$/.test(word) && isSubject) return tellOther(telling, at)
  if (/^(?:it|this|that|they|them|these|those)$/.test(word) && isPronoun(telling.tokens, at))
    return tellThing(telling, at, isSubject)
  if (
    /^(?:his|her)$/.test(word) &&
    telling.voice.speaker !== 'patient' &&
    !telling.isNamed &&
    telling.voice.named === undefined &&
    isOwned(telling.tokens, at)
  ) {
    telling.isNamed = true
    return "the patient's"
  }
  if (/^(?:that|those)$/.test(word) && isClinical(telling.tokens[at + 1]?.word ?? '')) return 'the'
  // "In the one twenties" is an amount.
  if (
    /^(?:one|ones)$/.test(word) &&
    telling.tokens[at + 1]?.pos !== 'NUM' &&
    !/ies$/.test(telling.tokens[at + 1]?.word ?? '') &&
    /^(?:left|right|the|other|night|morning|first|second)$/.test(telling.tokens[at - 1]?.word ?? '')
  ) {
    return telling.voice.referent ? telling.voice.referent.name.replace(/^the /, '') : undefined
  }
  return null
}

function tellFirst(telling: Telling, role: Role, at: number, isSubject: boolean): string | undefined {
  if (telling.voice.speaker === 'patient') {
    if (role === 'subject') return isPlural(telling.tokens, at) ? plural(telling, at) : namePatient(telling, at)
    if (role === 'object') return isPlural(telling.tokens, at) ? 'them' : objectName(telling)
    if (role === 'possessive')
      return tellPossessive(telling, at, isPlural(telling.tokens, at) ? 'their' : telling.voice.pronouns.possessive)
    return role === 'own' ? undefined : telling.voice.pronouns.reflexive
  }
  const name = telling.voice.speaker === 'clinician' ? 'the clinician' : 'the companion'
  if (role === 'subject') agree(telling, at, false)
  return role === 'possessive' ? `${name}'s` : role === 'reflexive' ? 'themselves' : isSubject ? name : name
}

/** "My left knee" is "the left knee"; "my mother" is "the patient's mother", and "their mother" once the patient was named. */
function tellPossessive(telling: Telling, at: number, possessive: string): string {
  if (!isOfLife(telling.tokens, at) && possessiveAt(telling.tokens, at)) return 'the'
  if (telling.isNamed) return possessive
  telling.isNamed = true
  return "the patient's"
}

function plural(telling: Telling, at: number): string {
  agree(telling, at, true)
  if (telling.isNamed) return 'they'
  telling.isNamed = true
  return 'the patient and others'
}

function tellSecond(telling: Telling, role: Role, at: number, isSubject: boolean): string | undefined {
  if (telling.voice.speaker === 'patient') {
    const verb = telling.clauses.find(({ subject }) => subject?.head === at)?.verb
    const isClinician = verb !== undefined && OF_CLINICIAN.test(verb.lemma)
    if (!isClinician) return undefined
    agree(telling, at, false)
    return 'the clinician'
  }
  if (role === 'possessive')
    return isOfLife(telling.tokens, at) ? tellPossessive(telling, at, telling.voice.pronouns.possessive) : 'the'
  if (role === 'reflexive') return telling.voice.pronouns.reflexive
  if (role === 'own') return undefined
  return isSubject ? namePatient(telling, at) : objectName(telling)
}

/** "She has been wheezing", a mother says of her daughter; "she had a stroke", of her own mother. */
function tellOther(telling: Telling, at: number): string | undefined {
  if (telling.isNamed && telling.voice.named === undefined) return (telling.tokens[at] as Token).word
  if (telling.voice.named !== undefined) return telling.voice.named
  if (telling.voice.speaker === 'patient') return undefined
  return namePatient(telling, at)
}

function tellThing(telling: Telling, at: number, isSubject: boolean): string | undefined {
  const { word } = telling.tokens[at] as Token
  const verb = telling.clauses.find(({ start, end }) => at >= start && at < end)?.verb
  if (/^(?:this|that|it)$/.test(word) && verb?.lemma === 'do' && !isSubject && telling.voice.speaker === 'clinician')
    return 'this'
  if (isExpletive(telling.tokens, at) || isBound(telling.tokens, telling.clauses, at)) return word
  if (isSubject && isWhere(telling.tokens, verb)) return 'the problem'
  const { referent } = telling.voice
  if (referent === undefined || !mayMean(telling.tokens, telling.clauses, at, referent))
    return isSubject ? tellCondition(telling, at) : undefined
  if (isSubject) agree(telling, at, referent.isPlural)
  telling.isManyThings = referent.isPlural
  return referent.name
}

/** "It's my left knee": where the trouble is. */
const isWhere = (tokens: readonly Token[], verb: Clause['verb']) =>
  verb?.lemma === 'be' &&
  verb.modals.length === 0 &&
  /^(?:(?:in|on|at|just|mainly|mostly|all) )*(?:my|your|the|his|her|both|this) (?:(?:left|right|lower|upper|big|whole|little|middle|back|top|bottom|side|of|my|the) )*/.test(
    tokens
      .slice(verb.end, verb.end + 6)
      .map(({ word }) => word)
      .join(' '),
  ) &&
  isBodyPart(tokens.slice(verb.end, verb.end + 5).find(({ pos }) => pos === 'NOUN')?.word ?? '')

/** "If it gets worse", "it does not look like pneumonia": where a clinician speaks of no one thing, of all of it. */
function tellCondition(telling: Telling, at: number): string | undefined {
  const lemma = telling.clauses.find(({ subject }) => subject?.head === at)?.verb?.lemma ?? ''
  const { word } = telling.tokens[at] as Token
  const own = telling.clauses.findIndex(({ subject }) => subject?.head === at)
  if (/^(?:show|reveal|demonstrate)$/.test(lemma) && telling.voice.speaker === 'clinician')
    return /^(?:they|these|those)$/.test(word) ? 'the results' : 'the result'
  if (telling.voice.speaker !== 'clinician' && word === 'it' && isFaring(telling.tokens, at)) {
    agree(telling, at, true)
    return 'the symptoms'
  }
  const isWhole = telling.clauses.some(({ parent, subject }) => subject !== undefined && parent === own)
  if (
    isWhole ||
    telling.voice.speaker !== 'clinician' ||
    !/^(?:get|improve|worsen|change|settle|continue|look|seem|sound|appear|persist|come|go|clear|show|reveal|demonstrate)$/.test(
      lemma,
    )
  )
    return undefined
  const isMany = /^(?:they|these|those)$/.test(word)
  agree(telling, at, isMany)
  return isMany ? 'the symptoms' : 'the condition'
}

type Role = 'subject' | 'object' | 'possessive' | 'reflexive' | 'own'
const FIRST: Record<string, Role> = {
  ...{ i: 'subject', we: 'subject', me: 'object', us: 'object', my: 'possessive', our: 'possessive', mine: 'own' },
  ...{ myself: 'reflexive', ourselves: 'reflexive' },
}
const SECOND: Record<string, Role> = {
  ...{ you: 'subject', your: 'possessive', yours: 'own', yourself: 'reflexive' },
}
/** What the patient says that "you" did, the clinician did; any other "you" is anybody. */
const OF_CLINICIAN =
  /^(?:give|prescribe|say|tell|put|recommend|start|order|send|suggest|mention|refer|change|increase|ask|see)$/

/** "Her cough"; in "give her Calpol" and "keep her upright" she has nothing. */
const isOwned = (tokens: readonly Token[], at: number) => {
  const [before, next, after] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]]
  if (next === undefined || !/^(?:NOUN|ADJ|PROPN)$/.test(next.pos)) return false
  const isVerb =
    before?.pos === 'VERB' || /^(?:give|gave|keep|kept|bring|brought|make|made|get|got)$/.test(before?.word ?? '')
  const isLoose = next.pos === 'ADJ' && !/^(?:NOUN|PROPN|ADJ)$/.test(after?.pos ?? '')
  const isGiven = /^(?:give|gave|giving|given|offer|offered)$/.test(before?.word ?? '') && isMedicine(next.word)
  return !(isVerb && (isLoose || isGiven))
}

const isPlural = (tokens: readonly Token[], at: number) => /^(?:we|us|our|ourselves)$/.test(tokens[at]?.word ?? '')

const nounBehind = (tokens: readonly Token[], at: number) =>
  tokens.slice(at + 1, at + 4).find(({ pos }) => pos === 'NOUN')

/** A part of the body, a symptom or a measure needs no owner. */
function possessiveAt(tokens: readonly Token[], at: number): boolean {
  const noun = nounBehind(tokens, at)?.word ?? ''
  if (
    /^(?:medications?|medicines?|pills?|tablets?|appointment|diagnosis|inhalers?|doctor|surgery|operation)$/.test(noun)
  )
    return false
  return (
    isBodyPart(noun) ||
    isClinical(noun) ||
    /^(?:pressure|sugars?|temperature|pulse|weight|mood|skin|hearing|sight|energy)$/.test(noun)
  )
}

/** Relatives, work and home stay somebody's: "your mother" is no "the mother". */
const isOfLife = (tokens: readonly Token[], at: number): boolean => {
  const noun = nounBehind(tokens, at)?.word ?? ''
  return (
    relativesIn(noun).length > 0 ||
    /^(?:job|work|boss|partner|boyfriend|girlfriend|friends?|house|home|children|kids?|life|name|age|birthday|doctor|gp)$/.test(
      noun,
    )
  )
}

/** A coordinated verb of the present shares the subject: "I walk and do not smoke"; a past form needs no change. */
const isOfPresent = (clauses: readonly Clause[], own: number, at: number) =>
  clauses[at]?.verb?.modals.length === 0 &&
  clauses[own]?.verb?.modals.every((modal) => !/to$/.test(modal)) === true &&
  !sharesModal(clauses, at)

/** The token that agrees with the subject; behind it, where the question has it before. */
const finiteOf = (tokens: readonly Token[], start: number, subject: number) =>
  start > subject || start === subject - 1 ? start : firstVerb(tokens, start)
const firstVerb = (tokens: readonly Token[], from: number) => {
  for (let at = from; at < tokens.length; at++) if (/^(?:AUX|VERB)$/.test(tokens[at]?.pos ?? '')) return at
  return from
}

/** "That" before a noun, or behind "think", is no pronoun. */
function isPronoun(tokens: readonly Token[], at: number): boolean {
  const { word, pos } = tokens[at] as Token
  const next = tokens[at + 1]
  if (word === 'it' || word === 'them' || word === 'they') return true
  if (pos === 'SCONJ') return false
  return next === undefined || !/^(?:NOUN|PROPN|ADJ|NUM|DET|PRON)$/.test(next.pos)
}

/** Whether the noun stands before it in the same sentence: "the cough is worse when it is cold". */
function isBound(tokens: readonly Token[], clauses: readonly Clause[], at: number): boolean {
  const clause = clauses.findIndex(({ start, end }) => at >= start && at < end)
  const before = tokens.slice(0, clauses[clause]?.start ?? 0)
  const isThing = ({ pos, word }: Token) =>
    pos === 'NOUN' && !/^(?:day|week|month|year|time|way|thing|lot|bit|kind|morning|night)s?$/.test(word)
  return clause > 0 && before.some(isThing)
}
