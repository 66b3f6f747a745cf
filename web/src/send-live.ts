import { ApiError, ask } from './api.ts'
import { printError } from './said-by-server.ts'
import { session } from './session.ts'
import { t } from './texts.ts'
import type { UnsentSound } from './unsent-sound.ts'

const AGAIN_MS = 1000
/** The server hangs up on who says nothing for a minute; who is told nothing meanwhile has lost it. */
const STILL_THERE_MS = 20_000
/** Behind these the rest goes into another recording of the same consultation. */
const ENDED = ['stream_ended', 'stream_too_long', 'request_reused']

/** What is told of a recording on its way. */
export interface LiveProgress {
  consultationId: string
  savedMs: number
  heardMs: number
}

/** Who sends, and is told how it goes. */
export interface Sending {
  /** What the server is to be told of a new recording. */
  start(): object
  onProgress(progress: LiveProgress): void
  /** Told in a sentence what holds the sending up, and '' when it goes on. */
  onTrouble(sentence: string): void
}

/**
 * Sends a recording as it goes on, until it is over and the server has told all of it. Goes on through lost connections and
 * restarts of the server from what that has on its disk; throws what waiting does not mend.
 */
export async function sendLive(sound: UnsentSound, sending: Sending): Promise<void> {
  for (;;) {
    try {
      return await new Call(sound, sending, await openSocket()).ended
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (ENDED.includes(error.code)) sound.beginAnother()
      else if (error.code === 'not_found' && sound.head.consultationId) sound.beginElsewhere()
      else if (error.isPassing) sending.onTrouble(error.message)
      else throw error
    }
    if (sound.isOver && sound.isSaved) return
    await new Promise((next) => setTimeout(next, AGAIN_MS))
  }
}

/** Throws `ApiError` with what is in the way, which a socket does not tell. */
async function openSocket(): Promise<WebSocket> {
  const address = `${location.origin.replace('http', 'ws')}/api/live`
  // An account has a cookie, which the browser sends by itself.
  const socket = new WebSocket(address, ['osler', ...(session.key() ? [`osler-key.${session.key()}`] : [])])
  const isOpen = await new Promise<boolean>((tell) => {
    socket.onopen = () => tell(true)
    socket.onclose = () => tell(false)
  })
  if (isOpen) return socket
  await checkPlace()
  throw new ApiError('offline', t('offline'), 0)
}

/** Throws why no socket can be opened: no place is left, the key is wrong, the server is away. */
export async function checkPlace(): Promise<void> {
  await ask('/api/live').catch((error: unknown) => {
    if (!(error instanceof ApiError && error.code === 'socket_needed')) throw error
  })
}

interface Told {
  type: 'state' | 'ack' | 'partial' | 'item' | 'error'
  state?: string
  id?: string
  recording?: string
  consultation?: string
  position?: number
  endMs?: number
  error?: { code: string; message: string }
}

/** One connection. */
class Call {
  /** When all was told; rejects with `ApiError`. */
  readonly ended: Promise<void>
  readonly #sound: UnsentSound
  readonly #sending: Sending
  readonly #socket: WebSocket
  readonly #speaking = new Set<string>()
  #heardMs = 0
  #sentTo: number | undefined
  #isQuiet = false
  #isAnswered = false
  #error: Told['error']

  constructor(sound: UnsentSound, sending: Sending, socket: WebSocket) {
    this.#sound = sound
    this.#sending = sending
    this.#socket = socket
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    socket.onmessage = ({ data }) => {
      const told = JSON.parse(String(data)) as Told
      this.#isAnswered = true
      this.#take(told)
      if (told.state === 'finished') resolve()
    }
    socket.onclose = ({ code }) => {
      const { code: name = 'offline', message = t('offline') } = this.#error ?? {}
      // Who is signed out is asked to sign in again, and goes on.
      const status = name === 'session_ended' ? 401 : 400
      reject(new ApiError(name, printError(name, message), code === 1008 ? status : 0))
    }
    const timer = setInterval(() => {
      if (!this.#isAnswered) reject(new ApiError('offline', t('offline'), 0))
      this.#isAnswered = false
      this.#showThere()
    }, STILL_THERE_MS)
    sound.onMore = () => this.#sendMore()
    this.#say(this.#beginning())
    this.ended = promise.finally(() => {
      clearInterval(timer)
      sound.onMore = () => {}
      socket.close()
    })
  }

  #beginning(): object {
    const { recording, sampleRate, requestId, consultationId } = this.#sound.head
    if (recording) return { type: 'resume', recording }
    const consultation = consultationId && { consultation: consultationId }
    return { type: 'start', sampleRate, clientRequestId: requestId, ...consultation, ...this.#sending.start() }
  }

  #say(message: object): void {
    this.#socket.send(JSON.stringify(message))
  }

  #take(told: Told): void {
    const { head } = this.#sound
    if (told.state === 'open') this.#open(told)
    if (told.type === 'ack') this.#sound.acknowledge(head.beginsAt + (told.position ?? 0))
    if (told.state === 'speech' && told.id) this.#speaking.add(told.id)
    if (told.state === 'unheard') this.#sending.onTrouble(t('unheard'))
    if (told.type === 'item' && told.id) {
      this.#speaking.delete(told.id)
      this.#heardMs = Math.max(this.#heardMs, this.#sound.inMs(head.beginsAt) + (told.endMs ?? 0))
    }
    this.#error ??= told.error
    if (told.type !== 'partial' && head.consultationId) this.#tell(head.consultationId)
  }

  #open({ recording, consultation, position = 0 }: Told): void {
    const { head } = this.#sound
    if (recording) head.recording = recording
    if (consultation) head.consultationId = consultation
    this.#sentTo = head.beginsAt + position
    this.#sound.acknowledge(this.#sentTo)
    this.#sending.onTrouble('')
    this.#sendMore()
  }

  #sendMore(): void {
    if (this.#sentTo === undefined || this.#socket.readyState !== WebSocket.OPEN) return
    this.#isQuiet = false
    for (const { bytes, isAfterPause } of this.#sound.behind(this.#sentTo)) {
      if (isAfterPause) this.#say({ type: 'pause' })
      this.#socket.send(bytes)
      this.#sentTo += bytes.byteLength
    }
    if (this.#sound.isOver) this.#say({ type: 'end' })
  }

  /** While somebody has paused, nothing else is said. */
  #showThere(): void {
    if (this.#isQuiet && this.#sentTo !== undefined) this.#say({ type: 'flush' })
    this.#isQuiet = true
  }

  /** Where nobody speaks, all that is saved is heard. */
  #tell(consultationId: string): void {
    const savedMs = this.#sound.inMs(this.#sound.head.savedTo)
    this.#sending.onProgress({ consultationId, savedMs, heardMs: this.#speaking.size > 0 ? this.#heardMs : savedMs })
  }
}
