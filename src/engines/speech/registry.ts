import { OslerError } from '../../domain/errors.ts'
import { type EngineOffer, openAll } from '../engine.ts'
import { isFor, isLoadedBy } from '../models/families.ts'
import type { InstalledModel } from '../models/model.ts'
import type { PythonFor } from '../runtime/python/open-pythons.ts'
import { isPythonInstalled } from '../runtime/python/python-environment.ts'
import type { OpenAiSpeech } from './openai.ts'
import type { Recognizer } from './recognizer.ts'
import { openSherpa } from './sherpa.ts'
import { openWhisper } from './whisper.ts'

/** Where recognisers find what they need. */
export interface SpeechPlace {
  /** Without an address its model's name is that of the installed model to use. */
  server: OpenAiSpeech
  /** The models that are installed. */
  models: readonly InstalledModel[]
  /** The process in which a model of Whisper is loaded. */
  pythonFor: PythonFor
}

/** Every engine that hears, best first. Adding one is one entry here and one name in OSLER_SPEECH. */
const ENGINES = {
  openai: {
    async open({ server }) {
      if (server.urls.length === 0) return []
      // The SDK is loaded where a server is named.
      return [(await import('./openai.ts')).openOpenAiRecognizer(server)]
    },
    needs: 'OSLER_SPEECH_URL, the base of an OpenAI-compatible API such as http://127.0.0.1:8000/v1',
  },
  sherpa: {
    open: async (place) => openSherpa(wantedModels(place, 'sherpa')),
    needs: 'a model: `osler models list` shows which there are, `osler models pull NAME` installs one',
  },
  whisper: {
    open: async (place) =>
      isPythonInstalled()
        ? wantedModels(place, 'whisper').map((model) => openWhisper(model, place.pythonFor(model)))
        : [],
    needs: 'what `npm start` brings: its Python environment and a model of Whisper',
  },
} satisfies Record<string, EngineOffer<Recognizer, SpeechPlace>>

export type SpeechEngineName = keyof typeof ENGINES

/** The recogniser of the installed model of this name. Throws `request_invalid` where there is none. */
export async function openQuickRecognizer(name: string, place: SpeechPlace): Promise<Recognizer> {
  const named = { ...place, server: { ...place.server, urls: [], model: name } }
  const [quick] = await openAll({ whisper: ENGINES.whisper, sherpa: ENGINES.sherpa }, named)
  if (quick) return quick
  throw new OslerError(
    'request_invalid',
    `OSLER_LIVE_QUICK_MODEL is "${name}", and no model of that name is installed: \`osler models pull ${name}\` installs one.`,
  )
}

/** The models of an engine; the one that is named alone. With a server the name is that of its model. */
function wantedModels({ models, server }: SpeechPlace, engine: 'sherpa' | 'whisper'): InstalledModel[] {
  const able = models.filter(isFor('speech')).filter(isLoadedBy(engine))
  const isNamed = server.model !== undefined && server.urls.length === 0
  return isNamed ? able.filter(({ name }) => name === server.model) : able
}

/**
 * The recognisers that are wanted and there, best first; nothing is loaded before the first recording. With `local`
 * the other engines of this machine stand behind the wanted one. Throws `request_invalid` when an engine is wanted by
 * name and is not there.
 */
export async function openRecognizers(
  wanted: SpeechEngineName | 'auto',
  place: SpeechPlace,
  fallback: 'none' | 'local',
): Promise<Recognizer[]> {
  const names = Object.keys(ENGINES) as SpeechEngineName[]
  if (wanted === 'auto') return openAll(ENGINES, place)
  const first = await ENGINES[wanted].open(place)
  if (first.length === 0) {
    throw new OslerError('request_invalid', `OSLER_SPEECH is "${wanted}", which needs ${ENGINES[wanted].needs}.`)
  }
  const others = fallback === 'local' ? names.filter((name) => name !== wanted && name !== 'openai') : []
  return [...first, ...(await Promise.all(others.map((name) => ENGINES[name].open(place)))).flat()]
}
