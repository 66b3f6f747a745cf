import { setTimeout as sleep } from 'node:timers/promises'
import { printFigure } from '../figures.ts'
import { treeBytes } from '../process-tree.ts'
import type { BenchServer } from '../server.ts'
import { begin } from './listen.ts'

const BYTES_PER_SECOND = 32_000
const PIECE_MS = 100
const SHORT_SECONDS = 5 * 60
const LOOK_EVERY_SECONDS = 5

/** Memory of everything in an hour of speech, of it in the first minutes, and ids that a client was told and finds no more. */
export async function measureHour(server: BenchServer, pcm: Buffer, seconds: number): Promise<void> {
  const { client, open } = await begin(server, { type: 'start', documents: 'soap_note' })
  const startMs = Date.now()
  let [shortBytes, longBytes] = [0, 0]
  for (let atMs = 0; atMs < seconds * 1000; atMs += PIECE_MS) {
    const earlyMs = atMs + PIECE_MS - (Date.now() - startMs)
    if (earlyMs > 0) await sleep(earlyMs)
    client.send(pieceAt(pcm, atMs))
    if (atMs % (LOOK_EVERY_SECONDS * 1000) > 0) continue
    longBytes = Math.max(longBytes, await treeBytes(server.process.pid ?? 0))
    if (atMs <= SHORT_SECONDS * 1000) shortBytes = longBytes
  }
  client.send({ type: 'flush', mark: 'all' })
  await client.wait('the flush', ({ mark }) => mark === 'all')
  const told = client.told.flatMap((said) => (said.type === 'item' && said.text ? String(said.id) : []))
  const found = await readIds(server, String(open.consultation))
  client.send({ type: 'end' })
  await client.closed
  const inMb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  const minutes = Math.round(seconds / 60)
  printFigure(
    `memory of everything, ${minutes} minutes (${inMb(longBytes)}) against 5 (${inMb(shortBytes)})`,
    `${(longBytes / shortBytes).toFixed(2)} ×`,
    '<= 1.1 ×',
  )
  const ids = new Set(told)
  printFigure(`ids that changed, of ${ids.size} told`, String(ids.difference(found).size), '0')
}

/** The sound over and over. */
function pieceAt(pcm: Buffer, atMs: number): Buffer {
  const at = (atMs * (BYTES_PER_SECOND / 1000)) % (pcm.length - (pcm.length % (PIECE_MS * (BYTES_PER_SECOND / 1000))))
  return pcm.subarray(at, at + PIECE_MS * (BYTES_PER_SECOND / 1000))
}

/** Of the session as one who begins to look on is told it. */
async function readIds({ address, headers }: BenchServer, consultation: string): Promise<Set<string>> {
  const { body } = await fetch(`${address}/api/consultations/${consultation}/events?live=true`, { headers })
  let text = ''
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const [, data] = /^event: transcript\ndata: (.*)\n\n/m.exec(text) ?? []
    if (data) return new Set((JSON.parse(data) as { items: { id: string }[] }).items.map(({ id }) => id))
  }
  throw new Error('Nobody told the transcript.')
}
