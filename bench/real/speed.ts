import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { median, printFigure } from '../figures.ts'
import { send, waitUntilDone } from '../native-client.ts'
import { type BenchServer, startServer } from '../server.ts'
import { makeConsultation } from './consultations.ts'
import { openFasterWhisper } from './faster-whisper.ts'
import { secondsOf } from './timed.ts'
import { times } from './word-rates.ts'

const OSLER = fileURLToPath(new URL('../../bin/osler', import.meta.url))
/** In every other round the order is turned round, so that a machine that slows down slows all alike. */
const ROUNDS = 2
const DOCUMENT = 'soap_note'

/** Seconds of one recording. */
interface Round {
  /** From the upload to the written note, at a server that runs. */
  server: number
  /** `osler listen`, with its start. */
  cold: number
  /** faster-whisper's batched pipeline, its model loaded; and how long that took. */
  alone: number
  load: number
}

/** Wall time of the whole pipeline, for consultations of 10 and 20 minutes, against faster-whisper's batched pipeline. */
export async function measureSpeed(): Promise<void> {
  await using server = await startServer()
  for (const minutes of [10, 20]) {
    const wav = await makeConsultation(minutes)
    // The first recording loads the model, on both sides outside the time.
    await hearOnServer(server, await makeConsultation(1))
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measureRound(server, wav, round % 2 === 1))
    printRounds(minutes, rounds)
  }
}

async function measureRound(server: BenchServer, wav: string, isReversed: boolean): Promise<Round> {
  const round: Round = { server: 0, cold: 0, alone: 0, load: 0 }
  const ways = [
    async () => {
      round.server = await secondsOf(() => hearOnServer(server, wav))
    },
    async () => {
      round.cold = await secondsOf(() => execa(OSLER, ['listen', wav, '--format', 'json', '--documents', DOCUMENT]))
    },
    async () => {
      await using alone = await openFasterWhisper()
      round.load = alone.loadSeconds
      round.alone = (await alone.transcribe(wav, { language: 'en', batched: true })).seconds
    },
  ]
  for (const way of isReversed ? ways.toReversed() : ways) await way()
  console.error(JSON.stringify(round))
  return round
}

const hearOnServer = async (server: BenchServer, wav: string) =>
  waitUntilDone(server, await send(server, wav, DOCUMENT))

function printRounds(minutes: number, rounds: readonly Round[]): void {
  const middle = (of: (round: Round) => number) => median(rounds.map(of))
  const seconds = (of: (round: Round) => number) => `${middle(of).toFixed(1)} s`
  const print = (name: string, ours: (round: Round) => number, theirs: (round: Round) => number) =>
    printFigure(
      `${minutes} minutes ${name} (${seconds(ours)} and ${seconds(theirs)})`,
      times(middle((round) => ours(round) / theirs(round))),
      '≤ 1.15 ×',
    )
  print(
    'and a note at a running server, against faster-whisper batched',
    ({ server }) => server,
    ({ alone }) => alone,
  )
  print(
    'and a note by `osler listen`, against the same with its load',
    ({ cold }) => cold,
    ({ alone, load }) => alone + load,
  )
  printFigure(
    `${minutes} minutes at a running server, of the length`,
    (middle(({ server }) => server) / minutes / 60).toFixed(3),
    '',
  )
}
