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
  return named !== undefined && isIP(named) > 0 ? named : socket
}

/** Takes from a request what it claims of itself; `x-forwarded-for` is then its one address. */
export function cleanHeaders({ headers, socket }: IncomingMessage, trustedProxies: number): void {
  const forwardedFor = headers['x-forwarded-for']
  for (const name of Object.keys(headers)) if (claims.test(name)) delete headers[name]
  headers['x-forwarded-for'] = clientAddress(
    // Node joins repeated lines of it with commas; its type allows for headers that come as lists.
    Array.isArray(forwardedFor) ? forwardedFor.join() : forwardedFor,
    socket.remoteAddress ?? '',
    trustedProxies,
  )
}
