import { pairKey, restOf, type TextCounts, tripleKey, wordOf } from './count-text.ts'
import { openGeneral } from './general-model.ts'
import type { TextModel } from './text-model.ts'
import type { TrigramModel } from './trie-file.ts'

/** The model of one's own text, over the words of the mixture. */
export interface OwnText {
  counts: TextCounts
  model: TextModel
}

/** Chances below this are not kept as zero, whose logarithm is none. */
const LEAST = 1e-12

/**
 * One model from two: `share` of every chance comes from the text, the rest from the general model, of which only the
 * words in `own.counts.words` are kept. What a context does not list is left to its back-off, which is computed anew so
 * that all chances behind it sum to one.
 */
export function mixModels(general: TrigramModel, own: OwnText, share: number): TrigramModel {
  const { words } = own.counts
  const view = openGeneral(general, words)
  const alone = Float64Array.from(words, (_, word) => share * own.model.alone(word) + (1 - share) * view.alone(word))
  const sum = alone.reduce((total, chance) => total + chance, 0)
  for (let word = 0; word < alone.length; word++) alone[word] = (alone[word] ?? 0) / sum

  const pairs = sortKeys(view.pairs(), own.counts.pairs.keys(), flipPair)
  const pairChance = new Float64Array(pairs.length)
  for (const [index, flipped] of pairs.entries()) {
    const [word, before] = [restOf(flipped), wordOf(flipped)]
    pairChance[index] = share * own.model.behind(word, before) + (1 - share) * view.behind(word, before)
  }
  const indexOfPair = (before: number, word: number) => indexOf(pairs, pairKey(word, before))
  const backoffOfWord = backoffs(
    words.length,
    pairs.length,
    (index) => wordOf(pairs[index] ?? 0),
    (index) => pairChance[index] ?? 0,
    (index) => alone[restOf(pairs[index] ?? 0)] ?? 0,
  )
  const chanceOfPair = (before: number, word: number) => {
    const index = indexOfPair(before, word)
    return index >= 0 ? (pairChance[index] ?? 0) : (backoffOfWord[before] ?? 1) * (alone[word] ?? 0)
  }

  const triples = sortKeys(view.triples(), own.counts.triples.keys(), flipTriple).filter(
    (key) => indexOf(pairs, restOf(key)) >= 0,
  )
  const tripleChance = new Float64Array(triples.length)
  const contextOf = new Int32Array(triples.length)
  const lower = new Float64Array(triples.length)
  for (const [index, key] of triples.entries()) {
    const first = wordOf(key)
    const [word, before] = [restOf(restOf(key)), wordOf(restOf(key))]
    tripleChance[index] =
      share * own.model.behindTwo(word, before, first) + (1 - share) * view.behindTwo(word, before, first)
    contextOf[index] = indexOfPair(first, before)
    lower[index] = chanceOfPair(before, word)
  }
  const backoffOfPair = backoffs(
    pairs.length,
    triples.length,
    (index) => contextOf[index] ?? -1,
    (index) => tripleChance[index] ?? 0,
    (index) => lower[index] ?? 0,
  )
  return {
    words: [...words],
    unigrams: {
      probability: Float32Array.from(alone, (chance) => Math.log(Math.max(LEAST, chance))),
      backoff: Float32Array.from(backoffOfWord, Math.log),
      first: starts(words.length, pairs.length, (index) => restOf(pairs[index] ?? 0)),
    },
    bigrams: {
      before: Uint32Array.from(pairs, wordOf),
      probability: Float32Array.from(pairChance, (chance) => Math.log(Math.max(LEAST, chance))),
      backoff: Float32Array.from(backoffOfPair, Math.log),
      first: starts(pairs.length, triples.length, (index) => indexOf(pairs, restOf(triples[index] ?? 0))),
    },
    trigrams: {
      before: Uint32Array.from(triples, wordOf),
      probability: Float32Array.from(tripleChance, (chance) => Math.log(Math.max(LEAST, chance))),
    },
  }
}

/** A key with its last word first, as the file is sorted. */
const flipPair = (key: number) => pairKey(wordOf(key), restOf(key))
const flipTriple = (key: number) => tripleKey(wordOf(key), wordOf(restOf(key)), restOf(restOf(key)))

/** The keys of both, each once, flipped and in order. */
function sortKeys(general: Float64Array, own: Iterable<number>, flip: (key: number) => number): Float64Array {
  const all = Float64Array.from([...general, ...own], flip).sort()
  return all.filter((key, index) => index === 0 || key !== all[index - 1])
}

function indexOf(sorted: Float64Array, key: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sorted[middle] ?? 0
    if (found === key) return middle
    if (found < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** What is left behind each context for words it does not list, against what they have without it. */
function backoffs(
  contexts: number,
  count: number,
  contextOf: (index: number) => number,
  chanceOf: (index: number) => number,
  lowerOf: (index: number) => number,
): Float64Array {
  const listed = new Float64Array(contexts)
  const lower = new Float64Array(contexts)
  for (let index = 0; index < count; index++) {
    const context = contextOf(index)
    if (context < 0) continue
    listed[context] = (listed[context] ?? 0) + chanceOf(index)
    lower[context] = (lower[context] ?? 0) + lowerOf(index)
  }
  return listed.map((sum, context) => Math.max(1e-6, 1 - sum) / Math.max(1e-6, 1 - (lower[context] ?? 0)))
}

/** Where the rows of each parent begin. */
function starts(parents: number, count: number, parentOf: (index: number) => number): Uint32Array {
  const first = new Uint32Array(parents + 1)
  for (let index = 0; index < count; index++) {
    const parent = parentOf(index)
    first[parent + 1] = (first[parent + 1] ?? 0) + 1
  }
  for (let parent = 0; parent < parents; parent++) first[parent + 1] = (first[parent + 1] ?? 0) + (first[parent] ?? 0)
  return first
}
