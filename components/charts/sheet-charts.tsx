import { indicatorGroups } from '#domain/indicator.ts'
import type { SheetRow } from '../table/sheet-rows.ts'
import { type PlanKinds, useWords } from '../table/words.ts'
import { Card } from '../ui/card.tsx'
import type { ChartRow } from './chart-row.ts'
import type { TableLink } from './open-tables.ts'
import { PlanBars } from './plan-bars.tsx'
import { sheetParts } from './sheet-parts.ts'
import { StructureTable } from './structure-table.tsx'
import { UndrawnList } from './undrawn-list.tsx'

type Props = { year: number; kinds: PlanKinds; rows: readonly SheetRow[]; tableOf: (chart: string) => TableLink }

/** A sheet as charts, group by group: what can be drawn against a plan, and a list of what cannot. */
export function SheetCharts({ year, kinds, rows, tableOf }: Props) {
  const words = useWords(kinds)
  const { t } = words
  const parent = kinds.parentKind === 'other' ? null : { kind: kinds.parentKind }
  const rowOf = ({ line, assessment }: SheetRow): ChartRow => {
    const name = words.nameOf(line.indicator)
    return { key: line.id, name, heading: `${name}, ${year}`, unit: { kind: kinds.unitKind, parent }, line, assessment }
  }
  const groups = indicatorGroups
    .map((group) => ({ group, own: rows.filter(({ line }) => line.indicator.group === group) }))
    .filter(({ own }) => own.length > 0)
  const section = ({ group, own }: (typeof groups)[number]) => {
    const { charts, structures, undrawn } = sheetParts(own.map(rowOf))
    return (
      <section key={group} aria-labelledby={`charts-${group}`} className="grid gap-3">
        <h2 id={`charts-${group}`} className="text-md">
          {t(`group.${group}`)}
        </h2>
        <div className="grid items-start gap-3 wide:grid-cols-2">
          {charts.map(({ key, ...chart }) => {
            const name = `${group}-${chart.form}-${chart.tier}`
            return <PlanBars key={key} {...chart} what="indicators" file={`${year}-${name}`} table={tableOf(name)} />
          })}
          {structures.map((structure) => {
            const { code } = structure.whole.line.indicator
            const drawn = { ...structure, words, file: `${year}-${code}`, table: tableOf(code) }
            return <StructureTable key={structure.whole.key} {...drawn} />
          })}
          {undrawn.length > 0 ? (
            <Card title={t('chart.undrawn.title')}>
              <UndrawnList rows={undrawn} />
            </Card>
          ) : null}
        </div>
      </section>
    )
  }
  return <div className="grid gap-5 border-b border-line px-3 py-4 desk:px-4">{groups.map(section)}</div>
}
