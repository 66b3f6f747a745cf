import type { WebSocket } from 'ws'
import { OslerError } from '../../../domain/errors.ts'
import type { SocketMessage } from './conversation.ts'

export interface MessageLimits {
  /** Who says nothing for so long is hung up on. */
  idleMs: number
  /** On the average of ten seconds. */
  mostPerSecond: number
}

/** What waits to be worked on; then the client must wait. */
const MOST_WAITING_BYTES = 1024 * 1024
const AVERAGE_SECONDS = 10

/** The messages of a socket until it is closed. Throws `stream_idle` and `too_many_requests`. */
export async function* readMessages(
  socket: WebSocket,
  { idleMs, mostPerSecond }: MessageLimits,
): AsyncGenerator<SocketMessage> {
  const waiting: { message: SocketMessage; bytes: number }[] = []
  let waitingBytes = 0
  let isOpen = socket.readyState === socket.OPEN
  let news = Promise.withResolvers<void>()
  let [windowStart, inWindow] = [Date.now(), 0]
  const wake = () => {
    news.resolve()
    news = Promise.withResolvers()
  }
  socket.on('message', (data: Buffer, isBinary) => {
    waiting.push({ message: isBinary ? data : data.toString('utf8'), bytes: data.length })
    waitingBytes += data.length
    if (waitingBytes > MOST_WAITING_BYTES) socket.pause()
    wake()
  })
  socket.on('close', () => {
    isOpen = false
    wake()
  })
  while (isOpen || waiting.length > 0) {
    const next = waiting.shift()
    if (next === undefined) {
      if (!(await withinTime(news.promise, idleMs))) throw idle(idleMs / 1000)
      continue
    }
    waitingBytes -= next.bytes
    if (waitingBytes <= MOST_WAITING_BYTES) socket.resume()
    if (Date.now() - windowStart > AVERAGE_SECONDS * 1000) [windowStart, inWindow] = [Date.now(), 0]
    if (++inWindow > mostPerSecond * AVERAGE_SECONDS) throw tooMany(mostPerSecond)
    yield next.message
  }
}

async function withinTime(promise: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  return Promise.race([promise.then(() => true), late]).finally(() => clearTimeout(timer))
}

const idle = (seconds: number) =>
  new OslerError('stream_idle', `Nothing came for ${seconds} s: send silence as sound while nobody speaks.`, {
    seconds,
  })

const tooMany = (most: number) =>
  new OslerError('too_many_requests', `More than ${most} messages a second came: send more sound in each.`, { most })
