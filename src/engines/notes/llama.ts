import { basename } from 'node:path'
import { type Ending, estimateTokens, type LanguageModel, ModelFailure, type Question } from './model/language-model.ts'
import { type LlamaPlace, type LoadedLlama, loadLlama } from './model/load-llama.ts'

/** Enough for a long consultation; the memory it takes grows with it. */
const DEFAULT_WINDOW_TOKENS = 8192

/**
 * A GGUF file in this process, by llama.cpp; loaded when the first document is asked for. One question is answered at a
 * time: the model has one context.
 */
export function openLlamaModel({
  windowTokens = DEFAULT_WINDOW_TOKENS,
  ...place
}: Omit<LlamaPlace, 'windowTokens'> & { windowTokens?: number | undefined }): LanguageModel {
  let loading: Promise<LoadedLlama> | undefined
  let loaded: LoadedLlama | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const load = async () => {
    loading ??= loadLlama({ ...place, windowTokens })
    loading.catch(() => (loading = undefined))
    loaded = await loading
    return loaded
  }
  return {
    name: 'llama',
    model: basename(place.file),
    atOnce: 1,
    checkHealth: async () => void (await load()),
    countTokens: (text) => loaded?.countTokens(text) ?? estimateTokens(text),
    windowTokens: async () => (await load()).windowTokens,
    ask(question, onText, signal) {
      const turn = queue.then(async () => answer(await load(), question, onText, signal))
      queue = turn.catch(() => undefined)
      return turn
    },
    async [Symbol.asyncDispose]() {
      await loaded?.close()
    },
  }
}

async function answer(
  llama: LoadedLlama,
  question: Question,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<Ending> {
  signal.throwIfAborted()
  const ending = await llama.ask(question, onText, signal).catch((error: unknown) => {
    signal.throwIfAborted()
    throw error instanceof ModelFailure ? error : new ModelFailure('stopped while it wrote', { cause: error })
  })
  signal.throwIfAborted()
  return ending
}
