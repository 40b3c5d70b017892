import { bestActual } from '#domain/figure.ts'
import type { SheetLine, StatementView } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import { compareNames, type UnitKind, unitLevel } from '#domain/unit.ts'
import type { PlanKinds } from './words.ts'

export type OverviewUnit = {
  slug: string
  name: string
  kind: UnitKind
  parent: { slug: string; name: string; kind: UnitKind } | null
}

/** One unit in one year, as the overview judges and shows it. */
export type OverviewSheet = {
  unit: OverviewUnit
  state: SheetState
  dueDate: string | null
  lines: readonly SheetLine[]
  statements: readonly StatementView[]
}

export const planKinds = ({ kind, parent }: OverviewUnit): PlanKinds => ({
  unitKind: kind,
  parentKind: parent?.kind ?? 'other',
})

/** Provinces and cities, each before the units below it, in Vietnamese order. */
export const compareUnits = (a: OverviewUnit, b: OverviewUnit): number =>
  compareNames((a.parent ?? a).name, (b.parent ?? b).name) ||
  unitLevel[a.kind] - unitLevel[b.kind] ||
  compareNames(a.name, b.name)

/** How many indicators of a sheet have a result, in whatever stage; headings and ended lines are none. */
export function countActuals(lines: readonly SheetLine[]): { count: number; total: number } {
  const live = lines.filter(({ endedAt, indicator }) => endedAt === null && !indicator.heading)
  return { count: live.filter(({ figures }) => bestActual(figures) !== null).length, total: live.length }
}

/** The latest time at which a figure was written (UTC, ISO 8601); null where there is none. */
export const lastWritten = (sheets: readonly OverviewSheet[]): string | null =>
  sheets
    .flatMap(({ lines }) => lines.flatMap(({ figures }) => Object.values(figures).map(({ at }) => at)))
    .reduce<string | null>((latest, at) => (latest === null || at > latest ? at : latest), null)
