import { useLocale } from 'next-intl'
import { formatNumber } from '#domain/number-format.ts'
import type { Quantity } from '#domain/quantity.ts'
import { Card } from '../ui/card.tsx'
import { LazyTrend } from './lazy-trend.tsx'
import { trendDetails } from './trend-details.ts'
import { TrendLegend } from './trend-legend.tsx'
import type { Panel } from './trend-panel.tsx'
import { axisTicks, drawn, isDrawn, toneOf, trendPoint } from './trend-point.ts'
import { commonKind, hasFigures, maximumPanels, type TrendRow, type TrendSeries, trendSeries } from './trend-row.ts'
import { useTrendText } from './trend-text.ts'
import { useTrendTitle } from './trend-title.ts'

type Props = {
  rows: readonly TrendRow[]
  /** Every year of the range, gaps included: the same in all panels. */
  years: readonly number[]
  unitOfMeasure: string
}

/** Plan against actual over the years, one panel for each unit and definition. */
export function IndicatorTrend({ rows, years, unitOfMeasure }: Props) {
  const text = useTrendText()
  const { t } = text
  const { title, sub } = useTrendTitle(rows)
  const panelOf = usePanel(years)
  const series = trendSeries(rows)
  const shown = series.filter((one) => one.rows.some(isDrawn))
  const versions = new Set(shown.map(({ version }) => version)).size
  const tones = new Set(rows.filter(({ assessment }) => assessment.actual !== null).map(toneOf))
  const judged = tones.has('good') || tones.has('miss')
  const silent = series.filter((one) => !one.rows.some(hasFigures))
  const spoken = rows.flatMap((row) => wordsOf(row).map((words) => ({ row, words })))
  const kinds = {
    unitKind: commonKind(rows.map(({ unit }) => unit.kind)),
    parentKind: commonKind(rows.map(({ unit }) => unit.parent?.kind)),
  }
  return (
    <Card title={title} meta={unitOfMeasure}>
      <p className="text-sm text-ink-2">
        {[sub, t('indicator.scales'), ...(judged ? [t('indicator.markAgainst', kinds)] : [])].join(' ')}
      </p>
      {shown.length > maximumPanels ? (
        <p className="mt-1 text-sm text-ink-2">
          {t('indicator.tooMany', { shown: maximumPanels, total: shown.length })}
        </p>
      ) : null}
      <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(100%,16rem),1fr))] gap-x-6 gap-y-4">
        {shown.slice(0, maximumPanels).map((one) => (
          <section key={one.key} className="min-w-0 max-w-160">
            <h3 className="flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
              {one.unit.name}
              <span className="text-xs font-normal text-ink-3">
                {t(`unitKind.${one.unit.kind}`)}
                {versions > 1 ? ` · ${t('indicator.version', { version: one.version })}` : ''}
              </span>
            </h3>
            <div className="mt-2">
              <LazyTrend {...panelOf(one)} waiting={t('indicator.loadingChart')} />
            </div>
          </section>
        ))}
      </div>
      <TrendLegend
        tones={tones}
        words={{
          good: t('indicator.legend.good'),
          miss: t('indicator.legend.miss'),
          neutral: t('indicator.legend.neutral'),
          hollow: t('indicator.legend.hollow'),
          adopted: t('tier.adopted', kinds),
          assigned: t('tier.assigned', kinds),
        }}
      />
      {spoken.length > 0 ? (
        <div className="mt-3 text-sm text-ink-2">
          <p className="font-medium">{t('indicator.inWords')}</p>
          <ul>
            {spoken.map(({ row, words: { tier, quantity } }) => (
              <li key={`${row.line.id} ${tier}`}>
                {`${row.unit.name} ${row.year}, ${tier === 'actual' ? t('indicator.actual') : text.tier(tier, row.unit)}: `}
                “{text.value(quantity, row)}”
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {silent.length > 0 ? (
        <p className="mt-3 text-sm text-ink-2">
          {t('indicator.unitsWithout', { units: silent.map(({ unit }) => unit.name).join(', ') })}
        </p>
      ) : null}
    </Card>
  )
}

type Words = { tier: 'actual' | 'assigned' | 'adopted'; quantity: Quantity }

/** What a row records in words, which no axis can show. */
const wordsOf = ({ assessment, line }: TrendRow): Words[] =>
  (['actual', 'assigned', 'adopted'] as const).flatMap((tier) => {
    const quantity = (tier === 'actual' ? assessment.actual : assessment[tier].plan)?.quantity
    return quantity && !drawn(quantity, line.indicator.valueType) ? [{ tier, quantity }] : []
  })

/** What the browser draws of a series: numbers for the axes, and every text ready. */
function usePanel(years: readonly number[]) {
  const text = useTrendText()
  const style = useLocale()
  return ({ unit, rows }: TrendSeries): Panel => {
    const points = years.map((year) => {
      const row = rows.find((one) => one.year === year)
      const { actual, assigned, adopted } = row?.assessment ?? {}
      const label = (quantity: Quantity | null | undefined) =>
        row && quantity && drawn(quantity, row.line.indicator.valueType) ? text.value(quantity, row) : null
      return {
        ...trendPoint(year, row),
        labels: {
          actual: label(actual?.quantity),
          assigned: label(assigned?.plan?.quantity),
          adopted: label(adopted?.plan?.quantity),
        },
        heading: `${unit.name} ${year}`,
        details: trendDetails(row, text),
      }
    })
    const ticks = axisTicks(points).map((at) => ({ at, label: formatNumber(at, { style }) }))
    return { name: text.t('indicator.chartOf', { unit: unit.name }), points, ticks }
  }
}
