import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { csrfTokenOf } from '#app/_server/csrf.ts'
import { env } from '#app/_server/env.ts'
import { setLocale, setTheme } from '#app/_server/preference-actions.ts'
import { preferenceWords } from '#app/_server/preference-words.ts'
import { returnPath } from '#app/_server/return-path.ts'
import { currentSession, pastSessionEnd } from '#app/_server/session.ts'
import { readError, sayError, typedNameCookie } from '#app/_server/sign-in-form.ts'
import { DemoBanner } from '#components/layout/demo-banner.tsx'
import { Logo } from '#components/layout/logo.tsx'
import { LanguageForm, ThemeForm } from '#components/layout/preference-forms.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Notice } from '#components/ui/notice.tsx'

type Props = { searchParams: Promise<{ next?: string; callbackUrl?: string; error?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

/** The form posts straight to next-auth, so it works before any script has loaded. */
export default async function SignInPage({ searchParams }: Props) {
  const { next, callbackUrl, ...query } = await searchParams
  const error = readError(query.error ?? '')
  const destination = returnPath(next ?? callbackUrl)
  await requireCanonicalHost(destination)
  if (await currentSession()) redirect(destination)
  const csrfToken = csrfTokenOf(await cookies())
  // next-auth sets its cookie on the way through its own address, and comes back here with callbackUrl.
  if (!csrfToken && callbackUrl === undefined) {
    const back = new URLSearchParams({ callbackUrl: destination, ...(query.error && { error: query.error }) })
    redirect(`/api/auth/signin?${back}`)
  }
  const [t, preferences] = await Promise.all([getTranslations(), preferenceWords()])
  const end = await pastSessionEnd()
  const typed = (await cookies()).get(typedNameCookie)?.value
  return (
    <div className="flex min-h-dvh flex-col">
      <header>
        {env().DEMO === '1' ? <DemoBanner words={t('app.demo')} /> : null}
        <div className="flex justify-end gap-3 p-4">
          <LanguageForm action={setLocale} words={preferences} />
          <ThemeForm action={setTheme} words={preferences} />
        </div>
      </header>
      <main className="mx-auto grid w-full max-w-96 flex-1 content-start gap-4 px-4 pt-[8vh] pb-8">
        <div className="flex items-center gap-2.5">
          <Logo />
          <div>
            <p className="text-base font-semibold">{t('app.name')}</p>
            <p className="text-xs text-ink-3">{t('app.scope')}</p>
          </div>
        </div>
        <Card>
          <form method="post" action="/api/auth/callback/credentials" className="grid gap-3">
            <h1 className="text-xl">{t('signIn.title')}</h1>
            {error ? <Notice tone="error">{await sayError(error)}</Notice> : null}
            {end && !error ? <Notice tone="info">{t(`signIn.${end}`)}</Notice> : null}
            {csrfToken ? null : <Notice tone="error">{t('signIn.cookiesNeeded')}</Notice>}
            <input type="hidden" name="csrfToken" value={csrfToken ?? ''} />
            <input type="hidden" name="callbackUrl" value={destination} />
            <Field label={t('signIn.username')}>
              {(control) => (
                <Input
                  {...control}
                  name="username"
                  autoComplete="username"
                  autoCapitalize="none"
                  defaultValue={error ? typed : undefined}
                  required
                />
              )}
            </Field>
            <Field label={t('signIn.password')}>
              {(control) => (
                <Input {...control} name="password" type="password" autoComplete="current-password" required />
              )}
            </Field>
            <Button type="submit" variant="primary" size="mobile">
              {t('action.signIn')}
            </Button>
          </form>
        </Card>
      </main>
    </div>
  )
}

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * next-auth answers at one address only: whoever came by another name of this machine is sent there first. Other names
 * are left alone: behind a proxy the host that is asked need not be the one people use.
 */
async function requireCanonicalHost(destination: string): Promise<void> {
  const { hostname, port, origin } = new URL(env().NEXTAUTH_URL)
  const asked = URL.parse(`http://${(await headers()).get('host')}`)
  const isAlias = asked !== null && asked.hostname !== hostname && asked.port === port
  if (isAlias && thisMachine.has(asked.hostname) && thisMachine.has(hostname)) {
    redirect(`${origin}/sign-in?next=${encodeURIComponent(destination)}`)
  }
}
