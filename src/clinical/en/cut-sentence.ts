import { isFronted, leaningAt } from './main-clauses.ts'
import { questionBorders } from './questions.ts'
import { sentenceOdds } from './sentence-ends.ts'
import { isBodyPart } from './terms.ts'
import { isTurningPoint } from './turning-points.ts'
import { isNumber, plainWords } from './words.ts'

/** A sentence of so few words has its marks; the learned borders, which serve where marks are missing, would tear it. */
const MOST_WORDS = 10

/** Where a spoken sentence ends although no mark says so: what was asked and answered in one breath, and long speech. */
export function bordersOf(printed: readonly string[]): number[] {
  const words = printed.map((word) => plainWords(word).join(' '))
  const spoken = words.length > MOST_WORDS ? spokenBorders(words) : []
  return [...new Set([...questionBorders(words), ...spoken])].sort((a, b) => a - b)
}

/** What was learned of sentence ends, and what grammar says of them. */
function spokenBorders(words: readonly string[]): number[] {
  const borders: number[] = []
  let start = 0
  for (let at = 1; at < words.length; at++) {
    const isOdd = sentenceOdds(words, start, at) + leaningAt(words, start, at) > 0
    if (goesOnInTime(words, at) || isFronted(words.slice(start, at))) continue
    const begins = beginsOrder(words, start, at) || beginsReading(words, start, at) || beginsPart(words, start, at)
    if (!isOdd && !begins && !beginsNet(words, start, at) && !isTurningPoint(words, start, at)) continue
    borders.push(at)
    start = at
  }
  return borders
}

/** "If she is not better | in two days": it goes on. */
const goesOnInTime = (words: readonly string[], at: number) =>
  /^(?:in|within|for|by|after) (?:an?|the next|about|one|two|three|four|five|six|\d+)\b/.test(
    words.slice(at, at + 3).join(' '),
  )

/** "No exudate | lungs are clear | neck is soft": one part of the body behind another. */
function beginsPart(words: readonly string[], start: number, at: number): boolean {
  const [before = '', word = '', next = ''] = [words[at - 1], words[at], words[at + 1]]
  const isPart =
    (isBodyPart(word) && /^(?:is|are)$/.test(next)) ||
    (/^(?:lungs|chest|neck|throat|belly|abdomen|heart)(?:'s)?$/.test(word) &&
      (next === 'is' || next === 'are' || word.endsWith("'s")))
  return isPart && at - start >= 2 && !OF_PART.test(before)
}
const OF_PART =
  /^(?:the|your|his|her|my|their|our|of|in|on|to|both|right|left|and|or|a|an|this|that|each|upper|lower|if|when|because|says?|think|is|are|see|hear|with|for|from|but|so)$/

const MOST_OF_NET = 36
/** "You can keep doing the tylenol | if she's not better or she's really sleepy you bring her back": the condition is of what follows. */
function beginsNet(words: readonly string[], start: number, at: number): boolean {
  if (words[at] === 'otherwise') return at - start >= LEAST_BEFORE_ORDER
  if (words[at] !== 'if' || at - start < LEAST_BEFORE_ORDER + 2) return false
  const before = words.slice(start, at).join(' ')
  if (
    /\b(?:if|unless|come back|call|ring|return|seen|know|so|and|or|but|back|in|help)$/.test(before) ||
    ENDS_RETURN.test(before)
  )
    return false
  const behind = words
    .slice(at, at + MOST_OF_NET)
    .join(' ')
    .replace(/\botherwise\b.*$/, '')
  return /\b(?:then|you (?:bring|call|come|go straight|need to (?:be|come|go|call))|bring (?:her|him|them)|call (?:us|me|nine)|come (?:right |straight )?(?:back|in)|go (?:straight |right )?to the (?:er|emergency|hospital))\b/.test(
    behind,
  )
}
const ENDS_RETURN = /\b(?:come|call|ring|return|see|go|emergency|hospital)(?: \w+){0,4}$/

const LEAST_BEFORE_ORDER = 4
/** "Change it once a day | do not pop the blisters | follow up with the clinic": one order behind another. */
function beginsOrder(words: readonly string[], start: number, at: number): boolean {
  const [before = '', word = '', next = ''] = [words[at - 1], words[at], words[at + 1]]
  if (at - start < LEAST_BEFORE_ORDER) return false
  if (word === 'follow' && next === 'up')
    return /^(?:with|in|on)$/.test(words[at + 2] ?? '') && !HOLDS_ORDER.test(before)
  const isOrder =
    /^(?:don't|avoid|drink|keep|change|use|take|apply|put|rest|call|come|wash|stay)$/.test(word) ||
    (word === 'do' && next === 'not')
  return isOrder && OF_TIME.test(before) && !HOLDS_ORDER.test(words[start] ?? '')
}
const OF_TIME = /^(?:days?|daily|weeks?|nights?|months?|hours?|mornings?|needed|meals?|food|today|tomorrow)$/
const HOLDS_ORDER =
  /^(?:to|and|or|will|should|can|could|would|must|a|an|the|your|my|for|with|you|we|i|they|he|she|please|then|also|not|schedule|when|if|some|any|do|did|does|that|who)$/

const VITAL =
  /^(?:pulse|bp|temp|temperature|sats|resps?|weight|respirations?|blood pressure|heart rate|oxygen|respiratory rate)\b/
/** "Your temp is ninety eight four | pulse seventy eight | you're a little tender": readings in a row. */
function beginsReading(words: readonly string[], start: number, at: number): boolean {
  if (
    /^(?:so|okay|and)$/.test(words[at] ?? '') &&
    /^(?:her|his|your|the) (?:\w+ )?(?:weight|temp|temperature|pulse|pressure|sats|oxygen) (?:is|was)\b/.test(
      words.slice(at + 1, at + 5).join(' '),
    )
  )
    return at - start >= 2
  if (!isNumber(words[at - 1] ?? '') && !/^(?:kilos?|kg|pounds|percent|degrees)$/.test(words[at - 1] ?? ''))
    return false
  const isOfReading = words
    .slice(start, start + 5)
    .some((_, offset) => VITAL.test(words.slice(start + offset, start + offset + 2).join(' ')))
  return (
    isOfReading &&
    (VITAL.test(words.slice(at, at + 2).join(' ')) ||
      /^(?:you're|there's|you|there|no|lungs|chest|the)$/.test(words[at] ?? ''))
  )
}

/** The sentence in its pieces. */
export function cutSentence(sentence: string): string[] {
  const printed = sentence.split(/\s+/)
  const borders = bordersOf(printed)
  return [0, ...borders].map((start, index) => printed.slice(start, borders[index]).join(' '))
}
