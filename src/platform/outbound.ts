import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import { Agent, fetch, type RequestInit, type Response } from 'undici'
import { OslerError } from '../domain/errors.ts'
import { checkNumericAddress, isAllowedHost } from './public-address.ts'

/** Resolves a name to all its numeric addresses. */
export type Lookup = (host: string) => Promise<{ address: string; family: number }[]>

/** The one client for everything that leaves this machine. */
export interface Outbound extends AsyncDisposable {
  /** What can be known without the network. Throws `address_refused`. */
  check(address: string): URL
  /** Like fetch, to checked addresses only, without following redirects. Throws `address_refused`, `address_failed`. */
  request(address: string, init?: RequestInit): Promise<Response>
  /**
   * The body at an address; redirects are followed and checked again. Throws what `request` throws, and
   * `audio_too_large` when the server announces more than `maxBytes`.
   */
  download(address: string, maxBytes: number): Promise<Readable>
}

export interface OutboundOptions {
  /** Hosts or CIDRs that may be reached although they are private. */
  allowHosts: readonly string[]
  lookup?: Lookup
}

const MAX_REDIRECTS = 5
const CONNECT_TIMEOUT_MS = 10_000
const SILENCE_TIMEOUT_MS = 30_000

export function openOutbound({ allowHosts, lookup = resolveAll }: OutboundOptions): Outbound {
  const check = (address: string) => checkAddress(address, allowHosts)
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS, lookup: checkedLookup(lookup, allowHosts) as never },
    headersTimeout: SILENCE_TIMEOUT_MS,
    bodyTimeout: SILENCE_TIMEOUT_MS,
  })

  async function request(address: string, init: RequestInit = {}): Promise<Response> {
    const url = check(address)
    return fetch(url, { ...init, redirect: 'manual', dispatcher: agent }).catch((cause) => {
      throw translateFailure(url, cause)
    })
  }

  async function follow(address: string, redirects = 0): Promise<Response> {
    const response = await request(address)
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || !location) return response
    await response.body?.cancel()
    if (redirects === MAX_REDIRECTS) throw failed(check(address), `redirects more than ${MAX_REDIRECTS} times`)
    return follow(new URL(location, address).href, redirects + 1)
  }

  return {
    check,
    request,
    async download(address, maxBytes) {
      const response = await follow(address)
      if (!response.ok || !response.body) throw failed(check(address), `answered ${response.status}`)
      const bytes = Number(response.headers.get('content-length') ?? 0)
      if (bytes <= maxBytes) return Readable.fromWeb(response.body)
      await response.body.cancel()
      throw new OslerError('audio_too_large', 'The file at the address is larger than this endpoint accepts.', {
        bytes,
        maxBytes,
      })
    },
    [Symbol.asyncDispose]: () => agent.destroy(),
  }
}

function checkAddress(address: string, allowHosts: readonly string[]): URL {
  const url = URL.parse(address)
  if (url === null) throw new OslerError('address_refused', 'The address is no URL: send https://host/path.')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new OslerError('address_refused', `The address uses ${url.protocol.slice(0, 20)} and must use https or http.`)
  }
  if (url.username || url.password) {
    throw new OslerError('address_refused', 'The address carries a user name or password: leave them out.')
  }
  // URL has already turned decimal, octal and hexadecimal forms into dotted ones.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isAllowedHost(host, allowHosts)) checkNumericAddress(host, allowHosts)
  return url
}

const resolveAll: Lookup = (host) => systemLookup(host, { all: true })

/** SECURITY: the addresses that are checked are the very ones connected to, so that a name cannot change in between. */
function checkedLookup(lookup: Lookup, allowHosts: readonly string[]) {
  return (host: string, options: { all?: boolean }, done: (error: Error | null, ...result: unknown[]) => void) => {
    lookup(host).then(
      (found) => {
        try {
          if (!isAllowedHost(host, allowHosts))
            for (const { address } of found) checkNumericAddress(address, allowHosts)
          if (options.all) done(null, found)
          else done(null, found[0]?.address, found[0]?.family)
        } catch (error) {
          done(error as Error)
        }
      },
      (error) => done(error),
    )
  }
}

/** PATIENT DATA: only the host is named; path and query may carry names and tokens. */
function failed({ host }: URL, what: string, cause?: unknown): OslerError {
  return new OslerError('address_failed', `The host ${host} ${what}.`, {}, { cause })
}

function translateFailure(url: URL, error: unknown): OslerError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof OslerError) return cause
  return failed(url, 'did not answer', error)
}
