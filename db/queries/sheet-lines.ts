import { and, asc, eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { FigureKind } from '#domain/figure.ts'
import type { Qualifier } from '#domain/quantity-words.ts'
import type { DocumentView, SheetLine } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { prepared } from '../prepared.ts'
import { documents } from '../schema/documents.ts'
import { figures } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { lines } from '../schema/sheets.ts'
import {
  amongNamed,
  documentColumns,
  figureColumns,
  indicatorColumns,
  lineColumns,
  linesOfIndicators,
  quantityColumns,
  quantityOf,
} from './columns.ts'

const parents = alias(indicators, 'parent')

/** The lines that are on the sheet still: an ended one is nothing to compare with. */
export const liveLines = (lines: readonly SheetLine[] = []): SheetLine[] =>
  lines.filter(({ endedAt }) => endedAt === null)

const ofSheets = amongNamed(lines.sheetId, 'sheets')

const selectLines = (reader: Reader, wanted: SQL | undefined) =>
  reader
    .select({
      ...lineColumns,
      endedAt: lines.endedAt,
      indicator: indicatorColumns,
      parentCode: parents.code,
    })
    .from(lines)
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .leftJoin(parents, eq(parents.id, indicators.parentId))
    .where(wanted)
    .orderBy(asc(lines.sheetId), asc(lines.position))
    .prepare()

const selectFigures = (reader: Reader, wanted: SQL | undefined) =>
  reader
    .select({
      ...figureColumns,
      at: journal.at,
      by: users.name,
      quantity: quantityColumns,
      document: documentColumns,
    })
    .from(figures)
    .innerJoin(lines, eq(lines.id, figures.lineId))
    .innerJoin(journal, eq(journal.id, figures.journalId))
    .innerJoin(users, eq(users.id, journal.actorId))
    .leftJoin(documents, eq(documents.id, figures.documentId))
    .where(wanted)
    .prepare()

/** A figure as it comes; there are thousands, and to name each column of each costs more than to read them. */
type FigureRow = [
  ...[lineId: string, kind: FigureKind, version: number, note: string | null, at: string, by: string],
  ...[value: number | null, high: number | null, denominator: number | null],
  ...[qualifier: Qualifier | null, text: string | null],
  ...CitedRow,
]
type CitedRow = [
  ...[code: string | null, title: string, publisher: string | null],
  ...[number: string | null, url: string | null, dated: string | null],
]

const documentOf = ([code, title, publisher, number, url, dated]: CitedRow): DocumentView | null =>
  code === null ? null : { code, title, publisher, number, url, dated }

const queries = (wanted: SQL | undefined) =>
  prepared((reader) => ({ lines: selectLines(reader, wanted), figures: selectFigures(reader, wanted) }))
const whole = queries(ofSheets)
const some = queries(and(ofSheets, linesOfIndicators))

/**
 * The lines of sheets with all their figures, in the order of the sheet, or only those of some indicators (by code, in
 * whatever version); two statements, however many sheets.
 */
export async function readSheetLines(
  reader: Reader,
  sheetIds: readonly string[],
  codes?: readonly string[],
): Promise<Map<string, SheetLine[]>> {
  const { lines: lineQuery, figures: figureQuery } = (codes ? some : whole)(reader)
  const wanted = { sheets: JSON.stringify(sheetIds), indicators: JSON.stringify(codes ?? []) }
  const lineRows = await lineQuery.all(wanted)
  // values() knows no types: the columns as selectFigures has them.
  const figureRows = (await figureQuery.values(wanted)) as FigureRow[]

  const sheets = new Map<string, SheetLine[]>(sheetIds.map((id) => [id, []]))
  const byId = new Map<string, SheetLine>()
  for (const { sheetId, indicator, parentCode, ...row } of lineRows) {
    const line: SheetLine = { ...row, indicator: { ...indicator, parentCode }, figures: {} }
    byId.set(line.id, line)
    sheets.get(sheetId)?.push(line)
  }
  for (const [lineId, kind, version, note, at, by, value, high, denominator, qualifier, text, ...cited] of figureRows) {
    const line = byId.get(lineId)
    const quantity = quantityOf({ value, high, denominator, qualifier, text })
    if (line) line.figures[kind] = { quantity, version, note, document: documentOf(cited), at, by }
  }
  return sheets
}
