import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SpeakerSplitter, SplitSpeakers } from './speaker-splitter.ts'

/** Tells voices apart by how they sound (spectrum and pitch), without a model, in a thread of its own. */
export function openVoiceFeatures(): SpeakerSplitter {
  return {
    name: 'voice-features',
    async split({ channels: [path] }, stretches, { speakers }, signal) {
      signal.throwIfAborted()
      const worker = new Worker(new URL('./voice-features/worker.ts', import.meta.url), {
        workerData: { path, stretches, speakers },
      })
      // Once nobody waits for it any more, as after an abort, an error of the thread would end the whole process.
      worker.on('error', () => {})
      try {
        const [found] = await once(worker, 'message', { signal })
        return found as SplitSpeakers
      } finally {
        await worker.terminate()
      }
    },
    // Its threads end with their work.
    async [Symbol.asyncDispose]() {},
  }
}
