import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Item, Speaker, Transcript } from '../src/domain/transcript.ts'

const SAMPLES = join(import.meta.dirname, '../samples')
/** How long a line is said to take. */
const LINE_MS = 5000

/** A made conversation of `samples/`. */
export const readSample = (name: string): Transcript => readScript(readFileSync(join(SAMPLES, `${name}.txt`), 'utf8'))

/** A conversation written down, a line an item, `who: words`; voices are numbered as they come. */
export function readScript(script: string): Transcript {
  const lines = script.trim().split('\n')
  const voices: string[] = []
  const items = lines.map((line, index): Item => {
    const [, who = '', text = ''] = line.trim().match(/^(\w+): (.*)$/) ?? []
    if (!voices.includes(who)) voices.push(who)
    const times = { startMs: index * LINE_MS, endMs: (index + 1) * LINE_MS, words: [] }
    const speakerLabel = `SPEAKER_${String(voices.indexOf(who) + 1).padStart(2, '0')}`
    return { id: String(index + 1), text, speaker: roleOf(who), speakerLabel, ...times }
  })
  const engine = { engine: 'made', model: 'made', warnings: [] }
  return { language: 'en', durationMs: lines.length * LINE_MS, items, ...engine }
}

const roleOf = (who: string): Speaker => (who === 'doctor' || who === 'patient' ? who : 'unspecified')
