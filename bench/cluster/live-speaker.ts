import { setTimeout as sleep } from 'node:timers/promises'
import { BYTES_PER_MS } from '../../src/domain/audio.ts'
import { type LiveClient, openLiveClient } from '../../test/support/live-client.ts'
import { KEY } from './nodes.ts'

const PIECE_MS = 100
const LONGEST_MS = 600_000
const FINISHED = 1000

/** What became of somebody who spoke over a socket. */
export interface Spoken {
  consultation: string
  /** Every sample, as it was said. */
  pcm: Buffer
  /** How often the socket was closed and came back. */
  cameBack: number
}

/** Speaks in real time, and goes on elsewhere where a server closes the socket, as docs/live.md tells clients to. */
export async function speakLive(pick: () => string, isOver: () => boolean, seed: number): Promise<Spoken> {
  const sound = Buffer.alloc(LONGEST_MS * BYTES_PER_MS)
  for (let at = 0; at < sound.length; at += 2) sound.writeInt16LE(((at * (seed + 7919)) % 4001) - 2000, at)
  const startMs = performance.now()
  let [message, endMs, cameBack]: [object, number | undefined, number] = [
    { type: 'start', documents: 'summary' },
    undefined,
    0,
  ]
  for (;;) {
    const client = await openLiveClient(pick(), '/api/live', KEY)
    client.send(message)
    const open = await client.wait('open', ({ state }) => state === 'open')
    const end = () => {
      if (isOver()) endMs ??= performance.now() - startMs
      return endMs
    }
    await feed(client, sound, Number(open.position), () => performance.now() - startMs, end)
    if ((await client.closed) === FINISHED) {
      const pcm = sound.subarray(0, Math.floor(endMs ?? 0) * BYTES_PER_MS)
      return { consultation: String(open.consultation), pcm, cameBack }
    }
    cameBack++
    message = { type: 'resume', recording: open.recording }
  }
}

/** Sends what was said from a byte on, until all is, or the socket closes. */
async function feed(
  client: LiveClient,
  sound: Buffer,
  from: number,
  nowMs: () => number,
  end: () => number | undefined,
): Promise<void> {
  let isClosed = false
  void client.closed.then(() => {
    isClosed = true
  })
  for (let at = from; !isClosed; await sleep(PIECE_MS)) {
    const endMs = end()
    const until = Math.floor(endMs ?? nowMs()) * BYTES_PER_MS
    client.send(sound.subarray(at, until))
    at = Math.max(at, until)
    if (endMs !== undefined) return client.send({ type: 'end' })
  }
}
