import type { OverviewUnit } from '#components/overview/overview-sheet.ts'
import { type Difference, differenceOf } from '#domain/difference.ts'
import { type IndicatorGroup, indicatorGroups } from '#domain/indicator.ts'
import type { IndicatorView, SheetLine } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { LivingUnit } from '#domain/unit.ts'
import { liveRows, type SheetRow, sheetRows } from './sheet-rows.ts'

/** One of the sheets that stand side by side. */
export type ComparedSheet = {
  unit: OverviewUnit & LivingUnit
  year: number
  state: SheetState
  lines: readonly SheetLine[]
}

export type CompareRow = {
  /** As the first sheet that has it names it. */
  indicator: IndicatorView
  /** One for each sheet; null where it has no such line. The difference is from the first sheet, which has none. */
  cells: { row: SheetRow | null; difference: Difference | null }[]
}

/** The indicators of all sheets, in the order of the first that has them, by group; no heading and no ended line. */
export function compareRows(sheets: readonly ComparedSheet[]): { group: IndicatorGroup; rows: CompareRow[] }[] {
  const byCode = sheets.map(({ lines }) => {
    const rows = liveRows(sheetRows(lines, []))
    return new Map(rows.filter(({ line }) => !line.indicator.heading).map((row) => [row.line.indicator.code, row]))
  })
  const rows = new Map<string, CompareRow>()
  for (const { line } of byCode.flatMap((own) => [...own.values()])) {
    const { code } = line.indicator
    if (!rows.has(code))
      rows.set(code, {
        indicator: line.indicator,
        cells: cellsOf(
          sheets,
          byCode.map((own) => own.get(code) ?? null),
        ),
      })
  }
  return indicatorGroups
    .map((group) => ({ group, rows: [...rows.values()].filter(({ indicator }) => indicator.group === group) }))
    .filter((one) => one.rows.length > 0)
}

function cellsOf(sheets: readonly ComparedSheet[], rows: readonly (SheetRow | null)[]): CompareRow['cells'] {
  const compared = sheets.map(({ unit }, index) => {
    const row = rows[index]
    return row ? { unit, indicator: row.line.indicator, actual: row.assessment.actual?.quantity ?? null } : null
  })
  return rows.map((row, index) => ({
    row,
    difference: index === 0 ? null : differenceOf(compared[0] ?? null, compared[index] ?? null),
  }))
}
