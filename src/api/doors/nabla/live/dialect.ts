import type { Punctuation } from '../../../../domain/dictation/read-dictation.ts'
import type { OslerError } from '../../../../domain/errors.ts'
import type { LiveWork } from '../../../capabilities.ts'
import type { SocketMessage, Told } from '../../../http/live/conversation.ts'
import type { Locale } from '../locales.ts'

export type StreamSpeaker = 'doctor' | 'patient' | 'unspecified'

/** How a client's sound will come, and what it wants of it. */
export interface StreamConfig {
  /** Those that may be spoken. */
  locales: readonly Locale[]
  sampleRate: number
  streams: readonly { id: string; speaker: StreamSpeaker }[]
  isAcknowledged: boolean
  bySentence: boolean
  /** The text goes into a field, as it is dictated. */
  dictation?: Dictation
}

export interface Dictation {
  punctuation: Punctuation
  /** What stands in the field before the text, and behind it. */
  before: string
  behind: string
  /** Texts that are only added; else items with ids, of which a later one takes the place of an earlier. */
  isAppended: boolean
  /** Whether what was added may be taken back. */
  isCorrected: boolean
}

export interface Chunk {
  type: 'chunk'
  streamId: string | undefined
  seqId: number | undefined
  pcm: Buffer
}

/** What a client says. */
export type Said = { type: 'config'; config: StreamConfig } | Chunk | { type: 'end' }

/** What was heard; the same id again takes its place. */
export interface HeardItem {
  id: string
  text: string
  startMs: number
  endMs: number
  isFinal: boolean
  speaker: StreamSpeaker
  locale: Locale | undefined
}

/** What a client is told of what happens. */
export type Show = (told: Told) => object[]

/** The words of one of Nabla's protocols. */
export interface Dialect {
  /** Throws `request_invalid`. */
  read(message: SocketMessage): Said
  /** How a recording of this configuration is told. */
  show(config: StreamConfig, work: LiveWork): Show
  formatError(error: OslerError): object
  /** None where nothing is acknowledged. */
  formatAck?(seqId: number): object
}
