import { writeFile } from 'node:fs/promises'
import { countText, END, START } from '../../src/engines/speech/language-pack/count-text.ts'
import { packCounts } from '../../src/engines/speech/language-pack/counts-file.ts'
import { readEncounters, readJson } from '../notes/dialogues.ts'
import { spokenSentences } from './spoken-text.ts'

// Counts how words follow one another in the training dialogues of MTS-Dialog and ACI-BENCH, for the recogniser's
// language pack: `node bench/learn/dialogue-counts.ts`. NOTICE names both.

const OUT = new URL('../../src/engines/speech/language-pack/dialogue-counts.bin.gz', import.meta.url)

interface Dialogue {
  turns: { text: string }[]
}

const dialogues: Dialogue[] = [
  ...(await readJson<Dialogue[]>('data/mts-dialog/train.json')),
  ...(await readEncounters('train')),
]
const sentences = dialogues.flatMap(({ turns }) => turns.flatMap(({ text }) => spokenSentences(text)))
const words = [...new Set([START, END, ...sentences.flat()])].sort()
const packed = packCounts(countText(sentences, words))
await writeFile(OUT, packed)
console.log(`${sentences.flat().length} words, ${words.length} of them different, in ${packed.length} bytes`)
