import { OslerError } from '../../../../domain/errors.ts'

/** Which chunks a client may forget, in its own numbers: those of whose sound all is kept, and of all before. */
export class Acknowledged {
  /** The chunks that are not kept yet, and where in the recording each ends. */
  readonly #waiting: { seqId: number; endsAt: number }[] = []
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
    this.#waiting.push({ seqId, endsAt })
  }

  /** The number up to which all is kept, where that is news. */
  keep(position: number): number | undefined {
    let kept: number | undefined
    while (this.#waiting[0] && this.#waiting[0].endsAt <= position) kept = this.#waiting.shift()?.seqId
    return kept
  }
}

const missing = (wanted: number, seqId: number) =>
  new OslerError('request_invalid', `The chunk with seq_id ${seqId} came, and ${wanted} is missing: send all in order.`)
