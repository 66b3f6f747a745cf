import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { spokenSentences } from '../learn/spoken-text.ts'
import { readEncounters } from '../notes/dialogues.ts'
import { RECIPES, type Recipe, type SetName } from './recipes.ts'
import { type Line, speakLines } from './speak-lines.ts'

export type Role = 'doctor' | 'patient' | 'relative'

interface SpokenTurn {
  role: Role
  /** The voice of flite that says it. */
  speaker: string
  /** Plain words. */
  text: string
  /** The same by sentence, as each begins. */
  sentences: { text: string; startMs: number }[]
  startMs: number
  endMs: number
}

/** A consultation spoken by a machine, with what was said when by whom. */
export interface SpokenConsultation {
  id: string
  set: SetName
  /** Path of the recording. */
  wav: string
  durationMs: number
  turns: SpokenTurn[]
}

const FOLDER = join(import.meta.dirname, '../out/speech')
/** Changed with the way in which recordings are made, so that they are made anew. */
const VERSION = 5
/** The patient's lines that a relative says: every third of those that say something. */
const RELATIVE_EVERY = 3
const LEAST_WORDS = 4

/** The consultations of the bench, of some sets or of all: spoken on the first call, and kept in bench/out. */
export async function speakConsultations(sets?: readonly SetName[]): Promise<SpokenConsultation[]> {
  const spoken: SpokenConsultation[] = []
  for (const recipe of RECIPES) if (!sets || sets.includes(recipe.set)) spoken.push(await speakConsultation(recipe))
  return spoken
}

/** One consultation: spoken on the first call, and kept. */
export async function speakConsultation(recipe: Recipe): Promise<SpokenConsultation> {
  await mkdir(FOLDER, { recursive: true })
  const wav = join(FOLDER, `${recipe.id}-${VERSION}.wav`)
  const telling = wav.replace(/wav$/, 'json')
  if (!existsSync(telling)) {
    console.error(`speaking ${recipe.id} …`)
    const { lines, durationMs } = await speakLines(await linesOf(recipe), recipe, wav)
    const turns = lines.map(({ role, voice, sentences, sentenceStartsMs, startMs, endMs }) => ({
      ...{ role, speaker: voice, text: sentences.join(' '), startMs, endMs },
      sentences: sentences.map((text, at) => ({ text, startMs: sentenceStartsMs[at] })),
    }))
    await writeFile(telling, JSON.stringify({ id: recipe.id, set: recipe.set, wav, durationMs, turns }))
  }
  return JSON.parse(await readFile(telling, 'utf8')) as SpokenConsultation
}

async function linesOf({ dialogue, voices }: Recipe): Promise<Line[]> {
  const encounters = (await readEncounters('valid')).filter(({ id }) => dialogue === '*' || id === dialogue)
  let said = 0
  return encounters.flatMap(({ turns }) =>
    turns.flatMap(({ speaker, text }) => {
      const sentences = spokenSentences(sayable(text)).map((words) => words.join(' '))
      const isDoctor = speaker === 'doctor'
      const isLong = sentences.join(' ').split(' ').length >= LEAST_WORDS
      const isRelative = !isDoctor && voices.length > 2 && isLong && said++ % RELATIVE_EVERY === RELATIVE_EVERY - 1
      const role: Role = isDoctor ? 'doctor' : isRelative ? 'relative' : 'patient'
      const voice = voices[['doctor', 'patient', 'relative'].indexOf(role)] ?? voices[1]
      return sentences.length > 0 ? [{ role, voice, sentences }] : []
    }),
  )
}

/** Flite spells what is no word; and says "MRI" as a word, which nobody does. */
const sayable = (text: string) =>
  text
    .replace(/\bmm-hmm\b/gi, 'uh huh')
    .replace(/\bhmm+\b/gi, 'uh')
    .replace(/\bmri\b/gi, 'm r i')
    .replace(/\bcrp\b/gi, 'c r p')
