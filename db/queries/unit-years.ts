import { and, asc, eq } from 'drizzle-orm'
import type { Actor, Target } from '#domain/permissions.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Succession } from '#domain/unit.ts'
import type { Reader } from '../engine.ts'
import { sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { among } from './columns.ts'
import { readableUnits } from './readable.ts'
import { type Stamped, stampOf } from './remembered-sheets.ts'
import { newestOf } from './sheet-seq.ts'
import { successionColumns, successionsIn } from './successions.ts'
import { parentColumns, parentUnits, type UnitView, unitColumns } from './unit-view.ts'

export type UnitYear = Stamped & { year: number; state: SheetState; dueDate: string | null }

export type UnitYears<Year = UnitYear> = {
  unit: UnitView
  /** The unit as the target of a permission, without the authors of any sheet. */
  target: Extract<Target, { kind: 'unit' }>
  /** In the order of the years; none where no sheet was opened yet. */
  years: Year[]
}

const columns = {
  id: units.id,
  grandparentId: parentUnits.parentId,
  unit: unitColumns,
  parent: parentColumns,
  parentId: units.parentId,
  sheet: {
    id: sheets.id,
    year: sheets.year,
    state: sheets.state,
    dueDate: sheets.dueDate,
    stamp: stampOf(sheets.id),
  },
}

/** A year with the newest row of the journal that names its sheet, or 0: what is read afterwards knows of that row. */
export type StampedYear = UnitYear & { seq: number }

/** A unit with its years, and the units before and after it where it was reorganised. */
export type ReorganisedYears = UnitYears<StampedYear> & { predecessors: Succession[]; successors: Succession[] }

/** Of the units with these slugs those that the actor may read, by code, each with its sheets: one statement. */
export async function listUnitYears(reader: Reader, actor: Actor, slugs: readonly string[]): Promise<UnitYears[]> {
  const rows = await reader
    .select(columns)
    .from(units)
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .leftJoin(sheets, eq(sheets.unitId, units.id))
    .where(and(among(units.slug, slugs), readableUnits(actor)))
    .orderBy(asc(units.code), asc(units.validFrom), asc(sheets.year))
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([first, ...others]) =>
    first ? unitYearsOf([first, ...others]) : [],
  )
}

/** One unit with its sheets and its successions, in one statement; null where the actor may not know that it exists. */
export async function findUnitYears(reader: Reader, actor: Actor, slug: string): Promise<ReorganisedYears | null> {
  const rows = await reader
    .select({
      ...columns,
      sheet: { ...columns.sheet, seq: newestOf(sheets.id).as('seq') },
      ...successionColumns(actor),
    })
    .from(units)
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .leftJoin(sheets, eq(sheets.unitId, units.id))
    .where(and(eq(units.slug, slug), readableUnits(actor)))
    .orderBy(asc(sheets.year))
  const [first, ...others] = rows
  if (!first) return null
  return {
    ...unitYearsOf([first, ...others]),
    predecessors: successionsIn(first.predecessors),
    successors: successionsIn(first.successors),
  }
}

type Row<Year> = {
  id: string
  grandparentId: string | null
  unit: Omit<UnitView, 'parent'>
  parent: UnitView['parent']
  parentId: string | null
  sheet: Year | null
}

/** The rows of one unit, one for each of its sheets. */
function unitYearsOf<Year>(rows: readonly [Row<Year>, ...Row<Year>[]]): UnitYears<Year> {
  const [{ id, unit, parent, parentId, grandparentId }] = rows
  const lineage = [id, parentId, grandparentId].filter((one) => one !== null)
  return {
    unit: { ...unit, parent },
    target: { kind: 'unit', lineage, recordsOwnAssignedPlan: unit.recordsOwnAssignedPlan },
    years: rows.flatMap(({ sheet }) => sheet ?? []),
  }
}
