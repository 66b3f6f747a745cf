import { OslerError } from '../../domain/errors.ts'
import { type EngineOffer, openAll } from '../engine.ts'
import { openExtractive } from './extractive/writer.ts'
import { openLlamaModel } from './llama.ts'
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
  /** Where the engine for model files lies. */
  llamaFolder?: string
  /** How long it may write on one document. */
  mostSeconds?: number
}

interface WriterPlace extends ModelPlace {
  /** What writes where a model gives nothing to use. */
  builtIn: NoteWriter
}

/** Every engine that writes, best first. Adding one is one entry here and one name in OSLER_NOTES. */
const WRITERS = {
  openai: {
    open: async ({ urls = [], builtIn, mostSeconds, llamaFolder: _, ...place }) =>
      urls.length > 0 ? [openModelWriter(openOpenAiModel({ urls, ...place }), builtIn, mostSeconds)] : [],
    needs: 'OSLER_NOTES_URL, the base of an OpenAI-compatible API such as http://127.0.0.1:8000/v1',
  },
  llama: {
    open: async ({ urls = [], model: file = '', windowTokens, llamaFolder: folder = '', builtIn, mostSeconds }) =>
      urls.length === 0 && /\.gguf$/i.test(file)
        ? [openModelWriter(openLlamaModel({ file, folder, windowTokens }), builtIn, mostSeconds)]
        : [],
    needs: 'OSLER_NOTES_MODEL, the path of a GGUF file, and no OSLER_NOTES_URL',
  },
  extractive: { open: async ({ builtIn }) => [builtIn], needs: 'nothing' },
} satisfies Record<string, EngineOffer<NoteWriter, WriterPlace>>

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
