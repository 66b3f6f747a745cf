import { setTimeout as sleep } from 'node:timers/promises'
import { median, printFigure } from '../figures.ts'
import { send, waitUntilDone } from '../native-client.ts'
import { treeBytes } from '../process-tree.ts'
import { startServer } from '../server.ts'
import { hearByStock } from './hear.ts'
import { longRecipe } from './recipes.ts'
import { speakConsultation } from './spoken-consultations.ts'

const ROUNDS = 3

/** Time of a ten-minute consultation against stock, and memory of everything for ten minutes and an hour. */
export async function measureLength(): Promise<void> {
  const [short, long] = [await speakConsultation(longRecipe(10)), await speakConsultation(longRecipe(60))]
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const ours = (await hearOnServer(short.wav)).seconds
    const startedMs = performance.now()
    await hearByStock(short.wav)
    ratios.push(ours / ((performance.now() - startedMs) / 1000))
  }
  printFigure('wall time of ten minutes against pocketsphinx_continuous', `${median(ratios).toFixed(2)} ×`, '≤ 0.45 ×')
  const [small, large] = [await hearOnServer(short.wav), await hearOnServer(long.wav)]
  const megabytes = Math.round(large.peakBytes / 1e6)
  printFigure('peak memory of everything, 60 minutes', `${megabytes} MB`, '≤ 1000 MB')
  printFigure('the same against ten minutes', `${(large.peakBytes / small.peakBytes).toFixed(2)} ×`, '≤ 1.10 ×')
  printFigure('60 minutes take', `${Math.round(large.seconds)} s`, '')
}

async function hearOnServer(wav: string): Promise<{ seconds: number; peakBytes: number }> {
  await using server = await startServer()
  const startedMs = performance.now()
  let peakBytes = 0
  const done = new AbortController()
  const hearing = send(server, wav)
    .then((id) => waitUntilDone(server, id))
    .finally(() => done.abort())
  while (!done.signal.aborted) {
    peakBytes = Math.max(peakBytes, await treeBytes(server.process.pid ?? 0))
    await sleep(250)
  }
  await hearing
  return { seconds: (performance.now() - startedMs) / 1000, peakBytes }
}
