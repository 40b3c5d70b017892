import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { figures } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { readableUnits } from './readable.ts'

/** One unit that has the indicator on a sheet; the years, ascending, in which anything is recorded of it. */
export type Coverage = { code: string; unit: { slug: string; name: string }; years: number[] }

/** Which units the actor may read have which indicator, and in which years it has figures. */
export async function listCoverage(reader: Reader, actor: Actor): Promise<Coverage[]> {
  const rows = await reader
    .select({
      code: indicators.code,
      unit: { slug: units.slug, name: units.name },
      years: sql<
        string | null
      >`group_concat(distinct case when ${figures.qualifier} is not null then ${sheets.year} end)`,
    })
    .from(lines)
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .innerJoin(sheets, eq(sheets.id, lines.sheetId))
    .innerJoin(units, eq(units.id, sheets.unitId))
    .leftJoin(figures, eq(figures.lineId, lines.id))
    .where(and(isNull(lines.endedAt), readableUnits(actor)))
    .groupBy(indicators.code, units.id)
    .orderBy(asc(indicators.code), asc(units.code), asc(units.validFrom))
  return rows.map(({ years, ...row }) => ({
    ...row,
    years:
      years === null
        ? []
        : years
            .split(',')
            .map(Number)
            .sort((a, b) => a - b),
  }))
}
