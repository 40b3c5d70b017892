import 'server-only'
import { askedPage } from '#app/_server/list-page.ts'
import type { Session } from '#app/_server/session.ts'
import { compareUnits, type OverviewSheet, type OverviewUnit } from '#components/table/overview-sheet.ts'
import { listYears } from '#db/queries/list-sheets.ts'
import { listYearUnits } from '#db/queries/list-year-units.ts'
import { readSheetLines } from '#db/queries/sheet-lines.ts'
import { readRemarks } from '#db/queries/sheet-remarks.ts'
import { type PagePlace, pageOf } from '#domain/page.ts'
import { matcher } from '#domain/search.ts'
import type { UnitKind } from '#domain/unit.ts'

/** What the address asks for: `q` searches codes and names of units, and the names above them. */
export type OverviewQuery = { [Name in 'year' | 'parent' | 'q' | 'page']?: string | undefined }
type Parent = { slug: string; name: string }

export type Overview = {
  years: number[]
  year: number
  parents: Parent[]
  /** The filter in force, or null. */
  parent: Parent | null
  /** The kinds of those found that have a sheet. */
  kinds: UnitKind[]
  place: PagePlace
  /** Those of the page. */
  sheets: OverviewSheet[]
  unopened: OverviewUnit[]
}

/**
 * The units of the year that the address asks for, else of the latest year with a submitted sheet, else of the newest;
 * null where there is no sheet to read. What the address asks for and does not exist is passed over. Lines and figures
 * are read for the sheets of one page only.
 */
export async function readOverview({ reader, actor }: Session, asked: OverviewQuery): Promise<Overview | null> {
  const { years, latest } = await listYears(reader, actor)
  const year = years.find((one) => String(one) === asked.year) ?? latest ?? years[0]
  if (year === undefined) return null

  const all = await listYearUnits(reader, actor, year)
  const above = new Map(
    all.flatMap(({ unit, sheet }) => (sheet && unit.parent ? [[unit.parent.slug, unit.parent]] : [])),
  )
  const parents = [...above.values()].sort((a, b) => compareUnits({ ...a, parent: null }, { ...b, parent: null }))
  const parent = parents.find(({ slug }) => slug === asked.parent) ?? null
  const matches = matcher(asked.q)
  const found = all
    .filter(({ unit }) => parent === null || parent.slug === unit.slug || parent.slug === unit.parent?.slug)
    .filter(({ unit }) => !asked.q || matches(`${unit.code} ${unit.name} ${unit.parent?.name ?? ''}`))
    .sort((a, b) => compareUnits(a.unit, b.unit))
  const opened = found.flatMap(({ unit, sheet }) => (sheet ? [{ unit, ...sheet }] : []))
  const { rows: shown, ...place } = pageOf(opened, askedPage(asked.page))

  const ids = shown.map(({ id }) => id)
  const [lines, remarks] = await Promise.all([readSheetLines(reader, ids), readRemarks(reader, ids)])
  return {
    years,
    year,
    parents,
    parent,
    kinds: opened.map(({ unit }) => unit.kind),
    place,
    sheets: shown.map((sheet) => ({
      ...sheet,
      lines: lines.get(sheet.id) ?? [],
      statements: remarks.get(sheet.id)?.statements ?? [],
    })),
    unopened: found.flatMap(({ unit, sheet }) => (sheet ? [] : [unit])),
  }
}
