import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { askedText } from '#app/_server/list-page.ts'
import { FoundPlaces } from '#components/layout/found-places.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { RecentPlaces } from '#components/layout/recent-places.tsx'
import { SearchForm } from '#components/layout/search-form.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { findPlaces } from './find-places.ts'

type Props = { searchParams: Promise<{ q?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') }
}

/** Where a search without script leads, and every search on a phone; without a query, the places last looked at. */
export default async function SearchPage({ searchParams }: Props) {
  const { q } = await searchParams
  const session = await requireActor('/search', { q })
  const query = askedText(q)?.trim() ?? ''
  const [places, t] = await Promise.all([findPlaces(session, query), getTranslations()])
  return (
    <Desk session={session} breadcrumbs={[{ label: t('search.title') }]}>
      <PageHeader title={t('search.title')} sub={t('search.hint')} />
      <SearchForm action="/search" query={query} label={t('search.placeholder')} autoFocus={query === ''} />
      {query === '' ? <RecentPlaces person={session.actor.id} title={t('search.recent')} /> : null}
      {query !== '' && places.length === 0 ? (
        <Card>
          <Empty>{t('common.nothingFound', { query })}</Empty>
        </Card>
      ) : (
        <FoundPlaces places={places} />
      )}
    </Desk>
  )
}
