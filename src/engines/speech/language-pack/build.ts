import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CONDITIONS } from '../../../clinical/conditions.ts'
import { MEDICINE_NAMES } from '../../../clinical/medicines.ts'
import { alignLetters } from '../pronunciation/align-letters.ts'
import { countGraphones, packLetters } from '../pronunciation/letter-model.ts'
import { openClassModel } from './class-model.ts'
import { END, START } from './count-text.ts'
import { readCounts, wordsOfCounts } from './counts-file.ts'
import { printDictionary, readDictionary, readWordList } from './dictionary.ts'
import { mixModels } from './mix-models.ts'
import { readTrigramModel } from './read-trie.ts'
import { openSlots, SLOTS } from './slots.ts'
import type { TrigramModel } from './trie-file.ts'
import { writeTrigramModel } from './write-trie.ts'

/** What PocketSphinx is started with. */
export interface SpokenModel {
  /** Path of the language model. */
  model: string
  /** Path of the dictionary. */
  dictionary: string
}

/** A pack that can take words of one's own: it knows how those are said that its model does not have. */
export interface LanguagePack extends SpokenModel {
  /** Paths of all dictionaries that there are. */
  pronunciations: string[]
  /** Path of what is known of letters and their sounds. */
  letters: string
}

const COUNTS = new URL('dialogue-counts.bin.gz', import.meta.url)
const PRONUNCIATIONS = new URL('clinical.dict', import.meta.url)
const WORD_LIST = new URL('clinical-words.txt', import.meta.url)

/** Of the general model's words, those that are commonest; rarer ones are heard by mistake more often than said. */
const GENERAL_WORDS = 25_000
/** The share of consultations in every chance; the rest is general English. */
const SHARE = 0.5

/** Where a pack lies in its folder. */
export const packIn = (folder: string, general: SpokenModel): LanguagePack => ({
  model: join(folder, 'clinical.lm.bin'),
  dictionary: join(folder, 'clinical.dict'),
  pronunciations: [general.dictionary, fileURLToPath(PRONUNCIATIONS)],
  letters: join(folder, 'letters.bin.gz'),
})

/**
 * Builds the clinical language pack of PocketSphinx from the general model and dictionary of `general`, which stays as
 * it is, and what is shipped here: pronunciations of clinical words, and how often words follow one another in
 * consultations (`countsFile`). Takes about ten seconds. Files come into place whole.
 */
export async function buildLanguagePack(
  general: SpokenModel,
  folder: string,
  countsFile: URL | string = COUNTS,
): Promise<LanguagePack> {
  const [stock, spoken, own, list, counts] = await Promise.all([
    readTrigramModel(general.model),
    readFile(general.dictionary, 'utf8'),
    readFile(PRONUNCIATIONS, 'utf8'),
    readFile(WORD_LIST, 'utf8'),
    readFile(countsFile),
  ])
  const known = new Map([...readDictionary(spoken), ...readDictionary(own)])
  const clinical = clinicalWords(own, list).filter((word) => known.has(word))
  const wanted = [...commonest(stock), ...wordsOfCounts(counts), ...clinical].filter((word) => known.has(word))
  const words = [...new Set([START, END, ...wanted, ...SLOTS])].sort()
  const ids = new Map(words.map((word, id) => [word, id]))
  const idsOf = (some: Iterable<string>) => [...some].flatMap((word) => ids.get(word) ?? [])
  const text = openClassModel(readCounts(counts, words), idsOf(clinical), new Set(idsOf(MEDICINE_NAMES)))
  const pack = packIn(folder, general)
  await mkdir(folder, { recursive: true })
  await writeTrigramModel(`${pack.model}.part`, openSlots(mixModels(stock, text, SHARE)))
  await writeFile(`${pack.dictionary}.part`, printDictionary(known, words))
  await rename(`${pack.model}.part`, pack.model)
  await rename(`${pack.dictionary}.part`, pack.dictionary)
  return pack
}

/** Learns from the general dictionary how words are said that it does not have. Takes about eight seconds. */
export async function buildLetters(general: SpokenModel, folder: string): Promise<void> {
  const ways = [...readDictionary(await readFile(general.dictionary, 'utf8'))].filter(([word]) =>
    /^[a-z']{2,}$/.test(word),
  )
  const entries = ways.flatMap(([word, said]) => said.map((phones) => ({ word, phones: phones.split(' ') })))
  const { letters } = packIn(folder, general)
  await mkdir(folder, { recursive: true })
  await writeFile(`${letters}.part`, packLetters(countGraphones(alignLetters(entries))))
  await rename(`${letters}.part`, letters)
}

/** Words that are kept however rare they are in general English. */
function clinicalWords(dictionary: string, list: string): string[] {
  const conditions = CONDITIONS.flatMap(({ display }) => display.toLowerCase().match(/[a-z]{4,}/g) ?? [])
  return [...new Set([...readDictionary(dictionary).keys(), ...readWordList(list), ...MEDICINE_NAMES, ...conditions])]
}

function commonest({ words, unigrams }: TrigramModel): string[] {
  const chance = (id: number) => unigrams.probability[id] ?? 0
  const ids = [...words.keys()].sort((a, b) => chance(b) - chance(a))
  return ids.slice(0, GENERAL_WORDS).map((id) => words[id] ?? '')
}
