import type { FastifyContextConfig, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import { asOslerError, OslerError } from '../../domain/errors.ts'
import type { Live, LiveRecording } from '../capabilities.ts'
import type { App } from '../door.ts'
import type { Conversation, LiveAction, Told } from './live/conversation.ts'
import { readMessages } from './live/read-messages.ts'

/** A vendor's socket: which keys and sub-protocols it takes, and how its clients are talked to. */
export interface SocketRoute {
  /** Those that may be answered: the first that a client offers is. Never one that carries a key. */
  protocols?: readonly string[]
  /** The key, where it stands in an offered sub-protocol or the query instead of the header. */
  readKey?(offered: readonly string[], request: FastifyRequest): string | undefined
  /** Which credentials may open it; keys alone where it does not say. */
  takes?: FastifyContextConfig['takes']
  /** A client who says nothing for so long is hung up on; 60 s where no vendor says otherwise. */
  idleSeconds?: number
  /** What the answer to the handshake has beside the request's id. */
  headers?(request: FastifyRequest): Readonly<Record<string, string>>
  /** One client's talk begins. Throws what is wrong with its query. */
  converse(request: FastifyRequest): Conversation
}

const IDLE_SECONDS = 60
/** A hundred a second are 10 ms of sound in each; a client that makes up for a lost connection sends more. */
const MOST_PER_SECOND = 1000
const PING_MS = 20_000
/** A client that does not read what it is told would fill the memory. */
const MOST_UNREAD_BYTES = 8 * 1024 * 1024
/** A client that does not say farewell is hung up on. */
const FAREWELL_MS = 2_000
const CLOSES = { done: 1000, stopping: 1012, refused: 1008, failed: 1011 } as const
/** A client that closes with these has ended; one that is lost, or whose page is left, may come back. */
const ENDED = [1000, 1005]

/**
 * Takes sockets at a path. Who may not open one is answered at the handshake, in the door's own body: no key, another's page,
 * no place left, a server that stops.
 */
export function live(app: App, places: Live, path: string, route: SocketRoute): void {
  const { protocols = [], readKey } = route
  const talks = new Set<Talk>()
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
    await Promise.all([...talks].map((talk) => talk.stop()))
  })
  const config = {
    scope: 'submit' as const,
    ...(route.takes && { takes: route.takes }),
    readKey: (request: FastifyRequest) => readKey?.(offeredBy(request), request),
  }
  app.get(path, { config, schema: { tags: ['WebSockets'] } }, async (request) => {
    if (request.openSocket === undefined) throw new OslerError('socket_needed', 'Open a WebSocket at this path.')
    if (isStopping) throw new OslerError('stopping')
    const conversation = route.converse(request)
    using _ = places.claim()
    const protocol = offeredBy(request).find((offered) => protocols.includes(offered))
    const socket = await request.openSocket(protocol, { 'x-request-id': request.id, ...route.headers?.(request) })
    const talk = new Talk(socket, places, conversation, request, (route.idleSeconds ?? IDLE_SECONDS) * 1000)
    talks.add(talk)
    await talk.run().finally(() => talks.delete(talk))
  })
}

const offeredBy = ({ headers }: FastifyRequest): string[] =>
  (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((offered) => offered.trim())
    .filter((offered) => offered !== '')

/** A socket, its conversation and its recording. */
class Talk {
  readonly #socket: WebSocket
  readonly #places: Live
  readonly #conversation: Conversation
  readonly #request: FastifyRequest
  readonly #idleMs: number
  readonly #ended = Promise.withResolvers<void>()
  #recording: LiveRecording | undefined
  #closedWith: number | undefined
  #isFinished = false
  #isStopping = false
  #isHeardOf = true
  #isFailed = false

  constructor(socket: WebSocket, places: Live, conversation: Conversation, request: FastifyRequest, idleMs: number) {
    this.#socket = socket
    this.#places = places
    this.#conversation = conversation
    this.#request = request
    this.#idleMs = idleMs
    socket.on('error', () => {})
    socket.on('pong', () => {
      this.#isHeardOf = true
    })
    socket.once('close', (code) => {
      this.#closedWith = code
    })
  }

  async run(): Promise<void> {
    const timer = setInterval(() => this.#look(), PING_MS)
    try {
      await this.#converse()
    } catch (error) {
      await this.#fail(error)
    } finally {
      clearInterval(timer)
      await this.#leave().catch((error) => this.#request.log.warn({ error: asOslerError(error) }, 'stream'))
      this.#close(this.#isStopping ? CLOSES.stopping : CLOSES.done)
      this.#ended.resolve()
    }
  }

  /** The server stops: what came is kept, the client is told, and hangs up. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await this.#recording?.suspend().catch(() => {})
    this.#tell({ type: 'stopping' })
    this.#close(CLOSES.stopping)
    await this.#ended.promise
  }

  async #converse(): Promise<void> {
    for (const message of this.#conversation.greeting ?? []) this.#send(message)
    const limits = { idleMs: this.#idleMs, mostPerSecond: MOST_PER_SECOND }
    for await (const message of readMessages(this.#socket, limits)) {
      if (this.#isFailed) return
      for (const action of this.#conversation.take(message)) await this.#do(action)
      if (this.#isFinished) return
    }
  }

  async #do(action: LiveAction): Promise<void> {
    if (action.type === 'send') return this.#send(action.message)
    if (action.type === 'begin' || action.type === 'goOn') return this.#open(action)
    if (action.type === 'leave') return this.#finish()
    const recording = this.#recording
    if (recording === undefined) throw new OslerError('request_invalid', 'Sound came before it was described.')
    if (action.type === 'sound') return recording.write(action.pcm)
    if (action.type === 'finish') return this.#finish(recording)
    // Sound that comes meanwhile is kept: nobody waits for text.
    if (action.type === 'pause') return void recording.pause().catch((error) => this.#fail(error))
    const told: Told = { type: 'flushed', ...(action.mark !== undefined && { mark: action.mark }) }
    recording.flush().then(
      () => this.#tell(told),
      (error) => this.#fail(error),
    )
  }

  async #finish(recording?: LiveRecording): Promise<void> {
    await recording?.finish()
    this.#isFinished = true
    this.#tell({ type: 'finished' })
  }

  async #open(action: Extract<LiveAction, { type: 'begin' | 'goOn' }>): Promise<void> {
    if (this.#recording) throw new OslerError('request_invalid', 'The sound was described already.')
    const { tenantId } = this.#request
    const tell = (told: Told) => this.#tell(told)
    const recording =
      action.type === 'begin'
        ? await this.#places.begin(tenantId, action.work, tell)
        : await this.#places.goOn(tenantId, action.id, action.pace ?? {}, tell)
    this.#recording = recording
    const { id, consultationId, job, position } = recording
    this.#tell({ type: 'open', id, consultationId, job, position })
  }

  /** Whoever closes has ended; who is lost may come back. */
  async #leave(): Promise<void> {
    if (this.#isFinished || this.#isStopping) return
    const hasEnded = this.#closedWith !== undefined && ENDED.includes(this.#closedWith)
    await (hasEnded ? this.#recording?.finish() : this.#recording?.suspend())
  }

  async #fail(thrown: unknown): Promise<void> {
    if (this.#isStopping || this.#isFailed) return
    this.#isFailed = true
    const error = asOslerError(thrown)
    this.#request.log[error.status >= 500 ? 'error' : 'info']({ error }, 'stream refused')
    if (error.code === 'stream_too_long') await this.#recording?.finish()
    this.#tell({ type: 'failed', error })
    const { code = error.status >= 500 ? CLOSES.failed : CLOSES.refused, reason = '' } =
      this.#conversation.closeAfter?.(error) ?? {}
    this.#close(code, reason)
  }

  /** Whether the client is still there, and its key still good. */
  #look(): void {
    if (!this.#isHeardOf) this.#socket.terminate()
    else this.#socket.ping()
    this.#isHeardOf = false
    this.#request.checkKey().catch((error) => this.#fail(error))
  }

  #tell(told: Told): void {
    for (const message of this.#conversation.tell(told)) this.#send(message)
  }

  #send(message: string | object): void {
    if (this.#socket.bufferedAmount > MOST_UNREAD_BYTES) this.#socket.terminate()
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  #close(code: number, reason = ''): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.close(code, reason)
    setTimeout(() => this.#socket.terminate(), FAREWELL_MS).unref()
  }
}
