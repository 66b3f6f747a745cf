/** When each hand is free again, the first on top: a binary heap. */
export class FreeTimes {
  readonly #times: Float64Array

  constructor(hands: number) {
    this.#times = new Float64Array(hands)
  }

  get next(): number {
    return this.#times[0] ?? 0
  }

  /** The first hand is taken until `end`. */
  take(end: number): void {
    const times = this.#times
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      if (left >= times.length) break
      const right = left + 1
      const child = right < times.length && (times[right] ?? 0) < (times[left] ?? 0) ? right : left
      if ((times[child] ?? 0) >= end) break
      times[at] = times[child] ?? 0
      at = child
    }
    times[at] = end
  }
}
