import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Diarization, Diarizer } from './diarizer.ts'
import type { DiarizeJob } from './voice-features/tell-voices.ts'

/** Tells voices apart by how they sound (spectrum and pitch), without a model, in a thread of its own. */
export function openVoiceFeatures(): Diarizer {
  return {
    name: 'voice-features',
    model: 'voice-features',
    async checkHealth() {},
    async diarize({ channels: [path = ''] }, segments, { speakers }, signal) {
      signal.throwIfAborted()
      return diarizeInThread({ path, segments, speakers }, signal)
    },
    // Its threads end with their work.
    async [Symbol.asyncDispose]() {},
  }
}

/** Throws what the thread could not read, and the signal's reason when it aborts. */
export async function diarizeInThread(job: DiarizeJob, signal: AbortSignal): Promise<Diarization> {
  const worker = new Worker(new URL('./voice-features/worker.ts', import.meta.url), { workerData: job })
  try {
    const [found] = await once(worker, 'message', { signal })
    return found as Diarization
  } finally {
    await worker.terminate()
  }
}
