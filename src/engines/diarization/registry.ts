import { type EngineOffer, openAll } from '../engine.ts'
import { isFor, isLoadedBy } from '../models/families.ts'
import type { InstalledModel } from '../models/model.ts'
import { isPythonInstalled, PYTHON } from '../runtime/python/python-environment.ts'
import type { Diarizer } from './diarizer.ts'
import { openSherpaDiarizer } from './sherpa.ts'
import { openVoiceEmbeddings } from './voice-embeddings.ts'
import { openVoiceEncoder } from './voice-encoder.ts'
import { openVoiceFeatures } from './voice-features.ts'

type Models = readonly InstalledModel[]

/** Every engine that tells voices apart, best first; the last one needs nothing. Adding one is one entry here. */
const DIARIZERS = {
  sherpa: {
    open: async (models) => pulledFor(models, 'sherpa').map((model) => openSherpaDiarizer(model)),
    needs: 'models for it: `osler models list`',
  },
  'voice-embeddings': {
    open: async (models) =>
      isPythonInstalled()
        ? pulledFor(models, 'encoder').map(({ files }) =>
            openVoiceEmbeddings(openVoiceEncoder(PYTHON, files.weights ?? '')),
          )
        : [],
    needs: 'the Python environment and the encoder that `npm start` brings',
  },
  'voice-features': { open: async () => [openVoiceFeatures()], needs: 'nothing' },
} satisfies Record<string, EngineOffer<Diarizer, Models>>

const pulledFor = (models: Models, engine: 'sherpa' | 'encoder') =>
  models.filter(isFor('speakers')).filter(isLoadedBy(engine)).slice(0, 1)

/** Every diarizer that is there, best first. */
export const openDiarizers = (models: Models) => openAll(DIARIZERS, models)
