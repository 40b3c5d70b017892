import type { ReactNode } from 'react'
import type { Tier } from '#domain/figure.ts'
import { Card } from '../ui/card.tsx'
import { barForm, barOf } from './bar.ts'
import type { ChartRow } from './chart-row.ts'
import type { TableLink } from './open-tables.ts'
import { type DrawnRow, PlanBars } from './plan-bars.tsx'
import { endOf } from './trend-point.ts'
import type { TrendRow } from './trend-row.ts'
import { useTrendText } from './trend-text.ts'
import { UndrawnList, type UndrawnRow } from './undrawn-list.tsx'

type Props = {
  /** Of one year; units that measure by an older definition are listed, never ranked with the others (domain rule 13). */
  rows: readonly TrendRow[]
  year: number
  /** Units that have the indicator in other years only. */
  absent: readonly string[]
  tier: Tier
  file: string
  table: TableLink
  /** The choices of year and plan. */
  actions: ReactNode
}

/** The units of a year against their plans, the best first; those without figures are listed, not drawn. */
export function Ranking({ rows, year, absent, tier, file, table, actions }: Props) {
  const { t } = useTrendText()
  const { drawn, undrawn } = ranked(rows, tier)
  const [first] = drawn
  const form = first ? barForm(first.row.line.indicator) : null
  const besides = (
    <>
      {undrawn.length > 0 ? <UndrawnList rows={undrawn} /> : null}
      {absent.length > 0 ? (
        <p className="mt-2 text-sm text-ink-2">
          {t('chart.undrawn.absent', { year: String(year), units: absent.join(', ') })}
        </p>
      ) : null}
    </>
  )
  if (form === null) {
    return (
      <Card title={t('chart.ranking.none', { year: String(year) })} actions={actions}>
        {besides}
      </Card>
    )
  }
  const listed = undrawn.flatMap(({ row, why }) => (why === 'version' ? [] : [row]))
  const scope = t('chart.ofYear', { year: String(year) })
  return (
    <PlanBars
      form={form}
      tier={tier}
      drawn={drawn}
      listed={listed}
      scope={scope}
      what="units"
      file={file}
      table={table}
      actions={actions}
      level={2}
    >
      {besides}
    </PlanBars>
  )
}

/** The rows that can be drawn, the best result first and those still awaited last, and the others. */
export function ranked(rows: readonly TrendRow[], tier: Tier): { drawn: DrawnRow[]; undrawn: UndrawnRow[] } {
  const drawn: DrawnRow[] = []
  const undrawn: UndrawnRow[] = []
  const newest = Math.max(...rows.map(({ line }) => line.indicator.version))
  for (const one of rows) {
    const { unit, year, line, assessment } = one
    const row: ChartRow = { key: line.id, name: unit.name, heading: `${unit.name} ${year}`, unit, line, assessment }
    const bar = line.indicator.version === newest ? barOf(one, tier) : 'version'
    if (typeof bar === 'string') undrawn.push({ row, why: bar })
    else drawn.push({ row, bar })
  }
  const rank = ({ row, bar }: DrawnRow): number => {
    if (bar.actual === null) return Number.POSITIVE_INFINITY
    return row.line.indicator.direction === 'lower' ? endOf(bar.actual) : -endOf(bar.actual)
  }
  // Infinity less itself is no number: those awaited keep the order in which they come.
  return { drawn: drawn.sort((a, b) => rank(a) - rank(b) || 0), undrawn }
}
