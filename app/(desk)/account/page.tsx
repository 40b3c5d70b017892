import { nanoid } from 'nanoid'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { locales, themeCookie, themeOf, themes } from '#app/_i18n/preferences.ts'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { setLocale, setTheme, signOut } from '#app/_server/preference-actions.ts'
import { PageHeader } from '#components/layout/page-header.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { listGrants } from '#db/queries/list-grants.ts'
import { changePasswordForm } from './actions.ts'

const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

export default async function AccountPage() {
  const session = await requireActor('/account')
  const [t, locale, jar, grants] = await Promise.all([
    getTranslations(),
    getLocale(),
    cookies(),
    listGrants(session.reader, session.actor),
  ])
  return (
    <Desk session={session} breadcrumbs={[{ label: t('account.title') }]}>
      <PageHeader title={t('account.title')} />
      <div className="grid max-w-200 grid-cols-1 items-start gap-3 desk:grid-cols-2">
        <Card title={t('account.person')}>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
            <dt className="text-ink-3">{t('account.name')}</dt>
            <dd>{session.actor.name}</dd>
            <dt className="text-ink-3">{t('account.username')}</dt>
            <dd>{session.actor.username}</dd>
            <dt className="text-ink-3">{t('account.roles')}</dt>
            <dd>
              {grants.length === 0 ? t('account.noRoles') : null}
              <ul>
                {grants.map(({ id, role, unit }) => (
                  <li key={id}>
                    {t('people.grantOn', { role: t(`role.${role}`), unit: unit?.name ?? t('people.everyUnit') })}
                  </li>
                ))}
              </ul>
            </dd>
          </dl>
          <form action={signOut} className="mt-3">
            <Button type="submit" size="mobile">
              {t('action.signOut')}
            </Button>
          </form>
        </Card>
        <Card title={t('account.changePassword')} className="desk:row-span-2">
          <ActionForm action={changePasswordForm} submissionKey={nanoid()}>
            <TextField
              name="current"
              type="password"
              label={t('account.currentPassword')}
              autoComplete="current-password"
              required
            />
            <TextField
              name="next"
              type="password"
              label={t('account.newPassword')}
              hint={t('account.passwordHint')}
              autoComplete="new-password"
              required
            />
            <p className="text-xs text-ink-3">{t('account.passwordNotice')}</p>
            <Button type="submit" variant="primary" size="mobile">
              {t('account.changePassword')}
            </Button>
          </ActionForm>
        </Card>
        <Card title={t('account.preferences')}>
          <div className="grid justify-items-start gap-3">
            <form action={setLocale} className="grid gap-1">
              <span className="text-sm font-medium">{t('account.language')}</span>
              <Segmented
                label={t('account.language')}
                name="locale"
                current={locale}
                choices={locales.map((value) => ({ value, label: languageNames[value] }))}
              />
            </form>
            <form action={setTheme} className="grid gap-1">
              <span className="text-sm font-medium">{t('account.theme')}</span>
              <Segmented
                label={t('account.theme')}
                name="theme"
                current={themeOf(jar.get(themeCookie)?.value) ?? 'system'}
                choices={[...themes, 'system' as const].map((value) => ({ value, label: t(`account.${value}`) }))}
              />
            </form>
          </div>
        </Card>
      </div>
    </Desk>
  )
}
