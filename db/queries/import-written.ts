import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { FigureKind } from '#domain/figure.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { figures, revisions } from '../schema/figures.ts'
import { importLines, importSheets } from '../schema/imports.ts'
import { indicators } from '../schema/indicators.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { writtenColumns } from './columns.ts'

const before = alias(revisions, 'before')

/** A cell that an import wrote: the version it made, and what stood there before; null: nothing ever. */
export type WrittenCell = {
  lineId: string
  sheetId: string
  kind: FigureKind
  version: number
  before: typeof revisions.$inferSelect | null
}

/** Every cell that was written under a row of the journal, with what it would be put back to. */
export const readWrittenCells = async (reader: Reader, journalId: string): Promise<WrittenCell[]> =>
  reader
    .select({
      lineId: revisions.lineId,
      sheetId: lines.sheetId,
      kind: revisions.kind,
      version: revisions.version,
      before,
    })
    .from(revisions)
    .innerJoin(lines, eq(lines.id, revisions.lineId))
    .leftJoin(
      before,
      and(
        eq(before.lineId, revisions.lineId),
        eq(before.kind, revisions.kind),
        eq(before.version, sql`${revisions.version} - 1`),
      ),
    )
    .where(eq(revisions.journalId, journalId))

/** What somebody wrote after the import: a figure on a cell or a line of it, or the line itself. Time in UTC, ISO 8601. */
export type WrittenSince = {
  unit: string
  year: number
  indicator: string
  /** Null: the line. */
  kind: FigureKind | null
  by: string
  at: string
}

/** The figures that were written later: of cells that the import wrote, and of lines that it added or brought back. */
async function readFiguresSince(reader: Reader, importId: string, journalId: string): Promise<WrittenSince[]> {
  const columns = {
    unit: units.slug,
    year: sheets.year,
    indicator: indicators.code,
    kind: figures.kind,
    ...writtenColumns,
  }
  const later = reader
    .select(columns)
    .from(figures)
    .innerJoin(lines, eq(lines.id, figures.lineId))
    .innerJoin(sheets, eq(sheets.id, lines.sheetId))
    .innerJoin(units, eq(units.id, sheets.unitId))
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .innerJoin(journal, eq(journal.id, figures.journalId))
    .innerJoin(users, eq(users.id, journal.actorId))
    .where(
      and(
        sql`${journal.seq} > ${seqOf(journalId)}`,
        sql`(exists (select 1 from ${revisions} where ${revisions.lineId} = ${figures.lineId}
            and ${revisions.kind} = ${figures.kind} and ${revisions.journalId} = ${journalId})
          or exists (select 1 from ${importLines} where ${importLines.importId} = ${importId}
            and ${importLines.lineId} = ${figures.lineId}))`,
        // Only the sheets of the import, or every figure of the ledger would be looked at.
        sql`${lines.sheetId} in (select ${importSheets.sheetId} from ${importSheets}
          where ${importSheets.importId} = ${importId})`,
      ),
    )
  return later
}

/** The lines that the import added or brought back, and somebody changed or ended since. */
const readLinesSince = async (reader: Reader, importId: string, journalId: string): Promise<WrittenSince[]> =>
  reader
    .select({
      unit: units.slug,
      year: sheets.year,
      indicator: indicators.code,
      kind: sql<null>`null`,
      ...writtenColumns,
    })
    .from(importLines)
    .innerJoin(lines, eq(lines.id, importLines.lineId))
    .innerJoin(sheets, eq(sheets.id, lines.sheetId))
    .innerJoin(units, eq(units.id, sheets.unitId))
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .innerJoin(journal, eq(journal.sheetId, sheets.id))
    .innerJoin(users, eq(users.id, journal.actorId))
    .where(
      and(
        eq(importLines.importId, importId),
        sql`${journal.seq} > ${seqOf(journalId)}`,
        inArray(journal.action, ['add_line', 'mark_line', 'end_line']),
        sql`json_extract(${journal.detail}, '$.indicator') = ${indicators.code}`,
      ),
    )

const seqOf = (journalId: string) => sql`(select "seq" from "journal" where "id" = ${journalId})`

/** All that was written since on what the import, committed under that row of the journal, wrote. */
export const readWrittenSince = async (
  reader: Reader,
  importId: string,
  journalId: string,
): Promise<WrittenSince[]> => [
  ...(await readFiguresSince(reader, importId, journalId)),
  ...(await readLinesSince(reader, importId, journalId)),
]

export type WrittenSheet = { id: string; unitId: string; state: SheetState; addedLines: number }

/** The sheets that an import wrote on, and how many of the lines that it added are on each still. */
export async function readWrittenSheets(reader: Reader, importId: string): Promise<WrittenSheet[]> {
  const written = await reader
    .select({ id: sheets.id, unitId: sheets.unitId, state: sheets.state })
    .from(importSheets)
    .innerJoin(sheets, eq(sheets.id, importSheets.sheetId))
    .where(eq(importSheets.importId, importId))
  const added = await reader
    .select({ sheetId: lines.sheetId, count: count() })
    .from(importLines)
    .innerJoin(lines, eq(lines.id, importLines.lineId))
    .where(and(eq(importLines.importId, importId), isNull(lines.endedAt)))
    .groupBy(lines.sheetId)
  const counts = new Map(added.map((one) => [one.sheetId, one.count]))
  return written.map((sheet) => ({ ...sheet, addedLines: counts.get(sheet.id) ?? 0 }))
}
