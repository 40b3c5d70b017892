import type { Tier } from '#domain/figure.ts'
import { type BarForm, barForm, barOf, tierOf } from './bar.ts'
import type { ChartRow } from './chart-row.ts'
import type { DrawnRow } from './plan-bars.tsx'
import type { UndrawnRow } from './undrawn-list.tsx'

/** Lines that one chart can show: one form, against one plan, under a ceiling in one unit of measure. */
export type SheetChart = { key: string; form: BarForm; tier: Tier; drawn: DrawnRow[] }

export type SheetParts = {
  charts: SheetChart[]
  /** Shares of a whole, with the line whose parts they are. */
  structures: { whole: ChartRow; parts: ChartRow[] }[]
  undrawn: UndrawnRow[]
}

const forms: readonly BarForm[] = ['percent', 'points', 'ceiling']

/** What the lines of a sheet are shown as; ended ones are left out, and a heading has nothing to show. */
export function sheetParts(rows: readonly ChartRow[]): SheetParts {
  const live = rows.filter(({ line }) => line.endedAt === null)
  const structures = live
    .filter(({ line }) => line.indicator.breakdownRule === 'share')
    .map((whole) => ({
      whole,
      parts: live.filter(({ line }) => line.indicator.parentCode === whole.line.indicator.code),
    }))
    .filter(({ parts }) => parts.length > 0)
  const inStructure = new Set(structures.flatMap(({ parts }) => parts.map(({ key }) => key)))
  const charts = new Map<string, SheetChart>()
  const undrawn: UndrawnRow[] = []
  for (const row of live.filter(({ key, line }) => !line.indicator.heading && !inStructure.has(key))) {
    const { indicator } = row.line
    const form = barForm(indicator)
    const tier = tierOf(row)
    const bar = barOf(row, tier ?? 'adopted')
    if (form === null || tier === null || typeof bar === 'string') {
      undrawn.push({ row, why: typeof bar === 'string' ? bar : 'nothing' })
      continue
    }
    const key = [form, tier, form === 'ceiling' ? indicator.unitOfMeasure : ''].join(' ')
    const chart = charts.get(key) ?? { key, form, tier, drawn: [] }
    chart.drawn.push({ row, bar })
    charts.set(key, chart)
  }
  const order = ({ form, tier }: SheetChart) => forms.indexOf(form) * 2 + Number(tier === 'assigned')
  return { charts: [...charts.values()].sort((a, b) => order(a) - order(b)), structures, undrawn }
}
