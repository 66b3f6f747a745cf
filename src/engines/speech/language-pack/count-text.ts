/** How often words, pairs and triples stand in sentences that were said. */
export interface TextCounts {
  /** Words in the order of the alphabet; `<s>` and `</s>` are among them. */
  words: string[]
  pairs: Map<number, number>
  triples: Map<number, number>
}

export const START = '<s>'
export const END = '</s>'

/** Room for that many words in a key of three; 2 ** 51 is still a whole number. */
export const SPAN = 2 ** 17
export const pairKey = (before: number, word: number) => before * SPAN + word
export const tripleKey = (first: number, before: number, word: number) => (first * SPAN + before) * SPAN + word
export const wordOf = (key: number) => key % SPAN
export const restOf = (key: number) => Math.floor(key / SPAN)

/** Counts sentences of plain words; a word that is not among `words` breaks the row. */
export function countText(sentences: readonly (readonly string[])[], words: readonly string[]): TextCounts {
  const ids = new Map(words.map((word, id) => [word, id]))
  const pairs = new Map<number, number>()
  const triples = new Map<number, number>()
  const start = ids.get(START) ?? 0
  const end = ids.get(END) ?? 0
  for (const sentence of sentences) {
    const row = [start, ...sentence.map((word) => ids.get(word) ?? -1), end]
    for (let at = 1; at < row.length; at++) {
      const [first = -1, before = -1, word = -1] = [row[at - 2], row[at - 1], row[at]]
      if (before < 0 || word < 0) continue
      add(pairs, pairKey(before, word))
      if (first >= 0) add(triples, tripleKey(first, before, word))
    }
  }
  return { words: [...words], pairs, triples }
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
