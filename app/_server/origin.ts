import 'server-only'
import { env } from './env.ts'

/**
 * True for a request that one of our own pages made: its Origin is the address people use, or the very host that was
 * asked. A missing Origin is refused (server actions let it pass, route handlers do not look), and so is a request
 * that the browser says came from another site. Forwarded-host headers are not believed.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  return origin === new URL(env().NEXTAUTH_URL).origin || new URL(origin).host === headers.get('host')
}
