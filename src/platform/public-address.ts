import ipaddr from 'ipaddr.js'
import { OslerError } from '../domain/errors.ts'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** The address itself, out of the IPv6 forms that only wrap an IPv4 one. */
function unwrap(address: Address): Address {
  if (address.kind() === 'ipv4') return address
  const v6 = address as ipaddr.IPv6
  if (v6.isIPv4MappedAddress()) return v6.toIPv4Address()
  const bytes = v6.toByteArray()
  const range = v6.range()
  if (range === '6to4') return ipaddr.fromByteArray(bytes.slice(2, 6))
  // NAT64 (64:ff9b::/96) and the deprecated compatible form (::a.b.c.d) carry it in the last four bytes.
  const isCompatible = bytes.slice(0, 12).every((byte) => byte === 0)
  return range === 'rfc6052' || isCompatible ? ipaddr.fromByteArray(bytes.slice(12)) : v6
}

/** SECURITY: true only for an address of the public internet: not private, local, multicast, reserved or tunnelled. */
function isPublic(text: string): boolean {
  return ipaddr.isValid(text) && unwrap(ipaddr.parse(text)).range() === 'unicast'
}

function isInside(text: string, entry: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = unwrap(ipaddr.parse(text))
  if (ipaddr.isValidCIDR(entry)) {
    const [base, bits] = ipaddr.parseCIDR(entry)
    return base.kind() === address.kind() && address.match(base, bits)
  }
  return ipaddr.isValid(entry) && ipaddr.parse(entry).toNormalizedString() === address.toNormalizedString()
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
