import { fileURLToPath } from 'node:url'
import { EVALUATION } from '../evaluation/folder.ts'
import { readJson } from '../notes/dialogues.ts'

/** Somebody speaks, in seconds from the start; the texts of what is said are in the reference. */
export interface Turn {
  speaker: string
  start?: number
  end?: number
}

/** A recording of people, or of noise (`language` zxx). */
export interface Recording {
  id: string
  /** Path of the recording, in the encoding in which it was published. */
  file: string
  language: string
  kind: string
  /** What was said; null where nobody knows. */
  reference: string | null
  turns: Turn[] | null
  seconds: number
}

/** In the manifest of the evaluation. */
interface Entry extends Omit<Recording, 'seconds'> {
  duration_s: number
}

const FOLDER = 'data/real-speech/'

/** The development recordings. They are people: nothing of them enters the repository, figures may. */
export async function readRecordings(): Promise<Recording[]> {
  const entries = await readJson<Entry[]>(`${FOLDER}manifest.json`)
  return entries.map(({ id, file, language, kind, reference, turns, duration_s }) => ({
    ...{ id, language, kind, turns, seconds: duration_s },
    file: fileURLToPath(new URL(FOLDER + file, EVALUATION)),
    reference: reference && withoutMarks(reference),
  }))
}

/** Those whose words are known. */
export const readTranscribed = async () =>
  (await readRecordings()).flatMap((recording) => {
    const { reference } = recording
    return reference ? [{ ...recording, reference }] : []
  })

/** Books that are read aloud have the places of their lines: `f000012|so it begins`. */
export const withoutMarks = (reference: string) => reference.replace(/\bf\d+\|/g, '')
