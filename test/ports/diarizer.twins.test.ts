import { readFile, writeFile } from 'node:fs/promises'
import type { Diarization, Diarizer, SpeakerTurn } from '../../src/engines/diarization/diarizer.ts'
import { make } from '../support/recordings.ts'
import { diarizerSuite, type TwoVoices } from './diarizer.suite.ts'
import { provesSuite } from './twins.ts'

const PER_MS = 16
const TURN_MS = 2000
const LOUD = 3000
const TURNS = [0, 1, 0, 1].map((voice, at) => ({ startMs: at * TURN_MS, endMs: (at + 1) * TURN_MS, voice }))

/** One voice is above the line of silence, and the other below it. */
async function speak(): Promise<TwoVoices> {
  const samples = new Int16Array(TURNS.length * TURN_MS * PER_MS)
  for (const { startMs, endMs, voice } of TURNS)
    samples.fill(voice === 0 ? LOUD : -LOUD, startMs * PER_MS, endMs * PER_MS)
  const path = await make('pcm', 'two voices of two signs', (file) => writeFile(file, samples))
  const segments = TURNS.map(({ startMs, endMs }) => ({ channel: 0, startMs, endMs }))
  return { audio: { channels: [path], durationMs: TURNS.length * TURN_MS }, segments, truth: TURNS }
}

/** Tells the two voices by their sign, in the order in which they come. */
const honest = (): Diarizer => ({
  name: 'honest',
  model: 'honest',
  async checkHealth() {},
  async diarize({ channels }, segments, { speakers }, signal) {
    signal.throwIfAborted()
    const samples = await readFile(channels[0] ?? '')
    const signs: number[] = []
    const turns = segments.map(({ startMs, endMs }): SpeakerTurn => {
      const sign = speakers === 1 ? 1 : Math.sign(samples.readInt16LE(startMs * PER_MS * 2))
      if (!signs.includes(sign)) signs.push(sign)
      return { startMs, endMs, voice: signs.indexOf(sign) }
    })
    return { turns, voices: signs.map((sign) => ({ embedding: [sign], speechMs: TURN_MS })) }
  },
  async [Symbol.asyncDispose]() {},
})

type Diarize = Parameters<Diarizer['diarize']>

/** A twin whose answer is altered. */
const altered =
  (change: (found: Diarization, ...asked: Diarize) => Diarization) =>
  (diarizer: Diarizer): Diarizer => ({
    ...diarizer,
    diarize: async (...asked) => change(await diarizer.diarize(...asked), ...asked),
  })

let count = 0
const { signal } = new AbortController()

provesSuite<Diarizer>('diarizer', (open, check) => diarizerSuite('', open, speak, check), honest, {
  'tells two voices apart, numbered as they begin to speak': altered((found) => ({
    ...found,
    turns: found.turns.map((turn) => ({ ...turn, voice: 1 - turn.voice })),
  })),
  'gives turns in time order, without overlap, and the same ones again': altered((found) => ({
    ...found,
    turns: count++ % 2 === 0 ? found.turns : found.turns.toReversed(),
  })),
  'finds no more voices than it is told there are': (diarizer) => ({
    ...diarizer,
    diarize: (audio, segments, _, stop) => diarizer.diarize(audio, segments, {}, stop),
  }),
  'says nothing of a recording without speech, or of a word or two': altered((found) => ({
    ...found,
    turns: found.turns.length > 0 ? found.turns : [{ startMs: 0, endMs: 1000, voice: 0 }],
  })),
  'stops when it is told to, with the reason': (diarizer) => ({
    ...diarizer,
    diarize: (audio, segments, options) => diarizer.diarize(audio, segments, options, signal),
  }),
  'throws when there is nothing to read': (diarizer) => ({
    ...diarizer,
    diarize: (...asked) =>
      diarizer.diarize(...asked).catch((error) => {
        if (error.code === 'ENOENT') return { turns: [], voices: [] }
        throw error
      }),
  }),
})
