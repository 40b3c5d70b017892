import 'server-only'
import { env } from './env.ts'

/** A path of this product to go to after sign-in; '/' for whatever points elsewhere. */
export function returnPath(wanted: string | undefined): string {
  if (!wanted) return '/'
  const base = new URL(env().NEXTAUTH_URL)
  if (!URL.canParse(wanted, base)) return '/'
  const url = new URL(wanted, base)
  // A path that begins with two slashes is another host when it is used as an address again.
  if (url.origin !== base.origin || url.pathname.startsWith('//')) return '/'
  return url.pathname.startsWith('/sign-in') ? '/' : `${url.pathname}${url.search}`
}
