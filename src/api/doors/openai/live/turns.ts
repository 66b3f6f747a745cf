import type { LiveChange } from '../../../../domain/live.ts'
import type { Told } from '../../../http/live/conversation.ts'
import { event, formatCommitted, formatCompleted, formatDelta, formatFailed, formatUnheard } from './format-events.ts'
import type { Shape } from './format-session.ts'
import { type Session, turnDetectionOf, turnPaceOf } from './session.ts'
import { Turn } from './turn.ts'

type Flushed = Extract<Told, { type: 'flushed' }>
type Change = Exclude<LiveChange, { type: 'kept' | 'bettered' }> | Flushed

const LIKELIHOODS = 'item.input_audio_transcription.logprobs'

/** The turns of a session: each utterance belongs to one, which silence or the client ends. */
export class Turns {
  readonly #ofUtterance = new Map<string, Turn>()
  /** Those that the client ended and that are not told as a whole, by the mark that tells that all of it is final. */
  readonly #ended = new Map<string, Turn>()
  /** What is said since then, where the client ends turns. */
  #open = new Turn(false, 0)
  #previous: string | null = null
  #isUnheard = false

  /** The client ends a turn here. What it has to be told now, and the mark behind which the rest is. */
  commit(atMs: number, isDetected: boolean, shape: Shape): { mark: string; events: object[] } {
    const turn = this.#end(atMs, isDetected)
    return { mark: turn.itemId, events: isDetected ? [] : this.#commit(turn, shape) }
  }

  /** The client wants nothing of what was said up to here and is not told yet. */
  clear(atMs: number): string {
    for (const turn of this.#ofUtterance.values()) if (turn.endMs > atMs) turn.isDropped = true
    const turn = this.#end(atMs, false)
    turn.isDropped = true
    return turn.itemId
  }

  tell(change: Change, session: Session, shape: Shape): object[] {
    switch (change.type) {
      case 'begun':
        return this.#begin(change, session)
      case 'ended':
        return this.#endDetected(change, session, shape)
      case 'partial':
      case 'final':
        return this.#hear(change, session)
      case 'flushed':
        return this.#complete(change, session, shape)
      case 'unheard':
        return this.#giveUp()
    }
  }

  #giveUp(): object[] {
    this.#isUnheard = true
    const open = [...this.#ofUtterance.values()].filter((turn) => turn.isDetected && !turn.isDropped)
    return [formatUnheard(), ...open.map(formatFailed)]
  }

  #end(atMs: number, isDetected: boolean): Turn {
    const turn = isDetected ? new Turn(true, atMs) : this.#open
    turn.endMs = atMs
    this.#ended.set(turn.itemId, turn)
    if (!isDetected) this.#open = new Turn(false, atMs)
    return turn
  }

  #commit(turn: Turn, shape: Shape): object[] {
    const previous = this.#previous
    this.#previous = turn.itemId
    return formatCommitted(turn, previous, shape)
  }

  #begin({ id, startMs }: Extract<Change, { type: 'begun' }>, session: Session): object[] {
    const detection = turnDetectionOf(session)
    const ended = [...this.#ended.values()].find((turn) => !turn.isDetected && startMs < turn.endMs)
    const turn = ended ?? (detection === null ? this.#open : new Turn(true, startMs))
    this.#ofUtterance.set(id, turn)
    if (!turn.isDetected) return []
    const padding = detection?.type === 'server_vad' ? detection.prefix_padding_ms : 0
    const audio_start_ms = Math.round(Math.max(0, startMs - padding))
    return [event('input_audio_buffer.speech_started', { audio_start_ms, item_id: turn.itemId })]
  }

  #endDetected({ id, endMs }: Extract<Change, { type: 'ended' }>, session: Session, shape: Shape): object[] {
    const turn = this.#ofUtterance.get(id)
    if (turn === undefined || !turn.isDetected || turn.isDropped) return []
    turn.endMs = endMs
    for (const ended of this.#ended.values()) if (ended.isDetected) ended.isDropped = true
    const detection = turnDetectionOf(session)
    const audio_end_ms = Math.round(endMs + (detection ? turnPaceOf(detection).pauseMs : 0))
    const stopped = event('input_audio_buffer.speech_stopped', { audio_end_ms, item_id: turn.itemId })
    return [stopped, ...this.#commit(turn, shape)]
  }

  #hear(change: Extract<Change, { type: 'partial' | 'final' }>, session: Session): object[] {
    const turn = this.#ofUtterance.get(change.id)
    if (turn === undefined) return []
    if (change.type === 'final') this.#ofUtterance.delete(change.id)
    const delta = turn.hear(change)
    if (turn.isDropped) return []
    const deltas = delta === '' ? [] : [formatDelta(turn, delta)]
    const isWhole = turn.isDetected && change.type === 'final'
    return isWhole ? [...deltas, this.#formatCompleted(turn, session)] : deltas
  }

  /** All of a turn that the client ended is final. One that silence had ended before has nothing more, and its client waits. */
  #complete({ mark = '' }: Flushed, session: Session, shape: Shape): object[] {
    const turn = this.#ended.get(mark)
    this.#ended.delete(mark)
    if (turn === undefined || turn.isDropped) return []
    const committed = turn.isDetected ? this.#commit(turn, shape) : []
    return [...committed, this.#isUnheard ? formatFailed(turn) : this.#formatCompleted(turn, session)]
  }

  #formatCompleted(turn: Turn, { include }: Session): object {
    return formatCompleted(turn, turn.endMs, include.includes(LIKELIHOODS))
  }
}
