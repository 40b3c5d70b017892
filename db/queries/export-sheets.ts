import { and, asc, eq, gt, gte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Actor } from '#domain/permissions.ts'
import type { SheetLine } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { UnitKind } from '#domain/unit.ts'
import type { Reader } from '../engine.ts'
import { sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { type ExportFilter, exportedSheets } from './export-filter.ts'
import { readExportLines } from './export-lines.ts'
import { parentUnits } from './unit-view.ts'

const previousSheets = alias(sheets, 'previous')

export type ExportSheet = {
  id: string
  year: number
  state: SheetState
  unit: { slug: string; code: string; validFrom: string; name: string; kind: UnitKind }
  parent: string | null
  /** The live ones, in the order of the sheet. */
  lines: SheetLine[]
  /** The unit's live lines of the year before, for growth. */
  previousLines: SheetLine[]
}

/** Where the next page begins: after this unit and year. */
type Place = { slug: string; year: number }
/** More, and so much lives at once that the heap grows by a hundred megabytes; fewer cost more statements. */
const SHEETS_A_PAGE = 12

/**
 * The sheets that the actor may read and that match the filter, with their lines, by unit and year: a page at a time
 * by key, six statements each, so that memory does not grow with the export.
 */
export async function* exportSheets(reader: Reader, actor: Actor, filter: ExportFilter): AsyncGenerator<ExportSheet> {
  const wanted = await exportedSheets(reader, actor, filter)
  let after: Place | null = null
  for (;;) {
    const page: ExportRow[] = await readPage(reader, wanted, after)
    const ids = page.flatMap(({ id, previousId }) => (previousId === null ? [id] : [id, previousId]))
    const codes = filter.indicator === undefined ? undefined : [filter.indicator]
    const lines = await readExportLines(reader, [...new Set(ids)], codes)
    for (const { previousId, ...sheet } of page) {
      yield { ...sheet, lines: lines.get(sheet.id) ?? [], previousLines: lines.get(previousId ?? '') ?? [] }
    }
    const last = page.at(-1)
    if (!last || page.length < SHEETS_A_PAGE) return
    after = { slug: last.unit.slug, year: last.year }
  }
}

type ExportRow = Omit<ExportSheet, 'lines' | 'previousLines'> & { previousId: string | null }

function readPage(reader: Reader, wanted: SQL | undefined, after: Place | null): Promise<ExportRow[]> {
  return (
    reader
      .select({
        id: sheets.id,
        year: sheets.year,
        state: sheets.state,
        unit: {
          slug: units.slug,
          code: units.code,
          validFrom: units.validFrom,
          name: units.name,
          kind: units.kind,
        },
        parent: parentUnits.slug,
        previousId: previousSheets.id,
      })
      .from(units)
      // SQLite keeps the order of a cross join: down the slugs from where the last page ended, and nothing is sorted.
      .crossJoin(sheets)
      .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
      .leftJoin(
        previousSheets,
        and(eq(previousSheets.unitId, sheets.unitId), eq(previousSheets.year, sql`${sheets.year} - 1`)),
      )
      .where(
        and(
          eq(sheets.unitId, units.id),
          wanted,
          after === null
            ? undefined
            : // The first condition lets SQLite begin there: of "or" alone it would walk past all before.
              and(gte(units.slug, after.slug), or(gt(units.slug, after.slug), gt(sheets.year, after.year))),
        ),
      )
      .orderBy(asc(units.slug), asc(sheets.year))
      .limit(SHEETS_A_PAGE)
  )
}
