import type OpenAI from 'openai'
import { z } from 'zod'

/** What a server is taken to have that does not tell: Ollama's default, and less than any other has. */
const DEFAULT_WINDOW_TOKENS = 4096

const VllmModels = z.object({ data: z.array(z.object({ id: z.string(), max_model_len: z.number().int().positive() })) })
const LlamaCppProps = z.object({ default_generation_settings: z.object({ n_ctx: z.number().int().positive() }) })

/** The window of a served model in tokens: vLLM tells it with its models, llama.cpp's server at `/props`. */
export async function readWindow(client: OpenAI, model: string, signal: AbortSignal): Promise<number> {
  const models = VllmModels.safeParse(await get(client, '/models', signal))
  const listed = models.data?.data.find(({ id }) => id === model)
  if (listed) return listed.max_model_len
  const props = LlamaCppProps.safeParse(await get(client, new URL('/props', client.baseURL).href, signal))
  return props.data?.default_generation_settings.n_ctx ?? DEFAULT_WINDOW_TOKENS
}

/** A server without such a page has the default; whether it answers at all is seen when it is asked to write. */
async function get(client: OpenAI, path: string, signal: AbortSignal): Promise<unknown> {
  try {
    return await client.get(path, { signal, maxRetries: 0 })
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}
