import type OpenAI from 'openai'
import { BadRequestError } from 'openai'
import { forgetFailure, reasonOf } from '../runtime/openai-client.ts'
import { openServers, type Servers, type ServersPlace } from '../runtime/servers.ts'
import { type Ending, estimateTokens, type LanguageModel, ModelFailure, type Question } from './model/language-model.ts'
import { readWindow } from './model/read-window.ts'

/** Where the model is, and what it is called there. */
export interface OpenAiPlace extends ServersPlace {
  /** The first model that a server lists, where none is named. */
  model?: string | undefined
  /** The window in tokens, where the server does not tell it. */
  windowTokens?: number | undefined
}

/** Until an answer begins: a slow machine reads a long transcript for minutes. */
const TIMEOUT_MS = 300_000
const RETRIES = 3
/** Servers take several questions together and answer each more slowly. */
const AT_ONCE = 8
/** Of these a single document takes half, so that another finds room. */
const AT_ONCE_FOR_ONE = 4

/**
 * A model behind any servers that speak OpenAI's chat completions: vLLM, llama.cpp, Ollama, OpenAI itself. Each question
 * goes to the least busy that is well, and to another when that one fails before it has answered anything.
 */
export function openOpenAiModel(place: OpenAiPlace): LanguageModel {
  const servers = openServers({
    ...{ work: 'notes', atOnce: AT_ONCE, timeoutMs: TIMEOUT_MS, retries: RETRIES, retriesLate: false },
    ...place,
  })
  let model: Promise<string> | undefined
  let windowTokens: Promise<number> | undefined
  const nameModel = (signal: AbortSignal) => {
    model ??= place.model
      ? Promise.resolve(place.model)
      : forgetFailure(firstModel(servers, signal), () => (model = undefined))
    return model
  }
  return {
    name: 'openai',
    model: place.model ?? 'the first that the server lists',
    atOnce: AT_ONCE_FOR_ONE,
    countTokens: estimateTokens,
    checkHealth: async (signal) => void (await firstModel(servers, signal)),
    async windowTokens(signal) {
      if (place.windowTokens !== undefined) return place.windowTokens
      const name = await nameModel(signal)
      const ask = () => askOf(servers, signal, (client) => readWindow(client, name, signal))
      windowTokens ??= forgetFailure(ask(), () => (windowTokens = undefined))
      return windowTokens
    },
    async ask(question, onText, signal) {
      const name = await nameModel(signal)
      return askOf(servers, signal, async (client) =>
        hear(await stream(client, name, question, signal), onText, signal),
      )
    },
    async [Symbol.asyncDispose]() {},
  }
}

async function firstModel(servers: Servers, signal: AbortSignal): Promise<string> {
  const { data } = await askOf(servers, signal, (client) => client.models.list({ signal }))
  if (data[0]) return data[0].id
  throw new ModelFailure('is missing: the server lists none')
}

type Chunks = AsyncIterable<OpenAI.ChatCompletionChunk>

/** What came before an answer broke off is kept; one that never began may be asked of another server. */
async function hear(chunks: Chunks, onText: (text: string) => void, signal: AbortSignal): Promise<Ending> {
  let hasBegun = false
  let ending: Ending = 'cut'
  try {
    for await (const { choices } of chunks) {
      const { delta, finish_reason: reason } = choices?.[0] ?? {}
      if (delta?.refusal) throw new ModelFailure('refused')
      hasBegun ||= Boolean(delta?.content) || Boolean(reason)
      if (delta?.content) onText(delta.content)
      if (reason) ending = reason === 'length' ? 'cut' : 'whole'
    }
  } catch (error) {
    if (!hasBegun || error instanceof ModelFailure) throw error
  }
  // The stream of an aborted request ends as if it were whole.
  signal.throwIfAborted()
  if (!hasBegun) throw new ModelFailure('answered nothing')
  return ending
}

/** What every server knows, where this one refuses a temperature. */
async function stream(client: OpenAI, model: string, question: Question, signal: AbortSignal): Promise<Chunks> {
  const { prompt, mostTokens } = question
  const messages = [{ role: 'user' as const, content: prompt }]
  const plain = { model, messages, max_completion_tokens: mostTokens, stream: true as const }
  try {
    return await client.chat.completions.create({ ...plain, temperature: 0 }, { signal })
  } catch (error) {
    if (!(error instanceof BadRequestError)) throw error
    return client.chat.completions.create(plain, { signal })
  }
}

/** PATIENT DATA: what a server writes into its errors stays there; the status alone is told. */
async function askOf<Value>(servers: Servers, signal: AbortSignal, question: (client: OpenAI) => Promise<Value>) {
  try {
    return await servers.ask(question, signal)
  } catch (error) {
    signal.throwIfAborted()
    const { cause } = error as Error
    throw cause instanceof ModelFailure ? cause : new ModelFailure(reasonOf(cause), { cause })
  }
}
