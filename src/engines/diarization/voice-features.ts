import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SpeakerSplitter, SplitSpeakers } from './diarizer.ts'
import type { SplitJob } from './voice-features/split-voices.ts'

/** Tells voices apart by how they sound (spectrum and pitch), without a model, in a thread of its own. */
export function openVoiceFeatures(): SpeakerSplitter {
  return {
    name: 'voice-features',
    async split({ channels: [path = ''] }, stretches, { speakers }, signal) {
      signal.throwIfAborted()
      return splitInThread({ path, stretches, speakers }, signal)
    },
    // Its threads end with their work.
    async [Symbol.asyncDispose]() {},
  }
}

/** Throws what the thread could not read, and the signal's reason when it aborts. */
export async function splitInThread(job: SplitJob, signal: AbortSignal): Promise<SplitSpeakers> {
  const worker = new Worker(new URL('./voice-features/worker.ts', import.meta.url), { workerData: job })
  try {
    const [found] = await once(worker, 'message', { signal })
    return found as SplitSpeakers
  } finally {
    await worker.terminate()
  }
}
