import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { prepared } from '../prepared.ts'
import { revisions } from '../schema/figures.ts'
import { journal } from '../schema/journal.ts'
import { lines, sheets } from '../schema/sheets.ts'

export type FoundSheet = { id: string; unitId: string; year: number; state: SheetState; dueDate: string | null }

const selectSheet = prepared((reader) =>
  reader
    .select()
    .from(sheets)
    .where(and(eq(sheets.unitId, sql.placeholder('unit')), eq(sheets.year, sql.placeholder('year'))))
    .prepare(),
)

/** A unit's sheet of a year, or null where none was opened. */
export async function findSheet(reader: Reader, unitId: string, year: number): Promise<FoundSheet | null> {
  const [row] = await selectSheet(reader).all({ unit: unitId, year })
  return row ?? null
}

/** The unit's last sheet before a year, or null. */
export async function findSheetBefore(reader: Reader, unitId: string, year: number): Promise<FoundSheet | null> {
  const [row] = await reader
    .select()
    .from(sheets)
    .where(and(eq(sheets.unitId, unitId), lt(sheets.year, year)))
    .orderBy(desc(sheets.year))
    .limit(1)
  return row ?? null
}

const selectAuthors = prepared((reader) =>
  reader
    .selectDistinct({ id: journal.actorId })
    .from(revisions)
    .innerJoin(lines, eq(lines.id, revisions.lineId))
    .innerJoin(journal, eq(journal.id, revisions.journalId))
    .where(eq(lines.sheetId, sql.placeholder('sheet')))
    .prepare(),
)

/** Ids of everybody who ever wrote a figure on the sheet: they may not approve it. */
export async function findAuthors(reader: Reader, sheetId: string): Promise<string[]> {
  const rows = await selectAuthors(reader).all({ sheet: sheetId })
  return rows.map(({ id }) => id)
}
