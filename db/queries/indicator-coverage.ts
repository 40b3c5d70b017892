import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { figures } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { among } from './columns.ts'
import { readableUnits } from './readable.ts'

/** The sheets of more units are not looked through for a list: there may be thousands. */
export const coveredUnits = 10

/** One unit that has the indicator on a sheet; the years, ascending, in which anything is recorded of it. */
export type UnitCoverage = { code: string; unit: { slug: string; name: string }; years: number[] }

export type Coverage = {
  /** By indicator, then by the code of the unit. */
  units: UnitCoverage[]
  /** False where the actor may read more units than the `coveredUnits` that were looked at. */
  complete: boolean
}

/** Which of the first units that the actor may read have which indicator, and in which years it has figures. */
export async function listCoverage(reader: Reader, actor: Actor): Promise<Coverage> {
  const readable = await reader
    .select({ id: units.id })
    .from(units)
    .where(readableUnits(actor))
    .orderBy(asc(units.code), asc(units.validFrom))
    .limit(coveredUnits + 1)
  const ids = readable.slice(0, coveredUnits).map(({ id }) => id)
  const recorded = sql`exists (select 1 from ${figures}
    where ${figures.lineId} = ${lines.id} and ${figures.qualifier} is not null)`
  const rows = await reader
    .select({
      code: indicators.code,
      unit: { slug: units.slug, name: units.name },
      years: sql<string | null>`group_concat(distinct case when ${recorded} then ${sheets.year} end)`,
    })
    .from(units)
    .innerJoin(sheets, eq(sheets.unitId, units.id))
    .innerJoin(lines, eq(lines.sheetId, sheets.id))
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .where(and(among(units.id, ids), isNull(lines.endedAt)))
    .groupBy(indicators.code, units.id)
    .orderBy(asc(indicators.code), asc(units.code), asc(units.validFrom))
  return { units: rows.map((row) => ({ ...row, years: yearsOf(row.years) })), complete: ids.length === readable.length }
}

const yearsOf = (joined: string | null): number[] =>
  joined === null
    ? []
    : joined
        .split(',')
        .map(Number)
        .sort((a, b) => a - b)
