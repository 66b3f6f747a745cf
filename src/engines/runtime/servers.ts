import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IRetryBackoffContext,
  retry,
} from 'cockatiel'
import type OpenAI from 'openai'
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'
import pLimit from 'p-limit'
import { OslerError } from '../../domain/errors.ts'
import { openOpenAiClient, reasonOf } from './openai-client.ts'

/** Where servers are, and how patiently they are asked. */
export interface ServersPlace {
  /** Bases of OpenAI-compatible APIs that serve the same model, with their `/v1`. */
  urls: readonly string[]
  key?: string | undefined
  /** How long an answer may take. */
  timeoutMs?: number
  /** How often a question is asked again that may be answered yet. */
  retries?: number
  /** Whether that is so of one that was not answered in time too; otherwise the asker has waited long enough. */
  retriesLate?: boolean
  /** The longest wait before the second try; doubled before each further one. */
  firstGapMs?: number
}

export interface ServersOptions extends ServersPlace {
  /** What they are called in an error, and the settings that name them. */
  work: 'speech' | 'notes'
  /** Requests that one server gets at once. */
  atOnce: number
}

/** A thirty-second segment takes a large model on a busy machine some seconds. */
const TIMEOUT_MS = 120_000
const FIRST_GAP_MS = 500
const MOST_GAP_MS = 30_000
const MOST_TRIES = 5
/** A server that failed so often in a row is left alone so long. */
const FAILURES = 3
const REST_MS = 15_000

/** Servers that do the same work: each question goes to the least busy that is well, and to another when that fails. */
export interface Servers {
  /** Throws `engine_down` when none answers after several tries, `engine_refused` when one will not, or the signal's reason. */
  ask<Value>(question: (client: OpenAI) => Promise<Value>, signal: AbortSignal): Promise<Value>
}

export function openServers(options: ServersOptions): Servers {
  const {
    work,
    urls,
    key,
    atOnce,
    timeoutMs = TIMEOUT_MS,
    retries = MOST_TRIES,
    retriesLate = true,
    firstGapMs,
  } = options
  const servers = urls.map((url) => openServer(openOpenAiClient({ url, key, timeoutMs })))
  const limit = pLimit(atOnce * urls.length)
  const isLate = (error: unknown) => error instanceof APIConnectionTimeoutError
  const again = retry(
    handleWhen((error) => mayPass(error) && (retriesLate || !isLate(error))),
    {
      maxAttempts: retries,
      backoff: new DelegateBackoff((context) => gapMs(context, firstGapMs)),
    },
  )
  return {
    async ask(question, signal) {
      try {
        return await limit(() => again.execute(() => leastBusy(servers).ask(question), signal))
      } catch (error) {
        signal.throwIfAborted()
        throw translate(error, work)
      }
    },
  }
}

function openServer(client: OpenAI) {
  const breaker = circuitBreaker(handleWhen(mayPass), {
    halfOpenAfter: REST_MS,
    breaker: new ConsecutiveBreaker(FAILURES),
  })
  /** What it failed with last: the reason of those questions that it does not get while it rests. */
  let failure: unknown
  const server = {
    asked: 0,
    isWell: () => breaker.state !== CircuitState.Open,
    async ask<Value>(question: (client: OpenAI) => Promise<Value>): Promise<Value> {
      server.asked++
      try {
        return await breaker.execute(() => question(client))
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) failure = error
        throw failure
      } finally {
        server.asked--
      }
    },
  }
  return server
}

type Server = ReturnType<typeof openServer>

function leastBusy(servers: readonly Server[]): Server {
  const order = (server: Server) => server.asked + (server.isWell() ? 0 : 1e6)
  return servers.reduce((best, server) => (order(server) < order(best) ? server : best))
}

const PASSING = new Set([408, 409, 425, 429])
/** Whether another try, or another server, may answer. */
function mayPass(error: unknown): boolean {
  if (error instanceof APIConnectionError) return true
  return error instanceof APIError && (PASSING.has(error.status ?? 0) || (error.status ?? 0) >= 500)
}

/** As long as the server wishes, or longer each time by chance, so that many do not come back at once. */
function gapMs({ attempt, result }: IRetryBackoffContext<unknown>, firstGapMs = FIRST_GAP_MS): number {
  const wished = 'error' in result && result.error instanceof APIError ? result.error.headers?.get('retry-after') : null
  const wishedMs = Number(wished ?? Number.NaN) * 1000
  if (wishedMs >= 0) return Math.min(wishedMs, MOST_GAP_MS)
  return Math.min(firstGapMs * 2 ** (attempt - 1), MOST_GAP_MS) * Math.random()
}

function translate(error: unknown, work: ServersOptions['work']): OslerError {
  if (error instanceof OslerError) return error
  const isRefusal = !mayPass(error)
  return new OslerError(
    isRefusal ? 'engine_refused' : 'engine_down',
    `The ${work} server ${reasonOf(error)}${isRefusal ? `: check ${adviceOn(work)}` : ''}.`,
    {},
    { cause: error },
  )
}

function adviceOn(work: ServersOptions['work']): string {
  const name = `OSLER_${work.toUpperCase()}`
  return `${name}_URL, ${name}_KEY and ${name}_MODEL`
}
