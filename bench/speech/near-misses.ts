import { readdir, readFile } from 'node:fs/promises'
import { readEnglishWords } from '../../src/clinical/english-words.ts'
import { MEDICINE_NAMES } from '../../src/clinical/medicines.ts'
import { openNearMisses } from '../../src/clinical/near-misses.ts'
import { EVALUATION } from '../notes/dialogues.ts'
import { normalizeWords, wordErrorRate } from '../word-errors.ts'
import { alignWords } from './align-words.ts'

const FOLDER = new URL('data/primock57/', EVALUATION)
const names = new Set(MEDICINE_NAMES.map((name) => name.toLowerCase()))
/** A name counts as said when the reference has it this near: recognisers leave words out. */
const REACH = 2

/** What names that were misheard and mended are worth, in what 17 recognisers heard of 25 real consultations. */
export async function measureNearMisses(): Promise<void> {
  const mend = openNearMisses(MEDICINE_NAMES, await readEnglishWords())
  const said = await readReference()
  const files = (await readdir(new URL('asr_outputs/', FOLDER))).filter((name) => !name.startsWith('_')).sort()
  const sum = { right: 0, wrong: 0, before: 0, after: 0 }
  for (const file of files) {
    const heard = JSON.parse(await readFile(new URL(`asr_outputs/${file}`, FOLDER), 'utf8')) as Record<string, string>
    const counts: Counts = { words: 0, names: 0, errors: [0, 0], wrongNames: [0, 0], right: 0, wrong: [] }
    for (const [id, reference] of said) if (heard[id]) count(reference, normalizeWords(heard[id]), mend, counts)
    const share = (part: number, of: number) => `${((100 * part) / of).toFixed(2)} %`
    const [errors, wrong] = [counts.errors.map((part) => share(part, counts.words)), counts.wrongNames]
    console.log(
      `${file.replace('.json', '').padEnd(40)} words wrong ${errors.join(' → ')}, names ${wrong.join(' → ')} of ${counts.names}; mended rightly ${counts.right}, wrongly ${counts.wrong.length}: ${counts.wrong.join(', ')}`,
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

function count(reference: string[], heard: string[], mend: (word: string) => string | undefined, counts: Counts): void {
  const mended = heard.map((word) => mend(word)?.toLowerCase())
  const after = heard.map((word, at) => mended[at] ?? word)
  counts.words += reference.length
  counts.names += reference.filter((word) => names.has(word)).length
  for (const [at, words] of [heard, after].entries()) {
    counts.errors[at as 0 | 1] += wordErrorRate(reference, words) * reference.length
    const found = new Set(alignWords(reference, words).map(([place]) => place))
    counts.wrongNames[at as 0 | 1] += reference.filter((word, place) => names.has(word) && !found.has(place)).length
  }
  const pairs = alignWords(reference, after)
  for (const [at, name] of mended.entries()) {
    if (name === undefined) continue
    const [place, where] = pairs.findLast(([, other]) => other <= at) ?? [0, 0]
    const middle = place + at - where
    if (reference.slice(Math.max(0, middle - REACH), middle + REACH + 1).includes(name)) counts.right++
    else counts.wrong.push(`${heard[at]} as ${name}`)
  }
}

async function readReference(): Promise<Map<string, string[]>> {
  const all = JSON.parse(await readFile(new URL('dev.json', FOLDER), 'utf8')) as {
    id: string
    turns: { text: string }[]
  }[]
  return new Map(all.map(({ id, turns }) => [id, normalizeWords(turns.map(({ text }) => text).join(' '))]))
}
