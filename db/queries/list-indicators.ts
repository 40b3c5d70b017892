import { asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { IndicatorView } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { figures } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { lines } from '../schema/sheets.ts'
import { indicatorColumns } from './columns.ts'

const parents = alias(indicators, 'parent')

export type CatalogueEntry = IndicatorView & {
  validFromYear: number
  validToYear: number | null
  /** Figures are recorded under this version, so its meaning is fixed. */
  inUse: boolean
}

/** The catalogue: every version of every indicator, by code, the newest version first. */
export const listIndicators = async (reader: Reader): Promise<CatalogueEntry[]> =>
  reader
    .select({
      ...indicatorColumns,
      parentCode: parents.code,
      validFromYear: indicators.validFromYear,
      validToYear: indicators.validToYear,
      inUse: sql`exists (
        select 1 from ${lines} join ${figures} on ${figures.lineId} = ${lines.id}
        where ${lines.indicatorId} = ${indicators.id})`.mapWith(Boolean),
    })
    .from(indicators)
    .leftJoin(parents, eq(parents.id, indicators.parentId))
    .orderBy(asc(indicators.code), desc(indicators.version))
