import { stem } from './grammar/stem.ts'
import { CLINICS } from './lay-terms/clinics.ts'
import { LISTS } from './lay-terms/row.ts'
import { WORD_PARTS } from './lay-terms/word-parts.ts'
import { isNegator } from './words.ts'

/** Words in their order, each by its stems. */
type Sequence = readonly ReadonlySet<string>[]
/** A way of saying something: sequences that stand near each other, in any order. */
type Way = readonly Sequence[]

/** What clinicians write for what people say, as it is looked up when a statement has it. */
export interface Restatement {
  /** How many words of the statement it takes. */
  taken: number
  ways: readonly Way[]
}

interface Named {
  stems: readonly string[]
  read(): readonly Way[]
}

/** How far apart the parts of one way may stand, and how many words may stand within a part. */
const REACH = 9
const MOST_BETWEEN = 2

let known: Map<string, Named[]> | undefined

/** By their first words; read when something is first looked up. */
function namesOf(): Map<string, Named[]> {
  if (known) return known
  const names = new Map<string, Named[]>()
  for (const row of [...CLINICS, ...WORD_PARTS]) addRow(row, names)
  known = names
  return names
}

function addRow(row: string, names: Map<string, Named[]>): void {
  const [written = '', spoken = ''] = row.split(' > ')
  let ways: Way[] | undefined
  const read = () => (ways ??= spoken.split(';').map(readWay))
  for (const name of written.split(';')) {
    const stems = wordsOf(name).map((word) => stem(word))
    const [first = ''] = stems
    names.set(first, [...(names.get(first) ?? []), { stems, read }])
  }
}

function wordsOf(text: string): string[] {
  return text
    .trim()
    .toLowerCase()
    .replace(/(?<!\bco)-/g, ' ')
    .split(/\s+/)
}

const readWay = (way: string): Way =>
  way.split('&').map((part) =>
    wordsOf(part).map((word) => {
      const listed = word.startsWith('$') ? (LISTS[word.slice(1)] ?? '') : word
      return new Set(listed.split('/').map((each) => stem(each)))
    }),
  )

/** Everything that stands for what people say and begins with this word, the longest first. */
export function restatementsAt(stems: readonly string[], at: number): Restatement[] {
  const found = (namesOf().get(stems[at] ?? '') ?? []).filter((name) =>
    name.stems.every((each, by) => stems[at + by] === each),
  )
  const lengths = [...new Set(found.map((name) => name.stems.length))].toSorted((a, b) => b - a)
  return lengths.map((taken) => ({
    taken,
    ways: found
      .filter((name) => name.stems.length === taken)
      .flatMap((name) => name.read().filter((way) => isFull(way, name.stems))),
  }))
}

/** What a name of several words says is not said by one. */
const isFull = (way: Way, name: readonly string[]) =>
  !name.some((each) => WEIGHTY.test(each)) ||
  name.filter((each) => !LINKS.test(each)).length < 2 ||
  way.length > 1 ||
  (way[0] ?? []).length > 1
const WEIGHTY =
  /^(?:diseas|disorder|syndrom|canc|carcinoma|tumor|failur|fail|infect|fractur|injuri|injur|surgeri|operat|transplant|driv|vaccin|scan|test|clinic|therapi|inject|tablet|replac|abus|assault|depend|abscess|ulc|arthrit|diabet|stro|strok|attack|virus|attempt|section|admiss|admit|care|hom|depress|hallucin|delus)/
const LINKS = /^(?:of|on|in|at|to|by|with|for|the|a|and|per|from|post|pre|upon|it|be|re|non|up|off|out)$/

/** Where in these words the way is said: the places of its words, in their order. */
export function placesOf(way: Way, stems: readonly string[]): number[][] {
  const [first, ...others] = way.map((part) => sequencesOf(part, stems))
  return (first ?? []).flatMap((start) => {
    const words = [...start]
    for (const places of others) {
      const near = places
        .filter((place) => place.every((at) => !words.includes(at)) && distance(place, words) <= REACH)
        .toSorted((a, b) => distance(a, words) - distance(b, words))[0]
      if (near === undefined) return []
      words.push(...near)
    }
    words.sort((a, b) => a - b)
    return isWhole(words, stems) ? [words] : []
  })
}

const distance = (place: readonly number[], words: readonly number[]) =>
  Math.min(...words.map((at) => Math.abs(at - (place[0] ?? 0))))

/** A denial between them is of one of them alone. */
function isWhole(words: readonly number[], stems: readonly string[]): boolean {
  for (let at = (words[0] ?? 0) + 1; at < (words.at(-1) ?? 0); at++)
    if (!words.includes(at) && isNegator(stems[at] ?? '')) return false
  return true
}

function sequencesOf(sequence: Sequence, stems: readonly string[]): number[][] {
  return stems.flatMap((_, start) => {
    const words: number[] = []
    let at = start
    for (const wanted of sequence) {
      const most = words.length === 0 ? at : at + MOST_BETWEEN
      while (at <= most && !isSaidBy(wanted, stems[at] ?? '')) at++
      if (at > most || at >= stems.length) return []
      words.push(at++)
    }
    return [words]
  })
}

const isSaidBy = (wanted: ReadonlySet<string>, said: string) =>
  wanted.has(said) || (said === 'cannot' && wanted.has('not'))
