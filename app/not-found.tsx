import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotFoundPage } from '#components/layout/not-found-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('common'))('notFound') }
}

/**
 * The answer to an address that leads nowhere, or to what the person may not know of. Plain, because Next writes it
 * into every page in case that is not found: so only its words are.
 */
export default async function NotFound() {
  const t = await getTranslations()
  return (
    <NotFoundPage
      name={t('app.name')}
      title={t('common.notFound')}
      hint={t('common.notFoundHint')}
      toOverview={t('action.toOverview')}
    />
  )
}
