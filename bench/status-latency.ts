import { setTimeout as sleep } from 'node:timers/promises'
import { makeConsultation } from './consultation.ts'
import { printFigure, quantile } from './figures.ts'
import { readStatus, upload, waitForTranscript } from './intron-client.ts'
import { startServer } from './server.ts'

const EVERY_MS = 50

/** How long `GET /file/v1/status/…` takes, 20 times a second, while every core recognises. */
export async function measureStatusLatency(): Promise<void> {
  const { wav } = await makeConsultation()
  await using server = await startServer()
  const fileId = await upload(server, wav)
  const done = new AbortController()
  const transcript = waitForTranscript(server, await upload(server, wav)).finally(() => done.abort())
  const asked: Promise<number>[] = []
  while (!done.signal.aborted) {
    asked.push(timeStatus())
    await sleep(EVERY_MS)
  }
  await transcript
  const latenciesMs = await Promise.all(asked)
  const p99 = quantile(latenciesMs, 0.99)
  printFigure(
    `99th percentile of ${latenciesMs.length} status requests under full load`,
    `${p99.toFixed(0)} ms`,
    '≤ 50 ms',
  )

  async function timeStatus(): Promise<number> {
    const startedMs = performance.now()
    await readStatus(server, fileId)
    return performance.now() - startedMs
  }
}

if (import.meta.main) await measureStatusLatency()
