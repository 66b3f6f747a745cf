import { pairKey, restOf, type TextCounts, tripleKey, wordOf } from './count-text.ts'
import type { OwnText } from './mix-models.ts'
import { openTextModel } from './text-model.ts'

/** The share of every chance that comes from the sort of a word rather than from the word. */
const SHARE = 0.5
/** A row in which the sort stands so often is one for each word of it. */
const LEAST_COUNT = 3

/**
 * A text in which words of one sort, as medicines, stand wherever any of them was said: half of every chance comes from
 * the sort, and is divided among its words by how often each was said (class-based n-grams, Brown et al. 1992). `even`
 * words share what is spread evenly.
 */
export function openClassModel(counts: TextCounts, even: readonly number[], members: ReadonlySet<number>): OwnText {
  const own = openTextModel(counts, even)
  const sort = counts.words.length
  const nameOf = (word: number) => (members.has(word) ? sort : word)
  const sorted = nameRows(counts, nameOf)
  const model = openTextModel(
    sorted,
    even.filter((word) => !members.has(word)),
  )
  const partOf = openParts(counts, members)
  const mix = (chance: number, ofSort: number, word: number) => (1 - SHARE) * chance + SHARE * partOf(word) * ofSort
  return {
    counts: addRows(counts, sorted, members),
    model: {
      alone: (word) => mix(own.alone(word), model.alone(nameOf(word)), word),
      behind: (word, before) => mix(own.behind(word, before), model.behind(nameOf(word), nameOf(before)), word),
      behindTwo: (word, before, first) =>
        mix(own.behindTwo(word, before, first), model.behindTwo(nameOf(word), nameOf(before), nameOf(first)), word),
    },
  }
}

/** The same text with one name for all words of the sort. */
function nameRows({ words, pairs, triples }: TextCounts, nameOf: (word: number) => number): TextCounts {
  const pairName = (key: number) => pairKey(nameOf(restOf(key)), nameOf(wordOf(key)))
  const tripleName = (key: number) =>
    tripleKey(nameOf(restOf(restOf(key))), nameOf(wordOf(restOf(key))), nameOf(wordOf(key)))
  return { words, pairs: sumBy(pairs, pairName), triples: sumBy(triples, tripleName) }
}

function sumBy(rows: ReadonlyMap<number, number>, nameOf: (key: number) => number): Map<number, number> {
  const sums = new Map<number, number>()
  for (const [key, count] of rows) sums.set(nameOf(key), (sums.get(nameOf(key)) ?? 0) + count)
  return sums
}

/** Which part of its sort's chance a word has; 1 for words that have no sort. */
function openParts({ pairs }: TextCounts, members: ReadonlySet<number>): (word: number) => number {
  const said = new Map([...members].map((word) => [word, 1]))
  for (const [key, count] of pairs) {
    const before = said.get(wordOf(key))
    if (before !== undefined) said.set(wordOf(key), before + count)
  }
  const sum = [...said.values()].reduce((total, count) => total + count, 0)
  return (word) => (members.has(word) ? (said.get(word) ?? 0) / sum : 1)
}

/** Rows with one word of the sort, for each word of it: they have chances of their own though nobody said them. */
function addRows(counts: TextCounts, sorted: TextCounts, members: ReadonlySet<number>): TextCounts {
  const sort = counts.words.length
  const pairs = new Map(counts.pairs)
  const triples = new Map(counts.triples)
  const isShared = (row: number[], count: number) =>
    count >= LEAST_COUNT && row.filter((word) => word === sort).length === 1
  const put = (row: number[], member: number) => row.map((word) => (word === sort ? member : word))
  const add = (rows: Map<number, number>, key: number) => rows.set(key, rows.get(key) ?? 0)
  for (const [key, count] of sorted.pairs) {
    const row = [restOf(key), wordOf(key)]
    if (!isShared(row, count)) continue
    for (const member of members) add(pairs, pairKey(...(put(row, member) as [number, number])))
  }
  for (const [key, count] of sorted.triples) {
    const row = [restOf(restOf(key)), wordOf(restOf(key)), wordOf(key)]
    if (!isShared(row, count)) continue
    for (const member of members) {
      const [first, before, word] = put(row, member) as [number, number, number]
      if (pairs.has(pairKey(first, before)) && pairs.has(pairKey(before, word))) {
        add(triples, tripleKey(first, before, word))
      }
    }
  }
  return { ...counts, pairs, triples }
}
