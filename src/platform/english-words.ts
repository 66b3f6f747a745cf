import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The distribution's model of general American English. */
export const GENERAL_ENGLISH = '/usr/share/pocketsphinx/model/en-us'
/** What set-up makes of it and of clinical words. */
export const CLINICAL_ENGLISH = fileURLToPath(new URL('../../build/language-pack', import.meta.url))

const DICTIONARIES = [join(CLINICAL_ENGLISH, 'clinical.dict'), join(GENERAL_ENGLISH, 'cmudict-en-us.dict')]
/** A word with one of these behind it is a word too. */
const ENDINGS = [/$/, /s$/, /'s$/, /ed$/, /ing$/, /er$/, /ly$/]

/** Whether something is an English word, by these dictionaries. Where none is installed everything is one. */
export async function readEnglishWords(): Promise<(word: string) => boolean> {
  const texts = await Promise.all(DICTIONARIES.map((path) => readFile(path, 'utf8').catch(() => undefined)))
  const text = texts.find(Boolean)
  if (text === undefined) return () => true
  const words = new Set(text.split('\n').map((line) => line.slice(0, line.search(/[\s(]|$/))))
  return (word) => ENDINGS.some((ending) => words.has(word.replace(ending, '')))
}
