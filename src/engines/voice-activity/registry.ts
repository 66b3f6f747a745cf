import { isFor } from '../models/families.ts'
import type { InstalledModel } from '../models/model.ts'
import type { Python } from '../runtime/python/open-python.ts'
import { isPythonInstalled } from '../runtime/python/python-environment.ts'
import type { SpeechFinder } from './detector.ts'
import { openSherpaFinder } from './sherpa.ts'
import { openSilero } from './silero.ts'
import { openWebrtc } from './webrtc.ts'

/** Every finder that is there, best first; the last one needs nothing. */
export function openSpeechFinders(
  models: readonly InstalledModel[],
  python: Python,
): [SpeechFinder, ...SpeechFinder[]] {
  const model = models.find(isFor('activity'))
  const silero = isPythonInstalled() ? [openSilero(python)] : []
  const [first, ...others] = [...(model ? [openSherpaFinder(model)] : []), ...silero, openWebrtc()]
  return [first as SpeechFinder, ...others]
}
