import type { Assessment } from '#domain/assessment.ts'
import type { SheetLine } from '#domain/sheet.ts'
import type { UnitKind } from '#domain/unit.ts'

/** A line and what it comes to; the kinds of its unit and of the one above name its plans ("KH quận"). */
export type Judged = {
  unit: { kind: UnitKind; parent: { kind: UnitKind } | null }
  line: SheetLine
  assessment: Assessment
}

/** A row of a chart and of its table: an indicator of one sheet, or a unit in one year. */
export type ChartRow = Judged & {
  key: string
  name: string
  /** What a tooltip is about: always with unit or year, since it stands alone. */
  heading: string
}
