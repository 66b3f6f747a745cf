import type OpenAI from 'openai'
import { BadRequestError } from 'openai'
import { forgetFailure, reasonOf } from '../runtime/openai-client.ts'
import { openServers, type Servers, type ServersPlace } from '../runtime/servers.ts'
import { estimateTokens, type LanguageModel, ModelFailure, type Question } from './model/language-model.ts'
import { readWindow } from './model/read-window.ts'

/** Where the model is, and what it is called there. */
export interface OpenAiPlace extends ServersPlace {
  /** The first model that a server lists, where none is named. */
  model?: string | undefined
  /** The window in tokens, where the server does not tell it. */
  windowTokens?: number | undefined
}

/** Long documents of large models on slow machines take minutes. */
const TIMEOUT_MS = 300_000
const RETRIES = 3
/** Servers take several questions together and answer each more slowly. */
const AT_ONCE = 8

/**
 * A model behind any servers that speak OpenAI's chat completions: vLLM, llama.cpp, Ollama, OpenAI itself. Each question
 * goes to the least busy that is well, and to another when that one fails.
 */
export function openOpenAiModel(place: OpenAiPlace): LanguageModel {
  const servers = openServers({ work: 'notes', atOnce: AT_ONCE, timeoutMs: TIMEOUT_MS, retries: RETRIES, ...place })
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
    countTokens: estimateTokens,
    checkHealth: async (signal) => void (await firstModel(servers, signal)),
    async windowTokens(signal) {
      if (place.windowTokens !== undefined) return place.windowTokens
      const name = await nameModel(signal)
      const ask = () => askOf(servers, signal, (client) => readWindow(client, name, signal))
      windowTokens ??= forgetFailure(ask(), () => (windowTokens = undefined))
      return windowTokens
    },
    ask: async (question, signal) => complete(servers, await nameModel(signal), question, signal),
    async [Symbol.asyncDispose]() {},
  }
}

async function firstModel(servers: Servers, signal: AbortSignal): Promise<string> {
  const { data } = await askOf(servers, signal, (client) => client.models.list({ signal }))
  if (data[0]) return data[0].id
  throw new ModelFailure('is missing: the server lists none')
}

async function complete(servers: Servers, model: string, question: Question, signal: AbortSignal): Promise<string> {
  const { choices } = await askOf(servers, signal, (client) => completeOrPlainly(client, model, question, signal))
  const message = choices?.[0]?.message
  if (message?.refusal) throw new ModelFailure('refused')
  if (!message?.content?.trim()) throw new ModelFailure('answered nothing')
  return message.content
}

/** What every server knows, where this one refuses a schema or a temperature: the rules tell the form as well. */
async function completeOrPlainly(client: OpenAI, model: string, question: Question, signal: AbortSignal) {
  const { messages, mostTokens, schema } = question
  const json_schema = { name: 'document', schema, strict: true }
  const form = { temperature: 0, response_format: { type: 'json_schema', json_schema } } as const
  const plain = { model, messages, max_completion_tokens: mostTokens }
  try {
    return await client.chat.completions.create({ ...plain, ...form }, { signal })
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
    throw new ModelFailure(reasonOf(cause), { cause })
  }
}
