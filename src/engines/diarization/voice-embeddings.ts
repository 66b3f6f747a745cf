import type { Diarizer } from './diarizer.ts'
import type { EmbedVoices } from './voice-embedder.ts'
import { sampleOf } from './voice-features/cluster-voices.ts'
import { cutOverlapping } from './voice-features/embedded-pieces.ts'
import { openVoiceThreads } from './voice-features/voice-threads.ts'

/** Of three minutes of speech; of more, evenly taken. Embedding them takes less than a hundredth of such a recording. */
const MOST_PIECES = 200

/**
 * Tells voices apart by a model that was trained to know people by their voices, on pieces of a second and a half; between
 * the pieces by how the voices sound, as the built-in diarizer does, in threads of its own.
 */
export function openVoiceEmbeddings(embed: EmbedVoices): Diarizer {
  const threads = openVoiceThreads()
  return {
    name: 'voice-embeddings',
    model: 'voice-embeddings',
    async checkHealth(signal) {
      await embed('/dev/null', [], signal)
    },
    async diarize({ channels: [path = ''] }, segments, { speakers }, signal) {
      signal.throwIfAborted()
      const pieces = sampleOf(cutOverlapping(segments), MOST_PIECES)
      const embeddings = pieces.length > 0 ? await embed(path, pieces, signal) : []
      const embedded = pieces.map((piece, at) => ({ ...piece, embedding: embeddings[at] }))
      return threads.run('tellVoices', [{ path, segments, speakers, embedded }], signal)
    },
    // Whoever gave the embedder closes it.
    [Symbol.asyncDispose]: () => threads[Symbol.asyncDispose](),
  }
}
