import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import type { Clause } from '../../../../clinical/en/grammar/clauses.ts'
import { tellThirdPerson, type Voice } from '../../../../clinical/en/grammar/third-person.ts'
import { toInfinitive } from '../../../../clinical/en/grammar/verb-forms.ts'
import { tellClauses } from './tell.ts'

/** How a clinician says what will be done, by himself or with the patient. */
const WILL = /^(?:will|shall|going to|would|want to|like to|have to|need to|plan to)$/
const WISHES = /^(?:like|want|need|advise|recommend|suggest|encourage|ask|have|prefer)$/

/** What was decided, as a plan has it: "Start lisinopril 10 mg daily.", "The patient is to rest." */
export function tellDecision(sentence: Sentence, voice: Voice): string[] | undefined {
  const { tokens, clauses } = sentence
  const main = clauses.findIndex(({ parent, verb }) => verb !== undefined && parent === undefined)
  const clause = clauses[main]
  if (clause?.verb === undefined) return isForbidding(sentence) ? tellForbidden(sentence, voice) : undefined
  const [, needless, meanwhile = ''] = (clauses.length === 1 && NEEDLESS.exec(sentence.spoken)) || []
  if (needless) return [`${needless} ${/[^s]s$/.test(needless) ? 'are' : 'is'} not needed${meanwhile}`]
  const lead = leadOf(sentence, clause)
  if (lead === undefined) return tellClauses(sentence, voice)
  const condition = tellThirdPerson(tokens, clauses, voice, 0, lead.start)
  if (condition === undefined) return undefined
  const isNamed = lead.opens.startsWith('the patient')
  const told = tellThirdPerson(tokens, clauses, { ...voice, isNamed }, lead.from, tokens.length)
  if (told === undefined) return undefined
  return [[condition, lead.opens, told].filter(Boolean).join(' ')]
}

/** "If it gets red, you ring us": that is to be done, and not what the patient does. */
export const asOrder = (text: string) =>
  /^(?:if|when|unless)\b/i.test(text)
    ? text
        .replace(/, (he|she|the patient) (ring|call|phone|return|seek|stop|come|go)(?:e?s)\b/g, ', $1 is to $2')
        .replace(/, they (ring|call|phone|return|seek|stop|come|go)\b/g, ', they are to $1')
        .replace(/,? (?:they|he|she|the patient) brings? (her|him|them) /g, ', bring $1 ')
        .replace(/, (ring|call|return|come|go)(?:e?s) (?=straight|back|to|in|us|the|an?\b)/g, ', $1 ')
    : text

/** "In the meantime, no football, no ladders." */
function tellForbidden({ tokens, clauses }: Sentence, voice: Voice): string[] | undefined {
  const told = tellThirdPerson(tokens, clauses, voice)?.replace(
    /^(?:(?:and|so|but|obviously|in the meantime|until then|for now)\b,? )+/i,
    '',
  )
  if (told === undefined || !/^no\b/i.test(told)) return undefined
  return [`the patient is to avoid ${told.replace(/^no /i, '').replace(/(?:,| and|, and) no (?=\w)/gi, ' and ')}`]
}

/** "We don't need a scan at the moment." */
const NEEDLESS =
  /^(?:no,? )?(?:we|you|i) (?:do not|don't|won't|will not) need (?:any )?(?!more |to )(?=an? |\w+s\b)([\w -]+?)( (?:at the moment|right now|for now|now|today|yet|at this point|for (?:this|that)))?[.]?$/i

/** What is to be done: behind what stands in front ("if you get a fever,", "for the itch"), and how it is opened. */
interface Lead {
  start: number
  from: number
  opens: string
}

/** True where a sentence orders something, by whomever it is said. */
export const isDecided = (sentence: Sentence): boolean => {
  if (leadOfDecision(sentence) !== undefined) return true
  // "We need to start talking about it, so I'll refer you."
  const isOwn = ({ subject }: Clause) => /^(?:i|we)$/.test(sentence.tokens[subject?.head ?? -1]?.word ?? '')
  return sentence.clauses.some(
    (clause) =>
      isOwn(clause) &&
      clause.verb !== undefined &&
      clause.parent === undefined &&
      leadOf(sentence, clause) !== undefined,
  )
}

/** Where what is to be done begins; undefined where nothing is decided. */
export function leadOfDecision(sentence: Sentence): Lead | undefined {
  const clause = sentence.clauses.find(({ parent, verb }) => verb !== undefined && parent === undefined)
  return clause && leadOf(sentence, clause)
}

/** Undefined where the sentence is told as it is. */
function leadOf(sentence: Sentence, clause: Clause): Lead | undefined {
  const { tokens } = sentence
  const { subject, verb } = clause
  if (verb === undefined) return undefined
  const who = subject ? tokens[subject.head]?.word : undefined
  const infinitive = toInfinitive(tokens[verb.head] as Sentence['tokens'][number])
  const start = subject?.start ?? verb.start
  if (who === undefined && verb.isBase && !isRequest(tokens, verb))
    return { start, from: letsAt(tokens, verb.head), opens: '' }
  if (who === undefined && verb.isNegated && tokens[verb.start]?.word === 'do')
    return { start, from: verb.start, opens: '' }
  // "You bring her right back" is said to a parent.
  if (
    who === 'you' &&
    /^(?:bring|give|keep)$/.test(verb.lemma) &&
    /^(?:him|her|them)$/.test(tokens[verb.head + 1]?.word ?? '')
  )
    return { start, from: verb.head, opens: '' }
  if (who !== 'i' && who !== 'we') return undefined
  if (isUnderWay(tokens, verb))
    return { start, from: verb.head + 1, opens: verb.isNegated ? `do not ${verb.lemma}` : verb.lemma }
  if (
    WISHES.test(verb.lemma) &&
    tokens[verb.head + 1]?.word === 'you' &&
    /(?:ed|en|seen)$/.test(tokens[verb.head + 2]?.word ?? '')
  ) {
    return { start, from: verb.head + 2, opens: 'the patient is to be' }
  }
  // "I'd like you on ferrous fumarate": a preposition stands for the verb.
  if (WISHES.test(verb.lemma) && tokens[verb.head + 1]?.word === 'you' && tokens[verb.head + 2]?.word === 'on')
    return { start, from: verb.head + 2, opens: 'the patient is to be' }
  const advised = advisedAt(tokens, verb)
  if (advised > 0) return { start, from: advised, opens: 'the patient is advised to' }
  const wished = wishedAt(tokens, verb.head)
  if (WISHES.test(verb.lemma) && wished > 0) return { start, from: wished, opens: 'the patient is to' }
  // "I'd recommend a colonoscopy."
  if (isRecommended(tokens, verb)) return { start, from: verb.head, opens: '' }
  if (WISHES.test(verb.lemma) && !/^(?:have|ask)$/.test(verb.lemma)) return undefined
  if (verb.modals.length > 0 && verb.head === verb.start) return { start, from: verb.head + 1, opens: '' }
  if (
    verb.lemma === 'have' &&
    tokens[verb.head + 1]?.word === 'you' &&
    /^(?:VERB|NOUN)$/.test(tokens[verb.head + 2]?.pos ?? '')
  ) {
    return { start, from: verb.head + 2, opens: 'the patient is to' }
  }
  if (verb.lemma === 'go' && tokens[verb.head + 1]?.word === 'ahead' && !verb.isNegated) {
    const from = behindGo(tokens, verb.head)
    return EXAMINES.test(wordsFrom(tokens, from)) ? undefined : { start, from, opens: '' }
  }
  if (EXAMINES.test(wordsFrom(tokens, verb.head))) return undefined
  if (verb.modals.length > 0 && verb.modals.every((modal) => WILL.test(modal)) && !verb.isNegated) {
    return { start, from: verb.head + 1, opens: infinitive }
  }
  return undefined
}

/** "I'm adding sodium bicarbonate", "we're stopping the iron": decided, and done now. */
const isUnderWay = (tokens: Sentence['tokens'], { start, head, lemma, modals }: NonNullable<Clause['verb']>) =>
  modals.length === 0 &&
  head > start &&
  /^(?:am|are)$/.test(tokens[start]?.word ?? '') &&
  (tokens[head]?.word ?? '').endsWith('ing') &&
  /^(?:add|start|stop|prescribe|refer|increase|reduce|decrease|change|switch|order|book|arrange|continue|send|double|halve|request|hold|give|admit)$/.test(
    lemma,
  )

/** "No football, no ladders", "nothing by mouth": forbidden without a verb. */
export const isForbidding = ({ clauses, said, speaker }: Sentence): boolean =>
  speaker === 'doctor' && clauses.every(({ verb }) => verb === undefined) && FORBIDS.test(said)
const FORBIDS =
  /^(?:(?:and|so|but|in the meantime|until then|for now|obviously) )*(?:no|nothing) (?:more )?(?:\w+ )?(?:alcohol|drinking|driving|swimming|gym|sports?|football|running|lifting|ladders|smoking|work|school|nursery|sex|intercourse|flying|baths?|food|eating|contact|exercise|heavy|lenses|make-?up|steroids|nsaids|ibuprofen|aspirin|by mouth|to eat|to drink)\b/

/** "Tell me about it", "take a deep breath", "let me look": asked for now, and ordered for nobody. */
function isRequest(tokens: Sentence['tokens'], { head, lemma }: NonNullable<Clause['verb']>): boolean {
  const behind = tokens.slice(head + 1, head + 5).map(({ word }) => word)
  if (lemma === 'let' && behind[0] === 'me')
    return !/^(?:order|prescribe|refer|start|send|get|give|write)$/.test(behind[1] ?? '')
  if (lemma === 'let')
    return (
      /^(?:see|look|talk|say|hope|go (?:over|through)|take a look|listen|examine|know|review)\b/.test(
        behind.slice(1).join(' '),
      ) && !/sleep|diet|weight/.test(tokens.map(({ word }) => word).join(' '))
    )
  // "See you in two weeks" is a plan, "see you" a farewell.
  if (/^(?:see|call|ring)$/.test(lemma))
    return behind[0] === 'you' && !/^you (?:back |again )?(?:in|on|next|for|before|after)\b/.test(behind.join(' '))
  if (/^(?:take|breathe|open|lift|lie|sit|lay|bend|push|pull|squeeze|turn|raise|hold|stand)$/.test(lemma))
    return EXAMINING.test(behind.join(' '))
  if (EXAMINES.test(wordsFrom(tokens, head))) return true
  return /^(?:kick|finalize|talk|review|discuss|press|continue to bend|thank|excuse|forgive|guess|mean|look|sound|tell|bet|bless|ask|describe|show|listen|say|wait|remind|walk|repeat after|point|welcome|got|know|love|hang|mind)$/.test(
    lemma,
  )
}

/** What the clinician is about to do to the patient, and no order. */
const EXAMINES =
  /^(?:do|take|have|perform) (?:a |an |my |the |another )?(?:\w+ ){0,2}(?:exam|examination|look|listen|peek|feel)\b|^(?:start|keep) (?:talking|thinking)\b|^(?:listen|look|feel|examine|press|palpate|check you(?!r)|check out|see how|talk|go over|pull up|tap|squeeze|kick|push|bend|hear)\b/
const wordsFrom = (tokens: Sentence['tokens'], at: number) =>
  tokens
    .slice(at, at + 8)
    .map(({ word }) => word)
    .join(' ')

const EXAMINING =
  /^(?:a (?:deep|big) breath|a look|a seat|in and|your (?:mouth|eyes?|arms?|legs?|head|shirt|breath)|my|against|still|back for|down|up (?:for|here)|here|this (?:way|arm)|it there|on\b|over)/

/** "Let us get an MRI" orders the MRI. */
const letsAt = (tokens: Sentence['tokens'], head: number) =>
  tokens[head]?.word === 'let' && /^(?:us|me)$/.test(tokens[head + 1]?.word ?? '')
    ? behindGo(tokens, head + 2)
    : behindGo(tokens, head)

/** "Go ahead and get". */
const behindGo = (tokens: Sentence['tokens'], at: number) =>
  /^go$/.test(tokens[at]?.word ?? '') && tokens[at + 1]?.word === 'ahead'
    ? at + (tokens[at + 2]?.word === 'and' ? 3 : 2)
    : at

/** Behind "I would suggest we", "I'd recommend that you". */
function advisedAt(tokens: Sentence['tokens'], { head, lemma, isNegated }: NonNullable<Clause['verb']>): number {
  if (isNegated || !/^(?:suggest|recommend|advise|propose)$/.test(lemma)) return 0
  const who = tokens[head + 1]?.word === 'that' ? head + 2 : head + 1
  const verb = tokens[who + 1]
  return /^(?:we|you)$/.test(tokens[who]?.word ?? '') && verb?.pos === 'VERB' && verb.word === verb.lemma ? who + 1 : 0
}

const isRecommended = (tokens: Sentence['tokens'], { head, lemma, isNegated }: NonNullable<Clause['verb']>) =>
  !isNegated &&
  /^(?:suggest|recommend|advise)$/.test(lemma) &&
  (/^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(tokens[head + 1]?.pos ?? '') || /\w{3,}ing$/.test(tokens[head + 1]?.word ?? ''))

/** Behind "I would like you to", "I want you to". */
function wishedAt(tokens: Sentence['tokens'], head: number): number {
  const [you, to, verb] = [tokens[head + 1]?.word, tokens[head + 2]?.word, tokens[head + 3]]
  if (you === 'for' && to === 'you') return tokens[head + 3]?.word === 'to' ? head + 4 : 0
  return you === 'you' && to === 'to' && verb ? head + 3 : 0
}
