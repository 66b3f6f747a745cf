import type { Diarizer } from './diarizer.ts'
import { openVoiceThreads } from './voice-features/voice-threads.ts'

/** Tells voices apart by how they sound (spectrum and pitch), without a model, in threads of its own. */
export function openVoiceFeatures(): Diarizer {
  const threads = openVoiceThreads()
  return {
    name: 'voice-features',
    model: 'voice-features',
    async checkHealth() {},
    async diarize({ channels: [path = ''] }, segments, { speakers }, signal) {
      signal.throwIfAborted()
      return threads.run('tellVoices', [{ path, segments, speakers }], signal)
    },
    [Symbol.asyncDispose]: () => threads[Symbol.asyncDispose](),
  }
}
