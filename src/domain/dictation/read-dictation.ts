import type { LanguageTag } from '../language.ts'
import { PHRASES, type Phrase, type Spoken } from './spoken-words.ts'

/** Where marks come from: from what is spoken, from the engine that hears, or nowhere. Commands are heard in all three. */
export type Punctuation = 'explicit' | 'automatic' | 'none'

/** A word, which may begin a sentence of the engine's, or what was spoken in place of one. */
export type Dictated =
  | { type: 'word'; text: string; beginsSentence: boolean }
  | Exclude<Spoken, { type: 'undo' }>
  /** With its words, which stand where nothing can be taken back. */
  | { type: 'undo'; text: string }

/** As words are compared: small letters without accents or marks. */
const plainOf = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** "d'interrogation" is two of them. */
const split = (text: string) => text.split(/\s+|(?<=\p{L}['’])(?=\p{L})/u).filter((word) => plainOf(word) !== '')

/** Each way to say it by itself, the longest first: a part of one may be another. */
const byLength = (phrases: readonly Phrase[]) =>
  phrases
    .flatMap((phrase) => phrase.says.map((said) => ({ ...phrase, says: [said] })))
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
const lengthOf = ({ says: [said = ''] }: Phrase) => said.length
const TABLES = new Map(Object.entries(PHRASES).map(([language, phrases]) => [language, byLength(phrases)]))

/** What was dictated in an utterance, as the engine wrote it down. Pure. */
export function readDictation(text: string, language: LanguageTag, punctuation: Punctuation): Dictated[] {
  const table = (TABLES.get(language.split('-')[0] ?? '') ?? []).filter(
    ({ means: { type } }) => punctuation === 'explicit' || type === 'break' || type === 'undo',
  )
  const words = split(text)
  const plain = words.map(plainOf)
  const read: Dictated[] = []
  let beginsSentence = true
  for (let at = 0; at < words.length; ) {
    const found = findPhrase(table, { words, plain }, at)
    if (found?.phrase.means.type === 'undo') read.push({ type: 'undo', text: words.slice(at, found.end).join(' ') })
    else if (found) read.push(found.phrase.means)
    else read.push({ type: 'word', text: textOf(words[at] ?? '', punctuation), beginsSentence })
    at = found?.end ?? at + 1
    beginsSentence = found === undefined && /[.?!…]["'”’»)]*$/.test(words[at - 1] ?? '')
  }
  return read
}

interface Words {
  words: readonly string[]
  plain: readonly string[]
}

/** The phrase that is spoken here, and where it ends. */
function findPhrase(table: readonly Phrase[], words: Words, at: number): { phrase: Phrase; end: number } | undefined {
  for (const phrase of table) {
    const end = endOf(phrase, words, at)
    if (end !== undefined && isMark(phrase, words, at, end)) return { phrase, end }
  }
  return undefined
}

/** Engines write "full-stop" and "semi colon" as they like: spaces and hyphens tell nothing. */
function endOf({ says: [said = ''] }: Phrase, { plain }: Words, at: number): number | undefined {
  const wanted = said.replaceAll(' ', '')
  let joined = ''
  for (let end = at; end < plain.length && joined.length < wanted.length; end++) {
    joined += plain[end]
    if (joined === wanted) return end + 1
  }
  return undefined
}

const ENDS = /[.,;:?!]$/

/** Not where the same words are no more than words. What the engine set a mark between does not belong together. */
function isMark({ unlessAfter, unlessBefore }: Phrase, { words, plain }: Words, at: number, end: number): boolean {
  const before = ENDS.test(words[at - 1] ?? '') ? '' : (plain[at - 1] ?? '')
  const behind = ENDS.test(words[end - 1] ?? '') ? '' : (plain[end] ?? '')
  return !unlessAfter?.includes(before) && !unlessBefore?.includes(behind)
}

/** Marks of the engine's own at a word go where it is not to set any; those inside, as of 37.5, stay. */
const textOf = (word: string, punctuation: Punctuation) =>
  punctuation === 'automatic' ? word : word.replace(/^[¿¡"“«(]+|[.,;:?!…"”»)]+$/gu, '')
