import { GIVEN_NAMES } from './given-names.ts'

/** What stands in place of what tells who somebody is. */
type Mark = '[name]' | '[date]' | '[number]' | '[address]' | '[age over 89]'

interface Rule {
  pattern: RegExp
  /** What to write instead of a place that the pattern finds. */
  write: (found: string, ...groups: string[]) => string
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th)?)'
const WORD = "[\\p{L}'’-]+"
const CAPITAL = "\\p{Lu}[\\p{L}'’-]*"
const STREET =
  '(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|way|boulevard|blvd|square|crescent|terrace|place|highway)'

const mark = (text: Mark) => () => text
/** The words before stay, and what they announce goes. */
const markBehind = (text: Mark) => (_: string, before: string) => `${before}${text}`

/**
 * Follows the list of HIPAA's Safe Harbor (45 CFR 164.514(b)(2)) as far as words alone can: names, addresses, dates but
 * their year, numbers that stand for a person, ages over 89. The order matters: what is longer is read first.
 */
const RULES: Rule[] = [
  { pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:https?:\/\/|www\.)\S+/giu, write: mark('[address]') },
  { pattern: new RegExp(`\\b\\d+[a-z]? (?:${WORD} ){1,3}${STREET}\\b`, 'giu'), write: mark('[address]') },
  {
    pattern: /\b(?:P\.? ?O\.? )?box \d+\b|\b\d{5}-\d{4}\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/gu,
    write: mark('[address]'),
  },
  { pattern: new RegExp(`\\b${MONTH} ${DAY}\\b`, 'gu'), write: mark('[date]') },
  { pattern: new RegExp(`\\b(?:the )?${DAY} (?:of )?${MONTH}\\b`, 'gu'), write: mark('[date]') },
  { pattern: /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b/gu, write: mark('[date]') },
  {
    pattern: new RegExp(
      `\\b((?:live|living|lives|lived|moved|grew up|from|born) (?:in|at|to|near) )${CAPITAL}(?: ${CAPITAL})*`,
      'gu',
    ),
    write: markBehind('[address]'),
  },
  {
    pattern:
      /\b(?:9\d|1[0-3]\d)(?=[- ]year[- ]?s?[- ]old)|(?<=\baged? )(?:9\d|1[0-3]\d)\b|(?<=\b(?:I'm|I am|turning|turned) )(?:9\d|1[0-3]\d)\b(?! ?(?:mg|ml|kg|percent|%|\/))/giu,
    write: mark('[age over 89]'),
  },
  { pattern: /(?<![\d.])\+?\d(?:[ -]?\d){5,}(?!\d|\.\d)/gu, write: mark('[number]') },
  {
    pattern: new RegExp(
      `\\b((?:Mr|Mrs|Ms|Miss|Dr|Doctor|Professor|Sister|Nurse)\\.? )${CAPITAL}(?: ${CAPITAL})?`,
      'gu',
    ),
    write: markBehind('[name]'),
  },
  {
    pattern: new RegExp(
      `\\b((?:my name is|my name's|name is|I'm called|call me|this is|ask for|signed by) )(${WORD})(?: ${CAPITAL})*`,
      'giu',
    ),
    write: nameBehind,
  },
  { pattern: new RegExp(`\\b(${WORD})((?: ${CAPITAL})*)`, 'gu'), write: givenName },
]

/** "Call me back" names nobody. */
const NO_NAME = new Set(
  'back if when a an the to again tomorrow today at on in it for what how just your my not fine okay about where who why because'.split(
    ' ',
  ),
)

function nameBehind(found: string, before = '', name = ''): string {
  return NO_NAME.has(name.toLowerCase()) ? found : `${before}[name]`
}

function givenName(found: string, first = '', family = ''): string {
  const bare = first.toLowerCase().replace(/['’]s$/, '')
  if (!GIVEN_NAMES.has(bare)) return found.slice(0, first.length) + (family ? redactNames(family) : '')
  return `[name]${/['’]s$/.test(first) && !family ? "'s" : ''}`
}

/** Capitals behind a word that is no name may themselves begin one: "Hello Maria Lopez". */
const redactNames = (text: string) => text.replace(new RegExp(`(${CAPITAL})((?: ${CAPITAL})*)`, 'gu'), givenName)

/** The text with marks in place of what tells who somebody is. What the rules do not know stays: a person must read it. */
export function redactText(text: string): string {
  return RULES.reduce((redacted, { pattern, write }) => redacted.replace(pattern, write as never), text)
}
