import { setTimeout as sleep } from 'node:timers/promises'
import { printFigure } from '../figures.ts'
import { send, waitForText, waitUntilDone } from '../native-client.ts'
import { treeBytes } from '../process-tree.ts'
import { type BenchServer, startServer } from '../server.ts'
import { makeConsultation } from './consultations.ts'
import { times } from './word-rates.ts'

const LOOK_EVERY_MS = 250

interface Hearing {
  peakBytes: number
  /** From the answer to the upload until a client can read the first words, and until all is written. */
  firstTextSeconds: number
  seconds: number
}

/** Memory of everything for ten minutes and for an hour, and when the hour's first words can be read. */
export async function measureMemory(): Promise<void> {
  const short = await hear(await makeConsultation(10))
  const long = await hear(await makeConsultation(60))
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  printFigure('peak memory of everything, 60 minutes', megabytes(long.peakBytes), '≤ 1500 MB')
  printFigure(
    `the same against ten minutes (${megabytes(short.peakBytes)})`,
    times(long.peakBytes / short.peakBytes),
    '0.90–1.10 ×',
  )
  printFigure('60 minutes and their note take', `${Math.round(long.seconds)} s`, '')
  printFigure('first text of 60 minutes after they were taken', `${long.firstTextSeconds.toFixed(1)} s`, '≤ 15 s')
}

async function hear(wav: string): Promise<Hearing> {
  await using server = await startServer()
  const done = new AbortController()
  const peak = watchPeak(server, done.signal)
  const id = await send(server, wav, 'soap_note')
  const takenMs = performance.now()
  const sinceTaken = () => (performance.now() - takenMs) / 1000
  const [firstTextSeconds, seconds] = await Promise.all([
    waitForText(server, id).then(sinceTaken),
    waitUntilDone(server, id).then(sinceTaken),
  ])
  done.abort()
  return { peakBytes: await peak, firstTextSeconds, seconds }
}

async function watchPeak(server: BenchServer, until: AbortSignal): Promise<number> {
  let peakBytes = 0
  while (!until.aborted) {
    peakBytes = Math.max(peakBytes, await treeBytes(server.process.pid ?? 0))
    await sleep(LOOK_EVERY_MS)
  }
  return peakBytes
}
