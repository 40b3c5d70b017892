import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import type { Reader } from '#db/engine.ts'
import { findActor } from '#db/queries/find-actor.ts'
import { findUserForSignIn } from '#db/queries/find-user-for-sign-in.ts'
import type { Actor } from '#domain/permissions.ts'
import { env } from './env.ts'
import { ledger } from './ledger.ts'

/** Who asks, and what lets them read: there is no other way to a Reader. */
export type Session = { actor: Actor; reader: Reader }

/** A session lasts this long from its sign-in, in seconds: a working day. */
export const sessionAge = 12 * 60 * 60

const isSecure = () => env().NEXTAUTH_URL.startsWith('https:')
/** next-auth names its cookie by the scheme of the address. */
export const sessionCookie = () => `${isSecure() ? '__Secure-' : ''}next-auth.session-token`

/** What our cookie says; next-auth writes it anew now and then, so the hour of the sign-in is said in it. */
export type Claims = { sub?: string | undefined; stamp?: string; signedInAt?: number }

/** The person behind the claims, fresh from the database; null where the session is over: its day, its account, its stamp. */
export async function actorOf({ sub, stamp, signedInAt }: Claims): Promise<Actor | null> {
  if (!sub || !stamp || !signedInAt || Date.now() >= signedInAt + sessionAge * 1000) return null
  return findActor(ledger().reader, sub, stamp)
}

/** The session, with the person and their grants fresh from the database; null where nobody is signed in. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const token = (await cookies()).get(sessionCookie())?.value
  if (!token) return null
  // A cookie that cannot be decrypted (another secret, tampered with) is no session.
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  const actor = claims && (await actorOf(claims))
  return actor && { actor, reader: ledger().reader }
})

/** Goes on with the session of somebody who has just changed, and so proved, their password: a new day begins. */
export async function renewSession({ actor, reader }: Session): Promise<void> {
  const account = await findUserForSignIn(reader, actor.username)
  if (!account) return
  const token = await encode({
    token: { sub: account.id, stamp: account.stamp, signedInAt: Date.now() },
    secret: env().NEXTAUTH_SECRET,
    maxAge: sessionAge,
  })
  const jar = await cookies()
  jar.set(sessionCookie(), token, {
    maxAge: sessionAge,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
  })
}
