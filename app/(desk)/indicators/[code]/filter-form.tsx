import { useTranslations } from 'next-intl'
import type { ListAt } from '#app/_server/list-page.ts'
import type { TrendRow } from '#components/charts/trend-row.ts'
import { Button } from '#components/ui/button.tsx'
import { FilterSelect } from '#components/ui/select.tsx'
import { compareNames } from '#domain/unit.ts'
import { type AskedFilters, type Filters, keptFilters, yearChoices } from './filters.ts'

type Props = { code: string; filters: Filters; asked: AskedFilters; at: ListAt; rows: readonly TrendRow[] }

/** Unit and years, kept in the URL; works without a script. */
export function FilterForm({ code, filters, asked, at, rows }: Props) {
  const t = useTranslations()
  const names = new Map(rows.map(({ unit }) => [unit.slug, unit.name]))
  const units = [...names].sort(([, a], [, b]) => compareNames(a, b))
  const choices = yearChoices(rows)
  // The year that a page comes to by itself is not asked for: on the next page it may be another.
  const yearField = (name: 'from' | 'to' | 'year') => ({
    name,
    label: t(name === 'year' ? 'indicator.rankingYear' : `indicator.${name}`),
    defaultValue: asked[name] === null ? '' : String(filters[name]),
    options: choices.map((year) => ({
      value: asked[name] === null && year === filters[name] ? '' : String(year),
      label: String(year),
    })),
  })
  return (
    <form action={`/indicators/${code}`} className="flex flex-wrap items-center gap-2">
      <FilterSelect
        name="unit"
        label={t('common.unit')}
        defaultValue={filters.unit ?? ''}
        options={[{ value: '', label: t('common.all') }, ...units.map(([value, label]) => ({ value, label }))]}
      />
      <FilterSelect {...yearField('from')} />
      <FilterSelect {...yearField('to')} />
      <FilterSelect {...yearField('year')} />
      {at.q ? <input type="hidden" name="q" value={at.q} /> : null}
      {at.page ? <input type="hidden" name="page" value={at.page} /> : null}
      {Object.entries(keptFilters({ ...asked, from: null, to: null, year: null })).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="mobile">
        {t('action.apply')}
      </Button>
    </form>
  )
}
