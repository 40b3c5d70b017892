'use server'
import { refresh } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { localeCookie, localeOf, themeCookie, themeOf } from '#app/_i18n/preferences.ts'
import { env } from './env.ts'
import { isOwnOrigin } from './origin.ts'
import { endCurrentSession, sessionCookie } from './session.ts'

/** What anybody may set for their own browser, signed in or not: nothing here touches the ledger. */

const aYear = 365 * 24 * 60 * 60
const options = () =>
  ({
    maxAge: aYear,
    path: '/',
    sameSite: 'lax',
    secure: env().NEXTAUTH_URL.startsWith('https:'),
    httpOnly: true,
  }) as const

export async function setLocale(form: FormData): Promise<void> {
  if (!isOwnOrigin(await headers())) return
  const jar = await cookies()
  jar.set(localeCookie, localeOf(form.get('locale')), options())
  refresh()
}

/** A theme that is none means "as the system says". */
export async function setTheme(form: FormData): Promise<void> {
  if (!isOwnOrigin(await headers())) return
  const theme = themeOf(form.get('theme'))
  const jar = await cookies()
  if (theme) jar.set(themeCookie, theme, options())
  else jar.delete(themeCookie)
  refresh()
}

/** Ends the session of this browser, on the server too: a copy of its cookie opens nothing any more. */
export async function signOut(): Promise<void> {
  if (!isOwnOrigin(await headers())) return
  await endCurrentSession()
  const { name, options: attributes } = sessionCookie()
  const jar = await cookies()
  jar.delete({ name, ...attributes })
  redirect('/sign-in')
}
