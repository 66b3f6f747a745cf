import type { Kysely } from 'kysely'
import { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import { bytesPerMs, type LiveChange } from '../../../domain/live.ts'
import type { Scratch } from '../../../platform/open-scratch.ts'
import type { Blobs } from '../../../store/blobs.ts'
import { handOut } from '../../../store/hand-out.ts'
import { endLive, type HeldRecording, markPause, touchLive } from '../../../store/live.ts'
import type { Queue } from '../../../store/queue.ts'
import type { Tables } from '../../../store/tables.ts'
import type { HearingTools } from './append-heard.ts'
import { SoundKeeper, takenOver } from './keep-sound.ts'
import { type LiveEngine, LiveHearing } from './live-hearing.ts'

export interface LiveTools extends HearingTools {
  db: Kysely<Tables>
  blobs: Blobs
  queue: Queue
  scratch: Scratch
  /** Who looks on. */
  texts: {
    take(place: Place, change: LiveChange): void
    /** Nothing more is heard here. */
    forget(place: Place): void
  }
}

type Place = Pick<HeldRecording, 'recordingId' | 'consultationId'>

/** Several times before the recording counts as lost, also where no sound comes. */
const TOUCH_MS = 15_000

/**
 * A recording that goes on: its sound is kept as it comes and heard beside that. Whatever becomes of it, what was told as
 * kept is heard as one recording when it has ended.
 */
export class LiveRecording {
  readonly id: string
  readonly consultationId: string
  readonly job: Job
  readonly #tools: LiveTools
  readonly #held: HeldRecording
  readonly #keeper: SoundKeeper
  readonly #hearing: LiveHearing | undefined
  readonly #scratch: AsyncDisposable
  readonly #timer: NodeJS.Timeout
  #isClosed = false

  /** @param engine none where nothing here hears while somebody speaks */
  static async open(
    tools: LiveTools,
    held: HeldRecording,
    job: Job,
    engine: LiveEngine | undefined,
    tell: (change: LiveChange) => void,
  ): Promise<LiveRecording> {
    const scratch = await tools.scratch.open('live')
    const tellAll = (change: LiveChange) => {
      tools.texts.take(held, change)
      tell(change)
    }
    const hearing = engine && new LiveHearing(tools, held, job, engine, scratch.folder, tellAll)
    if (engine === undefined) tell({ type: 'unheard' })
    return new LiveRecording(tools, held, job, hearing, scratch, tell)
  }

  private constructor(
    tools: LiveTools,
    held: HeldRecording,
    job: Job,
    hearing: LiveHearing | undefined,
    scratch: AsyncDisposable,
    tell: (change: LiveChange) => void,
  ) {
    this.id = held.recordingId
    this.consultationId = held.consultationId
    this.job = job
    this.#tools = tools
    this.#held = held
    this.#hearing = hearing
    this.#scratch = scratch
    this.#keeper = new SoundKeeper(tools, held, (position) => tell({ type: 'kept', position }))
    this.#timer = setInterval(() => void touchLive(tools.db, held).catch(() => {}), TOUCH_MS).unref()
  }

  /** How many bytes of it were kept when it was begun, or gone on with. */
  get position(): number {
    return this.#held.position
  }

  /**
   * Takes sound; resolves when there is room for more. Throws `stream_too_long`, `stream_taken_over`, and what writing
   * throws.
   */
  async write(pcm: Buffer): Promise<void> {
    const { maxMs } = this.job.limits
    if (this.#keeper.taken + pcm.length > maxMs * bytesPerMs(this.#held.sound)) throw tooLong(maxMs / 1000)
    this.#hearing?.add(pcm)
    await this.#keeper.add(pcm)
  }

  /** Resolves when all that was written is kept, and final as far as it is heard at all. */
  async flush(): Promise<void> {
    await Promise.all([this.#keeper.flush(), this.#hearing?.flush()])
  }

  /** Somebody pauses here: the transcript has a mark at this place, and what is being said ends. */
  async pause(): Promise<void> {
    const atMs = Math.floor(this.#keeper.taken / bytesPerMs(this.#held.sound))
    await markPause(this.#tools.db, this.#held, atMs)
    await this.flush()
  }

  /** It has ended: all of it is told as final, and then heard once more as a whole, as if it had been uploaded. */
  async finish(): Promise<void> {
    await this.flush()
    const { db, queue } = this.#tools
    await db.transaction().execute(async (trx) => {
      if (!(await endLive(trx, this.#held))) throw takenOver()
      await handOut(trx, queue, this.job)
    })
    await this.#close()
  }

  /** Its client is gone, or this server stops: it can be gone on with for a minute, then it has ended. */
  async suspend(): Promise<void> {
    if (this.#isClosed) return
    await this.#keeper.flush().finally(() => this.#close())
  }

  async #close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    this.#hearing?.close()
    this.#tools.texts.forget(this.#held)
    await this.#scratch[Symbol.asyncDispose]()
  }
}

const tooLong = (seconds: number) =>
  new OslerError('stream_too_long', `The recording is ${seconds} s long, as long as it may be: begin another one.`, {
    seconds,
  })
