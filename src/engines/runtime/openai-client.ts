import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'

/** An OpenAI-compatible server. */
export interface OpenAiServer {
  /** The base of its API, with `/v1`. */
  url: string
  key?: string | undefined
  timeoutMs: number
}

/**
 * SECURITY: what patients said goes to the operator's address and nowhere else: no redirects, no variables of the SDK. Who
 * asks by it asks again, perhaps elsewhere, so the SDK does not.
 */
export function openOpenAiClient({ url, key, timeoutMs }: OpenAiServer): OpenAI {
  return new OpenAI({
    ...{ baseURL: url, apiKey: key ?? 'none', organization: null, project: null },
    ...{ timeout: timeoutMs, maxRetries: 0, logLevel: 'off', fetchOptions: { redirect: 'error' } },
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
