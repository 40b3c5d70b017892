import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { currentSession } from '#app/_server/session.ts'
import { PageHeader } from '#components/layout/page-header.tsx'
import { PlainPage } from '#components/layout/plain-page.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('common'))('notFound') }
}

/** The answer to an address that leads nowhere, or to what the person may not know of: in their frame, if they have one. */
export default async function NotFound() {
  const [session, t] = await Promise.all([currentSession(), getTranslations()])
  const content = (
    <>
      <PageHeader title={t('common.notFound')} />
      <p className="text-ink-2">{t('common.notFoundHint')}</p>
      <ButtonLink href="/" className="justify-self-start">
        {t('action.toOverview')}
      </ButtonLink>
    </>
  )
  if (!session) return <PlainPage name={t('app.name')}>{content}</PlainPage>
  return (
    <Desk session={session} breadcrumbs={[{ label: t('common.notFound') }]}>
      {content}
    </Desk>
  )
}
