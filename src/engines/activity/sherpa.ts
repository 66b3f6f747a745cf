import { SAMPLE_RATE } from '../../domain/audio.ts'
import { familyOf } from '../models/families.ts'
import type { InstalledModel } from '../models/model.ts'
import { openProcessPool } from '../process-pool.ts'
import { checkMemory } from '../sherpa/check-memory.ts'
import { type SherpaProcess, startSherpa } from '../sherpa/sherpa-process.ts'
import type { SpeechFinder } from './speech-finder.ts'

/** Finds speech by a small neural model, in a process of its own. */
export function openSherpaFinder(model: InstalledModel): SpeechFinder {
  const pool = openProcessPool<SherpaProcess>('sherpa-onnx', 1)
  // The net is so small that more threads would only wait for one another.
  const how = { numThreads: 1, provider: 'cpu', debug: 0 }
  const config = { ...familyOf(model.family).config(model.files, '', how), sampleRate: SAMPLE_RATE }
  const start = () => {
    checkMemory(model)
    return startSherpa('find', config, model.name)
  }
  return {
    name: `sherpa (${model.name})`,
    find: (path, durationMs, signal) =>
      pool.run({ key: model.name, start, do: (sherpa) => sherpa.find({ path, durationMs }) }, signal),
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  }
}
