import { useTranslations } from 'next-intl'
import type { ListAt } from '#app/_server/list-page.ts'
import { commonKinds } from '#components/charts/chart-row.ts'
import { IndicatorTrend } from '#components/charts/indicator-trend.tsx'
import { tableLinks } from '#components/charts/open-tables.ts'
import { Ranking } from '#components/charts/ranking.tsx'
import type { TrendRow } from '#components/charts/trend-row.ts'
import { Segmented } from '#components/ui/segmented.tsx'
import { tiers } from '#domain/figure.ts'
import { compareNames } from '#domain/unit.ts'
import { type AskedFilters, type Filters, scales, trendAddress, yearsBetween } from './filters.ts'

type Props = {
  code: string
  unitOfMeasure: string
  filters: Filters
  asked: AskedFilters
  at: ListAt
  /** Of the filters, for the trend; and of all units that are ranked. */
  rows: readonly TrendRow[]
  ranked: readonly TrendRow[]
}

/** The indicator over the years, and its units against plan in one of them. */
export function IndicatorCharts({ code, unitOfMeasure, filters, asked, at, rows, ranked }: Props) {
  const t = useTranslations()
  const ofYear = ranked.filter(({ year }) => year === filters.year)
  const kinds = commonKinds(ofYear)
  const tableOf = tableLinks(filters.tables, (tables) => trendAddress(code, { ...asked, tables }, at))
  return (
    <>
      <IndicatorTrend
        rows={rows}
        years={yearsBetween(filters)}
        unitOfMeasure={unitOfMeasure}
        scale={filters.scale}
        file={`${code}-${filters.from}-${filters.to}`}
        table={tableOf('trend')}
        actions={
          <Segmented
            label={t('indicator.scale.label')}
            current={filters.scale}
            choices={scales.map((scale) => ({
              value: scale,
              label: t(`indicator.scale.${scale}`),
              href: trendAddress(code, { ...asked, scale }, at),
            }))}
          />
        }
      />
      <Ranking
        rows={ofYear}
        year={filters.year}
        absent={absentFrom(ofYear, ranked)}
        tier={filters.against}
        file={`${code}-${filters.year}-${filters.against}`}
        table={tableOf('ranking')}
        actions={
          <Segmented
            label={t('indicator.rankingAgainst')}
            current={filters.against}
            choices={tiers.map((against) => ({
              value: against,
              label: t(`tier.${against}`, kinds),
              href: trendAddress(code, { ...asked, against }, at),
            }))}
          />
        }
      />
    </>
  )
}

/** The names of the units that have rows, but none among these. */
const absentFrom = (rows: readonly TrendRow[], all: readonly TrendRow[]): string[] => {
  const here = new Set(rows.map(({ unit }) => unit.slug))
  const others = all.filter(({ unit }) => !here.has(unit.slug)).map(({ unit }) => unit.name)
  return [...new Set(others)].sort(compareNames)
}
