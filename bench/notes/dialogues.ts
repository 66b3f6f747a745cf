import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Item, Speaker, Transcript } from '../../src/domain/transcript.ts'
import { EVALUATION } from '../evaluation/folder.ts'

export interface Encounter {
  id: string
  subset: string
  turns: { speaker: string; text: string }[]
  note: string
  dialogue: string
}

export const readJson = async <T>(path: string): Promise<T> =>
  JSON.parse(await readFile(new URL(path, EVALUATION), 'utf8')) as T

/** The consultations of ACI-BENCH with the notes that clinicians wrote of them. */
export const readEncounters = (split: string) => readJson<Encounter[]>(`data/aci-bench/${split}.json`)

/** Dialogues whose doctor and patient two of three judges found swapped in the data: nobody's roles are scored by these. */
export async function readSwapped(): Promise<Set<string>> {
  const list = 'data/aci-bench/speaker_swap_flags_llm.json'
  // What is fetched has no such list, and roles are scored by all dialogues then.
  if (!existsSync(new URL(list, EVALUATION))) return new Set()
  const flags = await readJson<{ id: string; n_models_flagging: number }[]>(list)
  return new Set(flags.flatMap(({ id, n_models_flagging: judges }) => (judges > 1 ? id : [])))
}

const TURN_MS = 5000

/** A consultation as Osler would have heard it, one item a turn. */
export function transcriptOf(turns: Encounter['turns']): Transcript {
  const items = turns.map(({ speaker, text }, index): Item => {
    const startMs = index * TURN_MS
    return {
      id: `i${index + 1}`,
      text: joinTokens(text),
      speaker: roleOf(speaker),
      startMs,
      endMs: startMs + TURN_MS,
      words: [],
    }
  })
  return { language: 'en', durationMs: turns.length * TURN_MS, items, engine: 'bench', model: 'bench', warnings: [] }
}

const ROLES: Record<string, Speaker> = { doctor: 'doctor', patient: 'patient', clinician: 'doctor', '?': 'unspecified' }
const roleOf = (speaker: string): Speaker => ROLES[speaker] ?? 'other'

/** Written text from the data set's tokens: "do n't , okay ?" is "don't, okay?". */
export function joinTokens(text: string): string {
  return text
    .replace(/\b(gon|wan|got|lem|gim) (na|ta|me)\b/g, '$1$2')
    .replace(/ (n't|'s|'m|'re|'ve|'ll|'d)\b/g, '$1')
    .replace(/\bca n't\b|\bcan not\b/g, "can't")
    .replace(/ ([,.?!;:%])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
