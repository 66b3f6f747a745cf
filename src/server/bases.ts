import type { IncomingMessage } from 'node:http'

declare module 'node:http' {
  interface IncomingMessage {
    /** The vendor's base that the request came by; empty from the root. */
    vendorBase?: string
  }
}

/** Where vendors mount their APIs. Below each, the same paths are served as from the root. */
export const BASES = [
  '/v1/copilot-api/server',
  '/v1/copilot-api/user',
  '/v1/core/server',
  '/v1/core/user',
  '/api/v2/ml-scribe/open-api',
  '/open-api',
] as const

/** Nabla's older documents say `/copilot/listen` for what the newer ones call `/listen`. */
const OLD_PREFIX = '/copilot'

/**
 * The path of a route for the path that was asked for: without its vendor's base, and with hyphens in its first part
 * where older documents have underscores (`listen_async`). Notes the base for whoever answers differently below it.
 */
export function rewriteUrl(request: IncomingMessage): string {
  const url = request.url ?? '/'
  const base = BASES.find((candidate) => url.startsWith(`${candidate}/`))
  request.vendorBase = base ?? ''
  const inside = url.slice(base?.length ?? 0)
  const path = inside.startsWith(`${OLD_PREFIX}/`) ? inside.slice(OLD_PREFIX.length) : inside
  return path.replace(/^\/[^/?]*/, (first) => first.replaceAll('_', '-'))
}
