import { OslerError } from '../../../../domain/errors.ts'
import type { LiveWork } from '../../../capabilities.ts'
import type { Conversation, LiveAction, SocketMessage, Told } from '../../../http/live/conversation.ts'
import { Acknowledged } from './acknowledge.ts'
import type { Chunk, Dialect, Show, StreamConfig } from './dialect.ts'
import { JoinedStreams } from './join-streams.ts'

/** Microphones begin before the configuration is sent: over ten seconds of sound. */
const MOST_EARLY_BYTES = 1024 * 1024

/** One client's talk, in one of Nabla's protocols. */
export class LiveConversation implements Conversation {
  readonly #dialect: Dialect
  readonly #translate: (config: StreamConfig) => LiveWork
  readonly #early: Chunk[] = []
  #earlyBytes = 0
  #talk: Talk | undefined

  constructor(dialect: Dialect, translate: (config: StreamConfig) => LiveWork) {
    this.#dialect = dialect
    this.#translate = translate
  }

  take(message: SocketMessage): LiveAction[] {
    const said = this.#dialect.read(message)
    if (said.type === 'config') return this.#begin(said.config)
    if (said.type === 'end') return [...(this.#talk?.end() ?? []), { type: 'finish' }]
    return this.#talk?.take(said) ?? this.#keepEarly(said)
  }

  tell(told: Told): object[] {
    if (told.type === 'failed') return [this.#dialect.formatError(told.error)]
    return this.#talk?.tell(told) ?? []
  }

  #begin(config: StreamConfig): LiveAction[] {
    if (this.#talk) throw new OslerError('request_invalid', 'The configuration came already: open another socket.')
    const work = this.#translate(config)
    const talk = new Talk(this.#dialect, config, work)
    this.#talk = talk
    return [{ type: 'begin', work }, ...this.#early.splice(0).flatMap((chunk) => talk.take(chunk))]
  }

  #keepEarly(chunk: Chunk): LiveAction[] {
    this.#early.push(chunk)
    this.#earlyBytes += chunk.pcm.length
    if (this.#earlyBytes <= MOST_EARLY_BYTES) return []
    throw new OslerError('request_invalid', 'More than 1 MiB of sound came before the configuration: send that first.')
  }
}

/** The part of it behind the configuration. */
class Talk {
  readonly #dialect: Dialect
  readonly #config: StreamConfig
  readonly #streams: JoinedStreams
  readonly #acknowledged = new Acknowledged()
  readonly #show: Show
  #keptBytes = 0

  constructor(dialect: Dialect, config: StreamConfig, work: LiveWork) {
    this.#dialect = dialect
    this.#config = config
    this.#streams = new JoinedStreams(config)
    this.#show = dialect.show(config, work)
  }

  take({ streamId, seqId, pcm }: Chunk): LiveAction[] {
    const stream = this.#streams.find(streamId)
    const isCounted = this.#config.isAcknowledged && seqId !== undefined
    if (isCounted && !this.#acknowledged.isNew(stream, seqId)) return []
    const joined = this.#streams.add(stream, pcm)
    if (isCounted) this.#acknowledged.await(seqId, joined.endsAt)
    const acks = this.#acknowledge().map((message): LiveAction => ({ type: 'send', message }))
    return [...soundOf(joined.pcm), ...acks]
  }

  end(): LiveAction[] {
    return soundOf(this.#streams.end())
  }

  tell(told: Told): object[] {
    if (told.type !== 'kept') return this.#show(told)
    this.#keptBytes = told.position
    return this.#acknowledge()
  }

  #acknowledge(): object[] {
    const seqId = this.#acknowledged.keep(this.#keptBytes)
    return seqId === undefined || !this.#dialect.formatAck ? [] : [this.#dialect.formatAck(seqId)]
  }
}

const soundOf = (pcm: Buffer): LiveAction[] => (pcm.length > 0 ? [{ type: 'sound', pcm }] : [])
