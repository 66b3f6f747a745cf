import { gunzipSync, gzipSync } from 'node:zlib'
import { inOrder, type NumberRow, openRows, packRows } from '../number-rows.ts'
import { type Graphone, letterOf } from './align-letters.ts'
import type { Speller } from './pronounce.ts'

/** How many graphones, the last one included, are looked at together. */
const ORDER = 6
/** A graphone is a byte in a key: the first two mean the word's end and its start. */
const SPAN = 256
const END = 0
const START = 1
const FIRST = 2
/** What is taken off every count and given to what was not seen (Kneser & Ney 1995). */
const DISCOUNT = 0.75

/** How graphones follow one another in a dictionary. */
export interface LetterModel {
  /** The commonest; their place is their number. */
  graphones: Graphone[]
  /** For one, two, … graphones in a row: which there are, in order, and how often. The last one is the key's lowest byte. */
  rows: { keys: Float64Array; counts: Uint32Array }[]
}

/** Counts the readings of a dictionary. */
export function countGraphones(words: readonly Graphone[][]): LetterModel {
  const often = new Map<Graphone, number>()
  for (const graphone of words.flat()) often.set(graphone, (often.get(graphone) ?? 0) + 1)
  const graphones = [...often]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SPAN - FIRST)
    .map(([graphone]) => graphone)
  const numbers = new Map(graphones.map((graphone, index) => [graphone, index + FIRST]))
  const counts = Array.from({ length: ORDER }, () => new Map<number, number>())
  for (const word of words) {
    const row = word.map((graphone) => numbers.get(graphone) ?? -1)
    if (!row.includes(-1)) countRow([...EMPTY, ...row, END], counts)
  }
  return { graphones, rows: counts.map((found) => tableOf(inOrder(found))) }
}

const EMPTY: readonly number[] = Array.from({ length: ORDER - 1 }, () => START)

function countRow(row: readonly number[], counts: Map<number, number>[]): void {
  for (let at = ORDER - 1; at < row.length; at++) {
    let key = 0
    for (const [length, found] of counts.entries()) {
      key += (row[at - length] ?? 0) * SPAN ** length
      found.set(key, (found.get(key) ?? 0) + 1)
    }
  }
}

const tableOf = (rows: readonly NumberRow[]) => ({
  keys: Float64Array.from(rows, ([key]) => key),
  counts: Uint32Array.from(rows, ([, count]) => count),
})

/** A line of JSON with the graphones and the numbers of rows, then the rows, all of it gzipped. */
export function packLetters({ graphones, rows }: LetterModel): Buffer {
  const head = JSON.stringify({ graphones, rows: rows.map(({ keys }) => keys.length) })
  const packed = rows.map(({ keys, counts }) => packRows(keys.entries().map(([at, key]) => [key, counts[at] ?? 0])))
  return gzipSync(Buffer.concat([Buffer.from(`${head}\n`), ...packed]))
}

export function readLetters(file: Buffer): LetterModel {
  const bytes = gunzipSync(file)
  const end = bytes.indexOf('\n')
  const head = JSON.parse(bytes.toString('utf8', 0, end)) as { graphones: Graphone[]; rows: number[] }
  const rows = openRows(bytes, end + 1)
  return { graphones: head.graphones, rows: head.rows.map((count) => tableOf([...rows(count)])) }
}

/** A beginning of a word as it may be said. */
interface Path {
  /** Numbers of the last graphones. */
  before: number[]
  fit: number
  phones: string
}

/** So many beginnings are followed; more find nothing likelier. */
const BEAM = 20

/** The ways to say a word of these letters, likeliest first, with the share of each (0…1). */
export function openSpeller({ graphones, rows }: LetterModel): Speller {
  const byLetter = Map.groupBy(graphones.keys(), (index) => letterOf(graphones[index] ?? ''))
  const views = rows.map(openRowsByContext)

  /** The chance of a graphone behind others, looking at `length` of them with itself. */
  function chance(before: readonly number[], graphone: number, length: number): number {
    if (length === 0) return 1 / (graphones.length + 1)
    let context = 0
    for (let back = 1; back < length; back++) context += (before[before.length - back] ?? 0) * SPAN ** (back - 1)
    const lower = chance(before, graphone, length - 1)
    const seen = views[length - 1]?.(context)
    if (seen === undefined || seen.sum === 0) return lower
    return (Math.max(0, seen.countOf(graphone) - DISCOUNT) + DISCOUNT * seen.kinds * lower) / seen.sum
  }

  function extend({ before, fit, phones }: Path, index: number): Path {
    const said = (graphones[index] ?? '').slice(2)
    return {
      before: [...before.slice(1), index + FIRST],
      fit: fit + Math.log(chance(before, index + FIRST, ORDER)),
      phones: said ? `${phones} ${said}` : phones,
    }
  }

  return (word) => {
    let paths: Path[] = [{ before: [...EMPTY], fit: 0, phones: '' }]
    for (const letter of word) {
      const longer = paths.flatMap((path) => (byLetter.get(letter) ?? []).map((index) => extend(path, index)))
      paths = longer.sort((a, b) => b.fit - a.fit).slice(0, BEAM)
    }
    const shares = new Map<string, number>()
    for (const { before, fit, phones } of paths) {
      const said = phones.trim()
      shares.set(said, (shares.get(said) ?? 0) + Math.exp(fit) * chance(before, END, ORDER))
    }
    const sum = [...shares.values()].reduce((total, share) => total + share, 0)
    return [...shares]
      .filter(([phones]) => phones !== '')
      .sort(([, a], [, b]) => b - a)
      .map(([phones, share]) => ({ phones, share: share / sum }))
  }
}

/** What stands behind a context: how much, of how many kinds, and how often each. */
interface Seen {
  sum: number
  kinds: number
  countOf(graphone: number): number
}

function openRowsByContext({ keys, counts }: LetterModel['rows'][number]): (context: number) => Seen {
  const known = new Map<number, Seen>()
  return (context) => {
    const found = known.get(context) ?? readContext(keys, counts, context)
    known.set(context, found)
    return found
  }
}

function readContext(keys: Float64Array, counts: Uint32Array, context: number): Seen {
  const [first, end] = [firstFrom(keys, context * SPAN), firstFrom(keys, (context + 1) * SPAN)]
  const counted = new Map<number, number>()
  let sum = 0
  for (let at = first; at < end; at++) {
    counted.set((keys[at] as number) % SPAN, counts[at] as number)
    sum += counts[at] as number
  }
  return { sum, kinds: counted.size, countOf: (graphone) => counted.get(graphone) ?? 0 }
}

/** Where the first key stands that is not below the wanted one. */
function firstFrom(keys: Float64Array, wanted: number): number {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
