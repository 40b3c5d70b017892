import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** What a client may not say of itself: Next and the application would believe it. */
const claims = /^(x-forwarded-.+|forwarded|x-real-ip|x-request-id|content-security-policy(-report-only)?)$/

/**
 * The address a request came from. Each of our own proxies appends the address it was asked from to X-Forwarded-For, so
 * the client's stands as many places from the right as there are proxies; what stands left of it is anybody's word.
 */
export function clientAddress(forwardedFor: string | undefined, socketAddress: string, trustedProxies: number): string {
  const socket = socketAddress.replace(/^::ffff:(?=\d)/i, '')
  const named = trustedProxies === 0 ? undefined : forwardedFor?.split(',').at(-trustedProxies)?.trim()
  const bare = named && withoutPort(named)
  return bare && isIP(bare) > 0 ? bare : socket
}

/** Some proxies write `address:port`, and an IPv6 address in brackets. */
const withoutPort = (named: string) => named.replace(/^(?:\[(.+)\]|([\d.]+))(?::\d+)?$/, '$1$2')

/**
 * Takes from a request what it claims of itself; `x-forwarded-for` is then its one address. Next runs an action only
 * where Origin is the host that was asked, which a proxy may have rewritten: to requests from the address people use
 * that host is given back. Whether a request is one of ours is judged by app/_server/origin.ts.
 */
export function cleanHeaders({ headers, socket }: IncomingMessage, trustedProxies: number, address: string): void {
  const forwardedFor = headers['x-forwarded-for']
  for (const name of Object.keys(headers)) if (claims.test(name)) delete headers[name]
  headers['x-forwarded-for'] = clientAddress(
    // Node joins repeated lines of it with commas; its type allows for headers that come as lists.
    Array.isArray(forwardedFor) ? forwardedFor.join() : forwardedFor,
    socket.remoteAddress ?? '',
    trustedProxies,
  )
  const { origin, host } = new URL(address)
  if (headers.origin === origin) headers['x-forwarded-host'] = host
}
