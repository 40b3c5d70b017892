import { and, asc, eq, gte, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Actor } from '#domain/permissions.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { readableUnits } from './readable.ts'
import { type Stamped, stampOf } from './remembered-sheets.ts'
import { parentColumns, parentUnits, type UnitView, unitColumns } from './unit-view.ts'

/** A unit in a year, with its sheets of that year and of the one before (without lines); null where none was opened. */
export type YearUnit = {
  unit: UnitView
  sheet: (Stamped & { state: SheetState; dueDate: string | null }) | null
  previous: (Stamped & { state: SheetState }) | null
}

const previousSheets = alias(sheets, 'previous_sheet')

/** The units that the actor may read and that exist on some day of a year, or have a sheet of it, by code. */
export async function listYearUnits(reader: Reader, actor: Actor, year: number): Promise<YearUnit[]> {
  const exists = and(
    lte(units.validFrom, `${year}-12-31`),
    or(isNull(units.validTo), gte(units.validTo, `${year}-01-01`)),
  )
  const rows = await reader
    .select({
      unit: unitColumns,
      parent: parentColumns,
      sheet: { id: sheets.id, stamp: stampOf(sheets.id), state: sheets.state, dueDate: sheets.dueDate },
      previous: { id: previousSheets.id, stamp: stampOf(previousSheets.id), state: previousSheets.state },
    })
    .from(units)
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .leftJoin(sheets, and(eq(sheets.unitId, units.id), eq(sheets.year, year)))
    .leftJoin(previousSheets, and(eq(previousSheets.unitId, units.id), eq(previousSheets.year, year - 1)))
    .where(and(or(exists, isNotNull(sheets.id)), readableUnits(actor)))
    .orderBy(asc(units.code), asc(units.validFrom))
  return rows.map(({ unit, parent, ...opened }) => ({ unit: { ...unit, parent }, ...opened }))
}
