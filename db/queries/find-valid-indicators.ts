import { and, eq, gt, gte, isNull, lte, notExists, or } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { IndicatorGroup } from '#domain/indicator.ts'
import type { Reader } from '../engine.ts'
import { indicators } from '../schema/indicators.ts'

const parents = alias(indicators, 'parent')
const later = alias(indicators, 'later')

export type ValidIndicator = {
  id: string
  code: string
  parentId: string | null
  parentCode: string | null
  group: IndicatorGroup
}

const validIn = (year: number, { validFromYear, validToYear }: typeof indicators | typeof later) =>
  and(lte(validFromYear, year), or(isNull(validToYear), gte(validToYear, year)))

/** The condition on `indicators` that keeps to the newest version that is valid in a year. */
export const newestIn = (year: number) =>
  and(
    validIn(year, indicators),
    notExists(
      new QueryBuilder()
        .select({ id: later.id })
        .from(later)
        .where(and(eq(later.code, indicators.code), gt(later.version, indicators.version), validIn(year, later))),
    ),
  )

/** The newest version of every indicator that is valid in a year, by code: what a line of that year is made of. */
export async function findValidIndicators(reader: Reader, year: number): Promise<Map<string, ValidIndicator>> {
  const rows = await reader
    .select({
      id: indicators.id,
      code: indicators.code,
      parentId: indicators.parentId,
      parentCode: parents.code,
      group: indicators.group,
    })
    .from(indicators)
    .leftJoin(parents, eq(parents.id, indicators.parentId))
    .where(newestIn(year))
  return new Map(rows.map((row) => [row.code, row]))
}
