import { bytesPerMs } from '../../../../domain/live.ts'
import type { Limits } from '../../../../domain/submission.ts'
import type { LiveWork } from '../../../capabilities.ts'
import type { Conversation, LiveAction, SocketMessage, Told } from '../../../http/live/conversation.ts'
import type { State } from '../state.ts'
import { ChunkCount } from './count-chunks.ts'
import {
  formatAck,
  formatCommitted,
  formatCreated,
  formatError,
  formatExhausted,
  formatFailure,
  formatInputError,
  formatMismatch,
  formatPartial,
} from './format.ts'
import { type Chunk, type ChunkBytes, readMessage } from './read-message.ts'
import type { StreamQuery } from './read-query.ts'
import { TextSoFar } from './text-so-far.ts'

/** A client of Intron's stream: one socket, one text, which `COMMIT` ends. */
export const converse = (query: StreamQuery, limits: Limits, chunkBytes: ChunkBytes): Conversation =>
  new StreamConversation(query, limits, chunkBytes)

class StreamConversation implements Conversation {
  readonly greeting: readonly object[]
  readonly #query: StreamQuery
  readonly #limits: Limits
  readonly #chunkBytes: ChunkBytes
  readonly #chunks = new ChunkCount()
  readonly #text = new TextSoFar()
  #told = ''
  #jobId = ''
  #isCommitted = false
  #isUnheard = false

  constructor(query: StreamQuery, limits: Limits, chunkBytes: ChunkBytes) {
    this.greeting = [formatCreated(query)]
    this.#query = query
    this.#limits = limits
    this.#chunkBytes = chunkBytes
  }

  take(message: SocketMessage): LiveAction[] {
    const said = readMessage(message, this.#chunkBytes, 2 * this.#query.sound.channels)
    if (said.type === 'wrong') return [send(said.answer)]
    return said.type === 'chunk' ? this.#takeChunk(said) : this.#commit()
  }

  /** The recording begins with its first chunk: clients keep a second socket open, and may never use it. */
  #takeChunk({ pcm, ackId }: Chunk): LiveAction[] {
    const { taken } = this.#chunks
    if (ackId !== undefined && ackId !== taken + 1) return [send(formatMismatch(ackId, taken))]
    this.#chunks.add(pcm.length)
    const sound: LiveAction = { type: 'sound', pcm }
    return taken === 0 ? [{ type: 'begin', work: this.#work() }, sound] : [sound]
  }

  #commit(): LiveAction[] {
    if (this.#chunks.taken === 0) return [send(formatInputError('no data received'))]
    this.#isCommitted = true
    return [{ type: 'finish' }]
  }

  #work(): LiveWork {
    const { sound, language, sessionId } = this.#query
    const doorState: State = { fileName: sessionId, diarization: false }
    return { sound, language, kinds: [], limits: this.#limits, doorState }
  }

  tell(told: Told): object[] {
    switch (told.type) {
      case 'open':
        this.#jobId = told.job.id
        return []
      case 'kept':
        return this.#chunks.keep(told.position).map(formatAck)
      case 'partial':
      case 'final':
        this.#text.hear(told)
        return this.#tellNews()
      case 'unheard':
        this.#isUnheard = true
        return [formatExhausted()]
      case 'finished':
        return [this.#tellAll()]
      case 'stopping':
        return [formatError('The server stops. What was acknowledged is kept; connect again for what follows.')]
      case 'failed':
        return [formatFailure(told.error)]
      default:
        return []
    }
  }

  #tellNews(): object[] {
    const text = String(this.#text)
    if (this.#isCommitted || text === '' || text === this.#told) return []
    this.#told = text
    return [formatPartial(text)]
  }

  /** A text in which something is missing is not told as the whole. */
  #tellAll(): object {
    if (this.#isUnheard) {
      return formatError(`Not all of it is heard yet. All is kept: GET /file/v1/status/${this.#jobId} tells the text.`)
    }
    const seconds = Math.trunc(this.#chunks.bytes / bytesPerMs(this.#query.sound) / 1000)
    return formatCommitted(this.#jobId, String(this.#text), seconds)
  }
}

const send = (message: object): LiveAction => ({ type: 'send', message })
