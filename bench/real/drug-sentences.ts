import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { MEDICINE_NAMES } from '../../src/clinical/en/medicines.ts'
import { spokenSentences } from '../learn/spoken-text.ts'
import { readEncounters } from '../notes/dialogues.ts'
import { type Line, speakLines } from '../speech/speak-lines.ts'

const WAV = join(import.meta.dirname, '../out/real/drug-sentences.wav')
const VOICES = ['slt', 'rms', 'awb', 'kal16'] as const
const RECIPE = { id: 'drugs', set: 'mono', dialogue: '', voices: ['slt', 'rms'], channels: 'mono' } as const
/** A sentence is said whole; those of a few words tell little, long ones are mostly about something else. */
const [LEAST_WORDS, MOST_WORDS] = [5, 40]

const names = new Set(MEDICINE_NAMES)
const isDrug = (word: string) => names.has(word.replace(/'s$/, ''))

export interface DrugSentences {
  wav: string
  /** All that is said, in order. */
  words: string[]
  /** The names of medicines among them. */
  drugs: ReadonlySet<string>
}

/** The sentences of ACI-BENCH's validation dialogues that name a medicine, spoken by four voices of flite in turn. */
export async function speakDrugSentences(): Promise<DrugSentences> {
  const dialogues = await readEncounters('valid')
  const sentences = dialogues
    .flatMap(({ turns }) => turns.flatMap(({ text }) => spokenSentences(text)))
    .filter((words) => words.length >= LEAST_WORDS && words.length <= MOST_WORDS && words.some(isDrug))
  const lines = sentences.map(
    (words, at): Line => ({
      ...{ role: 'doctor', voice: VOICES[at % VOICES.length] ?? 'slt' },
      sentences: [words.join(' ')],
    }),
  )
  await mkdir(join(WAV, '..'), { recursive: true })
  if (!existsSync(WAV)) await speakLines(lines, { ...RECIPE, seconds: Number.POSITIVE_INFINITY }, WAV)
  const words = sentences.flat()
  return { wav: WAV, words, drugs: new Set(words.filter(isDrug)) }
}
