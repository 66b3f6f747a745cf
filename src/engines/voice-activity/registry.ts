import { isFor } from '../models/families.ts'
import type { InstalledModel } from '../models/model.ts'
import type { Python } from '../runtime/python/open-python.ts'
import { isPythonInstalled } from '../runtime/python/python-environment.ts'
import type { VoiceActivityDetector } from './detector.ts'
import { openSherpaDetector } from './sherpa.ts'
import { openSilero } from './silero.ts'
import { openWebrtc } from './webrtc.ts'

/** Every detector that is there, best first; the last one needs nothing. */
export function openDetectors(
  models: readonly InstalledModel[],
  python: Python,
): [VoiceActivityDetector, ...VoiceActivityDetector[]] {
  const model = models.find(isFor('activity'))
  const silero = isPythonInstalled() ? [openSilero(python)] : []
  const [first, ...others] = [...(model ? [openSherpaDetector(model)] : []), ...silero, openWebrtc()]
  return [first as VoiceActivityDetector, ...others]
}
