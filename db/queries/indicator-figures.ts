import { and, desc, eq, exists, inArray } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { Actor } from '#domain/permissions.ts'
import type { IndicatorView, SheetLine } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { indicators } from '../schema/indicators.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { among, indicatorColumns } from './columns.ts'
import { type SheetView, selectSheets } from './list-sheets.ts'
import { liveLines, readSheetLines } from './sheet-lines.ts'

const parents = alias(indicators, 'parent')

export type IndicatorFigures = {
  /** Every definition of the code, newest first. */
  versions: [IndicatorView, ...IndicatorView[]]
  /** The sheets of these units that have it, by year, then by the code of the unit. */
  sheets: SheetView[]
  /** Its lines on them; each says which version it is of. Ended ones are left out, and a heading has none to show. */
  rows: { sheet: SheetView; line: SheetLine }[]
}

/** One indicator in those of some units that the actor may read, over all years; null for an unknown code. */
export async function getIndicatorFigures(
  reader: Reader,
  actor: Actor,
  code: string,
  unitSlugs: readonly string[],
): Promise<IndicatorFigures | null> {
  const [newest, ...older] = await reader
    .select({ ...indicatorColumns, parentCode: parents.code })
    .from(indicators)
    .leftJoin(parents, eq(parents.id, indicators.parentId))
    .where(eq(indicators.code, code))
    .orderBy(desc(indicators.version))
  if (!newest) return null

  const ids = [newest, ...older].map(({ id }) => id)
  const onSheet = new QueryBuilder()
    .select({ id: lines.id })
    .from(lines)
    .where(and(eq(lines.sheetId, sheets.id), inArray(lines.indicatorId, ids)))
  const found = await selectSheets(reader, actor, and(among(units.slug, unitSlugs), exists(onSheet)))
  const versions: IndicatorFigures['versions'] = [newest, ...older]
  if (newest.heading) return { versions, sheets: found, rows: [] }
  const byId = await readSheetLines(
    reader,
    found.map(({ id }) => id),
    [code],
  )
  const rows = found.flatMap((sheet) => liveLines(byId.get(sheet.id)).map((line) => ({ sheet, line })))
  return { versions, sheets: found, rows }
}
