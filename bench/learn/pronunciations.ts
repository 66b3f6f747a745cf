import { readFile, writeFile } from 'node:fs/promises'
import { execa } from 'execa'
import { CONDITIONS } from '../../src/clinical/conditions.ts'
import { MEDICINE_NAMES } from '../../src/clinical/medicines.ts'
import { readDictionary, readWordList } from '../../src/engines/speech/language-pack/dictionary.ts'
import { GENERAL } from '../../src/engines/speech/pocketsphinx-process.ts'
import { alignLetters } from '../../src/engines/speech/pronunciation/align-letters.ts'
import { countGraphones, openSpeller } from '../../src/engines/speech/pronunciation/letter-model.ts'
import { spellOut } from '../../src/engines/speech/pronunciation/spell-out.ts'
import { type Encounter, EVALUATION, readEncounters, readJson } from '../notes/dialogues.ts'
import { isSpelled, toArpabet } from './arpabet.ts'
import { SPOKEN_BY_CLINICIANS } from './spoken-by-clinicians.ts'
import { spokenSentences } from './spoken-text.ts'

// Writes how clinical words are said that PocketSphinx's dictionary lacks: medicines, conditions, clinical-words.txt, what
// stands in the titles of ICD-10-CM (a publication of the United States), and what is said more than once in the training
// dialogues. Said as clinicians do, where that is known, as eSpeak NG does, and as the dictionary's words are.
// `apt-get install espeak-ng && node bench/learn/pronunciations.ts`

const OUT = new URL('../../src/engines/speech/language-pack/clinical.dict', import.meta.url)
const LEAST_SAID = 2
const LEAST_SHARE = 0.25

const general = readDictionary(await readFile(GENERAL.dictionary, 'utf8'))
const entries = [...general].flatMap(([word, ways]) => ways.map((phones) => ({ word, phones: phones.split(' ') })))
const readLetters = openSpeller(countGraphones(alignLetters(entries.filter(({ word }) => /^[a-z']{2,}$/.test(word)))))

const turns = [
  ...(await readJson<Encounter[]>('data/mts-dialog/train.json')),
  ...(await readEncounters('train')),
].flatMap((dialogue) => dialogue.turns)
const said = Map.groupBy(
  turns.flatMap(({ text }) => spokenSentences(text).flat()),
  (word) => word,
)
const often = [...said].filter(([, times]) => times.length >= LEAST_SAID).map(([word]) => word)
const wordsIn = (text: string) => text.toLowerCase().match(/[a-z]{4,}/g) ?? []
const named = CONDITIONS.flatMap(({ display }) => wordsIn(display))
const listed = readWordList(await readFile(new URL('clinical-words.txt', OUT), 'utf8'))
const titles = await readFile(new URL('data/icd10/icd10cm_2018_categories.csv', EVALUATION), 'utf8')
const words = [...new Set([...MEDICINE_NAMES, ...named, ...listed, ...wordsIn(titles), ...often])]
  .filter((word) => /^[a-z]+(?:'[a-z]+)?$/.test(word) && !general.has(word))
  .sort()

const spoken: [word: string, ways: string[]][] = []
for (const word of words) spoken.push([word, await waysOf(word)])
// A second way to say a word stands as "word(2)".
const lines = spoken.flatMap(([word, ways]) =>
  ways.map((phones, at) => `${word}${at > 0 ? `(${at + 1})` : ''} ${phones}`),
)
await writeFile(OUT, `${lines.join('\n')}\n`)
console.log(`${words.length} words, ${lines.length} ways to say them`)

async function waysOf(word: string): Promise<string[]> {
  if (isSpelled(word)) return [spellOut(word)]
  const ways = [SPOKEN_BY_CLINICIANS[word], await sayByEspeak(word), ...readings(word)]
  return [...new Set(ways)].filter((way) => way !== undefined)
}

/** As the general dictionary's words are said: the likeliest reading, and a second one that is nearly as likely. */
function readings(word: string): string[] {
  const [first, second] = readLetters(word.replaceAll("'", ''))
  return [...(first ? [first.phones] : []), ...(second && second.share >= LEAST_SHARE ? [second.phones] : [])]
}

async function sayByEspeak(word: string): Promise<string | undefined> {
  const { stdout } = await execa('espeak-ng', ['-v', 'en-us', '-q', '--ipa', word])
  return toArpabet(stdout.trim())
}
