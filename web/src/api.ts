import { lock } from './lock.ts'
import { printError } from './said-by-server.ts'
import { session } from './session.ts'
import { t } from './texts.ts'

/** What the server, or the way to it, says is wrong, in a sentence. */
export class ApiError extends Error {
  readonly code: string
  /** Of the answer; 0 when none came. */
  readonly status: number

  constructor(code: string, message: string, status: number) {
    super(message)
    this.code = code
    this.status = status
  }

  /** The same may go well in a while: the server was not reached, too busy, or has a fault, or the page is locked. */
  get isPassing(): boolean {
    if (this.status === 401) return session.account() !== undefined
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }
}

/** The key; an account has a cookie, which the browser sends by itself. */
export const headers = (): Record<string, string> => (session.key() ? { authorization: `Bearer ${session.key()}` } : {})

const SIGN_IN_AGAIN = ['session_ended', 'key_missing', 'proof_needed']

/**
 * Throws `ApiError` with what was wrong; code `offline` when no answer came. When the session of an account has ended, or
 * must be newer, the page is locked, and asks again when the person has signed in.
 */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { ...init, headers: { ...headers(), ...init.headers } }).catch(
    (error: unknown) => {
      if (init.signal?.aborted) throw error
      throw toApiError(0, '')
    },
  )
  if (response.ok) return response
  const error = toApiError(response.status, await response.text().catch(() => ''))
  if (!session.account() || !SIGN_IN_AGAIN.includes(error.code)) throw error
  await lock()
  return ask(path, init)
}

/** The error that an answer carries; `offline` for status 0, when none came. */
export function toApiError(status: number, text: string): ApiError {
  if (status === 0) return new ApiError('offline', t('offline'), 0)
  const { error } = readJson(text) ?? {}
  if (!error) return new ApiError('unknown', t('failedWith', status), status)
  return new ApiError(error.code, printError(error.code, error.message), status)
}

function readJson(text: string): { error?: { code: string; message: string } } | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const askJson = async <Body>(path: string, init?: RequestInit) => (await ask(path, init)).json() as Promise<Body>

export const send = <Body>(method: string, path: string, body: object) =>
  askJson<Body>(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

/** A file behind the key: fetched, then handed to the browser. */
export async function download(path: string, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await (await ask(path)).blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const AGAIN_MS = 1000

/** An event that the server tells: its name, and what it says. */
export interface ServerEvent {
  name: string
  data: unknown
}

/**
 * Tells events until `onEvent` says that it was the last. EventSource cannot send a key, so fetch does; when the line or the
 * server goes down, it asks again, with the id of the last, until `signal` aborts.
 */
export async function watch(
  path: string,
  onEvent: (event: ServerEvent) => boolean,
  signal: AbortSignal,
): Promise<void> {
  let lastId = ''
  const take = (event: ServerEvent, id: string | undefined) => {
    if (id) lastId = id
    return onEvent(event)
  }
  while (!signal.aborted) {
    try {
      const last = lastId && { 'last-event-id': lastId }
      const response = await ask(path, { headers: { accept: 'text/event-stream', ...last }, signal })
      if (await readEvents(response, take)) return
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof ApiError && error.isPassing) && !(error instanceof TypeError)) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

async function readEvents(
  response: Response,
  onEvent: (event: ServerEvent, id: string | undefined) => boolean,
): Promise<boolean> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) return false
    const events = (text + value).split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const lines = event.split('\n')
      const read = (field: string) => lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2)
      const [name, data] = [read('event'), read('data')]
      if (name && data && onEvent({ name, data: JSON.parse(data) }, read('id'))) return true
    }
  }
}
