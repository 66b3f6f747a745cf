import { basename } from 'node:path'
import { estimateTokens, type LanguageModel, ModelFailure, type Question } from './model/language-model.ts'
import { type LoadedLlama, loadLlama } from './model/load-llama.ts'

/** Enough for a long consultation; the memory it takes grows with it. */
const DEFAULT_WINDOW_TOKENS = 8192

/**
 * A GGUF file in this process, by llama.cpp; loaded when the first document is asked for. One document is written at a
 * time: the model has one context.
 */
export function openLlamaModel(file: string, windowTokens = DEFAULT_WINDOW_TOKENS): LanguageModel {
  let loading: Promise<LoadedLlama> | undefined
  let loaded: LoadedLlama | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const load = async () => {
    loading ??= loadLlama(file, windowTokens)
    loading.catch(() => (loading = undefined))
    loaded = await loading
    return loaded
  }
  return {
    name: 'llama',
    model: basename(file),
    checkHealth: async () => void (await load()),
    countTokens: (text) => loaded?.countTokens(text) ?? estimateTokens(text),
    windowTokens: async () => (await load()).windowTokens,
    ask(question, signal) {
      const turn = queue.then(async () => answer(await load(), question, signal))
      queue = turn.catch(() => undefined)
      return turn
    },
    async [Symbol.asyncDispose]() {
      await loaded?.close()
    },
  }
}

async function answer(llama: LoadedLlama, question: Question, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted()
  const text = await llama.ask(question, signal).catch((error: unknown) => {
    signal.throwIfAborted()
    throw error instanceof ModelFailure ? error : new ModelFailure('stopped while it wrote', { cause: error })
  })
  signal.throwIfAborted()
  if (text.trim() === '') throw new ModelFailure('answered nothing')
  return text
}
