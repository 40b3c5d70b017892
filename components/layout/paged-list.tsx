import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { PagePlace } from '#domain/page.ts'
import { Card } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Pager } from './pager.tsx'
import { SearchForm } from './search-form.tsx'

/** Where a list stands, and how its links lead on. */
export type ListPlace = {
  page: PagePlace
  /** What is searched for; '' for nothing. */
  query: string
  /** The address without its query. */
  action: string
  /** What the address keeps when something else is searched for. */
  keep: Record<string, string>
  hrefOf: (change: { q?: undefined; page?: string | undefined }) => string
}

type Props = {
  place: ListPlace
  /** Whether there is something to show; what has no row of its own may be shown as well. */
  found?: boolean
  children: ReactNode
}

/** A page of a list, with its search and the ways to the other pages where it has more than one. */
export function PagedList({ place, found = place.page.total > 0, children }: Props) {
  const t = useTranslations('common')
  const { page, query, action, keep, hrefOf } = place
  return (
    <>
      {page.pages > 1 || query ? (
        <SearchForm action={action} query={query} keep={keep} allHref={hrefOf({ q: undefined, page: undefined })} />
      ) : null}
      {query && !found ? (
        <Card>
          <Empty>{t('nothingFound', { query })}</Empty>
        </Card>
      ) : (
        children
      )}
      <Pager place={page} hrefOf={(next) => hrefOf({ page: next === 1 ? undefined : String(next) })} />
    </>
  )
}
