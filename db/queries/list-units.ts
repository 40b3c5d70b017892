import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { units } from '../schema/units.ts'
import { readableUnits } from './readable.ts'
import { parentColumns, parentUnits, type UnitView, unitColumns } from './unit-view.ts'

/** The units that the actor may read, by code and start of validity. */
export const listUnits = async (reader: Reader, actor: Actor): Promise<UnitView[]> =>
  reader
    .select({ ...unitColumns, parent: parentColumns })
    .from(units)
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .where(readableUnits(actor))
    .orderBy(asc(units.code), asc(units.validFrom))

/** A unit by its slug; null where it does not exist or the actor may not know that it does. */
export async function getUnit(reader: Reader, actor: Actor, slug: string): Promise<UnitView | null> {
  const [row] = await reader
    .select({ ...unitColumns, parent: parentColumns })
    .from(units)
    .leftJoin(parentUnits, eq(parentUnits.id, units.parentId))
    .where(and(eq(units.slug, slug), readableUnits(actor)))
  return row ?? null
}
