import type { OslerError } from '../../../domain/errors.ts'
import type { LiveChange, LivePace } from '../../../domain/live.ts'
import type { LiveRecording, LiveWork } from '../../capabilities.ts'

/** A text message, or bytes. */
export type SocketMessage = string | Buffer

/** What a client's message asks for. */
export type LiveAction =
  /** Begin the recording. */
  | { type: 'begin'; work: LiveWork }
  /** Go on with one whose connection was lost. */
  | { type: 'goOn'; id: string; pace?: LivePace }
  | { type: 'sound'; pcm: Buffer }
  /** Somebody pauses: mark it, and end what is being said. */
  | { type: 'pause' }
  /** End what is being said; `flushed` with this mark is told when all of it is final. */
  | { type: 'flush'; mark?: string }
  /** The recording has ended: when all is final, and that is told, the socket is closed with 1000. */
  | { type: 'finish' }
  /** There is nothing to record: the same without a recording. */
  | { type: 'leave' }
  | { type: 'send'; message: string | object }

/** What a client is to be told, beside what happens to the recording. */
export type Told =
  | LiveChange
  /** The recording was begun or gone on with: its next byte has the number `position`. */
  | ({ type: 'open' } & Pick<LiveRecording, 'id' | 'consultationId' | 'job' | 'position'>)
  | { type: 'flushed'; mark?: string }
  | { type: 'finished' }
  /** The server stops: the sound is safe, and another one goes on with it. */
  | { type: 'stopping' }
  /** The last message: the socket is closed with 1008, or 1011 where the server is at fault. */
  | { type: 'failed'; error: OslerError }

/** One client's talk in a vendor's words. Neither waits for anything: what they need to know they have been told. */
export interface Conversation {
  /** What a client is told before it has said anything. */
  readonly greeting?: readonly (string | object)[]
  /** What a message asks for. What it throws is told as `failed`. */
  take(message: SocketMessage): readonly LiveAction[]
  /** The messages that tell it: objects are sent as JSON. */
  tell(told: Told): readonly (string | object)[]
  /** How the socket is closed after an error; with 1008, or 1011 where the server is at fault, where this does not say. */
  closeAfter?(error: OslerError): { code: number; reason: string }
}
