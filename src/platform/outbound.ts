import type { Readable } from 'node:stream'
import { Agent, type Dispatcher, fetch, type RequestInit, type Response } from 'undici'
import { OslerError } from '../domain/errors.ts'
import { checkAddress, checkedLookup, type Lookup, resolveAll } from './check-address.ts'
import { readLimited, tooLarge } from './limited-body.ts'
import { checkNumericAddress, isAllowedHost } from './public-address.ts'

/** The one client for everything that leaves this machine. */
export interface Outbound extends AsyncDisposable {
  /** What can be known without the network. Throws `address_refused`. */
  check(address: string): URL
  /** The same with the addresses that a name stands for; a name that resolves to nothing now may do so later. */
  checkResolved(address: string): Promise<void>
  /** Like fetch, to checked addresses only, without following redirects. Throws `address_refused`, `address_failed`. */
  request(address: string, init?: RequestInit): Promise<Response>
  /**
   * The body at an address; redirects are followed and checked again. Throws what `request` throws, and
   * `audio_too_large` when the server announces more than `maxBytes`; the stream fails with the same errors when more
   * comes, the server breaks off, or all of it takes longer than `timeoutMs` (30 min when not given). What may pass,
   * such as a server that is down, is `address_unavailable`.
   */
  download(address: string, maxBytes: number, options?: DownloadOptions): Promise<Readable>
}

interface DownloadOptions {
  timeoutMs?: number
  signal?: AbortSignal
}

export interface OutboundOptions {
  /** Hosts or CIDRs that may be reached although they are private. */
  allowHosts: readonly string[]
  lookup?: Lookup
}

const MAX_REDIRECTS = 5
const CONNECT_TIMEOUT_MS = 10_000
const SILENCE_TIMEOUT_MS = 30_000
/** 500 MB at 2.5 Mbit/s. */
const DOWNLOAD_TIMEOUT_MS = 30 * 60_000

export function openOutbound({ allowHosts, lookup = resolveAll }: OutboundOptions): Outbound {
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS, lookup: checkedLookup(lookup, allowHosts) },
    headersTimeout: SILENCE_TIMEOUT_MS,
    bodyTimeout: SILENCE_TIMEOUT_MS,
  })
  const asServer = agent.compose(asOsler)

  async function request(address: string, init: RequestInit = {}): Promise<Response> {
    const url = checkAddress(address, allowHosts)
    return fetch(url, { ...init, redirect: 'manual', dispatcher: asServer }).catch((error) => {
      throw translateFailure(url, 'did not answer', error)
    })
  }

  async function follow(address: string, signal: AbortSignal, redirects = 0): Promise<Response> {
    const response = await request(address, { signal })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || !location) return response
    await hangUp(response)
    const next = URL.parse(escapeBytes(location), address)
    if (next === null) throw failed(new URL(address), 'redirects to what is no address')
    if (redirects === MAX_REDIRECTS) throw failed(new URL(address), `redirects more than ${MAX_REDIRECTS} times`)
    return follow(next.href, signal, redirects + 1)
  }

  return {
    check: (address) => checkAddress(address, allowHosts),
    request,
    async checkResolved(address) {
      const { hostname } = checkAddress(address, allowHosts)
      if (isAllowedHost(hostname, allowHosts)) return
      const found = await lookup(hostname.replace(/^\[|\]$/g, '')).catch(() => [])
      for (const one of found) checkNumericAddress(one.address, allowHosts)
    },
    async download(address, maxBytes, { timeoutMs = DOWNLOAD_TIMEOUT_MS, signal } = {}) {
      const limit = AbortSignal.timeout(timeoutMs)
      const response = await follow(address, signal ? AbortSignal.any([signal, limit]) : limit)
      const refusal = refuse(response, maxBytes)
      if (refusal === undefined) {
        return readLimited(response, maxBytes, (error) =>
          translateFailure(new URL(response.url), 'did not send the whole file', error),
        )
      }
      await hangUp(response)
      throw refusal
    },
    [Symbol.asyncDispose]: () => agent.destroy(),
  }
}

/** fetch speaks as a browser's; who is called sees who calls. */
const asOsler: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
  const { 'sec-fetch-mode': _, 'accept-language': __, ...headers } = { ...options.headers } as Record<string, string>
  return dispatch({ ...options, headers: { ...headers, 'user-agent': 'Osler' } }, handler)
}

/** What the head of an answer already tells against its body. */
function refuse({ ok, status, url, headers }: Response, maxBytes: number): OslerError | undefined {
  if (!ok) return failed(new URL(url), `answered ${status}`, { status }, undefined, mayPass(status))
  return Number(headers.get('content-length') ?? 0) > maxBytes ? tooLarge(maxBytes) : undefined
}

/** A header's bytes come as Latin-1 characters; raw UTF-8 in them is asked for byte by byte, as browsers and curl do. */
const escapeBytes = (location: string) =>
  location.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)

const hangUp = (response: Response) => response.body?.cancel().catch(() => undefined)

/** PATIENT DATA: only the host is named; path and query may carry names and tokens. */
function failed({ host }: URL, what: string, details = {}, cause?: unknown, passes = false): OslerError {
  return new OslerError(passes ? 'address_unavailable' : 'address_failed', `The host ${host} ${what}.`, details, {
    cause,
  })
}

const mayPass = (status: number) => status === 408 || status === 429 || status >= 500

function translateFailure(url: URL, what: string, error: unknown): OslerError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof OslerError) return cause
  return failed(url, what, {}, error, true)
}
