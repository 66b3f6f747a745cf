import { stem } from './stem.ts'

/** F1 of what is common to a text and its reference, 0…1 (Lin 2004). */
export interface RougeScores {
  rouge1: number
  rouge2: number
  rougeLsum: number
}

const wordsOf = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []

/** The stems of a text's words. */
export const stemsOf = (text: string) => wordsOf(text).map(stem)

function f1(hits: number, found: number, wanted: number): number {
  return hits > 0 ? (2 * hits) / (found + wanted) : 0
}

function countAll<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** F1 of what two lists have in common, each value as often as it stands in both. */
export function overlap<Value>(found: readonly Value[], wanted: readonly Value[]): number {
  const counts = countAll(found)
  let hits = 0
  for (const [value, count] of countAll(wanted)) hits += Math.min(count, counts.get(value) ?? 0)
  return f1(hits, found.length, wanted.length)
}

const inPairs = (words: readonly string[]) => words.slice(1).map((word, at) => `${words[at]} ${word}`)

/** ROUGE without stemming; texts are compared line by line for ROUGE-Lsum, which the ACI-BENCH paper prints as ROUGE-L. */
export function rouge(text: string, reference: string): RougeScores {
  const [found, wanted] = [wordsOf(text), wordsOf(reference)]
  return {
    rouge1: overlap(found, wanted),
    rouge2: overlap(inPairs(found), inPairs(wanted)),
    rougeLsum: compareLines(linesOf(text), linesOf(reference)),
  }
}

const linesOf = (text: string) => text.split('\n').map(wordsOf)

/** The union of the longest common subsequences of each line of the reference with all lines of the text. */
function compareLines(found: readonly string[][], wanted: readonly string[][]): number {
  const [inFound, inWanted] = [countAll(found.flat()), countAll(wanted.flat())]
  const take = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) - 1)
  let hits = 0
  for (const line of wanted) {
    const common = new Set(found.flatMap((other) => commonSubsequence(line, other)))
    for (const at of [...common].sort((a, b) => a - b)) {
      const word = line[at] as string
      if (!((inFound.get(word) ?? 0) > 0 && (inWanted.get(word) ?? 0) > 0)) continue
      hits++
      take(inFound, word)
      take(inWanted, word)
    }
  }
  return f1(hits, found.flat().length, wanted.flat().length)
}

/** Where in `line` a longest common subsequence with the other line stands; of several the one nearest its beginning. */
function commonSubsequence(line: readonly string[], other: readonly string[]): number[] {
  const width = other.length + 1
  const lengths = new Uint16Array((line.length + 1) * width)
  const lengthAt = (row: number, column: number) => lengths[row * width + column] as number
  for (let row = 1; row <= line.length; row++) {
    for (let column = 1; column < width; column++) {
      const isSame = line[row - 1] === other[column - 1]
      lengths[row * width + column] = isSame
        ? lengthAt(row - 1, column - 1) + 1
        : Math.max(lengthAt(row - 1, column), lengthAt(row, column - 1))
    }
  }
  const found: number[] = []
  for (let [row, column] = [line.length, other.length]; row > 0 && column > 0; ) {
    if (line[row - 1] === other[column - 1]) {
      found.push(--row)
      column--
    } else if (lengthAt(row, column - 1) > lengthAt(row - 1, column)) column--
    else row--
  }
  return found
}
