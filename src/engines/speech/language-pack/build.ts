import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { END, START } from './count-text.ts'
import { readCounts, wordsOfCounts } from './counts-file.ts'
import { mixModels } from './mix-models.ts'
import { readTrigramModel } from './read-trie.ts'
import { openTextModel } from './text-model.ts'
import type { TrigramModel } from './trie-file.ts'
import { writeTrigramModel } from './write-trie.ts'

/** What PocketSphinx is started with. */
export interface LanguagePack {
  /** Path of the language model. */
  model: string
  /** Path of the dictionary. */
  dictionary: string
}

const COUNTS = new URL('dialogue-counts.bin.gz', import.meta.url)
const PRONUNCIATIONS = new URL('clinical.dict', import.meta.url)

/** Of the general model's words, those that are commonest; rarer ones are heard by mistake more often than said. */
const GENERAL_WORDS = 25_000
/** The share of consultations in every chance; the rest is general English. */
const SHARE = 0.5

/** Where a pack lies in its folder. */
export const packIn = (folder: string): LanguagePack => ({
  model: join(folder, 'clinical.lm.bin'),
  dictionary: join(folder, 'clinical.dict'),
})

/**
 * Builds the clinical language pack of PocketSphinx from the general model and dictionary of `general`, which stays as
 * it is, and what is shipped here: pronunciations of clinical words, and how often words follow one another in
 * consultations. Takes about eight seconds. Files come into place whole.
 */
export async function buildLanguagePack(general: LanguagePack, folder: string): Promise<LanguagePack> {
  const [stock, spoken, own, counts] = await Promise.all([
    readTrigramModel(general.model),
    readFile(general.dictionary, 'utf8'),
    readFile(PRONUNCIATIONS, 'utf8'),
    readFile(COUNTS),
  ])
  const clinical = wordsIn(own)
  const known = new Set([...wordsIn(spoken), ...clinical])
  const wanted = [...commonest(stock), ...wordsOfCounts(counts), ...clinical].filter((word) => known.has(word))
  const words = [...new Set([START, END, ...wanted])].sort()
  const ids = new Map(words.map((word, id) => [word, id]))
  const ownCounts = readCounts(counts, words)
  const model = openTextModel(
    ownCounts,
    clinical.map((word) => ids.get(word) ?? 0),
  )
  const pack = packIn(folder)
  await mkdir(folder, { recursive: true })
  await writeTrigramModel(`${pack.model}.part`, mixModels(stock, { counts: ownCounts, model }, SHARE))
  await writeFile(`${pack.dictionary}.part`, spoken.replace(/\n?$/, '\n') + own)
  await rename(`${pack.model}.part`, pack.model)
  await rename(`${pack.dictionary}.part`, pack.dictionary)
  return pack
}

/** The words of a dictionary, each once: "record(2)" is a second way to say "record". */
function wordsIn(dictionary: string): string[] {
  const lines = dictionary.split('\n').filter((line) => line !== '')
  return [...new Set(lines.map((line) => (line.split(' ')[0] ?? '').replace(/\(\d+\)$/, '')))]
}

function commonest({ words, unigrams }: TrigramModel): string[] {
  const chance = (id: number) => unigrams.probability[id] ?? 0
  const ids = [...words.keys()].sort((a, b) => chance(b) - chance(a))
  return ids.slice(0, GENERAL_WORDS).map((id) => words[id] ?? '')
}
