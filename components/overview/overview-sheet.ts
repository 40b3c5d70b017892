import { type PlanKinds, planKindsOf } from '#components/table/words.ts'
import { oncePer } from '#domain/once-per.ts'
import type { AcknowledgementView, SheetLine, StatementView } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import { compareNames, type UnitKind, unitLevel } from '#domain/unit.ts'

export type OverviewUnit = {
  slug: string
  name: string
  kind: UnitKind
  parent: { slug: string; name: string; kind: UnitKind } | null
}

/** One unit in one year, as the overview judges and shows it. */
export type OverviewSheet = {
  unit: OverviewUnit
  dueDate: string | null
  /** The sheet of the year before; null where there is none. */
  previous: SheetContent | null
} & SheetContent

/** What stands on a sheet; ended lines are among its lines. */
export type SheetContent = {
  state: SheetState
  lines: readonly SheetLine[]
  statements: readonly StatementView[]
  acknowledgements: readonly AcknowledgementView[]
}

/** The kinds that name the plans of all these units alike; null where they are called differently. */
export function commonPlanKinds(units: readonly OverviewUnit[]): PlanKinds | null {
  const [first, ...others] = units.map(planKindsOf)
  const alike = (one: PlanKinds) => one.unitKind === first?.unitKind && one.parentKind === first.parentKind
  return first && others.every(alike) ? first : null
}

/** Units that share a name (rule 12: quận Ngô Quyền, phường Ngô Quyền) are named with their kind, as `fullName` says it. */
export function tellApart(
  sheets: readonly OverviewSheet[],
  fullName: (unit: Pick<OverviewUnit, 'kind' | 'name'>) => string,
): OverviewSheet[] {
  const named = Map.groupBy(sheets, ({ unit }) => unit.name)
  return sheets.map((sheet) =>
    (named.get(sheet.unit.name)?.length ?? 0) > 1
      ? { ...sheet, unit: { ...sheet.unit, name: fullName(sheet.unit) } }
      : sheet,
  )
}

/** Provinces and cities, each before the units below it, in Vietnamese order. */
export const compareUnits = (a: OverviewUnit, b: OverviewUnit): number =>
  compareNames((a.parent ?? a).name, (b.parent ?? b).name) ||
  unitLevel[a.kind] - unitLevel[b.kind] ||
  compareNames(a.name, b.name)

/** The latest time at which a figure was written (UTC, ISO 8601); null where there is none. */
export const lastWritten = (sheets: readonly OverviewSheet[]): string | null =>
  latest(sheets.flatMap(({ lines }) => lastWrittenOf(lines) ?? []))

const lastWrittenOf = oncePer((lines: readonly SheetLine[]) =>
  latest(lines.flatMap(({ figures }) => Object.values(figures).map(({ at }) => at))),
)

const latest = (times: readonly string[]): string | null =>
  times.reduce<string | null>((last, at) => (last === null || at > last ? at : last), null)
