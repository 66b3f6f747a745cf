import { setTimeout as sleep } from 'node:timers/promises'
import { type LiveClient, openLiveClient, type Said } from '../../test/support/live-client.ts'
import type { BenchServer } from '../server.ts'

/** What a client was told, and when, in milliseconds from the first sound. */
export interface Timed {
  said: Said
  atMs: number
}

export interface Heard {
  told: Timed[]
  consultation: string
}

export const keyOf = ({ headers }: BenchServer) => headers.authorization.slice('Bearer '.length)

const BYTES_PER_MS = 32
const PIECE_MS = 100

/** Opens a recording at the server. */
export async function begin(server: BenchServer, message: object): Promise<{ client: LiveClient; open: Said }> {
  const client = await openLiveClient(server.address, '/api/live', keyOf(server))
  client.send(message)
  return { client, open: await client.wait('open', ({ state }) => state === 'open') }
}

/** Sends a sound as it would be said, and notes what is told meanwhile. */
export async function listen(server: BenchServer, pcm: Buffer, speed = 1, wish: object = {}): Promise<Heard> {
  const { client, open } = await begin(server, { type: 'start', documents: 'soap_note', ...wish })
  const startMs = Date.now()
  const told: Timed[] = []
  client.onTold((said) => told.push({ said, atMs: (Date.now() - startMs) * speed }))
  for (let at = 0; at < pcm.length; at += PIECE_MS * BYTES_PER_MS) {
    // A microphone gives a piece when it has been said.
    const earlyMs = (at / BYTES_PER_MS + PIECE_MS) / speed - (Date.now() - startMs)
    if (earlyMs > 0) await sleep(earlyMs)
    client.send(pcm.subarray(at, at + PIECE_MS * BYTES_PER_MS))
  }
  client.send({ type: 'end' })
  await client.closed
  return { told, consultation: String(open.consultation) }
}
