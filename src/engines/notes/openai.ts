import type OpenAI from 'openai'
import { BadRequestError } from 'openai'
import { forgetFailure, openOpenAiClient, reasonOf } from '../openai-client.ts'
import { estimateTokens, type LanguageModel, ModelFailure, type Question } from './model/language-model.ts'
import { readWindow } from './model/read-window.ts'

/** Where the model is, and what it is called there. */
export interface OpenAiPlace {
  /** The base of an OpenAI-compatible API, with its `/v1`. */
  url: string
  key?: string | undefined
  /** The first model that the server lists, where none is named. */
  model?: string | undefined
  /** The window in tokens, where the server does not tell it. */
  windowTokens?: number | undefined
  /** How long an answer may take. */
  timeoutMs?: number
  /** How often a request is tried again that met a busy server or a broken line; the SDK waits longer each time. */
  retries?: number
}

/** Long documents of large models on slow machines take minutes. */
const TIMEOUT_MS = 300_000
const RETRIES = 2

/** A model behind any server that speaks OpenAI's chat completions: vLLM, llama.cpp, Ollama, OpenAI itself. */
export function openOpenAiModel(place: OpenAiPlace): LanguageModel {
  const { timeoutMs = TIMEOUT_MS, retries = RETRIES } = place
  const client = openOpenAiClient({ ...place, timeoutMs, retries })
  let model: Promise<string> | undefined
  let windowTokens: Promise<number> | undefined
  const nameModel = (signal: AbortSignal) => {
    model ??= place.model
      ? Promise.resolve(place.model)
      : forgetFailure(firstModel(client, signal), () => (model = undefined))
    return model
  }
  return {
    name: 'openai',
    model: place.model ?? 'the first that the server lists',
    countTokens: estimateTokens,
    examine: async (signal) => void (await firstModel(client, signal)),
    async windowTokens(signal) {
      if (place.windowTokens !== undefined) return place.windowTokens
      const name = await nameModel(signal)
      windowTokens ??= forgetFailure(readWindow(client, name, signal), () => (windowTokens = undefined))
      return windowTokens
    },
    ask: async (question, signal) => complete(client, await nameModel(signal), question, signal),
  }
}

async function firstModel(client: OpenAI, signal: AbortSignal): Promise<string> {
  const { data } = await translating(signal, () => client.models.list({ signal }))
  if (data[0]) return data[0].id
  throw new ModelFailure('is missing: the server lists none')
}

async function complete(client: OpenAI, model: string, question: Question, signal: AbortSignal): Promise<string> {
  const { choices } = await translating(signal, () => completeOrPlainly(client, model, question, signal))
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
async function translating<Value>(signal: AbortSignal, call: () => Promise<Value>): Promise<Value> {
  try {
    return await call()
  } catch (error) {
    signal.throwIfAborted()
    throw new ModelFailure(reasonOf(error), { cause: error })
  }
}
