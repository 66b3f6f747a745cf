import { asOslerError, OslerError } from '../../../../domain/errors.ts'
import type { LiveWork } from '../../../capabilities.ts'
import type { Conversation, LiveAction, SocketMessage, Told } from '../../../http/live/conversation.ts'
import { event, formatError } from './format-events.ts'
import { formatSession, idOf, type SessionFrame, type Shape } from './format-session.ts'
import { readEvent, readEventId, type Said } from './read-event.ts'
import { changeSession, type Session, turnDetectionOf } from './session.ts'
import { bytesPerMsOf } from './translate.ts'
import { Turns } from './turns.ts'

/** Clients speak before they have said how: so much waits for that, which is a second. */
const MOST_EARLY_BYTES = 48_000

/** What a session begins with. */
export interface Opening {
  session: Session
  /** The client secret or the client said how the session is to be: nothing more need be waited for. */
  isConfigured: boolean
  shape: Shape
  expiresAt: number
}

/** A client of a transcription session (https://developers.openai.com/api/docs/guides/realtime-transcription). */
export class RealtimeConversation implements Conversation {
  readonly greeting: readonly object[]
  readonly #translate: (session: Session) => LiveWork
  readonly #frame: SessionFrame
  readonly #turns: Turns
  #shape: Shape
  #session: Session
  #isConfigured: boolean
  #isBegun = false
  #early: Buffer[] = []
  #takenBytes = 0

  constructor({ session, isConfigured, shape, expiresAt }: Opening, translate: (session: Session) => LiveWork) {
    this.#translate = translate
    this.#session = session
    this.#shape = shape
    this.#isConfigured = isConfigured
    this.#frame = { id: idOf('sess'), expiresAt }
    this.#turns = new Turns()
    this.greeting = [this.#formatSession('created')]
  }

  /** What a client says wrong ends nothing. */
  take(message: SocketMessage): LiveAction[] {
    try {
      return this.#act(readEvent(message))
    } catch (error) {
      return [send(formatError(asOslerError(error), readEventId(message)))]
    }
  }

  tell(told: Told): object[] {
    switch (told.type) {
      case 'stopping':
        return [formatError(new OslerError('stopping', 'The server stops: connect again.'), null)]
      case 'failed':
        return [formatError(told.error, null)]
      case 'kept':
      case 'open':
      case 'finished':
      case 'bettered':
        return []
      default:
        return this.#turns.tell(told, this.#session, this.#shape)
    }
  }

  #act(said: Said): LiveAction[] {
    switch (said.type) {
      case 'update':
        return this.#update(said)
      case 'append':
        return this.#append(said.sound)
      case 'commit': {
        const { mark, events } = this.#turns.commit(this.#atMs, turnDetectionOf(this.#session) !== null, this.#shape)
        return [...this.#begin(), ...events.map(send), ...this.#flush(mark)]
      }
      case 'clear':
        return [send(event('input_audio_buffer.cleared')), ...this.#flush(this.#turns.clear(this.#atMs))]
    }
  }

  #update({ change, shape }: Extract<Said, { type: 'update' }>): LiveAction[] {
    const changed = changeSession(this.#session, change)
    // Language and words are those of the recording, which has begun.
    const next = this.#isBegun ? { ...changed, transcription: this.#session.transcription } : changed
    if (this.#isBegun && JSON.stringify(next.format) !== JSON.stringify(this.#session.format)) throw formatFixed()
    if (!this.#isBegun) this.#translate(next)
    this.#session = next
    this.#shape = shape
    this.#isConfigured = true
    return [send(this.#formatSession('updated')), ...(this.#takenBytes > 0 ? this.#begin() : [])]
  }

  #append(sound: Buffer): LiveAction[] {
    this.#takenBytes += sound.length
    if (this.#isBegun) return [{ type: 'sound', pcm: sound }]
    this.#early.push(sound)
    return this.#isConfigured || this.#takenBytes > MOST_EARLY_BYTES ? this.#begin() : []
  }

  /** The recording, with the sound that came before it. */
  #begin(): LiveAction[] {
    if (this.#isBegun || this.#takenBytes === 0) return []
    this.#isBegun = true
    const early = this.#early.map((pcm): LiveAction => ({ type: 'sound', pcm }))
    this.#early = []
    return [{ type: 'begin', work: this.#translate(this.#session) }, ...early]
  }

  /** Without sound there is nothing that could be flushed. */
  #flush(mark: string): LiveAction[] {
    if (this.#isBegun) return [{ type: 'flush', mark }]
    return this.tell({ type: 'flushed', mark }).map(send)
  }

  get #atMs(): number {
    return this.#takenBytes / bytesPerMsOf(this.#session)
  }

  #formatSession(what: 'created' | 'updated'): object {
    const type = `${this.#shape === 'ga' ? 'session' : 'transcription_session'}.${what}`
    return event(type, { session: formatSession(this.#session, this.#frame, this.#shape) })
  }
}

const send = (message: object): LiveAction => ({ type: 'send', message })

const formatFixed = () =>
  new OslerError('request_invalid', 'The format cannot change once sound came: open another socket.', {
    field: 'session.audio.input.format',
  })
