import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { SheetLine } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { documents } from '../schema/documents.ts'
import { figures } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { lines } from '../schema/sheets.ts'
import { among, documentColumns, indicatorColumns, quantityColumns, quantityOf } from './columns.ts'

const parents = alias(indicators, 'parent')

/** The lines that are on the sheet still: an ended one is nothing to compare with. */
export const liveLines = (lines: readonly SheetLine[] = []): SheetLine[] =>
  lines.filter(({ endedAt }) => endedAt === null)

/**
 * The lines of sheets with all their figures, in the order of the sheet, or only those of one indicator (its code, in
 * whatever version); two statements, however many sheets.
 */
export async function readSheetLines(
  reader: Reader,
  sheetIds: readonly string[],
  indicator?: string,
): Promise<Map<string, SheetLine[]>> {
  const wanted = and(
    among(lines.sheetId, sheetIds),
    indicator === undefined ? undefined : eq(indicators.code, indicator),
  )
  const lineRows = await reader
    .select({
      sheetId: lines.sheetId,
      id: lines.id,
      position: lines.position,
      number: lines.number,
      office: lines.office,
      inAssignedSet: lines.inAssignedSet,
      inAdoptedSet: lines.inAdoptedSet,
      endedAt: lines.endedAt,
      indicator: indicatorColumns,
      parentCode: parents.code,
    })
    .from(lines)
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .leftJoin(parents, eq(parents.id, indicators.parentId))
    .where(wanted)
    .orderBy(asc(lines.sheetId), asc(lines.position))

  const figureRows = await reader
    .select({
      lineId: figures.lineId,
      kind: figures.kind,
      version: figures.version,
      note: figures.note,
      at: journal.at,
      by: users.name,
      quantity: quantityColumns,
      document: documentColumns,
    })
    .from(figures)
    .innerJoin(lines, eq(lines.id, figures.lineId))
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .innerJoin(journal, eq(journal.id, figures.journalId))
    .innerJoin(users, eq(users.id, journal.actorId))
    .leftJoin(documents, eq(documents.id, figures.documentId))
    .where(wanted)

  const sheets = new Map<string, SheetLine[]>(sheetIds.map((id) => [id, []]))
  const byId = new Map<string, SheetLine>()
  for (const { sheetId, indicator, parentCode, ...row } of lineRows) {
    const line: SheetLine = { ...row, indicator: { ...indicator, parentCode }, figures: {} }
    byId.set(line.id, line)
    sheets.get(sheetId)?.push(line)
  }
  for (const { lineId, kind, quantity, ...row } of figureRows) {
    const line = byId.get(lineId)
    if (line) line.figures[kind] = { ...row, quantity: quantityOf(quantity) }
  }
  return sheets
}
