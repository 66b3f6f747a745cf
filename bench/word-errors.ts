/** Words as they are compared: lower case, without marks; a hyphen parts two words. */
export function normalizeWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('-', ' ')
      .match(/[\p{L}\p{N}']+/gu) ?? []
  )
}

/** Substitutions, deletions and insertions (Levenshtein over words) per word of the reference. */
export function wordErrorRate(reference: readonly string[], heard: readonly string[]): number {
  let row = heard.map((_, index) => index + 1)
  row.unshift(0)
  for (const [index, word] of reference.entries()) {
    const next = [index + 1]
    for (const [column, other] of heard.entries()) {
      const substituted = (row[column] ?? 0) + (word === other ? 0 : 1)
      next.push(Math.min(substituted, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return (row[heard.length] ?? 0) / reference.length
}
