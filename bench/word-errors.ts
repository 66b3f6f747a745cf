import { countEdits } from './score/word-errors.ts'

/** Words as they are compared: lower case, without marks; a hyphen parts two words. */
export function normalizeWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('-', ' ')
      .match(/[\p{L}\p{N}']+/gu) ?? []
  )
}

/** Substitutions, deletions and insertions per word of the reference. */
export const wordErrorRate = (reference: readonly string[], heard: readonly string[]): number =>
  countEdits(reference, heard) / reference.length
