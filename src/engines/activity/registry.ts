import { isFor } from '../models/families.ts'
import type { InstalledModel } from '../models/model.ts'
import { openSherpaFinder } from './sherpa.ts'
import type { SpeechFinder } from './speech-finder.ts'

/** The finder by a model, where one is installed; the road has one of its own, without a model. */
export function openSpeechFinder(models: readonly InstalledModel[]): SpeechFinder | undefined {
  const model = models.find(isFor('activity'))
  return model && openSherpaFinder(model)
}
