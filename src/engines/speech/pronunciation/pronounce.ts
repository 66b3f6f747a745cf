import { spellOut } from './spell-out.ts'

/** The ways to say a word by its letters, likeliest first, with the share of each. */
export type Speller = (word: string) => { phones: string; share: number }[]

/** Knows how words are said: each word's ways, in the phones of the CMU dictionary. */
export type Dictionary = ReadonlyMap<string, readonly string[]>

const MOST_WAYS = 4
/** A reading by the letters that is less likely than this is none. */
const LEAST_SHARE = 0.05

const DIGITS = 'zero one two three four five six seven eight nine'.split(' ')

/**
 * How a word or name is said: by the dictionary word for word, capitals and vowel-less words letter by letter, other words
 * by their letters. No ways when it has letters that English does not have.
 */
export function pronounce(text: string, dictionary: Dictionary, readLetters: Speller): string[] {
  const parts = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}'’]+/u)
    .flatMap((word) => word.replaceAll('’', "'").match(/\p{N}|[^\p{N}]+/gu) ?? [])
  const ways = parts.map((part) => waysOf(part, dictionary, readLetters))
  return ways.reduce((before, after) => combine(before, after), ['']).map((phones) => phones.trim())
}

function combine(before: readonly string[], after: readonly string[]): string[] {
  return before.flatMap((front) => after.map((back) => `${front} ${back}`)).slice(0, MOST_WAYS)
}

function waysOf(part: string, dictionary: Dictionary, readLetters: Speller): readonly string[] {
  const word = DIGITS[Number(part)] ?? part.toLowerCase()
  const known = dictionary.get(word)
  if (known && !isInitials(part)) return known
  const letters = word.replaceAll("'", '')
  if (!/^[a-z]+$/.test(letters)) return []
  if (isInitials(part)) return [spellOut(letters)]
  return readLetters(letters)
    .slice(0, MOST_WAYS)
    .filter(({ share }, index) => index === 0 || share >= LEAST_SHARE)
    .map(({ phones }) => phones)
}

/** "MRI", "HbSC" and "tsh" are spelled; "NHS" too, "AIDS" is not told from them and needs to be told how it sounds. */
const isInitials = (word: string) => /^(?:\p{Lu}{1,5}|[^aeiouy'’]{2,5})$/u.test(word)
