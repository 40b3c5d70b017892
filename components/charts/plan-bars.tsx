import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Tier } from '#domain/figure.ts'
import { formatNumber } from '#domain/number-format.ts'
import { type Bar, type BarForm, percentCap } from './bar.ts'
import { type BarFinding, barFinding } from './bar-finding.ts'
import { barLayout } from './bar-layout.ts'
import { BarLegend } from './bar-legend.tsx'
import { useBarRow } from './bar-row.ts'
import { ChartFrame } from './chart-frame.tsx'
import { type ChartRow, commonKinds, type Judged } from './chart-row.ts'
import { LazyBars } from './lazy-charts.tsx'
import type { TableLink } from './open-tables.ts'
import { axisTicks, type Drawn } from './trend-point.ts'

export type DrawnRow = { row: ChartRow; bar: Bar }

type Props = {
  form: BarForm
  tier: Tier
  /** At least one, in the order of the drawing; under a ceiling all in one unit of measure. */
  drawn: readonly DrawnRow[]
  /** Lines of the same question that cannot be drawn: the title counts them too. */
  listed?: readonly Judged[]
  /** Before the line of units: what the chart is of. */
  scope?: string
  /** What a row is: the noun of the title. */
  what: 'units' | 'indicators'
  file: string
  table: TableLink
  actions?: ReactNode
  level?: 2 | 3
  /** Below the chart: what is not drawn in it. */
  children?: ReactNode
}

const percentTicks = [0, 50, 100, 150]

/** The other side of the plan: in points it stands in the middle. */
const mirrored = ({ actual, adopted, assigned }: Bar) => {
  const mirror = (one: Drawn | null): Drawn | null =>
    one && { low: one.high === null ? null : -one.high, high: one.low === null ? null : -one.low }
  return { actual: mirror(actual), adopted: mirror(adopted), assigned: mirror(assigned) }
}

/** Bars against one plan: in percent of it, in points from it, or under it as a ceiling. */
export function PlanBars({
  form,
  tier,
  drawn,
  listed = [],
  scope,
  what,
  file,
  table,
  actions,
  level = 3,
  children,
}: Props) {
  const style = useLocale()
  const barRow = useBarRow()
  const t = useTranslations()
  const [first] = drawn
  if (!first) return null
  const kinds = commonKinds([...drawn.map(({ row }) => row), ...listed])
  const plans = { adopted: t('tier.adopted', kinds), assigned: t('tier.assigned', kinds) }
  const rows = drawn.map(({ row, bar }) => barRow(row, bar, tier))
  const ticks =
    form === 'percent' ? percentTicks : axisTicks(form === 'points' ? [...rows, ...rows.map(mirrored)] : rows)
  const domain: [number, number] = form === 'percent' ? [0, percentCap] : [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const { unitOfMeasure } = first.row.line.indicator
  const title = titleOf(barFinding(drawn, listed, tier))
  return (
    <ChartFrame
      title={title}
      unit={[...(scope ? [scope] : []), t(`chart.unit.${form}`, { plan: plans[tier], unitOfMeasure })].join(' · ')}
      rows={drawn.map(({ row }) => row)}
      nameLabel={t(what === 'units' ? 'common.unit' : 'common.indicator')}
      file={file}
      table={table}
      actions={actions}
      level={level}
    >
      <div className="mt-3">
        <LazyBars
          loading={t('indicator.loadingChart')}
          name={`${title}. ${t('chart.keys')}`}
          form={form}
          tier={tier}
          rows={rows}
          ticks={ticks.map((at) => ({ at, label: tickLabel(at) }))}
          layout={barLayout(rows)}
          waiting={t('chart.waiting')}
          domain={domain}
        />
      </div>
      <BarLegend rows={rows} form={form} tier={tier} plans={plans} />
      {children}
    </ChartFrame>
  )

  function tickLabel(at: number): string {
    const number = formatNumber(at, { style, signed: form === 'points' })
    return form === 'percent' ? `${number}%` : number
  }

  function titleOf(finding: BarFinding): string {
    if (finding.kind !== 'judged') return t(`chart.finding.${finding.kind}`, { what, count: finding.count })
    const { met, total, awaiting } = finding
    const said = form === 'ceiling' ? 'chart.finding.ceiling' : 'chart.finding.judged'
    return t(said, { what, met, total, awaiting, plan: plans[tier] })
  }
}
