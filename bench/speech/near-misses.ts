import { readdir, readFile } from 'node:fs/promises'
import { MEDICINE_NAMES } from '../../src/clinical/en/medicines.ts'
import type { Word } from '../../src/domain/transcript.ts'
import type { CorrectNames } from '../../src/engines/speech/recognizer.ts'
import { openNameCorrection } from '../../src/pipeline/transcribe/correct-names.ts'
import { EVALUATION } from '../evaluation/folder.ts'
import { normalizeWords, wordErrorRate } from '../word-errors.ts'
import { alignWords } from './align-words.ts'

const FOLDER = new URL('data/primock57/', EVALUATION)
const names = new Set(MEDICINE_NAMES.map((name) => name.toLowerCase()))
/** A name counts as said when the reference has it this near: recognisers leave words out. */
const REACH = 2

/** What names that were misheard and corrected are worth, in what 17 recognisers heard of 25 real consultations. */
export async function measureNearMisses(): Promise<void> {
  const correct = openNameCorrection()
  const said = await readReference()
  const files = (await readdir(new URL('asr_outputs/', FOLDER))).filter((name) => !name.startsWith('_')).sort()
  const sum = { right: 0, wrong: 0, before: 0, after: 0 }
  for (const file of files) {
    const heard = JSON.parse(await readFile(new URL(`asr_outputs/${file}`, FOLDER), 'utf8')) as Record<string, string>
    const counts: Counts = { words: 0, names: 0, errors: [0, 0], wrongNames: [0, 0], right: 0, wrong: [] }
    for (const [id, reference] of said) if (heard[id]) await count(reference, heard[id], correct, counts)
    const share = (part: number, of: number) => `${((100 * part) / of).toFixed(2)} %`
    const [errors, wrong] = [counts.errors.map((part) => share(part, counts.words)), counts.wrongNames]
    console.log(
      `${file.replace('.json', '').padEnd(40)} words wrong ${errors.join(' → ')}, names ${wrong.join(' → ')} of ${counts.names}; corrected rightly ${counts.right}, wrongly ${counts.wrong.length}: ${counts.wrong.join(', ')}`,
    )
    sum.right += counts.right
    sum.wrong += counts.wrong.length
    sum.before += wrong[0] ?? 0
    sum.after += wrong[1] ?? 0
  }
  console.log(sum)
}

interface Counts {
  words: number
  names: number
  /** Before and after. */
  errors: [number, number]
  wrongNames: [number, number]
  right: number
  wrong: string[]
}

async function count(reference: string[], text: string, correct: CorrectNames, counts: Counts): Promise<void> {
  const heard = normalizeWords(text)
  const corrected = await correctText(heard, correct)
  const after = corrected.flatMap((word) => normalizeWords(word.text))
  counts.words += reference.length
  counts.names += reference.filter((word) => names.has(word)).length
  for (const [at, words] of [heard, after].entries()) {
    counts.errors[at as 0 | 1] += wordErrorRate(reference, words) * reference.length
    const found = new Set(alignWords(reference, words).map(([place]) => place))
    counts.wrongNames[at as 0 | 1] += reference.filter((word, place) => names.has(word) && !found.has(place)).length
  }
  const pairs = alignWords(reference, after)
  let at = 0
  for (const word of corrected) {
    const name = normalizeWords(word.text)
    if (word.heard !== undefined) {
      const [place, where] = pairs.findLast(([, other]) => other <= at) ?? [0, 0]
      const middle = place + at - where
      const near = reference.slice(Math.max(0, middle - REACH), middle + name.length + REACH)
      if (near.join(' ').includes(name.join(' '))) counts.right++
      else counts.wrong.push(`${word.heard} as ${word.text}`)
    }
    at += name.length
  }
}

/** The words without their marks: some recognisers write none. */
async function correctText(heard: readonly string[], correct: CorrectNames): Promise<readonly Word[]> {
  const words = heard.map((text, at) => ({ text, startMs: at, endMs: at + 1 }))
  const segment = { channel: 0, startMs: 0, endMs: words.length, words }
  const [corrected] = await correct([segment], { language: 'en', vocabulary: [] })
  return corrected?.words ?? []
}

async function readReference(): Promise<Map<string, string[]>> {
  const all = JSON.parse(await readFile(new URL('dev.json', FOLDER), 'utf8')) as {
    id: string
    turns: { text: string }[]
  }[]
  return new Map(all.map(({ id, turns }) => [id, normalizeWords(turns.map(({ text }) => text).join(' '))]))
}
