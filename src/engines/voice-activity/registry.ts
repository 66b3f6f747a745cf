import { type EngineOffer, openAll } from '../engine.ts'
import { isFor } from '../models/families.ts'
import type { InstalledModel } from '../models/model.ts'
import type { Python } from '../runtime/python/open-python.ts'
import { isPythonInstalled } from '../runtime/python/python-environment.ts'
import type { VoiceActivityDetector } from './detector.ts'
import { openSherpaDetector } from './sherpa.ts'
import { openSilero } from './silero.ts'
import { openWebrtc } from './webrtc.ts'

/** Where detectors find what they need. */
export interface DetectorPlace {
  models: readonly InstalledModel[]
  /** The process in which Whisper hears, which has Silero's model too. */
  python: Python
}

/** Every engine that finds speech, best first; the last one needs nothing. Adding one is one entry here. */
const DETECTORS = {
  sherpa: {
    open: async ({ models }) => models.filter(isFor('activity')).slice(0, 1).map(openSherpaDetector),
    needs: 'a model for it: `osler models list`',
  },
  silero: {
    open: async ({ python }) => (isPythonInstalled() ? [openSilero(python)] : []),
    needs: 'the Python environment that `npm start` makes',
  },
  webrtc: { open: async () => [openWebrtc()], needs: 'nothing' },
} satisfies Record<string, EngineOffer<VoiceActivityDetector, DetectorPlace>>

/** Every detector that is there, best first. */
export const openDetectors = (place: DetectorPlace) => openAll(DETECTORS, place)
