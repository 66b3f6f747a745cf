import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import WebSocket from 'ws'
import { TEST_KEY } from './open-test-system.ts'
import { convert } from './recordings.ts'

/** A message of the server. */
export interface Said {
  type: string
  [field: string]: unknown
}

/** A client of a socket of JSON messages: what it was told, in order. */
export interface LiveClient {
  readonly told: Said[]
  send(message: object | Uint8Array): void
  sendText(message: string): void
  /** The first message that fits, of those that were or will be told. */
  wait(what: string, fits: (said: Said) => boolean): Promise<Said>
  /** Calls with each message, as it is told. */
  onTold(listener: (said: Said) => void): void
  /** Sound in pieces of 100 ms, `speed` times as fast as it was said. */
  speak(pcm: Uint8Array, speed?: number): Promise<void>
  close(code?: number): void
  /** As if the network went. */
  lose(): void
  readonly closed: Promise<number>
}

const PATIENCE_MS = 60_000
const PIECE_BYTES = 3200

/** @param key in the header, or in one of these sub-protocols */
export async function openLiveClient(
  address: string,
  path = '/api/live',
  key: string | string[] = TEST_KEY,
): Promise<LiveClient> {
  const headers = typeof key === 'string' ? { authorization: `Bearer ${key}` } : {}
  const socket = new WebSocket(address.replace('http', 'ws') + path, typeof key === 'string' ? [] : key, { headers })
  const told: Said[] = []
  const waiting = new Set<() => void>()
  const { promise: closed, resolve } = Promise.withResolvers<number>()
  socket.on('close', (code) => {
    resolve(code)
    for (const look of waiting) look()
  })
  socket.on('message', (data) => {
    told.push(JSON.parse(String(data)) as Said)
    for (const look of waiting) look()
  })
  await new Promise((open, failed) => socket.once('open', open).once('error', failed))
  const client: LiveClient = {
    told,
    closed,
    send: (message) => socket.send(message instanceof Uint8Array ? message : JSON.stringify(message)),
    sendText: (message) => socket.send(message),
    wait: (what, fits) =>
      new Promise((found, failed) => {
        const done = (settle: () => void) => {
          waiting.delete(look)
          clearTimeout(timer)
          settle()
        }
        const look = () => {
          const said = told.find(fits)
          if (said) done(() => found(said))
          else if (socket.readyState === socket.CLOSED) done(() => failed(new Error(`closed before ${what}`)))
        }
        const timer = setTimeout(() => done(() => failed(new Error(`waited for ${what}`))), PATIENCE_MS)
        waiting.add(look)
        look()
      }),
    onTold: (listener) => void socket.on('message', (data) => listener(JSON.parse(String(data)) as Said)),
    async speak(pcm, speed = 1) {
      const begun = Date.now()
      for (let at = 0; at < pcm.length; at += PIECE_BYTES) {
        const earlyMs = at / 32 / speed - (Date.now() - begun)
        if (earlyMs > 0) await sleep(earlyMs)
        socket.send(pcm.subarray(at, at + PIECE_BYTES))
      }
    },
    close: (code) => socket.close(code),
    lose: () => socket.terminate(),
  }
  return client
}

/** A recording as a microphone gives it: 16 kHz, 16-bit, one channel, without header. */
export const readPcm = async (path: string) =>
  readFile(await convert(path, 'pcm', ['-f', 's16le', '-ac', '1', '-ar', '16000']))
