import type { Names, RomanceLanguage } from './romance-language.ts'
import type { Token } from './words.ts'
import { isWord, plainWord } from './words.ts'

/** A name of a table where it stands in a sentence: its first token, and the one behind its last. */
export interface Found {
  name: string
  start: number
  end: number
}

interface Phrase {
  name: string
  words: string[]
}

/** Between the words of a phrase: "j'ai très mal, surtout à la tête" is no more than this apart. */
const MOST_BETWEEN = 3

const indexed = new WeakMap<Names, ReadonlyMap<string, Phrase[]>>()

/** All names of a table in a sentence, also those within longer ones, the longest of a place first. */
export function findNames(tokens: readonly Token[], names: Names, language: RomanceLanguage): Found[] {
  const phrases = indexed.get(names) ?? index(names, language)
  indexed.set(names, phrases)
  const found = tokens.flatMap(({ word }, start) =>
    (phrases.get(language.stem(word)) ?? []).flatMap(({ name, words }) => {
      const end = matchFrom(tokens, start, words, language)
      return end === undefined ? [] : [{ name, start, end }]
    }),
  )
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

const exact = new WeakMap<RomanceLanguage, RomanceLanguage>()

/** Relatives, each by its own form: "cousine" is no "cousin". */
export function findRelatives(tokens: readonly Token[], language: RomanceLanguage): Found[] {
  const known = exact.get(language) ?? { ...language, stem: (word: string) => word }
  exact.set(language, known)
  return findNames(tokens, language.relatives, known)
}

/** Those that stand within no other: "mal à la tête" is no other pain. */
export function findLongest(tokens: readonly Token[], names: Names, language: RomanceLanguage): Found[] {
  const all = findNames(tokens, names, language)
  return all.filter(
    (one, at) =>
      !all.some(
        (other, index) =>
          other.start <= one.start &&
          other.end >= one.end &&
          (other.end - other.start > one.end - one.start || (index < at && other.start === one.start)),
      ),
  )
}

function index(names: Names, language: RomanceLanguage): ReadonlyMap<string, Phrase[]> {
  const phrases = Object.entries(names).flatMap(([name, ways]) =>
    [...new Set([name, ...ways.split(', ')])].map((way) => ({ name, words: wordsOf(way, language) })),
  )
  return Map.groupBy(phrases, ({ words }) => words[0] ?? '')
}

const wordsOf = (way: string, language: RomanceLanguage) =>
  way
    .split(' ')
    .flatMap((word) => language.splitWord(word.replaceAll('’', "'")))
    .map((word) => language.stem(plainWord(word, language.accented)))

function matchFrom(tokens: readonly Token[], start: number, words: readonly string[], language: RomanceLanguage) {
  let at = start
  let between = 0
  for (const wanted of words) {
    while (at < tokens.length && language.stem(tokens[at]?.word ?? '') !== wanted) {
      const { word = '', segment } = tokens[at] ?? {}
      const isSkipped = at > start && (language.smallWords.has(word) || /^\d/.test(word)) && isWord(tokens[at] as Token)
      if (!isSkipped || segment !== tokens[start]?.segment || ++between > MOST_BETWEEN) return undefined
      at++
    }
    if (at >= tokens.length || (tokens[at]?.segment !== tokens[start]?.segment && words.length > 1)) return undefined
    at++
  }
  return at
}
