import { PendingAcks } from '../../../http/live/pending-acks.ts'

/** The chunks of a stream, numbered from 1 as they are taken. */
export class ChunkCount {
  #taken = 0
  #bytes = 0
  readonly #pending = new PendingAcks()

  get taken(): number {
    return this.#taken
  }

  get bytes(): number {
    return this.#bytes
  }

  add(bytes: number): void {
    this.#taken++
    this.#bytes += bytes
    this.#pending.add(this.#taken, this.#bytes)
  }

  /** The numbers of those that are kept now and were not before. */
  keep(position: number): number[] {
    return this.#pending.keep(position)
  }
}
