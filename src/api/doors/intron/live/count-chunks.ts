/** The chunks of a stream, numbered from 1 as they are taken. */
export class ChunkCount {
  #taken = 0
  #bytes = 0
  /** Those that are not acknowledged yet, with the byte behind each. */
  #waiting: { ackId: number; end: number }[] = []

  get taken(): number {
    return this.#taken
  }

  get bytes(): number {
    return this.#bytes
  }

  add(bytes: number): void {
    this.#taken++
    this.#bytes += bytes
    this.#waiting.push({ ackId: this.#taken, end: this.#bytes })
  }

  /** The numbers of those that are kept now and were not before. */
  keep(position: number): number[] {
    const kept = this.#waiting.filter(({ end }) => end <= position)
    this.#waiting = this.#waiting.slice(kept.length)
    return kept.map(({ ackId }) => ackId)
  }
}
