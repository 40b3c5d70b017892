import { assessLine } from '#domain/assessment.ts'
import type { SheetLine } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import { compareNames, type UnitKind } from '#domain/unit.ts'
import type { Judged } from './chart-row.ts'

/** Panels are small: of more units than this a reader sees a page at a time. */
export const maximumPanels = 12

/** What a trend needs to know of a unit; the kinds name its plans ("KH quận", "KH Thành phố"). */
export type TrendUnit = { slug: string; name: string; kind: UnitKind; parent: { kind: UnitKind } | null }

/** One line of an indicator in one unit and year, judged. */
export type TrendRow = Judged & { unit: TrendUnit; year: number; state: SheetState }

/** The rows of one unit under one definition: definitions are never joined in a line (domain rule 13). */
export type TrendSeries = { key: string; unit: TrendUnit; version: number; rows: TrendRow[] }

type Recorded = { sheet: { year: number; state: SheetState; unit: TrendUnit }; line: SheetLine }

/** Judges each line, with the same unit's line of the year before for its growth. */
export function trendRows(recorded: readonly Recorded[]): TrendRow[] {
  const place = (unit: TrendUnit, year: number, { indicator }: SheetLine) => `${unit.slug} ${year} ${indicator.id}`
  const lines = new Map(recorded.map(({ sheet: { unit, year }, line }) => [place(unit, year, line), line]))
  return recorded.map(({ sheet: { unit, year, state }, line }) => ({
    unit,
    year,
    state,
    line,
    assessment: assessLine(line, lines.get(place(unit, year - 1, line)) ?? null),
  }))
}

/** True where anything at all is recorded of the row: a value, a percent or a verdict. */
export const hasFigures = ({ line }: Judged): boolean =>
  Object.values(line.figures).some(({ quantity }) => quantity !== null)

/** The rows by unit, in the order of their names, and by definition. */
export function trendSeries(rows: readonly TrendRow[]): TrendSeries[] {
  const series = new Map<string, TrendSeries>()
  for (const row of rows) {
    const { version } = row.line.indicator
    const key = `${row.unit.slug} ${version}`
    const found = series.get(key)
    if (found) found.rows.push(row)
    else series.set(key, { key, unit: row.unit, version, rows: [row] })
  }
  return [...series.values()].sort((a, b) => compareNames(a.unit.name, b.unit.name) || a.version - b.version)
}
