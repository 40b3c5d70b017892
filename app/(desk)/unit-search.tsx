import { useTranslations } from 'next-intl'
import type { ListAt, ListQuery } from '#app/_server/list-page.ts'
import { SearchForm } from '#components/layout/search-form.tsx'
import { mostUnits, type OfferedUnits } from './unit-options.ts'

type Props = {
  action: string
  /** The field of the address that carries the search: a page may have two. */
  name?: 'unit' | 'related'
  units: OfferedUnits
  /** What is open and stays open, and what is searched for. */
  query: ListQuery
  at: ListAt
}

/** Searches among the units that the form below offers, where they are many. */
export function UnitSearch({ action, name = 'unit', units, query, at }: Props) {
  const t = useTranslations('common')
  if (!units.searched) return null
  const { edit, new: fresh, end, unit, related } = query
  const keep = Object.fromEntries(
    Object.entries({ ...at, edit, new: fresh, end, unit, related }).flatMap(([field, value]) =>
      value && field !== name ? [[field, value]] : [],
    ),
  )
  return (
    <div className="grid gap-1">
      <SearchForm
        action={`${action}#${name === 'unit' ? 'form' : 'successions'}`}
        name={name}
        label={t('searchUnit')}
        query={query[name] ?? ''}
        keep={keep}
      />
      <noscript>
        <p className="text-xs text-ink-3">{t('searchUnitFirst')}</p>
      </noscript>
      {units.cut ? <p className="text-xs text-ink-3">{t('unitsCut', { count: mostUnits })}</p> : null}
    </div>
  )
}
