import { ENGLISH_RULES } from '../en/formatting/english-rules.ts'
import type { Formatted, FormattingRule } from './formatting-rule.ts'

export type { Formatted } from './formatting-rule.ts'

/**
 * Spoken words as a clinician writes them: "blood pressure is one twenty over eighty" is "blood pressure is 120/80", "ten
 * milligrams" "10 mg". Each printed word says how many of the given ones it stands for; every one of them stands in one. Words
 * may have marks at their ends, over which nothing is joined. What could be several things is left as it was said. The rules
 * are a language's (`formattingRules`); without any, every word stays as it is.
 */
export function formatWords(words: readonly string[], rules: readonly FormattingRule[] = ENGLISH_RULES): Formatted[] {
  const plain = words.map(plainOf)
  const ends = endsOf(words)
  const printed: Formatted[] = []
  for (let at = 0; at < words.length; ) {
    const found = formatAt(words, plain, { at, end: ends[at] ?? words.length }, rules)
    printed.push(...found)
    at += found.reduce((sum, { from }) => sum + from, 0)
  }
  return printed
}

const REACH = 8

/** For each word the place behind the next that has a mark. */
function endsOf(words: readonly string[]): number[] {
  const ends: number[] = []
  let end = words.length
  for (let at = words.length - 1; at >= 0; at--) {
    if (markOf(words[at] ?? '') !== '') end = at + 1
    ends[at] = end
  }
  return ends
}

function formatAt(
  words: readonly string[],
  plain: readonly string[],
  { at, end }: { at: number; end: number },
  rules: readonly FormattingRule[],
): Formatted[] {
  const place = { words: plain.slice(at, end), before: plain.slice(Math.max(0, at - REACH), at) }
  for (const rule of rules) {
    const found = rule(place)
    if (found) return asWritten(found, words, plain, at)
  }
  return [{ text: words[at] ?? '', from: 1 }]
}

/**
 * The mark of the last word that was said stands behind the last one that is printed; signs in front stay. What a rule leaves
 * as it is keeps its capitals and signs: "One", "$50", "-2.5", "McBurney".
 */
function asWritten(
  found: readonly Formatted[],
  words: readonly string[],
  plain: readonly string[],
  at: number,
): Formatted[] {
  const taken = found.reduce((sum, { from }) => sum + from, 0)
  const mark = markOf(words[at + taken - 1] ?? '')
  const open = /^[^\p{L}\p{N}%]+/u.exec(words[at] ?? '')?.[0] ?? ''
  let next = at
  return found.map(({ text, from }, index) => {
    const first = next
    next += from
    if (from === 1 && isLeft(text, words[first] ?? '', plain[first])) return { text: words[first] ?? '', from }
    const isMarked = index === found.length - 1 && !text.endsWith(mark)
    return { text: `${index === 0 ? open : ''}${text}${isMarked ? mark : ''}`, from }
  })
}

const isLeft = (text: string, word: string, plain: string | undefined) =>
  text === plain || (/\p{Ll}\p{Lu}/u.test(word) && text.toLowerCase() === plain)

const plainOf = (word: string) =>
  word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}%]+|[^\p{L}\p{N}%]+$/gu, '')
const markOf = (word: string) => /[.,;:!?)"”»…]+$/.exec(word)?.[0] ?? ''

/** Each document that is written of a conversation asks for the same sentences. */
const known = new Map<string, string>()
const MOST_KNOWN = 1000

/** A text with its numbers, units and names as notes print them. */
export function formatSpoken(text: string): string {
  const before = known.get(text)
  if (before !== undefined) return before
  const formatted = formatText(text)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, formatted)
  return formatted
}

function formatText(text: string): string {
  return formatWords(text.split(/\s+/))
    .map((printed) => printed.text)
    .join(' ')
    .replace(/\b(\d) plus\b/g, '$1+')
}
