import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { IndicatorGroup } from '#domain/indicator.ts'
import type { Reader } from '../engine.ts'
import { indicators } from '../schema/indicators.ts'

const parents = alias(indicators, 'parent')

export type ValidIndicator = { id: string; code: string; parentCode: string | null; group: IndicatorGroup }

/** The newest version of every indicator that is valid in a year, by code: what a line of that year is made of. */
export async function findValidIndicators(reader: Reader, year: number): Promise<Map<string, ValidIndicator>> {
  const rows = await reader
    .select({ id: indicators.id, code: indicators.code, parentCode: parents.code, group: indicators.group })
    .from(indicators)
    .leftJoin(parents, eq(parents.id, indicators.parentId))
    .where(
      and(lte(indicators.validFromYear, year), or(isNull(indicators.validToYear), gte(indicators.validToYear, year))),
    )
    .orderBy(asc(indicators.version))
  return new Map(rows.map((row) => [row.code, row]))
}
