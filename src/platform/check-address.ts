import { lookup as systemLookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { OslerError } from '../domain/errors.ts'
import { checkNumericAddress, isAllowedHost } from './public-address.ts'

/** Resolves a name to all its numeric addresses. */
export type Lookup = (host: string) => Promise<{ address: string; family: number }[]>

export const resolveAll: Lookup = (host) => systemLookup(host, { all: true })

/** Every name below it is this machine's own (RFC 6761). */
const LOCALHOST = /(^|\.)localhost\.?$/

/** What an address tells without the network. Throws `address_refused`. */
export function checkAddress(address: string, allowHosts: readonly string[]): URL {
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
  if (isAllowedHost(host, allowHosts)) return url
  if (isIP(host) !== 0) checkNumericAddress(host, allowHosts)
  if (LOCALHOST.test(host)) checkNumericAddress('127.0.0.1', allowHosts)
  return url
}

/** SECURITY: the addresses that are checked are the very ones connected to, so that a name cannot change in between. */
export function checkedLookup(lookup: Lookup, allowHosts: readonly string[]): LookupFunction {
  return (host, options, done) => {
    resolveChecked(host).then(
      ([first, ...others]) => {
        if (first === undefined) done(new Error('The name has no address.'), [])
        else if (options.all) done(null, [first, ...others])
        else done(null, first.address, first.family)
      },
      (error) => done(error, []),
    )
  }

  async function resolveChecked(host: string) {
    const found = await lookup(host)
    if (!isAllowedHost(host, allowHosts)) for (const { address } of found) checkNumericAddress(address, allowHosts)
    return found
  }
}
