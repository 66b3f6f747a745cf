import { OslerError } from '../../../../domain/errors.ts'
import { PendingAcks } from '../../../http/live/pending-acks.ts'

/** Which chunks a client may forget, in its own numbers: those of whose sound all is kept, and of all before. */
export class Acknowledged {
  readonly #pending = new PendingAcks()
  readonly #lastOfStream = new Map<number, number>()
  /** A client that was cut off goes on counting: the first one may have any number. */
  #highest: number | undefined

  /** False for a chunk that has come already. Throws `request_invalid` where one before it is missing. */
  isNew(stream: number, seqId: number): boolean {
    const last = this.#lastOfStream.get(stream)
    if (last !== undefined && seqId <= last) return false
    if (this.#highest !== undefined && seqId > this.#highest + 1) throw missing(this.#highest + 1, seqId)
    this.#lastOfStream.set(stream, seqId)
    this.#highest = Math.max(seqId, this.#highest ?? 0)
    return true
  }

  await(seqId: number, endsAt: number): void {
    this.#pending.add(seqId, endsAt)
  }

  /** The number up to which all is kept, where that is news. */
  keep(position: number): number | undefined {
    return this.#pending.keep(position).at(-1)
  }
}

const missing = (wanted: number, seqId: number) =>
  new OslerError('request_invalid', `The chunk with seq_id ${seqId} came, and ${wanted} is missing: send all in order.`)
