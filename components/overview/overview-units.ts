import { matcher } from '#domain/search.ts'
import { compareUnits, type OverviewUnit } from './overview-sheet.ts'

type Asked = {
  /** Slug of a unit: that one and those right below it. */
  parent?: string | null | undefined
  /** Words in the codes and names of units, and the names above them. */
  q?: string | undefined
}

/** Of the units of a year those that the filters of the overview ask for, in its order. */
export function unitsFound<One extends { unit: OverviewUnit & { code: string } }>(
  all: readonly One[],
  { parent, q }: Asked,
): One[] {
  const matches = matcher(q)
  return all
    .filter(({ unit }) => !parent || parent === unit.slug || parent === unit.parent?.slug)
    .filter(({ unit }) => !q || matches(`${unit.code} ${unit.name} ${unit.parent?.name ?? ''}`))
    .sort((a, b) => compareUnits(a.unit, b.unit))
}

/** The units above those that have a sheet, in order. */
export function parentsOf(
  all: readonly { unit: OverviewUnit; sheet: unknown }[],
): NonNullable<OverviewUnit['parent']>[] {
  const above = new Map(
    all.flatMap(({ unit, sheet }) => (sheet && unit.parent ? [[unit.parent.slug, unit.parent]] : [])),
  )
  return [...above.values()].sort((a, b) => compareUnits({ ...a, parent: null }, { ...b, parent: null }))
}
