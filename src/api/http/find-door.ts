import type { IncomingMessage } from 'node:http'
import type { Door } from '../door.ts'

const isBelow = (path: string, base: string) => path.startsWith(`${base}/`)
const longest = (bases: readonly string[]) => bases.toSorted((a, b) => b.length - a.length)

/** A base address that ends with a slash makes two of them; some clients end each path with one. */
const tidy = (url: string) => url.replace(/^\/[^?#]*/, (path) => path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, ''))

/**
 * The path of a route for the one that was asked for: without its vendor's base, in the spelling of today. Notes the base
 * for whoever answers differently below it.
 */
export function rewriteFor(doors: readonly Door[]): (request: IncomingMessage) => string {
  const bases = longest(doors.flatMap((door) => door.bases))
  return (request) => {
    const url = tidy(request.url ?? '/')
    const base = bases.find((candidate) => isBelow(url, candidate)) ?? ''
    request.vendorBase = base
    const asked = base === '' ? doors : doors.filter((door) => door.bases.includes(base))
    return asked.reduce((path, door) => door.respell?.(path) ?? path, url.slice(base.length))
  }
}

/** The door whose words a client understands, by its base or what its path begins with; the first one for nobody's. */
export function doorOf(doors: readonly [Door, ...Door[]], { vendorBase = '', url = '' }: IncomingMessage): Door {
  const ofBase = doors.find((door) => vendorBase !== '' && door.bases.includes(vendorBase))
  const prefix = longest(doors.flatMap((door) => door.prefixes)).find((candidate) => isBelow(url, candidate))
  return ofBase ?? doors.find((door) => prefix !== undefined && door.prefixes.includes(prefix)) ?? doors[0]
}
