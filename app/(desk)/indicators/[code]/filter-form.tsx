import { useTranslations } from 'next-intl'
import type { ListAt } from '#app/_server/list-page.ts'
import type { TrendRow } from '#components/charts/trend-row.ts'
import { Button } from '#components/ui/button.tsx'
import { FilterSelect } from '#components/ui/select.tsx'
import { compareNames } from '#domain/unit.ts'
import { type Filters, yearChoices } from './filters.ts'

type Props = { code: string; filters: Filters; at: ListAt; rows: readonly TrendRow[] }

/** Unit and years, kept in the URL; works without a script. */
export function FilterForm({ code, filters, at, rows }: Props) {
  const t = useTranslations()
  const names = new Map(rows.map(({ unit }) => [unit.slug, unit.name]))
  const units = [...names].sort(([, a], [, b]) => compareNames(a, b))
  const years = yearChoices(rows).map((year) => ({ value: String(year), label: String(year) }))
  return (
    <form action={`/indicators/${code}`} className="flex flex-wrap items-center gap-2">
      <FilterSelect
        name="unit"
        label={t('common.unit')}
        defaultValue={filters.unit ?? ''}
        options={[{ value: '', label: t('common.all') }, ...units.map(([value, label]) => ({ value, label }))]}
      />
      <FilterSelect name="from" label={t('indicator.from')} defaultValue={String(filters.from)} options={years} />
      <FilterSelect name="to" label={t('indicator.to')} defaultValue={String(filters.to)} options={years} />
      {at.q ? <input type="hidden" name="q" value={at.q} /> : null}
      {at.page ? <input type="hidden" name="page" value={at.page} /> : null}
      {filters.view === 'table' ? <input type="hidden" name="view" value="table" /> : null}
      <Button type="submit" size="mobile">
        {t('action.apply')}
      </Button>
    </form>
  )
}
