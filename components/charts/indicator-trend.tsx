import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { formatNumber } from '#domain/number-format.ts'
import type { Quantity } from '#domain/quantity.ts'
import { ChartFrame } from './chart-frame.tsx'
import { commonKinds } from './chart-row.ts'
import { LazyTrend } from './lazy-charts.tsx'
import type { TableLink } from './open-tables.ts'
import { trendDetails } from './trend-details.ts'
import { TrendLegend } from './trend-legend.tsx'
import type { Panel } from './trend-panel.tsx'
import { axisTicks, drawn, isDrawn, toneOf, trendPoint } from './trend-point.ts'
import { hasFigures, type TrendRow, type TrendSeries, trendSeries } from './trend-row.ts'
import { useTrendText } from './trend-text.ts'
import { useTrendTitle } from './trend-title.ts'

export type Scale = 'own' | 'shared'

type Props = {
  rows: readonly TrendRow[]
  /** Every year of the range, gaps included: the same in all panels. */
  years: readonly number[]
  unitOfMeasure: string
  /** One scale for all panels, so that they can be compared, or one for each. */
  scale: Scale
  /** The choice of the scale. */
  actions: ReactNode
  file: string
  table: TableLink
}

/** Plan against actual over the years, one panel for each unit and definition. */
export function IndicatorTrend({ rows, years, unitOfMeasure, scale, actions, file, table }: Props) {
  const text = useTrendText()
  const { t } = text
  const { title, sub } = useTrendTitle(rows)
  const series = trendSeries(rows)
  const shown = series.filter((one) => one.rows.some(isDrawn))
  const drawnRows = shown.flatMap((one) => one.rows.filter(isDrawn))
  const panelOf = usePanel(years, scale === 'shared' ? drawnRows : null)
  const versions = new Set(shown.map(({ version }) => version)).size
  const tones = new Set(rows.filter(({ assessment }) => assessment.actual !== null).map(toneOf))
  const judged = tones.has('good') || tones.has('miss')
  const silent = series.filter((one) => !one.rows.some(hasFigures))
  const spoken = rows.flatMap((row) => wordsOf(row).map((words) => ({ row, words })))
  const kinds = commonKinds(rows)
  return (
    <ChartFrame
      title={title}
      unit={[
        ...(unitOfMeasure ? [`${unitOfMeasure}.`] : []),
        ...(sub ? [sub] : []),
        t(`indicator.${scale}Scale`),
        ...(judged ? [t('indicator.markAgainst', kinds)] : []),
        ...(versions > 1 ? [t('indicator.versionBreak')] : []),
      ].join(' ')}
      rows={drawnRows.map((row) => ({
        ...row,
        key: row.line.id,
        name: `${row.unit.name} ${row.year}`,
        heading: `${row.unit.name} ${row.year}`,
      }))}
      nameLabel={`${t('common.unit')}, ${t('common.year').toLowerCase()}`}
      file={file}
      table={table}
      actions={actions}
      level={2}
    >
      <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(min(100%,16rem),1fr))] gap-x-6 gap-y-4">
        {shown.map((one) => (
          <section key={one.key} className="min-w-0 max-w-160">
            <h3 className="flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
              {one.unit.name}
              <span className="text-xs font-normal text-ink-3">
                {t(`unitKind.${one.unit.kind}`)}
                {versions > 1 ? ` · ${t('indicator.version', { version: one.version })}` : ''}
              </span>
            </h3>
            <div className="mt-2">
              <LazyTrend {...panelOf(one)} loading={t('indicator.loadingChart')} />
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
    </ChartFrame>
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
function usePanel(years: readonly number[], shared: readonly TrendRow[] | null) {
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
    const ticks = axisTicks(shared ? shared.map((row) => trendPoint(row.year, row)) : points).map((at) => ({
      at,
      label: formatNumber(at, { style }),
    }))
    return { name: text.t('indicator.chartOf', { unit: unit.name }), points, ticks }
  }
}
