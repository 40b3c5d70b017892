import { useTranslations } from 'next-intl'
import type { ListQuery } from '#app/_server/list-page.ts'
import { SearchForm } from '#components/layout/search-form.tsx'

/** Searches among the units that the form below offers; the form stays open. */
export function UnitSearch({
  action,
  query: { unit = '', saved: _saved, ...keep },
}: {
  action: string
  query: ListQuery
}) {
  const t = useTranslations('common')
  const kept = Object.fromEntries(
    Object.entries(keep).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return <SearchForm action={`${action}#form`} name="unit" label={t('searchUnit')} query={unit} keep={kept} />
}
