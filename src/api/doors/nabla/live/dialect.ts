import type { OslerError } from '../../../../domain/errors.ts'
import type { SocketMessage } from '../../../http/live/conversation.ts'
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

/** The words of one of Nabla's protocols. */
export interface Dialect {
  /** Throws `request_invalid`. */
  read(message: SocketMessage): Said
  formatItem(item: HeardItem): object
  formatError(error: OslerError): object
  /** None where nothing is acknowledged. */
  formatAck?(seqId: number): object
}
