import { OslerError } from '../../domain/errors.ts'
import { type EngineOffer, openAll } from '../engine.ts'
import { openExtractive } from './extractive/writer.ts'
import type { LanguageModel } from './model/language-model.ts'
import type { NoteWriter } from './note-writer.ts'

/** What the operator says of the model: its name or file, its servers, the key to them, and its window. */
export interface ModelPlace {
  model?: string | undefined
  urls?: readonly string[]
  key?: string | undefined
  /** Asked of the server where it is not said. */
  windowTokens?: number | undefined
  /** Where the engine for model files lies. */
  llamaFolder?: string
  /** How long it may write on one document. */
  mostSeconds?: number
}

interface WriterPlace extends ModelPlace {
  /** What writes where a model gives nothing to use. */
  builtIn: NoteWriter
}

/** Every engine that writes, best first; what one needs is loaded where it is configured. Adding one is one entry here and one name in OSLER_NOTES. */
const WRITERS = {
  openai: {
    async open({ urls = [], builtIn, mostSeconds, llamaFolder: _, ...place }) {
      if (urls.length === 0) return []
      const { openOpenAiModel } = await import('./openai.ts')
      return [await writeWith(openOpenAiModel({ urls, ...place }), builtIn, mostSeconds)]
    },
    needs: 'OSLER_NOTES_URL, the base of an OpenAI-compatible API such as http://127.0.0.1:8000/v1',
  },
  llama: {
    async open({ urls = [], model: file = '', windowTokens, llamaFolder: folder = '', builtIn, mostSeconds }) {
      if (urls.length > 0 || !/\.gguf$/i.test(file)) return []
      const { openLlamaModel } = await import('./llama.ts')
      return [await writeWith(openLlamaModel({ file, folder, windowTokens }), builtIn, mostSeconds)]
    },
    needs: 'OSLER_NOTES_MODEL, the path of a GGUF file, and no OSLER_NOTES_URL',
  },
  extractive: { open: async ({ builtIn }) => [builtIn], needs: 'nothing' },
} satisfies Record<string, EngineOffer<NoteWriter, WriterPlace>>

async function writeWith(model: LanguageModel, builtIn: NoteWriter, mostSeconds?: number): Promise<NoteWriter> {
  return (await import('./model/model-writer.ts')).openModelWriter(model, builtIn, mostSeconds)
}

export type WriterName = keyof typeof WRITERS

/**
 * The writers that are wanted and configured, best first; the built-in one is always among them, for what a model does
 * not write. Throws `request_invalid` when a model is wanted and not configured.
 */
export async function openWriters(
  wanted: WriterName | 'auto',
  place: ModelPlace,
  builtIn: NoteWriter = openExtractive(),
): Promise<NoteWriter[]> {
  const writers =
    wanted === 'auto' ? await openAll(WRITERS, { ...place, builtIn }) : await openWanted(wanted, place, builtIn)
  return writers.includes(builtIn) ? writers : [...writers, builtIn]
}

async function openWanted(wanted: WriterName, place: ModelPlace, builtIn: NoteWriter): Promise<NoteWriter[]> {
  const writers = await WRITERS[wanted].open({ ...place, builtIn })
  if (writers.length > 0) return writers
  throw new OslerError('request_invalid', `OSLER_NOTES is "${wanted}", which needs ${WRITERS[wanted].needs}.`)
}
