import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { Actor } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { indicators } from '../schema/indicators.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { readableUnits } from './readable.ts'

const parents = alias(indicators, 'parent')

/** An indicator under another; `onSheets` where a sheet that the actor may read has it. */
export type Part = { code: string; nameVi: string; nameEn: string; onSheets: boolean }

/** The indicators under the one of this code, by code, each with the names of its newest version. */
export async function listParts(reader: Reader, actor: Actor, code: string): Promise<Part[]> {
  const onSheets = new QueryBuilder()
    .select({ id: lines.indicatorId })
    .from(lines)
    .innerJoin(sheets, eq(sheets.id, lines.sheetId))
    .innerJoin(units, eq(units.id, sheets.unitId))
    .where(and(isNull(lines.endedAt), readableUnits(actor)))
  const versions = await reader
    .select({
      code: indicators.code,
      nameVi: indicators.nameVi,
      nameEn: indicators.nameEn,
      onSheets: sql`${indicators.id} in ${onSheets}`.mapWith(Boolean),
    })
    .from(indicators)
    .innerJoin(parents, eq(parents.id, indicators.parentId))
    .where(eq(parents.code, code))
    .orderBy(asc(indicators.code), desc(indicators.version))
  return [...Map.groupBy(versions, (version) => version.code).values()].flatMap(([newest, ...older]) =>
    newest ? [{ ...newest, onSheets: [newest, ...older].some((version) => version.onSheets) }] : [],
  )
}
