import { asc, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { IndicatorView } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { indicators } from '../schema/indicators.ts'
import { indicatorColumns } from './columns.ts'

const parents = alias(indicators, 'parent')

export type CatalogueEntry = IndicatorView & {
  validFromYear: number
  validToYear: number | null
}

/** The catalogue: every version of every indicator, by code, the newest version first. */
export const listIndicators = async (reader: Reader): Promise<CatalogueEntry[]> =>
  reader
    .select({
      ...indicatorColumns,
      parentCode: parents.code,
      validFromYear: indicators.validFromYear,
      validToYear: indicators.validToYear,
    })
    .from(indicators)
    .leftJoin(parents, eq(parents.id, indicators.parentId))
    .orderBy(asc(indicators.code), desc(indicators.version))
