import { and, asc, desc, eq, exists, isNull } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { Reader } from '../engine.ts'
import { indicators } from '../schema/indicators.ts'
import { lines } from '../schema/sheets.ts'
import { among } from './columns.ts'

const parents = alias(indicators, 'parent')

/** An indicator under another; `onSheets` where one of the sheets that were asked about has it. */
export type Part = { code: string; nameVi: string; nameEn: string; onSheets: boolean }

/** The indicators under the one of this code, by code, each with the names of its newest version. */
export async function listParts(reader: Reader, code: string, sheetIds: readonly string[]): Promise<Part[]> {
  const onSheets = new QueryBuilder()
    .select({ id: lines.id })
    .from(lines)
    .where(and(among(lines.sheetId, sheetIds), eq(lines.indicatorId, indicators.id), isNull(lines.endedAt)))
  const versions = await reader
    .select({
      code: indicators.code,
      nameVi: indicators.nameVi,
      nameEn: indicators.nameEn,
      onSheets: exists(onSheets).mapWith(Boolean),
    })
    .from(indicators)
    .innerJoin(parents, eq(parents.id, indicators.parentId))
    .where(eq(parents.code, code))
    .orderBy(asc(indicators.code), desc(indicators.version))
  return [...Map.groupBy(versions, (version) => version.code).values()].flatMap(([newest, ...older]) =>
    newest ? [{ ...newest, onSheets: [newest, ...older].some((version) => version.onSheets) }] : [],
  )
}
