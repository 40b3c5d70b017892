import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { FigureKind } from '#domain/figure.ts'
import type { Reader } from '../engine.ts'
import { figures } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { lines } from '../schema/sheets.ts'
import { among } from './columns.ts'

/** Lines that may hold figures, and those of them that hold one of the kinds that were asked for. */
export type EntryProgress = { total: number; filled: number }

/** How far sheets are filled, by their ids; one without lines is not in it. */
export async function readEntryProgress(
  reader: Reader,
  sheetIds: readonly string[],
  kinds: readonly FigureKind[],
): Promise<Map<string, EntryProgress>> {
  const rows = await reader
    .select({
      sheetId: lines.sheetId,
      total: sql`count(*)`.mapWith(Number),
      filled: sql`sum(exists (select 1 from ${figures}
        where ${figures.lineId} = ${lines.id} and ${figures.qualifier} is not null
          and ${inArray(figures.kind, [...kinds])}))`.mapWith(Number),
    })
    .from(lines)
    .innerJoin(indicators, and(eq(indicators.id, lines.indicatorId), eq(indicators.heading, false)))
    .where(and(among(lines.sheetId, sheetIds), isNull(lines.endedAt)))
    .groupBy(lines.sheetId)
  return new Map(rows.map(({ sheetId, ...progress }) => [sheetId, progress]))
}
