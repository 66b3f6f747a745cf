const plainOf = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** A text that a client was told in parts, none of which can be taken back. */
export class GrowingText {
  readonly #told: string[] = []

  /** What may be told beside what was: nothing where other words were. */
  grow(words: readonly string[]): string[] {
    const differs = this.#told.some((told, at) => words[at] === undefined || plainOf(words[at]) !== plainOf(told))
    const more = differs ? [] : words.slice(this.#told.length)
    this.#told.push(...more)
    return more
  }
}
