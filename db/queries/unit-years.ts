import { and, asc, eq } from 'drizzle-orm'
import type { Actor, Target } from '#domain/permissions.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { among } from './columns.ts'
import { readableUnits } from './readable.ts'
import { parentColumns, parentUnits, type UnitView, unitColumns } from './unit-view.ts'

export type UnitYear = { id: string; year: number; state: SheetState; dueDate: string | null }

export type UnitYears = {
  unit: UnitView
  /** The unit as the target of a permission, without the authors of any sheet. */
  target: Extract<Target, { kind: 'unit' }>
  /** In the order of the years; none where no sheet was opened yet. */
  years: UnitYear[]
}

/** Of the units with these slugs those that the actor may read, by code, each with its sheets: one statement. */
export async function listUnitYears(
  reader: Reader,
  actor: Actor,
  slugs: string | readonly string[],
): Promise<UnitYears[]> {
  const wanted = typeof slugs === 'string' ? eq(units.slug, slugs) : among(units.slug, slugs)
  const rows = await reader
    .select({
      id: units.id,
      grandparentId: parentUnits.parentId,
      unit: unitColumns,
      parent: parentColumns,
      parentId: units.parentId,
      sheet: { id: sheets.id, year: sheets.year, state: sheets.state, dueDate: sheets.dueDate },
    })
    .from(units)
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .leftJoin(sheets, eq(sheets.unitId, units.id))
    .where(and(wanted, readableUnits(actor)))
    .orderBy(asc(units.code), asc(units.validFrom), asc(sheets.year))
  const found = new Map<string, UnitYears>()
  for (const { id, unit, parent, parentId, grandparentId, sheet } of rows) {
    const lineage = [id, parentId, grandparentId].filter((one) => one !== null)
    const entry = found.get(id) ?? {
      unit: { ...unit, parent },
      target: { kind: 'unit', lineage, recordsOwnAssignedPlan: unit.recordsOwnAssignedPlan },
      years: [],
    }
    if (sheet) entry.years.push(sheet)
    found.set(id, entry)
  }
  return [...found.values()]
}
