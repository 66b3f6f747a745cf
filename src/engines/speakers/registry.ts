import { isFor } from '../models/families.ts'
import type { InstalledModel } from '../models/model.ts'
import { openSherpaSplitter } from './sherpa.ts'
import type { SpeakerSplitter } from './speaker-splitter.ts'
import type { EmbedVoices } from './voice-embedder.ts'
import { openVoiceEmbeddings } from './voice-embeddings.ts'
import { openVoiceFeatures } from './voice-features.ts'

/**
 * The best splitter that is installed: a model's, or that which embeds voices, each with the built-in one behind it; or that
 * alone.
 */
export function openSpeakerSplitter(models: readonly InstalledModel[], embed?: EmbedVoices): SpeakerSplitter {
  const features = openVoiceFeatures()
  const model = models.find(isFor('speakers'))
  if (model) return withFallback(openSherpaSplitter(model), features)
  return embed ? withFallback(openVoiceEmbeddings(embed), features) : features
}

/** A model that does not fit into memory must not cost a recording its speakers. */
function withFallback(first: SpeakerSplitter, second: SpeakerSplitter): SpeakerSplitter {
  return {
    name: first.name,
    split: (audio, stretches, options, signal) =>
      first.split(audio, stretches, options, signal).catch(() => {
        signal.throwIfAborted()
        return second.split(audio, stretches, options, signal)
      }),
    async [Symbol.asyncDispose]() {
      await first[Symbol.asyncDispose]()
      await second[Symbol.asyncDispose]()
    },
  }
}
