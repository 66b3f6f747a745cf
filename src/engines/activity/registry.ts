import { familyOf } from '../models/families.ts'
import { listInstalledModels } from '../models/installed-models.ts'
import { isSherpaInstalled } from '../sherpa/is-installed.ts'
import { openSherpaFinder } from './sherpa.ts'
import type { SpeechFinder } from './speech-finder.ts'

/** The finder by a model, where one is installed; the road has one of its own, without a model. */
export async function openSpeechFinder(modelsFolder: string): Promise<SpeechFinder | undefined> {
  const models = isSherpaInstalled() ? await listInstalledModels(modelsFolder) : []
  const model = models.find(({ family }) => familyOf(family).task === 'activity')
  return model && openSherpaFinder(model)
}
