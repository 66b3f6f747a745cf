import { readFile, writeFile } from 'node:fs/promises'
import { execa } from 'execa'
import { CONDITIONS } from '../../src/clinical/conditions.ts'
import { MEDICINE_NAMES } from '../../src/clinical/medicines.ts'
import { GENERAL } from '../../src/engines/speech/pocketsphinx-process.ts'
import { type Encounter, readEncounters, readJson } from '../notes/dialogues.ts'
import { spellOut, toArpabet } from './arpabet.ts'
import { SPOKEN_BY_CLINICIANS } from './spoken-by-clinicians.ts'
import { spokenSentences } from './spoken-text.ts'

// Writes how clinical words are said that PocketSphinx's dictionary lacks, with eSpeak NG: medicines, conditions, and
// what is said more than once in the training dialogues. `apt-get install espeak-ng && node bench/learn/pronunciations.ts`

const OUT = new URL('../../src/engines/speech/language-pack/clinical.dict', import.meta.url)
const LEAST_SAID = 2

const known = new Set((await readFile(GENERAL.dictionary, 'utf8')).split('\n').map((line) => line.split(' ')[0]))
const turns = [
  ...(await readJson<Encounter[]>('data/mts-dialog/train.json')),
  ...(await readEncounters('train')),
].flatMap((dialogue) => dialogue.turns)
const said = Map.groupBy(
  turns.flatMap(({ text }) => spokenSentences(text).flat()),
  (word) => word,
)
const often = [...said].filter(([, times]) => times.length >= LEAST_SAID).map(([word]) => word)
const named = CONDITIONS.flatMap(({ display }) => display.toLowerCase().match(/[a-z]{4,}/g) ?? [])
const words = [...new Set([...MEDICINE_NAMES, ...named, ...often])]
  .filter((word) => /^[a-z]+(?:'[a-z]+)?$/.test(word) && !known.has(word))
  .sort()

const entries = await Promise.all(words.map(async (word) => [word, await saysOf(word)] as const))
// A second way to say a word stands as "word(2)".
const lines = entries.flatMap(([word, says]) =>
  says.map((phones, at) => `${word}${at > 0 ? `(${at + 1})` : ''} ${phones}`),
)
await writeFile(OUT, `${lines.join('\n')}\n`)
console.log(`${words.length} words`)

async function saysOf(word: string): Promise<string[]> {
  const spelled = spellOut(word)
  if (spelled) return [spelled]
  return [...new Set([SPOKEN_BY_CLINICIANS[word], await pronounce(word)])].filter((says) => says !== undefined)
}

async function pronounce(word: string): Promise<string | undefined> {
  const { stdout } = await execa('espeak-ng', ['-v', 'en-us', '-q', '--ipa', word])
  return toArpabet(stdout.trim())
}
