import { contextAt } from '../../../clinical/en/facts/context.ts'
import type { Told } from '../../../clinical/en/facts/conversation.ts'
import { antecedentsOf } from '../../../clinical/en/facts/mentions.ts'
import type { Person } from '../../../clinical/en/facts/person.ts'
import { clauseAt, type Sentence } from '../../../clinical/en/facts/sentence.ts'
import { stem } from '../../../clinical/en/grammar/stem.ts'
import { relativesIn } from '../../../clinical/en/relatives.ts'
import { isBodyPart } from '../../../clinical/en/terms.ts'
import { isNegator } from '../../../clinical/en/words.ts'
import type { Meaning, Passage } from './passage.ts'

/** How something is said, the answer to a question heeded. */
export interface Manner {
  /** Whose it is or who does it; several where an answer names relatives. */
  persons: readonly Person[]
  isDenied: boolean
  /** In a note it may be read as denied or not. */
  isEither: boolean
  /** `open`: asked, feared, conditional. */
  certainty: 'certain' | 'possible' | 'open'
  /** It was, and nothing says that it still is. */
  isPast: boolean
  isFuture: boolean
  /** It was offered or wanted by the other, and turned down. */
  isDeclined: boolean
  /** What it depends on is told beside it. */
  isConditional: boolean
  /** An opinion that a note may give as likely: "I think", "it looks like". */
  isOpinion: boolean
}

const known = new WeakMap<Meaning, Manner>()

export function mannerOf(meaning: Meaning): Manner {
  const before = known.get(meaning)
  if (before) return before
  const read = readManner(meaning)
  known.set(meaning, read)
  return read
}

function readManner(meaning: Meaning): Manner {
  const { passage, start, end } = meaning
  const { sentence, told, words } = passage
  const [first, last] = [words[start]?.token ?? 0, (words[end - 1]?.token ?? 0) + 1]
  // "So tell me have you had any numbness" asks, wherever its sentence begins.
  const isAsking = !passage.isAsked && ASKING.test(sentence.said)
  const context = contextAt(sentence, first, last, antecedentsOf(told, sentence))
  const own = words.slice(start, end)
  const isTurned = own.some((word) => word.isTurned)
  const isDenied =
    ((context.isDenied || isNegatedVerb(meaning)) && !startsDenial(meaning)) !== isTurned || isHindered(meaning)
  const said: Manner = {
    persons: [...personsIn(meaning, context.person), ...(mayBeOwn(meaning) ? ['patient'] : [])],
    isDenied,
    certainty:
      isAsking || isYetToCome(meaning)
        ? 'open'
        : context.certainty === 'certain' && isHedged(meaning)
          ? 'possible'
          : context.certainty === 'possible' && isFelt(sentence)
            ? 'certain'
            : context.certainty,
    isEither: mayBeEither(meaning),
    isPast: context.time === 'past' || own.some((word) => word.isCeased) || isGivenUp(meaning),
    isFuture: context.time === 'future' || isOrdered(meaning),
    isDeclined: isTurnedDown(meaning),
    isConditional: isUnderCondition(meaning),
    isOpinion: OPINION.test(sentence.said),
  }
  return passage.isAsked ? { ...said, ...answered(meaning, said) } : said
}

/** "I feel a lump", "I cannot stop thinking of it": that is how it is. */
const isFelt = ({ speaker, said }: Sentence) =>
  (speaker === 'patient' || speaker === 'other') &&
  ((/\bfe(?:el|els|lt)\b/.test(said) && !DOUBTED.test(said)) || /\b(?:stop|keep|kept) thinking\b/.test(said))
const DOUBTED =
  /\b(?:maybe|perhaps|possibl\w+|probabl\w+|might|could|may|think|thought|wonder\w*|suspect\w*|guess|suppose|sure|like|believe|likely|whether|as if|as though)\b/

function clauseOf({ passage: { sentence, words }, start }: Meaning) {
  return sentence.clauses[clauseAt(sentence, words[start]?.token ?? 0)]
}

/** "The tablets do not help": the help is denied. */
function isNegatedVerb(meaning: Meaning): boolean {
  const verb = clauseOf(meaning)?.verb
  const token = meaning.passage.words[meaning.start]?.token ?? 0
  return verb?.isNegated === true && token >= verb.start && token < verb.end
}

/** "Until you have had the scan." */
const isYetToCome = (meaning: Meaning) => /^(?:until|before|once)$/.test(clauseOf(meaning)?.opener ?? '')

/** "If it lasts, come back and see me": for all that is said behind. */
function isUnderCondition(meaning: Meaning): boolean {
  const { sentence, words } = meaning.passage
  const at = clauseAt(sentence, words[meaning.start]?.token ?? 0)
  const own = [at, sentence.clauses[at]?.shares, at - 1].filter((each) => each !== undefined)
  return sentence.clauses.some(
    ({ opener, parent }, index) =>
      index !== at &&
      /^(?:if|unless)$/.test(opener ?? '') &&
      own.some((each) => each === parent && !isBut(sentence.clauses[at])),
  )
}
const isBut = (clause: { opener?: string } | undefined) => clause?.opener === 'but'

const ASKING = /\b(?:have|do|did|are|is|was|were|has) (?:you|he|she|they|there)\b.*\bany\b/
const OPINION =
  /\b(?:think|looks?|sounds?|seems?|consistent|suggests?|suspect|reckon|feel|believe|probably|likely|dealing with|to my mind|fairly sure|pretty sure|would say|in my (?:view|opinion))\b/

/** "Not sleeping": the denial is part of what is said. */
const startsDenial = ({ passage: { words }, start, end }: Meaning) =>
  words.slice(start, end).some(({ text }) => isNegator(text) || text === 'without' || text === 'unable')

const HINDERED =
  /\b(?:cannot|could not|can not|(?:can|could) (?:hardly|barely|scarcely)|unable(?: to)?|not able to|not manage|never manage|trouble|difficulty|difficult to|hard to|struggl\w+)(?: (?!(?:because|but|when|if|so|since|after|and|or|that|it|due|until)\b)\w+){0,4}$/

/** "I can't sleep", "trouble sleeping": it does not go as it should. */
function isHindered(meaning: Meaning): boolean {
  const { passage, start, segment } = meaning
  if (startsDenial(meaning)) return false
  const before = passage.words.slice(0, start).filter((word) => word.segment === segment)
  return HINDERED.test(before.map(({ text }) => text).join(' '))
}

const GAVE_UP =
  /\b(?:gave|given) (?:\w+ )?up|\bpacked (?:\w+ )?in|\bkicked|\bquit|\bstopped|\b(?:came|come) off|\bfinished with/

/** "I gave up the fags": they are of before. */
function isGivenUp({ passage: { words }, start, segment }: Meaning): boolean {
  const before = words.slice(0, start).filter((word) => word.segment === segment)
  return GAVE_UP.test(before.map(({ text }) => text).join(' '))
}

const REPORTS =
  /\b(?:reports?|reported|notes?|noted|notice[sd]?|describe[sd]?|states?|observe[sd]?|witnesse[sd]|mentions?|mentioned|concern(?:ed|s)?|worried|suspects?|thinks?|believes?|complains?)\b/

/** "My mum and dad are both diabetic": of each of them; what a relative reports in a note is the patient's. */
function personsIn(meaning: Meaning, person: Person): Person[] {
  const own = personIn(meaning, person)
  const { said } = meaning.passage.sentence
  const named = relativesIn(said)
  const beside = named.flatMap((one, at) => {
    const next = named[at + 1]
    const isJoined =
      next !== undefined && /^ (?:and|or) (?:(?:my|your|his|her|the|a) )?$/.test(said.slice(one.end, next.start))
    return isJoined && [one.key, next.key].includes(own) ? [one.key, next.key] : []
  })
  const isBrought = own === meaning.passage.brought
  const isReported = own !== 'patient' && meaning.passage.sentence.itemId === '' && REPORTS.test(said)
  return [
    ...new Set([
      own,
      ...(isReported || isBrought ? ['patient'] : []),
      ...(own === 'parent' ? ['parent', 'mother', 'father'] : []),
      ...beside,
    ]),
  ]
}

/** A doctor who has something himself is not the patient; what he does is done for the patient. */
function personIn({ passage: { sentence, words }, start }: Meaning, person: Person): Person {
  if (person !== 'clinician') return person
  const verb = sentence.clauses[clauseAt(sentence, words[start]?.token ?? 0)]?.verb
  const isForPatient = /\b(?:have|had|got|get|put|keep|start|started) (?:you|him|her|them)\b/.test(sentence.said)
  const isHis = !isForPatient && verb !== undefined && verb.modals.length === 0 && HIS.test(verb.lemma)
  return isHis ? 'clinician' : 'patient'
}
const HIS = /^(?:have|get|take|suffer|feel|be|smoke|drink|live|work|use|hurt)$/

/** "Take two tablets", "let's check", "I want you to". */
function isOrdered({ passage: { sentence, words }, start }: Meaning): boolean {
  const verb = sentence.clauses[clauseAt(sentence, words[start]?.token ?? 0)]?.verb
  const clause = sentence.clauses[clauseAt(sentence, words[start]?.token ?? 0)]
  if (verb === undefined) return false
  return (
    (verb.isBase && clause?.subject === undefined && sentence.speaker !== 'patient') ||
    // "He won't take anything" is how it is.
    (verb.modals.some((modal) => FUTURE.test(modal)) &&
      !(verb.isNegated && verb.modals.includes('will') && /^(?:patient|other)$/.test(sentence.speaker))) ||
    verb.lemma === 'let'
  )
}
const FUTURE =
  /^(?:will|shall|would|should|could|may|might|must|going to|want to|need to|like to|have to|plan(?:ning)? to|(?:is|are) to)$/

const REFUSING =
  /\b(?:declin\w+|refus\w+|turn(?:s|ed)? down|(?:do|does|did) not want|not keen|rather not|prefers? not)\b/

function isTurnedDown(meaning: Meaning): boolean {
  const said = saidBeside(meaning)
  return (
    REFUSING.test(said) &&
    !/\b(?:function|level|count|memory|vision|hearing|cognition|has declined|have declined)\b/.test(said)
  )
}

/** The words of its stretch. */
const saidBeside = ({ passage: { words }, segment }: Meaning) =>
  words
    .filter((word) => word.segment === segment)
    .map(({ text }) => text)
    .join(' ')

const HEDGED =
  /\b(?:likely|possibl[ey]|probabl[ey]|suspected|(?<!\b(?:in|since|until|till|last|next|of|early|late|mid|from|by) )may|might|could|thinks|believes|suspects|wonders|reckons)\b/
const HEDGED_BEHIND = /^(?:(?:\w+ ){0,2}(?:more|most|less|thought|quite|very|is|are) )?(?:un)?likely\b/

function isHedged({ passage: { words }, start, end, segment }: Meaning): boolean {
  const own = words.map((word, at) => ({ ...word, at })).filter((word) => word.segment === segment)
  // "Suspected cancer referral for mammogram": the test is not in doubt.
  const joint = own.findLast(({ text, at }) => at < start && /^(?:for|since|after|with|by)$/.test(text))?.at ?? -1
  const said = (is: (at: number) => boolean) => own.flatMap(({ text, at }) => (is(at) ? [text] : [])).join(' ')
  return HEDGED.test(said((at) => at < start && at > joint)) || HEDGED_BEHIND.test(said((at) => at >= end))
}

/** "No fracture, arthritis of the hip": a comma may go on with what is denied, or begin anew. */
function mayBeEither({ passage: { words }, start, segment }: Meaning): boolean {
  const denier = words.findLastIndex(({ text }, at) => at < start && /^(?:no|without|not)$/.test(text))
  const between = words.slice(denier + 1).some(({ text }) => /^(?:or|nor|and)$/.test(text))
  return denier >= 0 && (words[denier]?.segment ?? segment) < segment && !between
}

/** "Not coping well", behind what is told of somebody else. */
function mayBeOwn({ passage: { words, sentence }, start, segment }: Meaning): boolean {
  const token = words[start]?.token ?? 0
  const subject = sentence.clauses[clauseAt(sentence, token)]?.subject
  const isApart = words.some((word) => word.token === subject?.head && word.segment !== segment)
  return isApart && words.some((word) => word.segment === segment && sentence.tokens[word.token]?.pos === 'VERB')
}

const ASKS_WHAT =
  /^(?:(?:okay|and|so|well|now|but|then) )*(?:on (?:a|the) (?:pain )?scale (?:\w+ ){1,12}?)?(?:what|when|where|how|why|which|who)\b(?! about)/
const CEASED =
  /\b(?:quit|stopped|gave (?:it )?up|given (?:it )?up|packed|used to|any ?more|no longer|switched|came off|come off|changed)\b/
const NEVER = /^(?:no|none|never|nothing|nope|not at all)\b/
const OFFER =
  /\b(?:would you like|do you want|shall (?:i|we)|can i|could i|may i|how about|what about|will you|have (?:the|a|your)|fancy|are you happy|would you (?:be|have|consider))\b/
const NOT_LOOKED = /\b(?:not|never) (?:\w+ )?(?:looked|checked|noticed|seen|measured|tried|look|check|tested|had it)\b/

/** What the answer makes of something in its question. */
function answered({ passage: { told, sentence, words }, start }: Meaning, said: Manner): Partial<Manner> {
  const answer = told.answer.map((one) => one.said).join(' ')
  const named = relativesIn(answer).map(({ key }) => key)
  const persons = said.persons[0] === 'family' && named.length > 0 ? ['family', ...named] : said.persons
  if (ASKS_WHAT.test(sentence.said)) {
    return { persons, isDenied: NEVER.test(answer), certainty: 'certain' }
  }
  if (/^(?:yes|yeah|yep)\b/.test(answer) && named.length > 0) return { persons, isDenied: false, certainty: 'certain' }
  if (told.says === 'no' && !NOT_LOOKED.test(answer)) {
    if (isOnlyAskedOf(sentence, words[start]?.token ?? 0)) return { persons, certainty: 'certain' }
    const isDeclined = OFFER.test(sentence.said) || REFUSING.test(answer)
    return {
      persons,
      isDenied: true,
      certainty: 'certain',
      isDeclined,
      isPast: /\bstill\b/.test(sentence.said) || said.isPast,
    }
  }
  if (told.says === 'yes' || /^(?:\w+ ){1,5}(?:yes|yeah|yep)$/.test(answer) || HOW_OFTEN.test(answer))
    return { persons, isDenied: said.isDenied, certainty: isOneOf(words, start) ? 'open' : 'certain' }
  if (isAnotherThing(told, words[start]?.stem ?? '')) return { persons, isDenied: true, certainty: 'certain' }
  if (isOfOtherPart(told)) return { persons, isDenied: true, certainty: 'certain' }
  if (CEASED.test(answer)) return { persons, isDenied: false, certainty: 'certain', isPast: true }
  if (isTold(told, words[start]?.stem ?? '')) return { persons, isDenied: false, certainty: 'certain' }
  if (REFUSING.test(answer)) return { persons, isDenied: true, certainty: 'certain', isDeclined: true }
  if (isChoice(words) && !NEVER.test(answer))
    return { persons, isDenied: false, certainty: isOneOf(words, start) ? 'open' : 'certain' }
  return { persons, certainty: 'open' }
}

/** "Do you get up at night? – Three times." */
const HOW_OFTEN =
  /^(?:(?:about|around|maybe|at least|oh|well|probably) )*(?:once|twice|\d+|two|three|four|five|six|seven|eight|ten|every|most|all the time|several|a couple|quite a)\b(?!.*\b(?:no|not|never|none)\b)/

/** "Does walking help? – No.": the help is denied, not the walking. */
function isOnlyAskedOf({ clauses, tokens }: Sentence, token: number): boolean {
  const { subject, verb } = clauses[clauseAt({ clauses } as Sentence, token)] ?? {}
  return (
    subject !== undefined &&
    verb !== undefined &&
    token >= subject.start &&
    token < subject.end &&
    DOES.test(verb.lemma) &&
    !/^(?:any|anything|anyone|anybody|anywhere|some|something)$/.test(tokens[subject.start]?.word ?? '')
  )
}
const DOES =
  /^(?:help|relieve|ease|work|improve|bother|hurt|affect|wake|stop|trigger|settle|touch|change|spread|move|worsen|upset)$/

const isChoice = (words: Passage['words']) => words.some(({ text }) => text === 'or')

/** "Any nausea or vomiting? – Yes.": one or the other. */
const isOneOf = (words: Passage['words'], at: number) => {
  const or = words.findIndex(({ text }) => text === 'or')
  return or >= 0 && at >= or - 3 && at <= or + 4
}

const partsIn = (sentences: readonly Sentence[]) =>
  new Set(sentences.flatMap(({ tokens }) => tokens.flatMap(({ word }) => (isBodyPart(word) ? [stem(word)] : []))))

/** "Any numbness in your feet? – No, but my hands go numb." */
function isOfOtherPart({ sentences, answer }: Told): boolean {
  const [asked, told] = [partsIn(sentences), partsIn(answer)]
  return /^no\b.*\bbut\b/.test(answer[0]?.said ?? '') && asked.size > 0 && told.size > 0 && asked.isDisjointFrom(told)
}

/** "Any blood in your stools? – No, but they have been dark.": the rest tells of something else. */
function isAnotherThing({ answer }: Told, asked: string): boolean {
  const [, rest] = /^no\b.*?\bbut\b(.*)$/.exec(answer[0]?.said ?? '') ?? []
  return (
    rest !== undefined &&
    !OF_KINDS.test(asked) &&
    !rest.split(' ').map(stem).includes(asked) &&
    / (?:is|are|has|have|had|was|were|do|does|did|get|gets|feel|feels|go|goes)\b/.test(rest)
  )
}

const OF_KINDS =
  /^(?:allerg|medicin|tablet|pil|drug|operat|surgeri|ilnes|condit|problem|job|work|liv|relativ|smok|drink|alcohol|vap)/

/** "Any allergies? – Penicillin.": what is named at once is the answer, where the question asks for a name or an amount. */
function isTold({ answer: [first] }: Told, asked: string): boolean {
  const isFragment = first?.clauses.every(({ verb }) => verb === undefined) ?? false
  return isFragment && OF_KINDS.test(asked) && !/\b(?:no|not|none|never|unsure|sure|maybe)\b/.test(first?.said ?? '')
}
