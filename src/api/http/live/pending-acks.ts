/** What a client waits to be told is kept: its numbers, in the order they came, each with where in the recording it ends. */
export class PendingAcks {
  readonly #waiting: { number: number; endsAt: number }[] = []

  add(number: number, endsAt: number): void {
    this.#waiting.push({ number, endsAt })
  }

  /** The numbers of which all is kept now, and was not before. `position`: so many bytes of the recording are kept. */
  keep(position: number): number[] {
    const next = this.#waiting.findIndex(({ endsAt }) => endsAt > position)
    return this.#waiting.splice(0, next < 0 ? this.#waiting.length : next).map(({ number }) => number)
  }
}
