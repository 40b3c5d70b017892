import { decode } from 'next-auth/jwt'
import { keepNewest } from '#domain/keep-newest.ts'

declare module 'next-auth/jwt' {
  interface JWT {
    /** The id of the session: all that our cookie says. */
    sessionId?: string
  }
}

/** So many cookies are known by what they hold, those that came last: to decrypt one takes longer than a page's reads. */
const KNOWN_COOKIES = 1000

/**
 * Reads the id of the session that a cookie names: whether it still is one only the database tells, each time. Null for
 * what cannot be decrypted (another secret, tampered with); of that nothing is remembered.
 */
export function cookieReader(secret: () => string, most = KNOWN_COOKIES): (token: string) => Promise<string | null> {
  const known = new Map<string, string>()
  return async (token) => {
    const id = known.get(token) ?? (await decode({ token, secret: secret() }).catch(() => null))?.sessionId
    return id === undefined ? null : keepNewest(known, most, token, id)
  }
}
