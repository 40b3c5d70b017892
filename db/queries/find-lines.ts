import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { IndicatorGroup } from '#domain/indicator.ts'
import type { Reader } from '../engine.ts'
import { indicators } from '../schema/indicators.ts'
import { lines } from '../schema/sheets.ts'

const parents = alias(indicators, 'parent')

export type FoundLine = {
  id: string
  indicatorId: string
  code: string
  parentCode: string | null
  group: IndicatorGroup
  position: number
  number: string
  inAssignedSet: boolean
  inAdoptedSet: boolean
  office: string | null
  endedAt: string | null
}

/** The lines of a sheet without their figures, ended ones included, in the order of the sheet. */
export const findLines = async (reader: Reader, sheetId: string): Promise<FoundLine[]> =>
  reader
    .select({
      id: lines.id,
      indicatorId: lines.indicatorId,
      code: indicators.code,
      parentCode: parents.code,
      group: indicators.group,
      position: lines.position,
      number: lines.number,
      inAssignedSet: lines.inAssignedSet,
      inAdoptedSet: lines.inAdoptedSet,
      office: lines.office,
      endedAt: lines.endedAt,
    })
    .from(lines)
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .leftJoin(parents, eq(parents.id, indicators.parentId))
    .where(eq(lines.sheetId, sheetId))
    .orderBy(asc(lines.position), asc(lines.id))
