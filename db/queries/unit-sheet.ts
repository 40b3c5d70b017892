import type { Actor, Target } from '#domain/permissions.ts'
import type { SheetLine } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { findAuthors } from './find-sheet.ts'
import { findLastReturn, type Return } from './last-return.ts'
import { liveLines, readSheetLines } from './sheet-lines.ts'
import { type Remarks, readRemarks } from './sheet-remarks.ts'
import type { UnitView } from './unit-view.ts'
import { findUnitYears, type ReorganisedYears } from './unit-years.ts'

/** A sheet as it is entered into. */
export type SheetToEnter = {
  unit: UnitView
  /** What `can(actor, action, target)` asks about; without the authors, whom only the approver's steps ask for. */
  target: Target
  sheet: { year: number; state: SheetState; dueDate: string | null }
  /** The newest row of the journal that names the sheet, or 0: what was written after it may be missing here. */
  seq: number
  /** All sheets of the unit, this one included, in the order of the years. */
  years: { year: number; state: SheetState }[]
  /** Ended lines included. */
  lines: SheetLine[]
  /** Why a draft came back; null where it did not. */
  returned: Return | null
  /** The live lines of the unit's sheet of the year before, for growth; empty where there is none. */
  previousLines: SheetLine[]
}

/** A sheet with everything its page shows; `target` knows the authors, of whom a draft's steps do not ask. */
export type UnitSheet = SheetToEnter & Pick<ReorganisedYears, 'predecessors' | 'successors'> & Remarks

/** One unit in one year, without the year before and without what is done next with it; null as below. */
export async function getSheet(
  reader: Reader,
  actor: Actor,
  slug: string,
  year: number,
): Promise<Pick<UnitSheet, 'unit' | 'sheet' | 'lines' | 'statements'> | null> {
  const place = await findYear(reader, actor, slug, year)
  if (!place) return null
  const { unit, sheet } = place
  const lines = (await readSheetLines(reader, [sheet.id])).get(sheet.id) ?? []
  const { statements } = await readRemarksOf(reader, sheet.id)
  return { unit, sheet, lines, statements }
}

/** One unit in one year, in three statements, of a draft four; null where it does not exist or may not be known. */
export async function getSheetToEnter(
  reader: Reader,
  actor: Actor,
  slug: string,
  year: number,
): Promise<SheetToEnter | null> {
  return (await readSheet(reader, actor, slug, year))?.found ?? null
}

/** One unit in one year, with everything its page shows; null where it does not exist or may not be known. */
export async function getUnitSheet(
  reader: Reader,
  actor: Actor,
  slug: string,
  year: number,
): Promise<UnitSheet | null> {
  const read = await readSheet(reader, actor, slug, year)
  if (!read) return null
  const { id, found, predecessors, successors } = read
  const shown = { ...found, predecessors, successors, ...(await readRemarksOf(reader, id)) }
  if (found.sheet.state === 'draft') return shown
  return { ...shown, target: { ...found.target, authors: await findAuthors(reader, id) } }
}

const readRemarksOf = async (reader: Reader, sheetId: string): Promise<Remarks> =>
  (await readRemarks(reader, [sheetId])).get(sheetId) ?? { statements: [], acknowledgements: [] }

/** A unit and one of its sheets, in one statement; null where it does not exist or may not be known. */
export async function findYear(reader: Reader, actor: Actor, slug: string, year: number) {
  const found = await findUnitYears(reader, actor, slug)
  const sheet = found?.years.find((one) => one.year === year)
  return found && sheet ? { ...found, sheet } : null
}

async function readSheet(reader: Reader, actor: Actor, slug: string, year: number) {
  const place = await findYear(reader, actor, slug, year)
  if (!place) return null

  const { unit, target, years, sheet, predecessors, successors } = place
  const previous = years.find((one) => one.year === year - 1)
  const lines = await readSheetLines(reader, previous ? [sheet.id, previous.id] : [sheet.id])
  const { id, state, dueDate, seq } = sheet
  const previousLines = previous ? liveLines(lines.get(previous.id)) : []
  const returned = state === 'draft' ? await findLastReturn(reader, id) : null
  const sheetRead = { year, state, dueDate }
  const found = { unit, target, sheet: sheetRead, seq, years, lines: lines.get(id) ?? [], returned, previousLines }
  return { id, found, predecessors, successors }
}
