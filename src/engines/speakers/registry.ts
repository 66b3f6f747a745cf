import { familyOf } from '../models/families.ts'
import { listInstalledModels } from '../models/installed-models.ts'
import { isSherpaInstalled } from '../sherpa/is-installed.ts'
import { openSherpaSplitter } from './sherpa.ts'
import type { SpeakerSplitter } from './speaker-splitter.ts'
import { openVoiceFeatures } from './voice-features.ts'

/** The best splitter that is installed: a model's, with the built-in one behind it, or that alone. */
export async function openSpeakerSplitter(modelsFolder: string): Promise<SpeakerSplitter> {
  const features = openVoiceFeatures()
  const models = isSherpaInstalled() ? await listInstalledModels(modelsFolder) : []
  const model = models.find(({ family }) => familyOf(family).task === 'speakers')
  return model ? withFallback(openSherpaSplitter(model), features) : features
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
