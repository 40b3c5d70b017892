import { and, asc, count, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { indicators } from '../schema/indicators.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { type ExportFilter, exportedSheets, when } from './export-filter.ts'
import { parentColumns, parentUnits, type UnitView, unitColumns } from './unit-view.ts'

/** How many live lines an export would hold, counted no further than `most` + 1. */
export async function countExportLines(
  reader: Reader,
  actor: Actor,
  filter: ExportFilter,
  most: number,
): Promise<number> {
  const some = reader
    .select({ id: lines.id })
    .from(sheets)
    .innerJoin(units, eq(units.id, sheets.unitId))
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .innerJoin(lines, eq(lines.sheetId, sheets.id))
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .where(
      and(
        isNull(lines.endedAt),
        when(filter.indicator, (code) => eq(indicators.code, code)),
        when(filter.group, (group) => eq(indicators.group, group)),
        await exportedSheets(reader, actor, filter),
      ),
    )
    .limit(most + 1)
    .as('some')
  const [row] = await reader.select({ lines: count() }).from(some)
  return row?.lines ?? 0
}

/** The years that an export holds, in order. */
export async function listExportYears(reader: Reader, actor: Actor, filter: ExportFilter): Promise<number[]> {
  const rows = await reader
    .selectDistinct({ year: sheets.year })
    .from(sheets)
    .innerJoin(units, eq(units.id, sheets.unitId))
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .where(await exportedSheets(reader, actor, filter))
    .orderBy(asc(sheets.year))
  return rows.map(({ year }) => year)
}

/** The units that an export holds, by code. */
export async function listExportUnits(reader: Reader, actor: Actor, filter: ExportFilter): Promise<UnitView[]> {
  return reader
    .selectDistinct({ ...unitColumns, parent: parentColumns })
    .from(sheets)
    .innerJoin(units, eq(units.id, sheets.unitId))
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .where(await exportedSheets(reader, actor, filter))
    .orderBy(asc(units.code), asc(units.validFrom))
}
