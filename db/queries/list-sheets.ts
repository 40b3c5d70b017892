import { and, asc, desc, eq, inArray, max, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { Actor } from '#domain/permissions.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { readableUnits } from './readable.ts'
import { parentColumns, parentUnits, type UnitView, unitColumns } from './unit-view.ts'

/** A sheet without its lines; `id` is what `readSheetLines` and `readRemarks` take. */
export type SheetView = { id: string; year: number; state: SheetState; dueDate: string | null; unit: UnitView }

/** The sheets of a year that the actor may read, by the code of their unit. */
export const listSheets = (reader: Reader, actor: Actor, year: number): Promise<SheetView[]> =>
  selectSheets(reader, actor, eq(sheets.year, year))

/** The sheets that the actor may read and a condition on `sheets` and `units` selects, by year, then by the code of their unit. */
export async function selectSheets(reader: Reader, actor: Actor, condition: SQL | undefined): Promise<SheetView[]> {
  const rows = await reader
    .select({
      sheet: { id: sheets.id, year: sheets.year, state: sheets.state, dueDate: sheets.dueDate },
      unit: unitColumns,
      parent: parentColumns,
    })
    .from(sheets)
    .innerJoin(units, eq(units.id, sheets.unitId))
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .where(and(condition, readableUnits(actor)))
    .orderBy(asc(sheets.year), asc(units.code), asc(units.validFrom))
  return rows.map(({ sheet, unit, parent }) => ({ ...sheet, unit: { ...unit, parent } }))
}

/** The years in which the actor may read a sheet, newest first, and the latest of them with one that was submitted. */
export async function listYears(reader: Reader, actor: Actor): Promise<{ years: number[]; latest: number | null }> {
  const readable = readableUnits(actor)
  const rows = await reader
    .select({ year: sheets.year, submitted: max(sql`${sheets.state} <> 'draft'`) })
    .from(sheets)
    .where(readable && inArray(sheets.unitId, new QueryBuilder().select({ id: units.id }).from(units).where(readable)))
    .groupBy(sheets.year)
    .orderBy(desc(sheets.year))
  const latest = rows.find(({ submitted }) => Number(submitted) === 1)?.year
  return { years: rows.map(({ year }) => year), latest: latest ?? null }
}
