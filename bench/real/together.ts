import { availableParallelism } from 'node:os'
import { treeCoreSeconds } from '../../src/platform/core-seconds.ts'
import { median, printFigure } from '../figures.ts'
import { send, waitUntilDone } from '../native-client.ts'
import { startServer } from '../server.ts'
import { makeConsultation } from './consultations.ts'
import { openFasterWhisper } from './faster-whisper.ts'
import { secondsOf } from './timed.ts'
import { percent, times } from './word-rates.ts'

const RECORDINGS = 6
const MINUTES = 10
/** Each begins elsewhere in the same row of recordings. */
const APART_MINUTES = 3
const ROUNDS = 2

interface AtOnce {
  seconds: number
  /** Of the time of all cores. */
  busy: number
}

/** Six recordings of ten minutes at once, against faster-whisper's best use of the cores: one after the other, batched. */
export async function measureTogether(): Promise<void> {
  const starts = Array.from({ length: RECORDINGS }, (_, at) => at * APART_MINUTES)
  const files: string[] = []
  for (const start of starts) files.push(await makeConsultation(MINUTES, start))
  const rounds: { ours: AtOnce; alone: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const before = round % 2 === 1 ? await hearAlone(files) : undefined
    const ours = await hearAtOnce(files)
    rounds.push({ ours, alone: before ?? (await hearAlone(files)) })
    console.error(JSON.stringify(rounds.at(-1)))
  }
  const [ours, alone] = [median(rounds.map(({ ours }) => ours.seconds)), median(rounds.map(({ alone }) => alone))]
  printFigure(
    `six recordings of ten minutes at once, against faster-whisper batched (${ours.toFixed(0)} and ${alone.toFixed(0)} s)`,
    times(median(rounds.map(({ ours, alone }) => ours.seconds / alone))),
    '≤ 1.15 ×',
  )
  printFigure('the cores are busy with them', percent(median(rounds.map(({ ours }) => ours.busy))), 'all')
}

async function hearAtOnce(files: readonly string[]): Promise<AtOnce> {
  await using server = await startServer()
  const root = server.process.pid ?? 0
  await waitUntilDone(server, await send(server, await makeConsultation(1)))
  const cpuBefore = await treeCoreSeconds(root)
  const seconds = await secondsOf(() =>
    Promise.all(files.map(async (file) => waitUntilDone(server, await send(server, file, 'soap_note')))),
  )
  return { seconds, busy: ((await treeCoreSeconds(root)) - cpuBefore) / seconds / availableParallelism() }
}

async function hearAlone(files: readonly string[]): Promise<number> {
  await using alone = await openFasterWhisper()
  return await secondsOf(async () => {
    for (const file of files) await alone.transcribe(file, { language: 'en', batched: true })
  })
}
