import { isFor, isLoadedBy } from '../models/families.ts'
import type { InstalledModel } from '../models/model.ts'
import { isPythonInstalled, PYTHON } from '../python/python-environment.ts'
import { openSherpaSplitter } from './sherpa.ts'
import type { SpeakerSplitter } from './speaker-splitter.ts'
import { openVoiceEmbeddings } from './voice-embeddings.ts'
import { openVoiceEncoder } from './voice-encoder.ts'
import { openVoiceFeatures } from './voice-features.ts'

/**
 * The best splitter that is installed: a model's that was pulled, or that which embeds voices, each with the built-in one
 * behind it; or that alone.
 */
export function openSpeakerSplitter(models: readonly InstalledModel[]): SpeakerSplitter {
  const features = openVoiceFeatures()
  const able = models.filter(isFor('speakers'))
  const pulled = able.find(isLoadedBy('sherpa'))
  if (pulled) return withFallback(openSherpaSplitter(pulled), features)
  const weights = able.find(isLoadedBy('encoder'))?.files.weights
  if (!weights || !isPythonInstalled()) return features
  return withFallback(openVoiceEmbeddings(openVoiceEncoder(PYTHON, weights)), features)
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
