import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { FigureKind } from '#domain/figure.ts'
import type { Qualifier } from '#domain/quantity-words.ts'
import type { FigureView, SheetLine } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { prepared } from '../prepared.ts'
import { documents } from '../schema/documents.ts'
import { figures } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { lines } from '../schema/sheets.ts'
import {
  aboutLines,
  amongNamed,
  documentColumns,
  figureColumns,
  indicatorColumns,
  lineColumns,
  quantityColumns,
  quantityOf,
  writtenColumns,
} from './columns.ts'

const parents = alias(indicators, 'parent')

const selectLines = (reader: Reader, wanted: SQL | undefined) =>
  reader
    .select({ ...lineColumns, indicatorId: lines.indicatorId })
    .from(lines)
    .where(wanted)
    .orderBy(asc(lines.sheetId), asc(lines.position))
    .prepare()

const selectFigures = (reader: Reader, wanted: SQL | undefined) =>
  reader
    .select({
      ...figureColumns,
      journalId: figures.journalId,
      documentId: figures.documentId,
      quantity: quantityColumns,
    })
    .from(figures)
    .innerJoin(lines, eq(lines.id, figures.lineId))
    .where(wanted)
    .prepare()

/** Lines and figures as they come: there are thousands, and to name each column of each costs more than to read them. */
type LineRow = [
  ...[sheetId: string, id: string, position: number, number: string, office: string | null],
  ...[inAssignedSet: 0 | 1, inAdoptedSet: 0 | 1, indicatorId: string],
]
type FigureRow = [
  ...[lineId: string, kind: FigureKind, version: number, note: string | null],
  ...[journalId: string, documentId: string | null],
  ...[value: number | null, high: number | null, denominator: number | null],
  ...[qualifier: Qualifier | null, text: string | null],
]

const ask = aboutLines((reader, where) => {
  const live = and(where, isNull(lines.endedAt))
  return { lines: selectLines(reader, live), figures: selectFigures(reader, live) }
})

const selectIndicators = prepared((reader) =>
  reader
    .select({ ...indicatorColumns, parentCode: parents.code })
    .from(indicators)
    .leftJoin(parents, eq(parents.id, indicators.parentId))
    .where(amongNamed(indicators.id, 'ids'))
    .prepare(),
)
const selectDocuments = prepared((reader) =>
  reader
    .select({ id: documents.id, document: documentColumns })
    .from(documents)
    .where(amongNamed(documents.id, 'ids'))
    .prepare(),
)
const selectWritings = prepared((reader) =>
  reader
    .select({ id: journal.id, ...writtenColumns })
    .from(journal)
    .innerJoin(users, eq(users.id, journal.actorId))
    .where(amongNamed(journal.id, 'ids'))
    .prepare(),
)

/** The different ones of a column, for a placeholder. */
const different = (ids: Iterable<string | null>) => ({ ids: JSON.stringify([...new Set(ids)]) })

/** What a foreign key leads to: nothing is left out in silence. */
function promised<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('a foreign key leads nowhere')
  return row
}

/**
 * The live lines of many sheets, as `readSheetLines` gives those of a few; with codes, those of these indicators. What
 * many of them share is asked for once, not joined to each: five statements, however many sheets.
 */
export async function readExportLines(
  reader: Reader,
  sheetIds: readonly string[],
  codes?: readonly string[],
): Promise<Map<string, SheetLine[]>> {
  const { queries, wanted } = ask(reader, sheetIds, codes)
  // values() knows no types: the columns as they are selected above.
  const lineRows = (await queries.lines.values(wanted)) as LineRow[]
  const figureRows = (await queries.figures.values(wanted)) as FigureRow[]
  const indicatorRows = await selectIndicators(reader).all(different(lineRows.map((row) => row[7])))
  const writingRows = await selectWritings(reader).all(different(figureRows.map(([, , , , id]) => id)))
  const documentRows = await selectDocuments(reader).all(different(figureRows.map(([, , , , , id]) => id)))

  const indicatorById = new Map(indicatorRows.map((indicator) => [indicator.id, indicator]))
  const writingById = new Map(writingRows.map((writing) => [writing.id, writing]))
  const documentById = new Map(documentRows.map(({ id, document }) => [id, document]))
  const sheets = new Map<string, SheetLine[]>(sheetIds.map((id) => [id, []]))
  const lineById = new Map<string, SheetLine>()
  for (const [sheetId, id, position, number, office, inAssignedSet, inAdoptedSet, indicatorId] of lineRows) {
    const indicator = promised(indicatorById.get(indicatorId))
    const sets = { inAssignedSet: inAssignedSet === 1, inAdoptedSet: inAdoptedSet === 1 }
    const line: SheetLine = { id, position, number, office, ...sets, endedAt: null, indicator, figures: {} }
    lineById.set(id, line)
    sheets.get(sheetId)?.push(line)
  }
  for (const [lineId, kind, version, note, journalId, documentId, ...quantity] of figureRows) {
    const line = lineById.get(lineId)
    if (!line) continue
    const writing = promised(writingById.get(journalId))
    const [value, high, denominator, qualifier, text] = quantity
    line.figures[kind] = {
      quantity: quantityOf({ value, high, denominator, qualifier, text }),
      version,
      note,
      document: documentId === null ? null : promised(documentById.get(documentId)),
      at: writing.at,
      by: writing.by,
    } satisfies FigureView
  }
  return sheets
}
