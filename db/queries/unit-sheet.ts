import type { Actor } from '#domain/permissions.ts'
import type { SheetLine } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { findAuthors } from './find-sheet.ts'
import { findLastReturn, type Return } from './last-return.ts'
import { type RememberedSheet, readSheets } from './remembered-sheets.ts'
import { liveLines, readSheetLines } from './sheet-lines.ts'
import type { UnitView } from './unit-view.ts'
import { findUnitYears, type ReorganisedYears, type StampedYear, type UnitYear, type UnitYears } from './unit-years.ts'

/** A sheet as it is entered into. */
export type SheetToEnter = {
  unit: UnitView
  /** What `can(actor, action, target)` asks about; without the authors, whom only the approver's steps ask for. */
  target: UnitYears['target']
  sheet: { year: number; state: SheetState; dueDate: string | null }
  /** The newest row of the journal that names the sheet, or 0: what was written after it may be missing here. */
  seq: number
  /** All sheets of the unit, this one included, in the order of the years. */
  years: { year: number; state: SheetState }[]
  /** Ended lines included. */
  lines: readonly SheetLine[]
  /** Why a draft came back; null where it did not. */
  returned: Return | null
  /** The live lines of the unit's sheet of the year before, for growth; empty where there is none. */
  previousLines: readonly SheetLine[]
}

/**
 * A sheet with everything its page shows, its content remembered and frozen; `target` knows the authors, of whom a
 * draft's steps do not ask.
 */
export type UnitSheet = SheetToEnter & Pick<ReorganisedYears, 'predecessors' | 'successors'> & RememberedSheet

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
  const { lines, statements } = contentIn(await readSheets(reader, [sheet]), sheet.id)
  return { unit, sheet, lines, statements }
}

/** One unit in one year, in three statements, of a draft four; null where it does not exist or may not be known. */
export async function getSheetToEnter(
  reader: Reader,
  actor: Actor,
  slug: string,
  year: number,
): Promise<SheetToEnter | null> {
  const place = await findYear(reader, actor, slug, year)
  if (!place) return null
  const lines = await readSheetLines(
    reader,
    withYearBefore(place).map(({ id }) => id),
  )
  return toEnter(reader, place, (id) => lines.get(id))
}

/** One unit in one year, with everything its page shows; null where it does not exist or may not be known. */
export async function getUnitSheet(
  reader: Reader,
  actor: Actor,
  slug: string,
  year: number,
): Promise<UnitSheet | null> {
  const place = await findYear(reader, actor, slug, year)
  if (!place) return null
  const { sheet, predecessors, successors } = place
  const contents = await readSheets(reader, withYearBefore(place))
  const found = await toEnter(reader, place, (id) => contents.get(id)?.lines)
  const shown = { ...found, ...contentIn(contents, sheet.id), predecessors, successors }
  if (sheet.state === 'draft') return shown
  return { ...shown, target: { ...found.target, authors: await findAuthors(reader, sheet.id) } }
}

const empty: RememberedSheet = { lines: [], statements: [], acknowledgements: [] }
const contentIn = (contents: ReadonlyMap<string, RememberedSheet>, id: string): RememberedSheet =>
  contents.get(id) ?? empty

type Place = ReorganisedYears & { sheet: StampedYear; previous: UnitYear | null }

/** A unit and one of its sheets, with that of the year before, in one statement; null as above. */
export async function findYear(reader: Reader, actor: Actor, slug: string, year: number): Promise<Place | null> {
  const found = await findUnitYears(reader, actor, slug)
  const sheetOf = (wanted: number) => found?.years.find((one) => one.year === wanted) ?? null
  const sheet = sheetOf(year)
  return found && sheet ? { ...found, sheet, previous: sheetOf(year - 1) } : null
}

const withYearBefore = ({ sheet, previous }: Place): UnitYear[] => (previous ? [sheet, previous] : [sheet])

async function toEnter(
  reader: Reader,
  { unit, target, years, sheet: { id, year, state, dueDate, seq }, previous }: Place,
  linesOf: (id: string) => readonly SheetLine[] | undefined,
): Promise<SheetToEnter> {
  return {
    unit,
    target,
    sheet: { year, state, dueDate },
    seq,
    years,
    lines: linesOf(id) ?? [],
    returned: state === 'draft' ? await findLastReturn(reader, id) : null,
    previousLines: previous ? liveLines(linesOf(previous.id)) : [],
  }
}
