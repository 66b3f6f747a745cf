import type { SpeakerSplitter } from './diarizer.ts'
import type { EmbedVoices } from './voice-embedder.ts'
import { cutOverlapping } from './voice-features/embedded-pieces.ts'
import { sampleOf } from './voice-features/group-voices.ts'
import { splitInThread } from './voice-features.ts'

/** Of three minutes of speech; of more, evenly taken. Embedding them takes less than a hundredth of such a recording. */
const MOST_PIECES = 200

/**
 * Tells voices apart by a model that was trained to know people by their voices, on pieces of a second and a half; between
 * the pieces by how the voices sound, as the built-in splitter does, in a thread of its own.
 */
export function openVoiceEmbeddings(embed: EmbedVoices): SpeakerSplitter {
  return {
    name: 'voice-embeddings',
    async split({ channels: [path = ''] }, stretches, { speakers }, signal) {
      signal.throwIfAborted()
      const pieces = sampleOf(cutOverlapping(stretches), MOST_PIECES)
      const embeddings = pieces.length > 0 ? await embed(path, pieces, signal) : []
      const embedded = pieces.map((piece, at) => ({ ...piece, embedding: embeddings[at] }))
      return splitInThread({ path, stretches, speakers, embedded }, signal)
    },
    // Whoever gave the embedder closes it.
    async [Symbol.asyncDispose]() {},
  }
}
