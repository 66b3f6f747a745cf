import type { NearMiss } from '../../clinical/en/near-misses.ts'
import type { SaidTerm } from '../../clinical/en/said-terms.ts'
import { endsSentence } from '../../clinical/en/words.ts'
import type { Word } from '../../domain/transcript.ts'

/** A name, and the words in whose place it stands. */
export interface Correction {
  name: string
  at: number
  taken: number
}

/** A name is seldom heard as more words than these. */
const MOST_WORDS = 4
/** The longest that a term may be in words. */
const MOST_OF_TERM = 12

/** Where terms were said as they are, from the left, the longest first. */
export function findSaid(
  words: readonly Word[],
  findTerm: (words: readonly string[]) => SaidTerm | undefined,
): Correction[] {
  const plain = words.map(plainOf)
  const found: Correction[] = []
  for (let at = 0; at < words.length; ) {
    const term = findTerm(plain.slice(at, endOfPhrase(words, at, MOST_OF_TERM)))
    if (term) found.push({ name: term.text, at, taken: term.taken })
    at += term?.taken ?? 1
  }
  return found
}

/** Where names were misheard: the nearest first, and nothing that shares a word with it. */
export function findMisheard(
  words: readonly Word[],
  findNear: (words: readonly string[]) => NearMiss | undefined,
): Correction[] {
  const plain = words.map(plainOf)
  const near = plain.flatMap((_, at) => {
    const end = endOfPhrase(words, at, MOST_WORDS)
    return Array.from({ length: end - at }, (_, more) => {
      const found = findNear(plain.slice(at, at + more + 1))
      return found ? [{ ...found, at, taken: more + 1 }] : []
    }).flat()
  })
  const taken = new Set<number>()
  return near
    .toSorted((a, b) => a.distance - b.distance || a.taken - b.taken)
    .filter((one) => {
      const places = Array.from({ length: one.taken }, (_, more) => one.at + more)
      if (places.some((place) => taken.has(place))) return false
      for (const place of places) taken.add(place)
      return !one.isRight
    })
}

/** The place behind the words that may belong to one name: none goes over a mark, and none over another name. */
function endOfPhrase(words: readonly Word[], at: number, most: number): number {
  if (words[at]?.heard !== undefined) return at
  let end = at + 1
  while (end < Math.min(words.length, at + most) && words[end]?.heard === undefined && isOpen(words[end - 1])) end++
  return end
}

const isOpen = (word: Word | undefined) =>
  word !== undefined && (!/[.,;:!?…)"”»]$/.test(word.text) || (/\.$/.test(word.text) && !endsSentence(word.text)))

/** Without marks around it and without a possessive ending. */
const plainOf = ({ text }: Pick<Word, 'text'>) =>
  text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '').replace(/['’]s$/, '')
