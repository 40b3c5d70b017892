import { and, asc, eq, inArray } from 'drizzle-orm'
import type { FigureKind } from '#domain/figure.ts'
import type { LedgerLine, LedgerSheet } from '#domain/import-target.ts'
import type { Qualifier } from '#domain/quantity-words.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { figures } from '../schema/figures.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { among, quantityOf } from './columns.ts'

/** A line with its place on the sheet, ended ones included. */
export type PlacedLine = LedgerLine & { position: number; number: string }
/** A sheet as an import meets it; `placed` are all its lines in their order. */
export type ImportSheetFound = LedgerSheet & { unitId: string; year: number; placed: PlacedLine[] }

type LineRow = [
  ...[id: string, sheetId: string, indicatorId: string, position: number, number: string, endedAt: string | null],
]
type FigureRow = [
  ...[lineId: string, kind: FigureKind, version: number, note: string | null],
  ...[value: number | null, high: number | null, denominator: number | null],
  ...[qualifier: Qualifier | null, text: string | null],
]

/**
 * The sheets of these units in these years with all that stands on them: three statements, however many. Lines and
 * figures come as bare rows, because there may be hundreds of thousands.
 */
export async function readImportSheets(
  reader: Reader,
  unitIds: readonly string[],
  years: readonly number[],
  indicatorById: ReadonlyMap<string, IndicatorView>,
): Promise<ImportSheetFound[]> {
  const sheetRows = await reader
    .select({ id: sheets.id, unitId: sheets.unitId, year: sheets.year, state: sheets.state })
    .from(sheets)
    .where(and(among(sheets.unitId, unitIds), inArray(sheets.year, [...years])))
  const wanted = among(
    lines.sheetId,
    sheetRows.map(({ id }) => id),
  )
  // values() knows no types: the columns as they are selected here.
  const lineRows = (await reader
    .select({
      id: lines.id,
      sheetId: lines.sheetId,
      indicatorId: lines.indicatorId,
      position: lines.position,
      number: lines.number,
      endedAt: lines.endedAt,
    })
    .from(lines)
    .where(wanted)
    .orderBy(asc(lines.sheetId), asc(lines.position), asc(lines.id))
    .values()) as LineRow[]
  const figureRows = (await reader
    .select({
      lineId: figures.lineId,
      kind: figures.kind,
      version: figures.version,
      note: figures.note,
      value: figures.value,
      high: figures.high,
      denominator: figures.denominator,
      qualifier: figures.qualifier,
      text: figures.text,
    })
    .from(figures)
    .innerJoin(lines, eq(lines.id, figures.lineId))
    .where(wanted)
    .values()) as FigureRow[]

  const found = new Map(sheetRows.map((sheet) => [sheet.id, emptySheet(sheet)]))
  const lineById = new Map<string, PlacedLine>()
  for (const [id, sheetId, indicatorId, position, number, endedAt] of lineRows) {
    const indicator = indicatorById.get(indicatorId)
    const sheet = found.get(sheetId)
    if (!indicator || !sheet) throw new Error('a foreign key leads nowhere')
    const line: PlacedLine = { id, indicator, position, number, endedAt, figures: {} }
    lineById.set(id, line)
    sheet.placed.push(line)
    if (endedAt === null) sheet.live.set(indicator.code, line)
    else sheet.ended.set(indicatorId, line)
  }
  for (const [lineId, kind, version, note, value, high, denominator, qualifier, text] of figureRows) {
    const line = lineById.get(lineId)
    if (line)
      line.figures[kind] = { version, note, quantity: quantityOf({ value, high, denominator, qualifier, text }) }
  }
  return [...found.values()]
}

const emptySheet = (sheet: { id: string; unitId: string; year: number; state: SheetState }) => ({
  ...sheet,
  live: new Map<string, PlacedLine>(),
  ended: new Map<string, PlacedLine>(),
  placed: [] as PlacedLine[],
})
