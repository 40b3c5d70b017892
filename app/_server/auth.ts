import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { verifyPassword } from '#db/password.ts'
import { findUserForSignIn } from '#db/queries/find-user-for-sign-in.ts'
import { ledger } from './ledger.ts'
import { log } from './log.ts'
import { actorOf, sessionAge } from './session.ts'

declare module 'next-auth' {
  interface User {
    stamp: string
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    stamp?: string
    /** Milliseconds since 1970. */
    signedInAt?: number
  }
}

const credentials = z.object({ username: z.string().max(200), password: z.string().max(1000) })

/** Checks a name and a password; the answer, and about the time it takes, are the same whichever of them is wrong. */
async function authorize(raw: unknown): Promise<{ id: string; stamp: string } | null> {
  const parsed = credentials.safeParse(raw)
  if (!parsed.success) return null
  const user = await findUserForSignIn(ledger().reader, parsed.data.username.trim().toLowerCase())
  const verified = await verifyPassword(parsed.data.password, user?.passwordHash ?? null)
  // next-auth hands the message on as the error of the form (sign-in-form.ts).
  if (!verified.ok) throw new Error(verified.error.code)
  log.info({ event: 'sign_in', userId: user?.id ?? null, accepted: verified.value })
  return user && verified.value ? { id: user.id, stamp: user.stamp } : null
}

/** Sign-in by next-auth: one provider, a session in a signed and encrypted cookie that carries the account's stamp. */
export const authOptions: NextAuthOptions = {
  providers: [
    Credentials({ id: 'credentials', credentials: { username: {}, password: { type: 'password' } }, authorize }),
  ],
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account' },
  session: { strategy: 'jwt', maxAge: sessionAge },
  callbacks: {
    async jwt({ token, user }) {
      if (user) return { sub: user.id, stamp: user.stamp, signedInAt: Date.now() }
      return (await actorOf(token)) ? token : {}
    },
    session: ({ session, token }) => (token.sub ? session : { expires: new Date(0).toISOString() }),
  },
  logger: {
    error: (code) => log.error({ event: 'next_auth', code }),
    warn: (code) => log.warn({ event: 'next_auth', code }),
    debug: () => {},
  },
}
