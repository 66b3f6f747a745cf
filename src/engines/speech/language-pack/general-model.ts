import { pairKey, tripleKey } from './count-text.ts'
import type { TrigramModel } from './trie-file.ts'

/** The general model asked by the words of the mixture. */
export function openGeneral(general: TrigramModel, words: readonly string[]) {
  const ids = new Map(general.words.map((word, id) => [word, id]))
  const theirs = Int32Array.from(words, (word) => ids.get(word) ?? -1)
  const ours = new Int32Array(general.words.length).fill(-1)
  for (const [word, id] of theirs.entries()) if (id >= 0) ours[id] = word
  const { unigrams, bigrams, trigrams } = general

  const alone = (word: number) => {
    const id = theirs[word] ?? -1
    return id < 0 ? 0 : Math.exp(unigrams.probability[id] ?? 0)
  }
  const find = (word: number, before: number) => {
    const [id, back] = [theirs[word] ?? -1, theirs[before] ?? -1]
    if (id < 0 || back < 0) return -1
    return search(bigrams.before, unigrams.first[id] ?? 0, unigrams.first[id + 1] ?? 0, back)
  }
  const behind = (word: number, before: number) => {
    const at = find(word, before)
    if (at >= 0) return Math.exp(bigrams.probability[at] ?? 0)
    const back = theirs[before] ?? -1
    return (back < 0 ? 1 : Math.exp(unigrams.backoff[back] ?? 0)) * alone(word)
  }
  const behindTwo = (word: number, before: number, first: number) => {
    const at = find(word, before)
    const front = theirs[first] ?? -1
    if (at >= 0 && front >= 0) {
      const triple = search(trigrams.before, bigrams.first[at] ?? 0, bigrams.first[at + 1] ?? 0, front)
      if (triple >= 0) return Math.exp(trigrams.probability[triple] ?? 0)
    }
    const context = find(before, first)
    return (context < 0 ? 1 : Math.exp(bigrams.backoff[context] ?? 0)) * behind(word, before)
  }
  /** The pairs and triples of which every word is kept. */
  const pairs = () => {
    const kept: number[] = []
    eachChild(unigrams.first, (id, at) => {
      const [word, before] = [ours[id] ?? -1, ours[bigrams.before[at] ?? 0] ?? -1]
      if (word >= 0 && before >= 0) kept.push(pairKey(before, word))
    })
    return Float64Array.from(kept)
  }
  const triples = () => {
    const kept: number[] = []
    const lastOf = new Int32Array(bigrams.before.length)
    eachChild(unigrams.first, (id, at) => {
      lastOf[at] = id
    })
    eachChild(bigrams.first, (pair, at) => {
      const word = ours[lastOf[pair] ?? 0] ?? -1
      const [before, first] = [ours[bigrams.before[pair] ?? 0] ?? -1, ours[trigrams.before[at] ?? 0] ?? -1]
      if (word >= 0 && before >= 0 && first >= 0) kept.push(tripleKey(first, before, word))
    })
    return Float64Array.from(kept)
  }
  return { alone, behind, behindTwo, pairs, triples }
}

function eachChild(first: Uint32Array, visit: (parent: number, child: number) => void): void {
  for (let parent = 0; parent + 1 < first.length; parent++) {
    for (let child = first[parent] ?? 0; child < (first[parent + 1] ?? 0); child++) visit(parent, child)
  }
}

function search(sorted: Uint32Array, start: number, end: number, wanted: number): number {
  let [low, high] = [start, end - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sorted[middle] ?? 0
    if (found === wanted) return middle
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
