import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { median, printFigure } from '../figures.ts'
import { readState, send, waitUntilDone } from '../native-client.ts'
import { type BenchServer, startServer } from '../server.ts'
import { longRecipe } from './recipes.ts'
import { speakConsultation } from './spoken-consultations.ts'

const CLIP_SECONDS = 10
const ROUNDS = 7

/** How long a clip of ten seconds takes while an hour is under way, against an idle machine. */
export async function measureFairness(): Promise<void> {
  const { wav } = await speakConsultation(longRecipe(60))
  const clip = wav.replace(/wav$/, 'clip.wav')
  await execa('ffmpeg', ['-nostdin', '-v', 'error', '-y', '-t', String(CLIP_SECONDS), '-i', wav, clip])
  await using server = await startServer()
  // The first clip loads the decoders.
  await timeClip(server, clip)
  const idle = await timeClips(server, clip)
  const hour = await send(server, wav)
  while ((await readState(server, hour)).progress < 0.06) await sleep(200)
  const busy = await timeClips(server, clip)
  const { status } = await readState(server, hour)
  if (status !== 'ongoing') throw new Error('The hour ended before the clips were heard.')
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  printFigure(
    `a clip of 10 s while an hour is under way, against an idle machine (${seconds(busy)} and ${seconds(idle)})`,
    `${(busy / idle).toFixed(2)} ×`,
    '≤ 2.5 ×',
  )
}

async function timeClips(server: BenchServer, clip: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await timeClip(server, clip))
  return median(times)
}

async function timeClip(server: BenchServer, clip: string): Promise<number> {
  const startedMs = performance.now()
  await waitUntilDone(server, await send(server, clip))
  return performance.now() - startedMs
}
