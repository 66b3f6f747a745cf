import {
  printAge,
  printDay,
  printDigits,
  printDose,
  printNumber,
  printPercent,
  printRange,
  printTemperature,
} from './print-amount.ts'
import { printDate, printYear } from './print-date.ts'
import { printInitials, printLetterAndNumber, printNumbered } from './print-letters.ts'
import { printName } from './print-names.ts'
import { printPressure } from './print-pressure.ts'
import { printTime } from './print-time.ts'
import type { Printed, PrintingRule } from './printing-rule.ts'

export type { Printed } from './printing-rule.ts'

/** The first rule that knows decides; the narrower ones come first. */
const RULES: readonly PrintingRule[] = [
  printPressure,
  printPercent,
  printDose,
  printTime,
  printDate,
  printYear,
  printTemperature,
  printAge,
  printRange,
  printLetterAndNumber,
  printInitials,
  printNumbered,
  printDay,
  printDigits,
  printNumber,
  printName,
]

/**
 * Spoken words as a clinician writes them: "blood pressure is one twenty over eighty" is "blood pressure is 120/80", "ten
 * milligrams" "10 mg". Each printed word says how many of the given ones it stands for; every one of them stands in one. Words
 * may have marks at their ends, over which nothing is joined. What could be several things is left as it was said.
 */
export function printWords(words: readonly string[]): Printed[] {
  const plain = words.map(plainOf)
  const printed: Printed[] = []
  for (let at = 0; at < words.length; ) {
    const found = printAt(words, plain, at)
    printed.push(...found)
    at += found.reduce((sum, { from }) => sum + from, 0)
  }
  return printed
}

const REACH = 8

function printAt(words: readonly string[], plain: readonly string[], at: number): Printed[] {
  const marked = words.findIndex((word, index) => index >= at && markOf(word) !== '')
  const end = marked < 0 ? words.length : marked + 1
  const place = { words: plain.slice(at, end), before: plain.slice(Math.max(0, at - REACH), at) }
  for (const rule of RULES) {
    const found = rule(place)
    if (found) return withMark(found, words, at)
  }
  return [{ text: words[at] ?? '', from: 1 }]
}

/** The mark of the last word that was said stands behind the last one that is printed; quotes in front stay. */
function withMark(found: readonly Printed[], words: readonly string[], at: number): Printed[] {
  const taken = found.reduce((sum, { from }) => sum + from, 0)
  const mark = markOf(words[at + taken - 1] ?? '')
  const open = /^["'(“]+/.exec(words[at] ?? '')?.[0] ?? ''
  return found.map(({ text, from }, index) => ({
    text: `${index === 0 ? open : ''}${text}${index === found.length - 1 && !text.endsWith(mark) ? mark : ''}`,
    from,
  }))
}

const plainOf = (word: string) =>
  word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}%]+|[^\p{L}\p{N}%]+$/gu, '')
const markOf = (word: string) => /[.,;:!?)"”]+$/.exec(word)?.[0] ?? ''

/** A text with its numbers, units and names as notes print them. */
export function printSpoken(text: string): string {
  return printWords(text.split(/\s+/))
    .map((printed) => printed.text)
    .join(' ')
    .replace(/\b(\d) plus\b/g, '$1+')
}
