import type { KeptPiece, KeptSound, LiveHead } from './kept-sound.ts'

const BYTES = 2
const PIECES_A_MESSAGE = 20
/** Put in where somebody paused, so that what was said before and behind is no one sentence. */
const PAUSE_SECONDS = 1

/** The sound of a recording that goes on: each piece is kept in the browser until the server has it on its disk. */
export class UnsentSound {
  readonly head: LiveHead
  /** Nothing more will come. */
  isOver = false
  /** Called when there is something new to be sent. */
  onMore = () => {}
  /** Resolves when there is some, or none will come. */
  readonly begun: Promise<void>
  readonly #begin = Promise.withResolvers<void>()
  #end: number
  #pieces: KeptPiece[]
  readonly #kept: KeptSound
  /** What could not be kept ends the recording. */
  readonly #onFull: () => void

  private constructor(kept: KeptSound, head: LiveHead, pieces: KeptPiece[], onFull: () => void) {
    this.#kept = kept
    this.head = head
    this.#pieces = pieces
    this.#onFull = onFull
    const last = pieces.at(-1)
    this.#end = last ? last.position + last.pcm.byteLength : head.savedTo
    this.begun = this.#begin.promise
    if (this.#end > 0) this.#begin.resolve()
  }

  /** That of a new recording, or what a closed window left of one. */
  static async open(kept: KeptSound, sampleRate: number, onFull = () => {}): Promise<UnsentSound> {
    const known = await kept.readHead()
    const head = known ?? { sampleRate, requestId: newRequestId(), beginsAt: 0, savedTo: 0, pauses: [] }
    if (known === undefined) await kept.keepHead(head)
    return new UnsentSound(kept, head, await kept.readPieces(), onFull)
  }

  /** How much was recorded in all. */
  get end(): number {
    return this.#end
  }

  inMs = (position: number) => Math.floor((position * 1000) / (this.head.sampleRate * BYTES))

  add(pcm: Int16Array<ArrayBuffer>): void {
    const piece = { position: this.#end, pcm }
    this.#pieces.push(piece)
    this.#end += pcm.byteLength
    this.#begin.resolve()
    this.#kept.keepPiece(piece).catch(this.#onFull)
    this.onMore()
  }

  /** Marks that somebody paused here. */
  pause(): void {
    this.head.pauses.push(this.#end)
    this.keepHead()
    this.add(new Int16Array(this.head.sampleRate * PAUSE_SECONDS))
  }

  finish(): void {
    this.isOver = true
    this.#begin.resolve()
    this.onMore()
  }

  /** The server has all of it. */
  get isSaved(): boolean {
    return this.head.savedTo >= this.#end
  }

  /** All that is behind a position, as messages of some seconds, each with whether somebody paused before it. */
  *behind(position: number): Generator<{ bytes: Uint8Array<ArrayBuffer>; isAfterPause: boolean }> {
    const some: KeptPiece[] = []
    for (const piece of this.#pieces) {
      if (piece.position + piece.pcm.byteLength <= position) continue
      const isFull = some.length === PIECES_A_MESSAGE
      if (isFull || (some.length > 0 && this.#isAfterPause(piece))) yield this.#message(some.splice(0), position)
      some.push(piece)
    }
    if (some.length > 0) yield this.#message(some, position)
  }

  #message(pieces: readonly KeptPiece[], position: number) {
    const first = pieces[0] as KeptPiece
    const skip = Math.max(0, position - first.position)
    return { bytes: join(pieces).subarray(skip), isAfterPause: skip === 0 && this.#isAfterPause(first) }
  }

  #isAfterPause = ({ position }: KeptPiece) => this.head.pauses.includes(position)

  /** The server has all up to here on its disk. */
  acknowledge(position: number): void {
    const isSaved = (piece: KeptPiece) => piece.position + piece.pcm.byteLength <= position
    const saved = this.#pieces.filter(isSaved).map((piece) => piece.position)
    this.#pieces = this.#pieces.filter((piece) => !isSaved(piece))
    this.head.savedTo = Math.max(this.head.savedTo, position)
    this.keepHead()
    void this.#kept.forgetPieces(saved).catch(() => {})
  }

  /** The server's recording has ended or is gone: what is not saved goes into another one. */
  beginAnother(): void {
    delete this.head.recording
    this.head.beginsAt = this.head.savedTo
    this.head.requestId = newRequestId()
    this.keepHead()
  }

  /** The consultation was deleted: the rest has to go somewhere. */
  beginElsewhere(): void {
    delete this.head.consultationId
    this.beginAnother()
  }

  keepHead(): void {
    this.#kept.keepHead(this.head).catch(this.#onFull)
  }

  forget(): Promise<void> {
    return this.#kept.forgetAll()
  }
}

function join(pieces: readonly KeptPiece[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, { pcm }) => sum + pcm.byteLength, 0))
  let at = 0
  for (const { pcm } of pieces) {
    joined.set(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength), at)
    at += pcm.byteLength
  }
  return joined
}

const newRequestId = () => crypto.randomUUID()
