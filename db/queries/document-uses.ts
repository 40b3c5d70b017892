import { and, asc, desc, eq, max, type SQL, sql } from 'drizzle-orm'
import { type FigureKind, figureKinds } from '#domain/figure.ts'
import { type Page, placeOf } from '#domain/page.ts'
import type { Actor } from '#domain/permissions.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { DocumentView, IndicatorView, StatementView } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { figures, revisions } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { lines, sheets, statements } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { quantityOf } from './columns.ts'
import { readableUnits } from './readable.ts'
import { parentColumns, parentUnits, type UnitView, unitColumns } from './unit-view.ts'

/** What cites a document, of the units that the actor may read. */

/** A cell that a document is the source of; `quantity` as it was recorded from there, null where it was cleared. */
export type CitedCell = {
  unit: UnitView
  year: number
  number: string
  indicator: Pick<IndicatorView, 'code' | 'nameVi' | 'nameEn' | 'valueType' | 'unitOfMeasure' | 'decimals'>
  kind: FigureKind
  quantity: Quantity | null
  /** The version that cites it, the last where several do, and the one that stands. */
  version: number
  currentVersion: number
  /** The line has left the sheet. */
  ended: boolean
}

const cited = (documentId: string, actor: Actor): SQL | undefined =>
  and(eq(revisions.documentId, documentId), readableUnits(actor))

/**
 * A page of the cells that a document is, or was before a later revision, the source of: the newest year first, then by
 * unit, in the order of the sheet. Two statements.
 */
export async function listCitedCells(
  reader: Reader,
  actor: Actor,
  documentId: string,
  asked: number,
): Promise<Page<CitedCell>> {
  const [counted] = await reader
    .select({ total: sql<number>`count(distinct ${revisions.lineId} || ' ' || ${revisions.kind})` })
    .from(revisions)
    .innerJoin(lines, eq(lines.id, revisions.lineId))
    .innerJoin(sheets, eq(sheets.id, lines.sheetId))
    .innerJoin(units, eq(units.id, sheets.unitId))
    .where(cited(documentId, actor))
  const { offset, limit, ...place } = placeOf(counted?.total ?? 0, asked)
  const rows = await reader
    .select({
      unit: unitColumns,
      parent: parentColumns,
      year: sheets.year,
      number: lines.number,
      indicator: {
        code: indicators.code,
        nameVi: indicators.nameVi,
        nameEn: indicators.nameEn,
        valueType: indicators.valueType,
        unitOfMeasure: indicators.unitOfMeasure,
        decimals: indicators.decimals,
      },
      kind: revisions.kind,
      // Beside a maximum SQLite gives the other columns of that row.
      version: max(revisions.version),
      value: revisions.value,
      high: revisions.high,
      denominator: revisions.denominator,
      qualifier: revisions.qualifier,
      text: revisions.text,
      currentVersion: figures.version,
      endedAt: lines.endedAt,
    })
    .from(revisions)
    .innerJoin(figures, and(eq(figures.lineId, revisions.lineId), eq(figures.kind, revisions.kind)))
    .innerJoin(lines, eq(lines.id, revisions.lineId))
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .innerJoin(sheets, eq(sheets.id, lines.sheetId))
    .innerJoin(units, eq(units.id, sheets.unitId))
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .where(cited(documentId, actor))
    .groupBy(revisions.lineId, revisions.kind)
    .orderBy(...inOrder, asc(lines.position), kindPlace)
    .limit(limit)
    .offset(offset)
  return {
    ...place,
    rows: rows.map(({ unit, parent, version, value, high, denominator, qualifier, text, endedAt, ...cell }) => ({
      ...cell,
      unit: { ...unit, parent },
      quantity: quantityOf({ value, high, denominator, qualifier, text }),
      version: version ?? cell.currentVersion,
      ended: endedAt !== null,
    })),
  }
}

/** What a document says about a whole sheet. */
export type StatedSheet = { unit: UnitView; year: number; statements: StatementView[] }

/** So many statements are shown; `complete` says whether that was all. */
const MOST = 200

/** What a document states about whole sheets, sheet by sheet in the same order. */
export async function listStatedSheets(
  reader: Reader,
  actor: Actor,
  { id, document }: { id: string; document: DocumentView },
): Promise<{ sheets: StatedSheet[]; complete: boolean }> {
  const rows = await reader
    .select({
      sheetId: sheets.id,
      unit: unitColumns,
      parent: parentColumns,
      year: sheets.year,
      statement: {
        subject: statements.subject,
        tier: statements.tier,
        setName: statements.setName,
        count: statements.count,
        total: statements.total,
        qualifier: statements.qualifier,
        note: statements.note,
      },
    })
    .from(statements)
    .innerJoin(sheets, eq(sheets.id, statements.sheetId))
    .innerJoin(units, eq(units.id, sheets.unitId))
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .where(and(eq(statements.documentId, id), readableUnits(actor)))
    .orderBy(...inOrder, sql`${statements}."rowid"`)
    .limit(MOST + 1)
  const bySheet = Map.groupBy(rows.slice(0, MOST), ({ sheetId }) => sheetId)
  return {
    sheets: [...bySheet.values()].flatMap((said) => {
      const [first] = said
      if (!first) return []
      const { unit, parent, year } = first
      return [
        { unit: { ...unit, parent }, year, statements: said.map(({ statement }) => ({ ...statement, document })) },
      ]
    }),
    complete: rows.length <= MOST,
  }
}

const inOrder = [desc(sheets.year), asc(units.code), asc(units.validFrom)]
const kindPlace = sql`instr(${JSON.stringify(figureKinds)}, '"' || ${revisions.kind} || '"')`
