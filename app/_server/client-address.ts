import 'server-only'
import { isIPv4, isIPv6 } from 'node:net'

/** What all requests without an address of their own have in common. */
const UNKNOWN = 'unknown'

/**
 * The network address that a request came from, for counting. Of an IPv6 address the network (/64), because one
 * customer has all of it. The server sets `x-forwarded-for` itself, to one address; whatever else it holds is not
 * believed.
 */
export function clientAddress(headers: Headers): string {
  const address = headers.get('x-forwarded-for')?.trim() ?? ''
  if (isIPv4(address)) return address
  const plain = address.split('%')[0] ?? ''
  return isIPv6(plain) ? networkOf(plain) : UNKNOWN
}

function networkOf(address: string): string {
  // URL writes an address in one way, whichever of its many it came in.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
  const isMapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff'
  return isMapped ? dotted(groups.slice(6)) : `${groups.slice(0, 4).join(':')}::/64`
}

/** The last two groups of an IPv4 address that is written as IPv6. */
const dotted = (groups: readonly string[]) =>
  groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.')
