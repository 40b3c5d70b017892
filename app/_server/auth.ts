import 'server-only'
import { headers } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { type Account, checkPassword } from '#db/sign-in.ts'
import { clientAddress } from './client-address.ts'
import { env } from './env.ts'
import { ledger } from './ledger.ts'
import { log } from './log.ts'
import { returnPath } from './return-path.ts'
import { beginSession, cookieAge, hostCookie, sessionCookie } from './session.ts'
import { limitedError } from './sign-in-form.ts'

declare module 'next-auth' {
  interface User extends Account {}
}

const credentials = z.object({ username: z.string().max(200), password: z.string().max(1000) })

/** Whose name and password these are. A thrown message comes out as the `error` of next-auth's answer. */
async function authorize(raw: unknown): Promise<Account | null> {
  const parsed = credentials.safeParse(raw)
  if (!parsed.success) return null
  const now = new Date()
  const address = clientAddress(await headers())
  const answer = await checkPassword(ledger(), { ...parsed.data, address }, now)
  log.info({ event: 'sign_in', answer: answer.is, userId: answer.is === 'accepted' ? answer.account.id : null })
  if (answer.is === 'limited') throw new Error(limitedError(answer.until, now))
  if (answer.is === 'busy') throw new Error('busy')
  return answer.is === 'accepted' ? answer.account : null
}

/** Sign-in by next-auth: one provider, and an encrypted cookie that carries the id of a session kept in the database. */
export const authOptions = (): NextAuthOptions => ({
  providers: [
    Credentials({ id: 'credentials', credentials: { username: {}, password: { type: 'password' } }, authorize }),
  ],
  pages: { signIn: '/sign-in', error: '/sign-in' },
  session: { strategy: 'jwt', maxAge: cookieAge },
  cookies: { sessionToken: sessionCookie(), callbackUrl: hostCookie('callback-url') },
  callbacks: {
    jwt: async ({ token, user }) => (user ? { sessionId: await beginSession(user) } : token),
    redirect: ({ url }) => new URL(returnPath(url), env().NEXTAUTH_URL).href,
  },
  logger: {
    error: (code) => log.error({ event: 'next_auth', code }),
    warn: (code) => log.warn({ event: 'next_auth', code }),
    debug: () => {},
  },
})
