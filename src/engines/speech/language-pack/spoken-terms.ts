import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Word } from '../../../domain/transcript.ts'
import type { Term } from '../../../domain/vocabulary.ts'
import { openSpeller, readLetters } from '../pronunciation/letter-model.ts'
import { type Dictionary, pronounce } from '../pronunciation/pronounce.ts'
import type { LanguagePack } from './build.ts'
import { readDictionary } from './dictionary.ts'
import { slotOf, termAt } from './slots.ts'

/** A vocabulary as a recogniser takes it. */
export interface SpokenTerms {
  /** Equal for equal vocabularies; empty for none. */
  key: string
  /** Lines for a dictionary: the slots and how they are said. */
  lines: string
  /** Terms that cannot be said with the letters of English, and tell no word that sounds like them. */
  unsaid: string[]
  /** Words as they were heard, with terms in the place of their slots. */
  print(words: readonly Word[]): Word[]
}

export const NO_TERMS: SpokenTerms = { key: '', lines: '', unsaid: [], print: (words) => [...words] }

/** Tenants whose vocabularies are at hand; finding out how one is said takes half a second. */
const MOST_KEPT = 20

/** Finds how terms are said, by the pack's dictionaries and letters, and keeps it for the next recording. */
export function openTermReader(pack: LanguagePack): (terms: readonly Term[]) => Promise<SpokenTerms> {
  const kept = new Map<string, Promise<SpokenTerms>>()
  return (terms) => {
    if (terms.length === 0) return Promise.resolve(NO_TERMS)
    const key = createHash('sha256').update(JSON.stringify(terms)).digest('hex')
    const spoken = kept.get(key) ?? sayTerms(key, terms, pack)
    spoken.catch(() => kept.delete(key))
    kept.delete(key)
    kept.set(key, spoken)
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest)
    return spoken
  }
}

async function sayTerms(key: string, terms: readonly Term[], pack: LanguagePack): Promise<SpokenTerms> {
  const [dictionary, letters] = await Promise.all([readAll(pack.pronunciations), readFile(pack.letters)])
  const readWord = openSpeller(readLetters(letters))
  const ways = terms.map(({ text, soundsLike }) => [
    ...new Set((soundsLike ?? [text]).flatMap((spoken) => pronounce(spoken, dictionary, readWord))),
  ])
  const lines = ways.flatMap((phones, index) => phones.map((said, at) => `${slotOf(index)}${variant(at)} ${said}\n`))
  return {
    key,
    lines: lines.join(''),
    unsaid: terms.filter((_, index) => ways[index]?.length === 0).map(({ text }) => text),
    print: (words) => words.flatMap((word) => printWord(word, terms)),
  }
}

const variant = (at: number) => (at === 0 ? '' : `(${at + 1})`)

async function readAll(paths: readonly string[]): Promise<Dictionary> {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
  return new Map(texts.flatMap((text) => [...readDictionary(text)]))
}

/** A term of several words becomes as many, each with its share of the time by its letters. */
function printWord(word: Word, terms: readonly Term[]): Word[] {
  const index = termAt(word.text)
  const text = index === undefined ? undefined : terms[index]?.text
  if (text === undefined) return [{ ...word, text: asTerm(word.text, terms) }]
  const parts = text.split(' ')
  const lengthMs = word.endMs - word.startMs
  const timeAt = (at: number) =>
    word.startMs + Math.round((lengthMs * parts.slice(0, at).join('').length) / parts.join('').length)
  return parts.map((part, at) => ({ ...word, text: part, startMs: timeAt(at), endMs: timeAt(at + 1) }))
}

/** A word that the recogniser knows by itself is printed as the vocabulary has it. */
const asTerm = (heard: string, terms: readonly Term[]) =>
  terms.find(({ text }) => text.toLowerCase() === heard)?.text ?? heard
