import { isPrintedWithCapital } from '../formatting/format-names.ts'
import { isMedicine } from '../terms.ts'
import { TITLES } from './name-words.ts'
import { redactAges } from './redact-ages.ts'
import { redactNames } from './redact-names.ts'
import type { IsWord } from './said-names.ts'

interface Rule {
  pattern: RegExp
  /** What to write instead of a place that the pattern finds. */
  write: (found: string, ...groups: string[]) => string
}

/** What stands in place of what tells who somebody is, beside names and ages. */
const mark = (text: '[date]' | '[number]' | '[address]') => () => text

const WORD = "[\\p{L}'’-]+"
const CAPITAL = "\\p{Lu}[\\p{L}'’-]*"
/** "2 hours on the road" is no address. */
const IN_STREET = `(?!(?:on|in|by|the|a|an|of|my|down|across|along|from|to|or|and|is|per|mg|each|every|either|both|other|minutes?|hours?|days?|times?)\\b)${WORD}`
const STREET =
  '(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|way|boulevard|blvd|square|crescent|terrace|place|highway)'

/** "May" and "march" are verbs too: in small letters they are months only behind "of" or with an ordinal. */
const MONTH = '(?:January|February|April|June|July|August|September|October|November|December)'
const ANY_MONTH = `(?:${MONTH.slice(3, -1)}|March|May)`
const SHORT_MONTH = '(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)'
const ORDINAL =
  '(?:\\d{1,2}(?:st|nd|rd|th)|(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)'
const DAY = `(?:${ORDINAL}|\\d{1,2})`
/** "In April 10 mg", "in May 12 times": the number is none of a day. */
const NO_DAY =
  '(?! ?%| ?(?:mg|mcg|ml|kg|g|percent|tablets?|times|units?|days?|weeks?|months?|years?|hours?|minutes?|people)\\b)'

const DATES: readonly RegExp[] = [
  new RegExp(`\\b(?:the )?${DAY} (?:day )?of ${ANY_MONTH}\\b`, 'giu'),
  new RegExp(`\\b(?:the )?${DAY} ${MONTH}\\b`, 'giu'),
  new RegExp(`\\b${MONTH} (?:the )?${DAY}\\b${NO_DAY}`, 'giu'),
  new RegExp(`\\b(?:${ANY_MONTH}|march) (?:the )?${ORDINAL}\\b|\\bmay (?:the )?\\d{1,2}(?:st|nd|rd|th)\\b`, 'gu'),
  new RegExp(`\\b${ANY_MONTH} \\d{1,2}\\b${NO_DAY}|\\b(?:the )?${DAY} (?:March|May)\\b`, 'gu'),
  new RegExp(`\\b${DAY} ${SHORT_MONTH}\\b|\\b${SHORT_MONTH}\\.? ${DAY}\\b${NO_DAY}`, 'gu'),
  /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b\d{4}[/-]\d{2}[/-]\d{2}\b/gu,
]

const ADDRESSES: readonly Rule[] = [
  { pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:https?:\/\/|www\.)\S+/giu, write: mark('[address]') },
  { pattern: new RegExp(`\\b\\d+[a-z]? (?:${IN_STREET} ){1,3}${STREET}\\b`, 'giu'), write: mark('[address]') },
  {
    pattern: /\b(?:P\.? ?O\.? )?box \d+\b|\b\d{5}-\d{4}\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/gu,
    write: mark('[address]'),
  },
]

/** "Born in March", "moved to Monday", "moved to Lipitor", "lives near Dr." name no place. */
const PLACES: Rule = {
  pattern: new RegExp(
    `\\b((?:live|living|lives|lived|moved|grew up|from|born) (?:in|at|to|near) )(${CAPITAL})((?: ${CAPITAL})*)`,
    'gu',
  ),
  write: (found, before = '', first = '') => {
    const word = first.toLowerCase()
    const isNoPlace =
      isPrintedWithCapital(word) || isMedicine(word) || TITLES.has(word) || /^(?:March|May|\p{Lu}{1,4})$/u.test(first)
    return isNoPlace ? found : `${before}[address]`
  },
}

const NUMBERS: Rule = { pattern: /(?<![\d.])\+?\d(?:[ -]?\d){5,}(?!\d|\.\d)/gu, write: mark('[number]') }

/**
 * The text with marks in place of what tells who somebody is. Follows the list of HIPAA's Safe Harbor (45 CFR 164.514(b)(2))
 * as far as words alone can: names, addresses, dates but their year, numbers that stand for a person, ages over 89. The
 * order matters: what is longer is read first. What the rules do not know stays: a person must read it.
 */
export function redactText(text: string, isWord: IsWord, year = new Date().getFullYear()): string {
  const rules = [...ADDRESSES, ...DATES.map((pattern) => ({ pattern, write: mark('[date]') })), PLACES, NUMBERS]
  const unnamed = rules.reduce((redacted, { pattern, write }) => redacted.replace(pattern, write as never), text)
  return redactAges(redactNames(unnamed, isWord), year)
}
