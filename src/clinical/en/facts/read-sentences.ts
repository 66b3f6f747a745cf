import type { Item } from '../../../domain/transcript.ts'
import { isToScribe } from '../../to-scribe.ts'
import { cleanSpoken } from '../clean-spoken.ts'
import { cutSpoken } from '../cut-spoken.ts'
import { asksForAssent, asksOnCondition, beginsLikeQuestion, questionBorders } from '../questions.ts'
import { endsSentence, isLeadIn, isNumber, plainWords, readSentences } from '../words.ts'
import { readSentence, type Sentence } from './sentence.ts'

/** Below this mean confidence sentences were nonsense in made consultations, measured with an engine that is gone; above, mostly right. */
const LEAST_CONFIDENCE = 0.5

/** Commands to an assistant that listens: what they order is said to the patient as well. */
const TO_A_DEVICE =
  /\b(ignore|disregard|forget) (all |any |your |my |the |these |those )*(previous |prior |earlier )?(rules|instructions|prompts?)\b|^((hey|hi|hello|ok|okay),? )?(dragon|dax|siri|google|alexa)\b(?!.*\byears?[- ]old\b)|^show me (the|his|her|your)\b|\b(dragon|dax)[.,!?]?$/i
/** A clinician's order to one is his order. */
const ORDER_TO_A_DEVICE =
  /^(?:(?:hey|hi|ok|okay),? )?(?:dragon|dax),? (?:please )?(?=(?:order|prescribe|start|add|refill|schedule|send|continue|increase|stop)\b)/i
/** "Can you ask her how long she's had the pain?": what is asked of the patient. */
const BY_INTERPRETER =
  /^(?:(?:and|so|okay),? )*(?:can|could|would) you (?:please |just )?ask (?:him|her|them) (?:please )?(?=(?:how|what|when|where|which|why)\b)/i

/** Speech without marks is cut where sentences most likely end; what has its marks would be torn. */
const LONGEST_UNMARKED = 12

/** True when the recogniser does not doubt what it heard. */
export const isHeardClearly = ({ confidence = 1 }: Pick<Item, 'confidence'>) => confidence >= LEAST_CONFIDENCE

/** The writer and the proof read the same items. */
const known = new WeakMap<Item, readonly Sentence[]>()

/** The sentences of an item without hesitations, openers and what was said twice. */
export function readItem(item: Item): readonly Sentence[] {
  const before = known.get(item)
  if (before) return before
  const read = splitItem(item)
  known.set(item, read)
  return read
}

function splitItem(item: Item): Sentence[] {
  const isMarked = endsSentence(item.text.trim().split(/\s+/).at(-1) ?? '') || item.text.includes(', ')
  // "Do you have any chest pain no." is a question and its answer.
  const cut = (sentence: string) =>
    isMarked && plainWords(sentence).length < LONGEST_UNMARKED * 4 ? cutQuestions(sentence) : cutSpoken(sentence)
  return joinTorn(readSentences(item.text.replace(HOURLY, 'q$1h')))
    .map((sentence) => sentence.replace(SAID_BETWEEN, ','))
    .flatMap(cut)
    .flatMap((text) => (item.speaker === 'doctor' ? cutDecision(text) : [text]))
    .map((text) =>
      item.speaker === 'patient' ? text : text.replace(ORDER_TO_A_DEVICE, '').replace(BY_INTERPRETER, ''),
    )
    .filter((text) => !TO_A_DEVICE.test(text) && !(item.speaker !== 'doctor' && isToScribe({ ...item, text })))
    .map(tidy)
    .filter((text) => text !== '')
    .map((text) => readSentence(text, item))
    .reduce(joinTag, [])
    .reduce(joinFragment, [])
}

/** "You don't get short of breath? Do you?", "some people think of ending it. Have you?": what is asked stands before. */
function joinTag(read: readonly Sentence[], sentence: Sentence): Sentence[] {
  const before = read.at(-1)
  if (before === undefined || !TAG.test(sentence.said)) return [...read, sentence]
  const text = `${before.spoken.replace(/[.?]+$/, '')}, ${sentence.spoken.charAt(0).toLowerCase()}${sentence.spoken.slice(1)}`
  return [...read.slice(0, -1), readSentence(text, { id: before.itemId, speaker: before.speaker })]
}
const TAG =
  /^(?:(?:and|so|but|or) )*(?:do|does|did|have|has|had|are|is|was|were|can|could|would|will) (?:not )?(?:you|he|she|they|it|that|there)(?: not| ever| too| yourself| at all)?$/

/** How words begin that go on with what was said before them. */
const GOES_ON =
  /^(?:(?:and|but|or|like) )*(?:when|if|because|since|ever since|until|after|before|mostly|mainly|only|usually|especially|at night|in the (?:morning|evening|night)|by the (?:morning|evening|end)|on and off)\b/
const MOST_OF_FRAGMENT = 10
const LEAST_BEFORE = 4

/** "I've been leaking. When I cough.": what a patient adds has no sentence of its own. */
function joinFragment(read: readonly Sentence[], sentence: Sentence): Sentence[] {
  const before = read.at(-1)
  const isAdded =
    before !== undefined &&
    /^(?:patient|other)$/.test(sentence.speaker) &&
    !before.isQuestion &&
    !sentence.isQuestion &&
    GOES_ON.test(sentence.said) &&
    sentence.tokens.length <= MOST_OF_FRAGMENT &&
    before.said.split(' ').length >= LEAST_BEFORE &&
    before.clauses.some(({ verb, subject }) => verb !== undefined && subject !== undefined) &&
    !sentence.clauses.some(
      ({ verb, opener, parent }) => verb && parent === undefined && !SUBORDINATE.test(opener ?? ''),
    )
  if (!isAdded) return [...read, sentence]
  const text = `${before.spoken.replace(/[.]+$/, '')}, ${sentence.spoken.charAt(0).toLowerCase()}${sentence.spoken.slice(1)}`
  return [...read.slice(0, -1), readSentence(text, { id: before.itemId, speaker: before.speaker })]
}
const SUBORDINATE = /^(?:when|if|because|since|until|after|before|while|although|or)$/

/** "q. 6 h." */
const HOURLY = /\bq\.? ?(\d+) ?h\./gi
/** "Your legs have, you know, some swelling" asks nothing. */
const SAID_BETWEEN = /, (?:you know|i mean|like),/gi

/** "It could be an infected joint, so I want to send you in": what he thinks, and what he does. */
function cutDecision(sentence: string): string[] {
  const [, thinks, decides] = DECIDES.exec(sentence) ?? []
  const isHeld = thinks === undefined || /\b(?:if|when|unless|once|until)\b/i.test(thinks)
  return isHeld || decides === undefined || plainWords(thinks).length < 4
    ? [sentence]
    : [...cutDecision(`${thinks}.`), ...cutDecision(decides)]
}
const DECIDES =
  /^(.+?),? (?:so|and so|and|but) ((?:i|we)(?:'d like|'ll| will| would like|'m going| am going|'re going| are going| want| need) (?:to|you to|you|request|order|refer|send|start|arrange|book|see|get|give|put|prescribe|repeat|treat|ask)\b.+|(?:i'm|we're|i am|we are) (?:order|send|referr?|start|stopp?|putt?|giv|admitt?|prescrib|arrang|book|chang|switch|increas|reduc)ing\b.+|let's .+)$/i

/** Where a sentence turns into a question although a mark stands only at its end: "you mean you have, have you been feeling hot?" */
function cutQuestions(sentence: string): string[] {
  if (!sentence.endsWith('?')) {
    const printed = sentence.split(/\s+/)
    const borders = questionBorders(printed.map((word) => plainWords(word).join(' ')))
    return [0, ...borders].map((start, at) => printed.slice(start, borders[at]).join(' '))
  }
  if (asksOnCondition(plainWords(sentence))) return [sentence]
  // "You have some congestion, but how about any cough?" states the first.
  const [, states, asks] = /^(.+), (?:but|and|so) ((?:how|what) about .+)$/i.exec(sentence) ?? []
  if (states && asks && !beginsLikeQuestion(plainWords(states))) return [`${states}.`, asks]
  const [, decided, asked] = DECIDES_AND_ASKS.exec(sentence) ?? []
  if (decided && asked && !beginsLikeQuestion(plainWords(decided))) return [`${decided}.`, asked]
  const turned = TURNS_TO_QUESTION.exec(sentence)
  // "Have you used sunbeds, did you burn as a child?" asks both.
  if (turned && beginsLikeQuestion(plainWords(sentence.slice(0, turned.index)))) return [sentence]
  return turned ? [sentence.slice(turned.index + turned[0].length - (turned[1]?.length ?? 0))] : [sentence]
}

/** "Let's continue the Prozac and do you need a refill?" */
const DECIDES_AND_ASKS =
  /^((?:let's|let us|i'm|i am|we're|we are|i'll|we'll|your|you're|you are|i want)\b.{12,}?),? (?:and|but) ((?:do|did|have|are|can|would) you\b.+)$/i

const TURNS_TO_QUESTION =
  /, (?:uh,? |um,? |and,? |so,? |is that,? )*((?:have|has|do|does|did|are|is|was|were|can|could) (?:you|it|there|he|she|they)\b(?!(?: not)?\?).*)$/i

/** "It was 97." "7." is one number that a mark tore apart. */
function joinTorn(sentences: readonly string[]): string[] {
  const joined: string[] = []
  for (const sentence of sentences) {
    const before = joined.at(-1) ?? ''
    const isTorn =
      isNumber(plainWords(before).at(-1) ?? '') && /^\d/.test(sentence) && plainWords(sentence).length === 1
    if (isTorn && before.endsWith('.')) joined[joined.length - 1] = `${before} ${sentence}`
    else joined.push(sentence)
  }
  return joined
}

/** Leaves out hesitations, openers ("okay so") and what was said twice; begins with a capital, ends with a mark. */
export function tidy(sentence: string): string {
  const spoken = cleanSpoken(sentence).split(/\s+/)
  const start = spoken.findIndex((word) => !isLeadIn(plainWords(word).join(' ')))
  if (start < 0) return ''
  const text = spoken
    .slice(start)
    .join(' ')
    .replace(/[\s,;:.!?…-]+$/, '')
  const isAsked = /\?["']?$/.test(sentence) && !asksForAssent(sentence)
  const mark = isAsked || beginsLikeQuestion(plainWords(text)) ? '?' : '.'
  return text === '' ? '' : text.charAt(0).toUpperCase() + text.slice(1) + mark
}
