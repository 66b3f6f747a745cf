import { pairKey, restOf, SPAN, START, type TextCounts, tripleKey } from './count-text.ts'

/** What is taken off every count and given to what was not seen (Kneser & Ney 1995). */
const DISCOUNT = 0.8
/** The share of all words that is spread evenly, so that a clinical word nobody said can be heard. */
const EVEN = 0.05

/** The chance of a word behind one or two others, in the text that was counted. */
export interface TextModel {
  alone(word: number): number
  behind(word: number, before: number): number
  behindTwo(word: number, before: number, first: number): number
}

/** An interpolated Kneser-Ney model of the counts; `even` words share what is spread evenly. */
export function openTextModel({ words, pairs, triples }: TextCounts, even: readonly number[]): TextModel {
  const singles = continuations(pairs, SPAN)
  const doubles = continuations(triples, SPAN * SPAN)
  const start = words.indexOf(START)
  // Nothing stands in front of what opens a sentence.
  for (const [key, count] of pairs) if (restOf(key) === start) doubles.set(key, count)
  const afterWord = followers(doubles)
  const afterPair = followers(triples)
  const total = [...singles.values()].reduce((sum, count) => sum + count, 0)
  const evenly = new Set(even)

  const alone = (word: number) =>
    ((1 - EVEN) * (singles.get(word) ?? 0)) / total + (evenly.has(word) ? EVEN / even.length : 0)
  const behind = (word: number, before: number) => {
    const seen = afterWord.get(before)
    if (seen === undefined) return alone(word)
    const count = doubles.get(pairKey(before, word)) ?? 0
    return (Math.max(0, count - DISCOUNT) + DISCOUNT * seen.kinds * alone(word)) / seen.sum
  }
  const behindTwo = (word: number, before: number, first: number) => {
    const seen = afterPair.get(pairKey(first, before))
    if (seen === undefined) return behind(word, before)
    const count = triples.get(tripleKey(first, before, word)) ?? 0
    return (Math.max(0, count - DISCOUNT) + DISCOUNT * seen.kinds * behind(word, before)) / seen.sum
  }
  return { alone, behind, behindTwo }
}

/** How many different words stand in front of each shorter row: what Kneser and Ney count instead of how often. */
function continuations(rows: ReadonlyMap<number, number>, span: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const key of rows.keys()) counts.set(key % span, (counts.get(key % span) ?? 0) + 1)
  return counts
}

/** By what stands in front: how much follows, and of how many kinds. */
function followers(rows: ReadonlyMap<number, number>): Map<number, { sum: number; kinds: number }> {
  const found = new Map<number, { sum: number; kinds: number }>()
  for (const [key, count] of rows) {
    const front = restOf(key)
    const seen = found.get(front) ?? { sum: 0, kinds: 0 }
    found.set(front, { sum: seen.sum + count, kinds: seen.kinds + 1 })
  }
  return found
}
