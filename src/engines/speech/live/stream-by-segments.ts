import { BYTES_PER_MS } from '../../../domain/audio.ts'
import type { Word } from '../../../domain/transcript.ts'
import type { FollowedSound } from '../../voice-activity/detector.ts'
import type { OpenStream, RecognizerStream, StreamChange, StreamOptions } from '../recognizer.ts'
import { countAgreed } from './count-agreed.ts'
import { findUtterances, type OpenUtterance, type UtteranceChange, type Utterances } from './find-utterances.ts'
import { type EndedPiece, openSecondHearing } from './hear-better.ts'
import { type HearPiece, openPieces, type Piece, type StreamRecognizers } from './hear-piece.ts'
import { openSoundBuffer } from './sound-buffer.ts'

/** People pause for less within a sentence, as those who take turns do (Silero's own default, and that of most vendors). */
const PAUSE_MS = 500
/** After so much silence the utterance is heard as if it had ended: when it has, its text is there. */
const LIKELY_ENDED_MS = { usual: 200, hurried: 64 }
/** Words are first looked for in so much speech, and again when there is as much more. */
const FIRST_PARTIAL_MS = 500
const NEXT_PARTIAL_MS = 700
/** Heard along on both sides, so that no word loses its edge. */
const PAD_MS = 400
/** Kept while nobody speaks: that, and what the detector takes to be sure. */
const KEPT_MS = PAD_MS + 500
/** Who sends waits while so much of what has ended is not heard yet. */
const MOST_WAITING_MS = 60_000
/** Speech is looked for in so much sound at once, however much comes. */
const MOST_AT_ONCE = 5_000 * BYTES_PER_MS

/**
 * Hears a sound that goes on with engines that hear segments: utterances are found as they are said, the open one is heard
 * again as it grows, and once more, as well as the best engine can, when it has ended; in a hurry by the quick one, and by
 * the best when that was told. A stream holds no process, model or open file, and of its sound only what is being said and
 * not heard yet.
 */
export const streamBySegments =
  (recognizers: StreamRecognizers, follow: () => FollowedSound): OpenStream =>
  (options, tell, signal) =>
    new SegmentStream(follow(), openPieces(recognizers, options, signal), options, tell, signal)

/** An utterance that has ended and waits to be heard. */
interface Ended extends EndedPiece {
  utterance: number
}

class SegmentStream implements RecognizerStream {
  readonly #followed: FollowedSound
  readonly #hear: HearPiece
  readonly #hearAgain: ReturnType<typeof openSecondHearing>
  readonly #tell: (change: StreamChange) => void | Promise<void>
  readonly #signal: AbortSignal
  readonly #isHurried: boolean
  readonly #utterances: Utterances
  readonly #sound = openSoundBuffer()
  readonly #ended: Ended[] = []
  /** Less than a frame, which waits for the rest of it. */
  #rest = Buffer.alloc(0)
  #utterance = -1
  #lastEndMs = 0
  /** What was last heard of the open utterance, and in how much of it. */
  #partial: { words: Word[]; atMs: number; turn: number } = { words: [], atMs: 0, turn: 0 }
  /** What was heard up to a pause, which may be the end. */
  #guess: { pausedAtMs: number; words: Word[] } | undefined
  #restUntil = 0
  #writing: Promise<void> = Promise.resolve()
  /** What is heard for good, or may be; and what is only shown. */
  #working: Promise<void> | undefined
  #showing: Promise<void> | undefined
  /** How many times something was heard to be shown. */
  #turns = 0

  constructor(
    followed: FollowedSound,
    hear: HearPiece,
    { pauseMs = PAUSE_MS, isHurried = false }: StreamOptions,
    tell: (change: StreamChange) => void | Promise<void>,
    signal: AbortSignal,
  ) {
    this.#followed = followed
    this.#hear = hear
    this.#hearAgain = openSecondHearing(hear)
    this.#tell = tell
    this.#signal = signal
    this.#isHurried = isHurried
    this.#utterances = findUtterances(followed.frameMs, pauseMs)
  }

  write(pcm: Uint8Array): Promise<void> {
    const bytes = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength)
    return this.#inTurn(async () => {
      for (let at = 0; at < bytes.length; at += MOST_AT_ONCE) await this.#take(bytes.subarray(at, at + MOST_AT_ONCE))
    })
  }

  flush(): Promise<void> {
    return this.#inTurn(async () => {
      // Less than a frame waits on: silence in its place would move the times of all that follows.
      await this.#apply(this.#utterances.end())
      for (this.#workOn(); this.#working !== undefined; this.#workOn()) await this.#working
    })
  }

  get #frameBytes(): number {
    return this.#followed.frameMs * BYTES_PER_MS
  }

  get #waitingMs(): number {
    return this.#ended.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#writing.then(work)
    this.#writing = turn.catch(() => {})
    return turn
  }

  async #take(pcm: Buffer): Promise<void> {
    for (; this.#waitingMs > MOST_WAITING_MS && !this.#signal.aborted; this.#workOn()) await this.#working
    this.#sound.add(pcm)
    const joined = Buffer.concat([this.#rest, pcm])
    const wholeBytes = joined.length - (joined.length % this.#frameBytes)
    this.#rest = joined.subarray(wholeBytes)
    if (wholeBytes === 0) return
    const likely = await this.#followed.next(joined.subarray(0, wholeBytes), this.#signal)
    await this.#apply(this.#utterances.take(likely))
    this.#sound.forget((this.#utterances.open()?.startMs ?? this.#utterances.atMs()) - KEPT_MS)
    this.#workOn()
  }

  async #apply(changes: readonly UtteranceChange[]): Promise<void> {
    for (const change of changes) {
      if (change.type === 'begun') {
        this.#utterance++
        this.#partial = { words: [], atMs: change.startMs, turn: this.#turns }
      } else {
        this.#ended.push({
          ...this.#piece(change.startMs, change.endMs + PAD_MS),
          ...change,
          utterance: this.#utterance,
        })
        this.#lastEndMs = change.endMs
      }
      await this.#tell({ ...change, utterance: this.#utterance })
    }
  }

  #piece(speechStartMs: number, toMs: number): Piece {
    const fromMs = Math.max(speechStartMs - PAD_MS, this.#lastEndMs)
    return { fromMs, speechStartMs, pcm: this.#sound.slice(fromMs, toMs) }
  }

  /** One piece at a time, so that who speaks for long does not take all of the engine's places; what is final waits for none that is shown. */
  #workOn(): void {
    if (this.#signal.aborted) return
    this.#working ??= this.#whenDone(this.#chooseFinal(), () => {
      this.#working = undefined
    })
    if (this.#working === undefined)
      this.#showing ??= this.#whenDone(this.#choosePartial(), () => {
        this.#showing = undefined
      })
  }

  #whenDone(work: Promise<void> | undefined, done: () => void): Promise<void> | undefined {
    return work
      ?.catch((error) => this.#signal.aborted || Promise.reject(error))
      .then(() => {
        done()
        this.#workOn()
      })
  }

  /** Hears what has ended, or may have; nothing while more sound must come first. */
  #chooseFinal(): Promise<void> | undefined {
    const [first] = this.#ended
    if (first) return this.#hearFinal(first)
    const open = this.#utterances.open()
    return open?.pausedAtMs === undefined ? undefined : this.#hearGuess({ ...open, pausedAtMs: open.pausedAtMs })
  }

  #choosePartial(): Promise<void> | undefined {
    const open = this.#utterances.open()
    return open && open.pausedAtMs === undefined ? this.#hearPartial(open) : undefined
  }

  #hearPartial({ startMs }: OpenUtterance): Promise<void> | undefined {
    const atMs = this.#utterances.atMs()
    const wantedMs = this.#partial.atMs === startMs ? FIRST_PARTIAL_MS : NEXT_PARTIAL_MS
    if (atMs - this.#partial.atMs < wantedMs || Date.now() < this.#restUntil) return undefined
    const begunAt = Date.now()
    const hear = async () => {
      const { words } = await this.#hear(this.#piece(startMs, atMs), 'partial')
      // On a machine that is behind, partial text takes no more than half of its time.
      this.#restUntil = 2 * Date.now() - begunAt
      // The last word may be half of one.
      return words.slice(0, -1)
    }
    return this.#tellPartial(startMs, atMs, hear())
  }

  #hearGuess({ startMs, pausedAtMs }: Required<OpenUtterance> & { pausedAtMs: number }): Promise<void> | undefined {
    const leastMs = this.#isHurried ? LIKELY_ENDED_MS.hurried : LIKELY_ENDED_MS.usual
    const isTooEarly = this.#utterances.atMs() - pausedAtMs < leastMs
    if (isTooEarly || this.#guess?.pausedAtMs === pausedAtMs) return undefined
    const hear = async () => {
      const { words } = await this.#hear(this.#piece(startMs, pausedAtMs + PAD_MS), this.#finality)
      this.#guess = { pausedAtMs, words }
      return words
    }
    return this.#tellPartial(startMs, pausedAtMs, hear())
  }

  async #tellPartial(startMs: number, endMs: number, heard: Promise<Word[]>): Promise<void> {
    const utterance = this.#utterance
    const turn = ++this.#turns
    const words = await heard
    // What ended meanwhile is told as a whole, and what was heard later says more.
    if (utterance !== this.#utterance || this.#utterances.open()?.startMs !== startMs) return
    if (turn < this.#partial.turn) return
    const before = this.#partial.words
    const stable = countAgreed(before, words)
    this.#partial = { words, atMs: endMs, turn }
    const isNews = words.length > stable || before.length > stable
    if (isNews) await this.#tell({ type: 'partial', utterance, startMs, endMs, words, stable })
  }

  async #hearFinal(ended: Ended): Promise<void> {
    const { utterance, startMs, endMs } = ended
    const guess = this.#guess?.pausedAtMs === endMs ? this.#guess : undefined
    const heard = guess ?? (await this.#hear(ended, this.#finality))
    const hearBetter = this.#isHurried ? this.#hearAgain(ended) : undefined
    await this.#tell({ type: 'final', utterance, segment: { channel: 0, startMs, endMs, ...heard }, hearBetter })
    this.#ended.shift()
  }

  get #finality(): 'hurried' | 'final' {
    return this.#isHurried ? 'hurried' : 'final'
  }
}
