import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlainPage } from '#components/layout/plain-page.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('common'))('notFound') }
}

/**
 * The answer to an address that leads nowhere, or to what the person may not know of. Plain, because Next writes it
 * into every page in case that is not found: in the frame of the desk it was two thirds of what a page weighed.
 */
export default async function NotFound() {
  const t = await getTranslations()
  return (
    <PlainPage name={t('app.name')}>
      <h1 className="text-xl">{t('common.notFound')}</h1>
      <p className="text-ink-2">{t('common.notFoundHint')}</p>
      <ButtonLink href="/" className="justify-self-start">
        {t('action.toOverview')}
      </ButtonLink>
    </PlainPage>
  )
}
