import { OslerError } from '../../domain/errors.ts'
import { openExtractive } from './extractive/writer.ts'
import { openLlamaModel } from './llama.ts'
import type { LanguageModel } from './model/language-model.ts'
import { openModelWriter } from './model/model-writer.ts'
import type { NoteWriter } from './note-writer.ts'
import { openOpenAiModel } from './openai.ts'

/** What the operator says of the model: its name or file, its servers, the key to them, and its window. */
export interface ModelPlace {
  model?: string | undefined
  urls?: readonly string[]
  key?: string | undefined
  /** Asked of the server where it is not said. */
  windowTokens?: number | undefined
}

interface Offer {
  isConfigured(place: ModelPlace): boolean
  /** What to set where it is not. */
  needs: string
  open(place: ModelPlace): LanguageModel
}

/** Every model that can write beside the built-in writer, best first. Adding one is one entry here and one name in OSLER_NOTES. */
const MODELS = {
  openai: {
    isConfigured: ({ urls = [] }) => urls.length > 0,
    needs: 'OSLER_NOTES_URL, the base of an OpenAI-compatible API such as http://127.0.0.1:8000/v1',
    open: ({ urls = [], ...place }) => openOpenAiModel({ urls, ...place }),
  },
  llama: {
    isConfigured: ({ urls = [], model }) => urls.length === 0 && model !== undefined && model.endsWith('.gguf'),
    needs: 'OSLER_NOTES_MODEL, the path of a GGUF file, and no OSLER_NOTES_URL',
    open: ({ model = '', windowTokens }) => openLlamaModel(model, windowTokens),
  },
} satisfies Record<string, Offer>

export type WriterName = keyof typeof MODELS | 'extractive'

/**
 * The writers that are wanted and configured, best first; the built-in one is always among them, for what a model does
 * not write. Throws `request_invalid` when a model is wanted and not configured.
 */
export function openWriters(
  wanted: WriterName | 'auto',
  place: ModelPlace,
  builtIn: NoteWriter = openExtractive(),
): NoteWriter[] {
  if (wanted === 'extractive') return [builtIn]
  const offers: Offer[] = wanted === 'auto' ? Object.values(MODELS) : [MODELS[wanted]]
  const configured = offers.filter((offer) => offer.isConfigured(place))
  if (wanted !== 'auto' && configured.length === 0) {
    throw new OslerError('request_invalid', `OSLER_NOTES is "${wanted}", which needs ${MODELS[wanted].needs}.`)
  }
  return [...configured.map((offer) => openModelWriter(offer.open(place), builtIn)), builtIn]
}
