import { stem } from './grammar/stem.ts'
import { PARTS } from './lay-terms/body.ts'
import { CARE, REMEDIES, TESTS } from './lay-terms/care.ts'
import { ILLNESSES } from './lay-terms/conditions.ts'
import { FINDINGS } from './lay-terms/examination.ts'
import { INJURIES_AND_HOSPITAL } from './lay-terms/injuries-and-hospital.ts'
import { LIFE } from './lay-terms/life.ts'
import { ORGANS } from './lay-terms/organs.ts'
import { type LayRow, LISTS } from './lay-terms/row.ts'
import { ACTIONS, SCALES, TIMES } from './lay-terms/scales.ts'
import { SYMPTOMS } from './lay-terms/symptoms.ts'
import { WOMEN_CHILDREN_MIND } from './lay-terms/women-children-mind.ts'
import { WORDING } from './lay-terms/wording.ts'

/** What sort of thing a word or phrase names. */
export type Sort = 'finding' | 'part' | 'medicine' | 'test' | 'action' | 'scale' | 'time' | 'other'

/** What a way of saying it stands for. */
interface LayTerm {
  /** The same for all ways of saying one thing. */
  key: string
  sort: Sort
  /** The closed class that it belongs to, where its other members say something else. */
  scale?: string
  /** It names one of several things that the key's name covers: a heel is a foot, and a foot is no heel. */
  isSpecial?: boolean
}

export interface FoundTerm extends LayTerm {
  /** Its words: the first, and the one behind the last. */
  start: number
  end: number
  /** Those of them that say it; others stand in a gap. */
  words: readonly number[]
}

/** A word by all its stems, or a gap of up to so many words. */
type Step = { stems: ReadonlySet<string> } | 'gap'
interface Way {
  steps: readonly Step[]
  term: LayTerm
}

const MOST_IN_GAP = 4

const ways = new Map<string, Way[]>()

const SORTED: readonly (readonly [Sort, readonly LayRow[]])[] = [
  ['finding', SYMPTOMS],
  ['finding', ILLNESSES],
  ['part', PARTS],
  ['medicine', REMEDIES],
  ['test', TESTS],
  ['other', CARE],
  ['other', LIFE],
]
for (const [sort, rows] of SORTED) for (const row of rows) addRow(row, sort)
// A clinician's word for what people say in many, of which none stands for another.
for (const row of [...FINDINGS, ...WORDING, ...WOMEN_CHILDREN_MIND, ...ORGANS, ...INJURIES_AND_HOSPITAL])
  addRow(row.includes('>') ? row : row.replace(';', ' >'), 'other')
for (const [at, poles] of SCALES.entries()) for (const row of poles) addRow(row, 'scale', `scale ${at}`)
for (const [at, poles] of TIMES.entries()) for (const row of poles) addRow(row, 'time', `time ${at}`)
for (const row of ACTIONS) addRow(row, 'action', 'action')

function addRow(row: LayRow, sort: Sort, scale?: string): void {
  const [general, special] = row.split('>').map((part) => part.trim())
  const spoken = (special ?? general ?? '').split(';').map((way) => way.trim())
  const name = special === undefined ? spoken[0] : general
  const key = `${scale ?? sort}: ${name}`
  const term: LayTerm = { key, sort, ...(scale !== undefined && { scale }) }
  for (const way of spoken) addWay(way, special === undefined ? term : { ...term, isSpecial: true })
  if (special !== undefined) addWay(general ?? '', term)
}

function addWay(way: string, term: LayTerm): void {
  const steps = way
    .replace(/(?<!\bco)-/g, ' ')
    .split(/\s+/)
    .map((word): Step => (word === '*' ? 'gap' : { stems: stemsOf(word) }))
  const [first] = steps
  if (first === undefined || first === 'gap') return
  for (const one of first.stems) ways.set(one, [...(ways.get(one) ?? []), { steps, term }])
}

function stemsOf(word: string): ReadonlySet<string> {
  const listed = word.startsWith('$') ? (LISTS[word.slice(1)] ?? '') : word
  return new Set(listed.split('/').map((each) => stem(each.toLowerCase())))
}

/** Everything that these stems say, in any length; a gap holds nothing at which `isBorder`. */
export function findLayTerms(stems: readonly string[], isBorder: (at: number) => boolean): FoundTerm[] {
  return stems.flatMap((first, start) =>
    [...(ways.get(first) ?? []), ...(first === 'cannot' ? (ways.get('not') ?? []) : [])].flatMap(({ steps, term }) => {
      const words = matchFrom(stems, start + 1, steps, 1, isBorder)
      return words === undefined ? [] : [{ ...term, start, end: (words.at(-1) ?? start) + 1, words: [start, ...words] }]
    }),
  )
}

const isSaidBy = (wanted: ReadonlySet<string>, said: string) =>
  wanted.has(said) || (said === 'cannot' && wanted.has('not'))

/** The words by which the rest of a way is said from here on; undefined where it is not. */
function matchFrom(
  stems: readonly string[],
  at: number,
  steps: readonly Step[],
  step: number,
  isBorder: (at: number) => boolean,
): number[] | undefined {
  const wanted = steps[step]
  if (wanted === undefined) return []
  if (wanted !== 'gap') {
    if (at >= stems.length || !isSaidBy(wanted.stems, stems[at] ?? '')) return undefined
    const rest = matchFrom(stems, at + 1, steps, step + 1, isBorder)
    return rest && [at, ...rest]
  }
  for (let skipped = 0; skipped <= MOST_IN_GAP && at + skipped <= stems.length; skipped++) {
    if (skipped > 0 && isBorder(at + skipped - 1)) return undefined
    const rest = matchFrom(stems, at + skipped, steps, step + 1, isBorder)
    if (rest) return rest
  }
  return undefined
}
