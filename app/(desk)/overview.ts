import 'server-only'
import type { Session } from '#app/_server/session.ts'
import { compareUnits, type OverviewSheet, type OverviewUnit } from '#components/table/overview-sheet.ts'
import { listYears } from '#db/queries/list-sheets.ts'
import { listYearUnits } from '#db/queries/list-year-units.ts'
import { readSheetLines } from '#db/queries/sheet-lines.ts'
import { readStatements } from '#db/queries/sheet-statements.ts'

type Asked = { year: string | undefined; parent: string | undefined }
type Parent = { slug: string; name: string }

export type Overview = {
  years: number[]
  year: number
  parents: Parent[]
  /** The filter in force, or null. */
  parent: Parent | null
  sheets: OverviewSheet[]
  unopened: OverviewUnit[]
}

/**
 * The units of the year that the address asks for, else of the latest year with a submitted sheet, else of the newest;
 * null where there is no sheet to read. What the address asks for and does not exist is passed over.
 */
export async function readOverview({ reader, actor }: Session, asked: Asked): Promise<Overview | null> {
  const { years, latest } = await listYears(reader, actor)
  const year = years.find((one) => String(one) === asked.year) ?? latest ?? years[0]
  if (year === undefined) return null

  const all = await listYearUnits(reader, actor, year)
  const above = new Map(
    all.flatMap(({ unit, sheet }) => (sheet && unit.parent ? [[unit.parent.slug, unit.parent]] : [])),
  )
  const parents = [...above.values()].sort((a, b) => compareUnits({ ...a, parent: null }, { ...b, parent: null }))
  const parent = parents.find(({ slug }) => slug === asked.parent) ?? null
  const shown = all
    .filter(({ unit }) => parent === null || parent.slug === unit.slug || parent.slug === unit.parent?.slug)
    .sort((a, b) => compareUnits(a.unit, b.unit))
  const opened = shown.flatMap(({ unit, sheet }) => (sheet ? [{ unit, ...sheet }] : []))

  const ids = opened.map(({ id }) => id)
  const [lines, statements] = await Promise.all([readSheetLines(reader, ids), readStatements(reader, ids)])
  return {
    years,
    year,
    parents,
    parent,
    sheets: opened.map((sheet) => ({
      ...sheet,
      lines: lines.get(sheet.id) ?? [],
      statements: statements.get(sheet.id) ?? [],
    })),
    unopened: shown.flatMap(({ unit, sheet }) => (sheet ? [] : [unit])),
  }
}
