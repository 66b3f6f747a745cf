import { availableParallelism } from 'node:os'
import type { InstalledModel } from '../models/model.ts'
import { openProcessPool } from '../runtime/process-pool.ts'
import type { HeardTurn } from '../runtime/sherpa/messages.ts'
import { configOf } from '../runtime/sherpa/model-config.ts'
import { type SherpaProcess, startSherpa } from '../runtime/sherpa/sherpa-process.ts'
import type { Diarizer, SpeakerTurn } from './diarizer.ts'
import { embedVoices } from './voice-features/embed-voices.ts'

/** What is shorter is no turn, and what is shorter than the second is no pause in one. */
const LEAST_TURN_SECONDS = 0.2
const LEAST_PAUSE_SECONDS = 0.3

/**
 * Tells voices apart by a neural model of who speaks when and another of what voices sound like, in a process of its own.
 * Their embeddings, which know a voice again in the next chunk, are those of the built-in diarizer.
 */
export function openSherpaDiarizer(model: InstalledModel, cores: number = availableParallelism()): Diarizer {
  const pool = openProcessPool<SherpaProcess>('sherpa-onnx', 1)
  // `OfflineSpeakerDiarizationConfig` of sherpa-onnx.
  const config = { ...configOf(model, cores), minDurationOn: LEAST_TURN_SECONDS, minDurationOff: LEAST_PAUSE_SECONDS }
  const start = () => startSherpa('diarize', model, config)
  return {
    name: 'sherpa',
    model: model.name,

    async checkHealth(signal) {
      await pool.run({ key: model.name, start, do: async () => {} }, signal)
    },

    async diarize({ channels: [path = ''] }, segments, { speakers }, signal) {
      signal.throwIfAborted()
      if (segments.length === 0) return { turns: [], voices: [] }
      const job = { path, segments, speakers }
      const found = await pool.run({ key: model.name, start, do: (sherpa) => sherpa.diarize(job) }, signal)
      const turns = readTurns(found)
      return { turns, voices: await embedVoices(path, turns) }
    },

    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  }
}

/** In time order and without overlap: who began to speak keeps the word. Voices are numbered as they begin. */
function readTurns(found: readonly HeardTurn[]): SpeakerTurn[] {
  const order: number[] = []
  const turns: SpeakerTurn[] = []
  for (const { start, end, speaker } of [...found].sort((a, b) => a.start - b.start)) {
    const startMs = Math.max(Math.round(start * 1000), turns.at(-1)?.endMs ?? 0)
    const endMs = Math.round(end * 1000)
    if (endMs <= startMs) continue
    if (!order.includes(speaker)) order.push(speaker)
    turns.push({ startMs, endMs, voice: order.indexOf(speaker) })
  }
  return turns
}
