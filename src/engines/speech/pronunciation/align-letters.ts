/** A dictionary entry: the word, and the phones it is said with. */
export interface Entry {
  word: string
  phones: readonly string[]
}

/** A letter with the phones it stands for, as "x:K S" or "e:" for a silent one. */
export type Graphone = string

/** One letter stands for as many phones at most. */
const MOST_PHONES = 2
/** Every so many entries are enough to learn how often a letter stands for which phones. */
const SAMPLED = 6
const ROUNDS = 4
/** Before anything is learned: how likely a letter is to stand for none, one and two phones. */
const FIRST_GUESS = [0.2, 1, 0.05]
/** Entries whose letters tell less of their phones are spelled out or foreign: natural logarithm of a chance, by letter. */
const LEAST_FIT = -2.5

type Chances = (graphone: Graphone) => number

/**
 * Tells which letter of each word stands for which phones, by expectation and maximisation over all of them (Black, Lenzo
 * and Pagel, "Issues in building general letter to sound rules", 1998). Words that cannot be read so are left out.
 */
export function alignLetters(entries: readonly Entry[]): Graphone[][] {
  const sample = entries.filter((_, index) => index % SAMPLED === 0)
  let chances: Chances = (graphone) => FIRST_GUESS[graphone.split(/[: ]/).filter(Boolean).length - 1] ?? 0
  for (let round = 0; round < ROUNDS; round++) chances = estimate(sample, chances)
  return entries.flatMap((entry) => {
    const path = bestPath(entry, chances)
    return path ? [path] : []
  })
}

const graphoneOf = (letter: string, phones: readonly string[], from: number, count: number): Graphone =>
  `${letter}:${phones.slice(from, from + count).join(' ')}`

/** How often each letter stands for which phones, by all readings of every word in proportion to their chances. */
function estimate(entries: readonly Entry[], chances: Chances): Chances {
  const counts = new Map<Graphone, number>()
  for (const { word, phones } of entries) {
    const forward = walk(word, phones, chances)
    const total = forward.at(-1)?.[phones.length] ?? 0
    if (total > 0) countBackward(word, phones, chances, forward, total, counts)
  }
  const byLetter = new Map<string, number>()
  for (const [graphone, count] of counts)
    byLetter.set(letterOf(graphone), (byLetter.get(letterOf(graphone)) ?? 0) + count)
  // What was seen less than once is an error of the dictionary.
  return (graphone) => {
    const count = counts.get(graphone) ?? 0
    return count > 1 ? count / (byLetter.get(letterOf(graphone)) ?? 1) : 0
  }
}

export const letterOf = (graphone: Graphone) => graphone.charAt(0)

/** By letters read: the chance of each number of phones said so far. */
function walk(word: string, phones: readonly string[], chances: Chances): Float64Array[] {
  const rows = [row(phones)]
  ;(rows[0] as Float64Array)[0] = 1
  for (const letter of word) {
    const before = rows.at(-1) as Float64Array
    const next = row(phones)
    eachStep(phones, (from, count) => {
      const chance = before[from] as number
      if (chance > 0)
        next[from + count] = (next[from + count] as number) + chance * chances(graphoneOf(letter, phones, from, count))
    })
    rows.push(next)
  }
  return rows
}

const row = (phones: readonly string[]) => new Float64Array(phones.length + 1)

function eachStep(phones: readonly string[], visit: (from: number, count: number) => void): void {
  for (let from = 0; from <= phones.length; from++) {
    for (let count = 0; count <= MOST_PHONES && from + count <= phones.length; count++) visit(from, count)
  }
}

function countBackward(
  word: string,
  phones: readonly string[],
  chances: Chances,
  forward: readonly Float64Array[],
  total: number,
  counts: Map<Graphone, number>,
): void {
  let behind = row(phones)
  behind[phones.length] = 1
  for (let at = word.length - 1; at >= 0; at--) {
    const here = row(phones)
    eachStep(phones, (from, count) => {
      if (behind[from + count] === 0) return
      const graphone = graphoneOf(word.charAt(at), phones, from, count)
      const chance = chances(graphone) * (behind[from + count] as number)
      here[from] = (here[from] as number) + chance
      const share = ((forward[at]?.[from] ?? 0) * chance) / total
      if (share > 0) counts.set(graphone, (counts.get(graphone) ?? 0) + share)
    })
    behind = here
  }
}

/** The likeliest reading; undefined where the letters hardly tell the phones. */
function bestPath({ word, phones }: Entry, chances: Chances): Graphone[] | undefined {
  const steps: Int8Array[] = []
  let before = row(phones).fill(Number.NEGATIVE_INFINITY)
  before[0] = 0
  for (const letter of word) {
    const next = row(phones).fill(Number.NEGATIVE_INFINITY)
    const step = new Int8Array(phones.length + 1)
    eachStep(phones, (from, count) => {
      const fit = (before[from] as number) + Math.log(chances(graphoneOf(letter, phones, from, count)))
      if (fit <= (next[from + count] as number)) return
      next[from + count] = fit
      step[from + count] = count
    })
    steps.push(step)
    before = next
  }
  if ((before[phones.length] as number) < LEAST_FIT * word.length) return undefined
  return traceBack(word, phones, steps)
}

function traceBack(word: string, phones: readonly string[], steps: readonly Int8Array[]): Graphone[] {
  const path: Graphone[] = []
  let end = phones.length
  for (let at = word.length - 1; at >= 0; at--) {
    const count = steps[at]?.[end] ?? 0
    path.unshift(graphoneOf(word.charAt(at), phones, end - count, count))
    end -= count
  }
  return path
}
