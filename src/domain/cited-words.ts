/** Shorter words say little of what a sentence rests on. */
const LEAST_LETTERS = 4

/** Whether each number and each longer word of a text stands in one of the others. */
export function standsIn(text: string, others: readonly string[]): boolean {
  const known = new Set(others.flatMap(wordsOf))
  return wordsOf(text).every((word) => known.has(word) || (word.length < LEAST_LETTERS && !/\d/.test(word)))
}

const wordsOf = (text: string) => text.toLowerCase().match(/\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}]+/gu) ?? []
