import { SAMPLE_RATE } from '../../domain/audio.ts'
import type { InstalledModel } from '../models/model.ts'
import { openProcessPool } from '../runtime/process-pool.ts'
import { configOf } from '../runtime/sherpa/model-config.ts'
import { type SherpaProcess, startSherpa } from '../runtime/sherpa/sherpa-process.ts'
import type { VoiceActivityDetector } from './detector.ts'

/** Finds speech by a small neural model, in a process of its own. */
export function openSherpaDetector(model: InstalledModel): VoiceActivityDetector {
  const pool = openProcessPool<SherpaProcess>('sherpa-onnx', 1)
  // The net is so small that more threads would only wait for one another.
  const config = { ...configOf(model, 1), sampleRate: SAMPLE_RATE }
  const start = () => startSherpa('detect', model, config)
  return {
    name: 'sherpa',
    model: model.name,
    async checkHealth(signal) {
      await pool.run({ key: model.name, start, do: async () => {} }, signal)
    },
    detect: (path, durationMs, signal) =>
      pool.run({ key: model.name, start, do: (sherpa) => sherpa.detect({ path, durationMs }) }, signal),
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  }
}
