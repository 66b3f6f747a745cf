import ipaddr from 'ipaddr.js'
import { OslerError } from '../domain/errors.ts'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** All that is given out to the public internet of IPv6 lies in here. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')
/** A gateway behind this prefix passes on to the IPv4 address in the last four bytes (RFC 6052). */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
/** Public by its number, but every Azure machine reaches the platform that it runs on there. */
const AZURE_PLATFORM = '168.63.129.16'

/** The address itself, out of the two IPv6 forms that only wrap an IPv4 one and lead to it. */
function unwrap(text: string): Address {
  const address = ipaddr.parse(text)
  if (!(address instanceof ipaddr.IPv6)) return address
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  return address.match(NAT64) ? ipaddr.fromByteArray(address.toByteArray().slice(12)) : address
}

/** SECURITY: true only for an address of the public internet: not private, local, multicast, reserved or tunnelled. */
function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = unwrap(text)
  if (address.range() !== 'unicast' || address.toString() === AZURE_PLATFORM) return false
  return !(address instanceof ipaddr.IPv6) || address.match(GLOBAL_UNICAST)
}

function isInside(text: string, entry: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = unwrap(text)
  if (ipaddr.isValidCIDR(entry)) {
    const [base, bits] = ipaddr.parseCIDR(entry)
    return base.kind() === address.kind() && address.match(base, bits)
  }
  return ipaddr.isValid(entry) && unwrap(entry).toNormalizedString() === address.toNormalizedString()
}

/** Whether a host name is one of the exceptions of OSLER_ALLOW_HOSTS. */
export const isAllowedHost = (host: string, allowHosts: readonly string[]) =>
  allowHosts.some((entry) => entry.toLowerCase() === host.toLowerCase())

/** Throws `address_refused` unless the numeric address is public or an exception of OSLER_ALLOW_HOSTS covers it. */
export function checkNumericAddress(text: string, allowHosts: readonly string[]): void {
  if (isPublic(text) || allowHosts.some((entry) => isInside(text, entry))) return
  throw new OslerError(
    'address_refused',
    'The address leads into a private network. The operator can allow its host with OSLER_ALLOW_HOSTS.',
  )
}
