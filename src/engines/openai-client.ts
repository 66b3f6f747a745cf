import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'

/** An OpenAI-compatible server, and how patiently it is asked. */
export interface OpenAiServer {
  /** The base of its API, with `/v1`. */
  url: string
  key?: string | undefined
  timeoutMs: number
  /** How often the SDK asks again after a busy server or a broken line, waiting longer each time. */
  retries: number
}

/** SECURITY: what patients said goes to the operator's address and nowhere else: no redirects, no variables of the SDK. */
export function openOpenAiClient({ url, key, timeoutMs, retries }: OpenAiServer): OpenAI {
  return new OpenAI({
    ...{ baseURL: url, apiKey: key ?? 'none', organization: null, project: null },
    ...{ timeout: timeoutMs, maxRetries: retries, logLevel: 'off', fetchOptions: { redirect: 'error' } },
  })
}

/** PATIENT DATA: what a server writes into its errors stays there; the status alone is told. */
export function reasonOf(error: unknown): string {
  if (error instanceof APIConnectionTimeoutError) return 'did not answer in time'
  if (error instanceof APIConnectionError) return 'could not be reached'
  if (error instanceof APIError && error.status) return `answered with status ${error.status}`
  return 'did not answer in the form of OpenAI'
}

/** A server that was down is asked anew the next time. */
export function forgetFailure<Value>(asked: Promise<Value>, forget: () => void): Promise<Value> {
  asked.catch(forget)
  return asked
}
