import { Readable } from 'node:stream'
import { OslerError } from '../../../domain/errors.ts'
import { newId } from '../../../domain/ids.ts'
import { bytesPerMs } from '../../../domain/live.ts'
import type { Blobs } from '../../../store/blobs.ts'
import { type HeldRecording, insertPiece } from '../../../store/live.ts'
import type { Handle } from '../../../store/tables.ts'

/** What a machine that dies takes along, at most: nobody was told that it is kept. */
const PIECE_MS = 1000
/** So much may wait to be written; then who sends must wait. */
const MOST_WAITING_MS = 10_000

/** Writes a sound that comes bit by bit, in pieces, each on the disk before it is told of. */
export class SoundKeeper {
  readonly #tools: { db: Handle; blobs: Blobs }
  readonly #held: HeldRecording
  readonly #onKept: (position: number) => void
  readonly #pieceBytes: number
  #position: number
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #writing: Promise<void> | undefined
  /** Nothing is kept behind a piece that could not be. */
  #failure: unknown
  #timer: NodeJS.Timeout | undefined

  constructor(tools: { db: Handle; blobs: Blobs }, held: HeldRecording, onKept: (position: number) => void) {
    this.#tools = tools
    this.#held = held
    this.#onKept = onKept
    this.#position = held.position
    this.#pieceBytes = PIECE_MS * bytesPerMs(held.sound)
  }

  /** How many bytes are kept or wait to be. */
  get taken(): number {
    return this.#position + this.#waitingBytes
  }

  /** Resolves when there is room for more. Throws what writing throws, and `stream_taken_over`. */
  async add(bytes: Buffer): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    this.#timer ??= setTimeout(() => void this.flush().catch(() => {}), PIECE_MS)
    if (this.#waitingBytes >= this.#pieceBytes) this.#start()
    if (this.#waitingBytes * PIECE_MS > MOST_WAITING_MS * this.#pieceBytes) await this.#writing
  }

  /** Resolves when all is kept. */
  async flush(): Promise<void> {
    while (this.#waitingBytes > 0) await this.#start()
  }

  /** One piece at a time; what came meanwhile is the next. A failure is that of everything behind it. */
  #start(): Promise<void> {
    this.#writing ??= this.#writeNext().then(() => {
      this.#writing = undefined
      if (this.#waitingBytes >= this.#pieceBytes) this.#start()
    })
    this.#writing.catch((error) => {
      this.#failure = error
    })
    return this.#writing
  }

  async #writeNext(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const piece = Buffer.concat(this.#waiting)
    this.#waiting = []
    const { db, blobs } = this.#tools
    const blobKey = `live/${newId()}`
    const { bytes } = await blobs.put(blobKey, Readable.from([piece]))
    if (!(await insertPiece(db, this.#held, { position: this.#position, bytes, blobKey }))) {
      await blobs.delete(blobKey)
      throw takenOver()
    }
    this.#position += bytes
    this.#waitingBytes -= bytes
    this.#onKept(this.#position)
  }
}

export const takenOver = () =>
  new OslerError('stream_taken_over', 'The recording was gone on with elsewhere, has ended or was deleted.')
