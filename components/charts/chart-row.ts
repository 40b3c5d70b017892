import type { Assessment } from '#domain/assessment.ts'
import type { SheetLine } from '#domain/sheet.ts'
import type { UnitKind } from '#domain/unit.ts'

/** A line and what it comes to; the kinds of its unit and of the one above name its plans ("KH quận"). */
export type Judged = {
  unit: { kind: UnitKind; parent: { kind: UnitKind } | null }
  line: SheetLine
  assessment: Assessment
}

/** What names the plans of all these rows alike; `other` where their kinds are several, or none. */
export const commonKinds = (rows: readonly Pick<Judged, 'unit'>[]) => ({
  unitKind: onlyOne(rows.map(({ unit }) => unit.kind)),
  parentKind: onlyOne(rows.map(({ unit }) => unit.parent?.kind)),
})

const onlyOne = (kinds: readonly (UnitKind | undefined)[]): UnitKind | 'other' => {
  const [first, ...others] = new Set(kinds)
  return first !== undefined && others.length === 0 ? first : 'other'
}

/** A row of a chart and of its table: an indicator of one sheet, or a unit in one year. */
export type ChartRow = Judged & {
  key: string
  name: string
  /** What a tooltip is about: always with unit or year, since it stands alone. */
  heading: string
}
