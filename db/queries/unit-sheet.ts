import type { Actor, Target } from '#domain/permissions.ts'
import type { SheetLine, StatementView } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { findAuthors, findSheet } from './find-sheet.ts'
import { findUnit } from './find-unit.ts'
import { getUnit } from './list-units.ts'
import { readSheetLines } from './sheet-lines.ts'
import { readStatements } from './sheet-statements.ts'
import type { UnitView } from './unit-view.ts'

export type UnitSheet = {
  unit: UnitView
  /** What `can(actor, action, target)` asks about; it knows the authors. */
  target: Target
  sheet: { year: number; state: SheetState; dueDate: string | null }
  /** Ended lines included. */
  lines: SheetLine[]
  statements: StatementView[]
  /** The unit's sheet of the year before, for growth; empty where there is none. */
  previousLines: SheetLine[]
}

/** One unit in one year, with everything its page shows; null where it does not exist or may not be known. */
export async function getUnitSheet(
  reader: Reader,
  actor: Actor,
  slug: string,
  year: number,
): Promise<UnitSheet | null> {
  const unit = await getUnit(reader, actor, slug)
  const found = unit && (await findUnit(reader, slug))
  const sheet = found && (await findSheet(reader, found.id, year))
  if (!sheet) return null

  const previous = await findSheet(reader, found.id, year - 1)
  const lines = await readSheetLines(reader, previous ? [sheet.id, previous.id] : [sheet.id])
  const { state, dueDate } = sheet
  return {
    unit,
    target: { ...found.target, authors: await findAuthors(reader, sheet.id) },
    sheet: { year, state, dueDate },
    lines: lines.get(sheet.id) ?? [],
    statements: (await readStatements(reader, [sheet.id])).get(sheet.id) ?? [],
    previousLines: (previous && lines.get(previous.id)) ?? [],
  }
}
