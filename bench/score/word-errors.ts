import { comparableWords } from './comparable-words.ts'

export interface Errors {
  errors: number
  words: number
}

/** Word errors of what was heard, made for English: words taken for others, left out and put in (Levenshtein over words). */
export function countErrors(reference: string, heard: string): Errors {
  const [said, found] = [comparableWords(reference), comparableWords(heard)]
  return { errors: countEdits(said, found), words: said.length }
}

/** The fewest substitutions, deletions and insertions that make one list of words the other. */
export function countEdits(reference: readonly string[], heard: readonly string[]): number {
  let row = Array.from({ length: heard.length + 1 }, (_, at) => at)
  for (const [index, word] of reference.entries()) {
    const next = [index + 1]
    for (const [column, other] of heard.entries()) {
      const substituted = (row[column] ?? 0) + (word === other ? 0 : 1)
      next.push(Math.min(substituted, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[heard.length] ?? 0
}
