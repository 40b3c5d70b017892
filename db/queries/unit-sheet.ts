import type { Actor, Target } from '#domain/permissions.ts'
import type { SheetLine, StatementView } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { findAuthors } from './find-sheet.ts'
import { readSheetLines } from './sheet-lines.ts'
import { readStatements } from './sheet-statements.ts'
import type { UnitView } from './unit-view.ts'
import { listUnitYears } from './unit-years.ts'

export type UnitSheet = {
  unit: UnitView
  /** What `can(actor, action, target)` asks about; it knows the authors, but for a draft, which nobody approves. */
  target: Target
  sheet: { year: number; state: SheetState; dueDate: string | null }
  /** All sheets of the unit, this one included, in the order of the years. */
  years: { year: number; state: SheetState }[]
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
  const [found] = await listUnitYears(reader, actor, slug)
  const sheet = found?.years.find((one) => one.year === year)
  if (!found || !sheet) return null

  const previous = found.years.find((one) => one.year === year - 1)
  const lines = await readSheetLines(reader, previous ? [sheet.id, previous.id] : [sheet.id])
  const { state, dueDate } = sheet
  return {
    unit: found.unit,
    target: state === 'draft' ? found.target : { ...found.target, authors: await findAuthors(reader, sheet.id) },
    sheet: { year, state, dueDate },
    years: found.years,
    lines: lines.get(sheet.id) ?? [],
    statements: (await readStatements(reader, [sheet.id])).get(sheet.id) ?? [],
    previousLines: (previous && lines.get(previous.id)) ?? [],
  }
}
