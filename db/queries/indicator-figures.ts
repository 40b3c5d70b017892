import { desc, eq, inArray } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { Actor } from '#domain/permissions.ts'
import type { IndicatorView, SheetLine } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { indicators } from '../schema/indicators.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { indicatorColumns } from './columns.ts'
import { type SheetView, selectSheets } from './list-sheets.ts'
import { readSheetLines } from './sheet-lines.ts'

const parents = alias(indicators, 'parent')

export type IndicatorFigures = {
  /** Every definition of the code, newest first. */
  versions: [IndicatorView, ...IndicatorView[]]
  /** By year, then by the code of the unit; a line says which version it is of. Ended lines are left out. */
  rows: { sheet: SheetView; line: SheetLine }[]
}

/** One indicator over the units and years that the actor may read, with all its figures; null for an unknown code. */
export async function getIndicatorFigures(
  reader: Reader,
  actor: Actor,
  code: string,
): Promise<IndicatorFigures | null> {
  const [newest, ...older] = await reader
    .select({ ...indicatorColumns, parentCode: parents.code })
    .from(indicators)
    .leftJoin(parents, eq(parents.id, indicators.parentId))
    .where(eq(indicators.code, code))
    .orderBy(desc(indicators.version))
  if (!newest) return null

  const ids = [newest, ...older].map(({ id }) => id)
  const onSheets = new QueryBuilder().select({ id: lines.sheetId }).from(lines).where(inArray(lines.indicatorId, ids))
  const found = await selectSheets(reader, actor, inArray(sheets.id, onSheets))
  const byId = await readSheetLines(
    reader,
    found.map(({ id }) => id),
    code,
  )
  const rows = found.flatMap((sheet) =>
    (byId.get(sheet.id) ?? []).filter(({ endedAt }) => endedAt === null).map((line) => ({ sheet, line })),
  )
  return { versions: [newest, ...older], rows }
}
