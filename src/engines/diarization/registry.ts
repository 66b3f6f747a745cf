import { isFor, isLoadedBy } from '../models/families.ts'
import type { InstalledModel } from '../models/model.ts'
import { isPythonInstalled, PYTHON } from '../runtime/python/python-environment.ts'
import type { Diarizer } from './diarizer.ts'
import { openSherpaDiarizer } from './sherpa.ts'
import { openVoiceEmbeddings } from './voice-embeddings.ts'
import { openVoiceEncoder } from './voice-encoder.ts'
import { openVoiceFeatures } from './voice-features.ts'

/** Every diarizer that is there, best first: a model that was pulled, the encoder of voices, and one that needs nothing. */
export function openDiarizers(models: readonly InstalledModel[]): readonly [Diarizer, ...Diarizer[]] {
  const able = models.filter(isFor('speakers'))
  const pulled = able.find(isLoadedBy('sherpa'))
  const weights = isPythonInstalled() ? able.find(isLoadedBy('encoder'))?.files.weights : undefined
  const [first, ...others] = [
    ...(pulled ? [openSherpaDiarizer(pulled)] : []),
    ...(weights ? [openVoiceEmbeddings(openVoiceEncoder(PYTHON, weights))] : []),
    openVoiceFeatures(),
  ]
  return [first as Diarizer, ...others]
}
