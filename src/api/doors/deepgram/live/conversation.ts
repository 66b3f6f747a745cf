import type { OslerError } from '../../../../domain/errors.ts'
import { bytesPerMs, type LiveChange } from '../../../../domain/live.ts'
import type { Conversation, LiveAction, SocketMessage, Told } from '../../../http/live/conversation.ts'
import { Channel } from './channel.ts'
import {
  formatFailure,
  formatMetadata,
  formatResults,
  formatSpeechStarted,
  formatUtteranceEnd,
  type Result,
} from './format.ts'
import { readMessage } from './read-message.ts'
import type { StreamQuery } from './read-stream-query.ts'

type Of<Type extends LiveChange['type']> = Extract<LiveChange, { type: Type }>

/** Not more than a frame of a WebSocket takes for it (RFC 6455, 5.5.1). */
const MOST_REASON_LETTERS = 120

/** A client of Deepgram's live socket: https://developers.deepgram.com/reference/speech-to-text/listen-streaming. */
export class ListenConversation implements Conversation {
  readonly #query: StreamQuery
  readonly #requestId: string
  readonly #createdAt = new Date()
  readonly #channels: Channel[]
  #isBegun = false
  #takenBytes = 0
  #keptMs = 0
  /** How many times the client wants what it sent to be told as final, and is not answered. */
  #finalizing = 0
  /** The last result, while a client waits for what marks it as that. */
  #held: Result | undefined

  constructor(query: StreamQuery, requestId: string) {
    this.#query = query
    this.#requestId = requestId
    const { sound, doorState } = query.work
    const hasOwn = sound.channels > 1 && doorState.diarize === true
    this.#channels = Array.from(
      { length: sound.channels },
      (_, at) => new Channel(query.punctuate, hasOwn ? at : undefined),
    )
  }

  take(message: SocketMessage): LiveAction[] {
    const said = readMessage(message)
    switch (said.type) {
      case 'sound':
        return this.#takeSound(said.coded)
      case 'KeepAlive':
        return []
      case 'Finalize':
        this.#finalizing++
        return this.#isBegun ? [{ type: 'flush' }] : this.#finalize().map(send)
      case 'CloseStream':
        return [{ type: this.#isBegun ? 'finish' : 'leave' }]
    }
  }

  tell(told: Told): object[] {
    switch (told.type) {
      case 'kept':
        this.#keptMs = told.position / bytesPerMs(this.#query.work.sound)
        return this.#findGaps()
      case 'begun':
        return this.#begin(told)
      case 'partial':
        return this.#tellPartial(told)
      case 'final':
        return this.#tellFinal(told)
      case 'flushed':
        return this.#finalize()
      case 'finished':
        return [...(this.#held ? this.#finalize() : []), this.#formatMetadata()]
      case 'unheard':
        return [formatFailure(this.#requestId, 'NET-0000', UNHEARD)]
      case 'failed':
        return [formatFailure(this.#requestId, codeOf(told.error), told.error.message)]
      default:
        return []
    }
  }

  closeAfter(error: OslerError): { code: number; reason: string } {
    const code = error.code === 'stream_idle' || error.status >= 500 ? 1011 : 1008
    return { code, reason: `${codeOf(error)}: ${error.message}`.slice(0, MOST_REASON_LETTERS).replace(/[^ -~]/g, '?') }
  }

  #takeSound(coded: Buffer): LiveAction[] {
    this.#takenBytes += coded.length
    const sound: LiveAction = { type: 'sound', pcm: coded }
    if (this.#isBegun) return [sound, ...this.#findGaps().map(send)]
    this.#isBegun = true
    return [{ type: 'begin', work: this.#query.work }, sound]
  }

  /** How much sound there is: what came, or of a codec what is kept. */
  get #atMs(): number {
    const { bytesPerMs: perMs } = this.#query
    return perMs === undefined ? this.#keptMs : this.#takenBytes / perMs
  }

  #begin({ id, channel, startMs }: Of<'begun'>): object[] {
    this.#channels[channel]?.begin(id)
    return this.#query.isSpeechTold ? [formatSpeechStarted(...this.#indexOf(channel), startMs)] : []
  }

  #tellPartial(partial: Of<'partial'>): object[] {
    const channel = this.#channels[partial.channel]
    if (!this.#query.isInterimTold || channel === undefined) return []
    const result = this.#result(partial, channel)
    return [formatResults(this.#requestId, result, { isFinal: false, isSpeechFinal: false })]
  }

  #tellFinal(final: Of<'final'>): object[] {
    const channel = this.#channels[final.channel]
    if (channel === undefined) return []
    const result = this.#result(final, channel)
    channel.end(final, result.words)
    if (this.#finalizing === 0) return [this.#formatFinal(result), ...this.#findGaps()]
    const before = this.#held
    this.#held = result
    return before ? [this.#formatFinal(before)] : []
  }

  /** All that came before a Finalize is told: its last result says so, or an empty one where there is none. */
  #finalize(): object[] {
    this.#finalizing--
    const atMs = this.#atMs
    const empty = { channel: 0, channels: this.#indexOf(0)[1], startMs: this.#channels[0]?.toldMs ?? 0, endMs: atMs }
    const result = this.#held ?? { ...empty, words: [] }
    this.#held = undefined
    const last = formatResults(this.#requestId, result, { isFinal: true, isSpeechFinal: true, isFinalized: true })
    return [last, ...this.#findGaps()]
  }

  #formatFinal(result: Result): object {
    return formatResults(this.#requestId, result, { isFinal: true, isSpeechFinal: this.#query.endsAtPauses })
  }

  /** From what was told before to the end of what is heard: a client sees how far its sound is heard. */
  #result(heard: Of<'partial'> | Of<'final'>, channel: Channel): Result {
    const [index, channels] = this.#indexOf(heard.channel)
    return { channel: index, channels, startMs: channel.toldMs, endMs: heard.endMs, words: channel.wordsOf(heard) }
  }

  #indexOf(channel: number): [channel: number, of: number] {
    return this.#query.multichannel ? [channel, this.#channels.length] : [0, 1]
  }

  #findGaps(): object[] {
    const { utteranceEndMs } = this.#query
    if (utteranceEndMs === undefined) return []
    return this.#channels.flatMap((channel, at) => {
      const endMs = channel.takeGap(this.#atMs, utteranceEndMs)
      return endMs === undefined ? [] : [formatUtteranceEnd(...this.#indexOf(at), endMs)]
    })
  }

  #formatMetadata(): object {
    const unsupported = this.#query.work.doorState.unsupported as readonly string[]
    const channels = this.#indexOf(0)[1]
    return formatMetadata(this.#requestId, {
      ...{ createdAt: this.#createdAt, durationMs: this.#atMs, channels, unsupported },
    })
  }
}

const UNHEARD = 'No text comes any more: the server is behind. All sound is kept, and heard when the stream has ended.'

/** The vendor's codes of what ends a stream: https://developers.deepgram.com/docs/stt-troubleshooting-websocket-data-and-net-errors. */
function codeOf({ code, status }: OslerError): string {
  if (code === 'audio_unreadable' || code === 'request_invalid') return 'DATA-0000'
  if (code === 'stream_idle') return 'NET-0001'
  return status >= 500 ? 'NET-0000' : code
}

const send = (message: object): LiveAction => ({ type: 'send', message })
