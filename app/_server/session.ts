import 'server-only'
import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { cache } from 'react'
import type { Reader } from '#db/engine.ts'
import { findUserForSignIn } from '#db/queries/find-user-for-sign-in.ts'
import { type Account, endSession, noteSeen, sessionOf, startSession } from '#db/sign-in.ts'
import type { Actor } from '#domain/permissions.ts'
import type { SessionEnd } from '#domain/session-life.ts'
import { env } from './env.ts'
import { ledger } from './ledger.ts'
import { logFault, requests } from './log.ts'
import { cookieReader } from './session-cookie.ts'

/** Who asks, and what lets them read: there is no other way to a Reader. */
export type Session = { actor: Actor; reader: Reader }

/** The cookie outlives its session (domain/session-life.ts), so that the sign-in page can say why that ended. Seconds. */
export const cookieAge = 24 * 60 * 60

/** A cookie of next-auth. Over https the name binds it to this host: a neighbour under the same domain plants none. */
export function hostCookie(what: 'session-token' | 'callback-url') {
  const secure = env().NEXTAUTH_URL.startsWith('https:')
  return {
    name: `${secure ? '__Host-' : ''}next-auth.${what}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const
}
export const sessionCookie = () => hostCookie('session-token')

const sessionIdIn = cookieReader(() => env().NEXTAUTH_SECRET)

const requestSession = cache(async () => {
  const token = (await cookies()).get(sessionCookie().name)?.value
  const id = token ? await sessionIdIn(token) : null
  if (!id) return null
  const found = await sessionOf(ledger(), id, new Date())
  return found && { id, ...found }
})

/** The session, with the person and their grants fresh from the database; null where nobody is signed in. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const found = await requestSession()
  if (!found || found.end !== null) return null
  Object.assign(requests.getStore() ?? {}, { userId: found.actor.id })
  // A request that only reads does not wait for this, nor fail with it.
  void noteSeen(ledger(), found.id, found.seenAt, new Date()).catch((error) => logFault(error, { event: 'seen' }))
  return { actor: found.actor, reader: ledger().reader }
})

/** Why the session of this browser ended by itself; null where it did not, or is unknown. */
export const pastSessionEnd = async (): Promise<SessionEnd | null> => (await requestSession())?.end ?? null

/** Begins a session, in place of the one that this browser may have had. Answers its id. */
export async function beginSession(account: Account): Promise<string> {
  await endCurrentSession()
  return startSession(ledger(), account, new Date())
}

/** Ends the session of this browser on the server; its cookie is left to the caller. */
export async function endCurrentSession(): Promise<void> {
  const past = await requestSession()
  if (past) await endSession(ledger(), past.id)
}

/** Goes on with the session of somebody who has just changed, and so proved, their password: a new day begins. */
export async function renewSession({ actor, reader }: Session): Promise<void> {
  const account = await findUserForSignIn(reader, actor.username)
  if (!account) return
  const token = await encode({
    token: { sessionId: await beginSession(account) },
    secret: env().NEXTAUTH_SECRET,
    maxAge: cookieAge,
  })
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, token, { ...options, maxAge: cookieAge })
}
