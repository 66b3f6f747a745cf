import { openAsBlob } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { makeConsultation } from './consultation.ts'
import { printFigure } from './figures.ts'
import { type BenchServer, startServer } from './server.ts'

const SEGMENT_SECONDS = 45
const SEGMENTS = 4
const LOOK_EVERY_MS = 50

interface Live {
  response: { user_uploaded: { chunks: { id: number; transcript: string | null }[] }[] }
}

/** How long after a segment's upload has returned its text stands in Heidi's live transcript, as a share of its length. */
export async function measureSegmentLatency(): Promise<void> {
  const { wav } = await makeConsultation()
  await using server = await startServer()
  const { session_id } = await post<{ session_id: string }>(server, '/sessions')
  const session = `/sessions/${session_id}`
  const { recording_id } = await post<{ recording_id: string }>(server, `${session}/restful-segment-transcription`)
  const shares: number[] = []
  for (let index = 0; index < SEGMENTS; index++) {
    const form = new FormData()
    form.append('file', await openAsBlob(await cut(wav, index)), 'segment.mp3')
    form.append('index', String(index))
    await post(server, `${session}/restful-segment-transcription/${recording_id}:transcribe`, form)
    const startedMs = performance.now()
    while (!(await isHeard(server, session, index + 1))) await sleep(LOOK_EVERY_MS)
    shares.push((performance.now() - startedMs) / 1000 / SEGMENT_SECONDS)
  }
  const worst = Math.max(...shares)
  printFigure(
    `a segment's text after its upload, slowest of ${SEGMENTS} segments of 45 s`,
    `${worst.toFixed(2)} ×`,
    '≤ 0.25 ×',
  )
}

async function cut(wav: string, index: number): Promise<string> {
  const segment = wav.replace(/\.wav$/, `.segment-${index}.mp3`)
  const range = ['-ss', String(index * SEGMENT_SECONDS), '-t', String(SEGMENT_SECONDS)]
  await execa('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...range, '-i', wav, segment])
  return segment
}

async function isHeard(server: BenchServer, session: string, chunkId: number): Promise<boolean> {
  const answer = await fetch(`${server.address}${session}/transcript/live`, { headers: server.headers })
  const { response } = (await answer.json()) as Live
  return response.user_uploaded[0]?.chunks.find(({ id }) => id === chunkId)?.transcript != null
}

async function post<Body>(server: BenchServer, path: string, body?: FormData): Promise<Body> {
  const answer = await fetch(server.address + path, { method: 'POST', headers: server.headers, ...(body && { body }) })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Body
}

if (import.meta.main) await measureSegmentLatency()
