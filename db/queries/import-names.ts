import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Definition } from '#domain/import-rows.ts'
import type { NameableUnit } from '#domain/import-units.ts'
import type { Actor, Target } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { indicators } from '../schema/indicators.ts'
import { units } from '../schema/units.ts'
import { indicatorColumns } from './columns.ts'
import { readableUnits } from './readable.ts'

const parents = alias(units, 'parent')
const grandparents = alias(units, 'grandparent')
const parentIndicators = alias(indicators, 'parent_indicator')

/** A unit that a file may name, as the target of a permission. */
export type ImportUnit = NameableUnit & { id: string; target: Extract<Target, { kind: 'unit' }> }

/** Every unit that the actor may read. The administration has three levels, so two parents suffice. */
export async function readImportUnits(reader: Reader, actor: Actor): Promise<ImportUnit[]> {
  const rows = await reader
    .select({
      id: units.id,
      slug: units.slug,
      code: units.code,
      name: units.name,
      kind: units.kind,
      validFrom: units.validFrom,
      validTo: units.validTo,
      recordsOwnAssignedPlan: units.recordsOwnAssignedPlan,
      parentId: parents.id,
      grandparentId: grandparents.id,
    })
    .from(units)
    .leftJoin(parents, eq(parents.id, units.parentId))
    .leftJoin(grandparents, eq(grandparents.id, parents.parentId))
    .where(readableUnits(actor))
    .orderBy(units.slug)
  return rows.map(({ recordsOwnAssignedPlan, parentId, grandparentId, ...unit }) => {
    const lineage = [unit.id, parentId, grandparentId].filter((id) => id !== null)
    return { ...unit, target: { kind: 'unit', lineage, recordsOwnAssignedPlan } }
  })
}

/** Every version of every indicator, with the years in which it is valid. */
export const readDefinitions = async (reader: Reader): Promise<Definition[]> =>
  reader
    .select({
      ...indicatorColumns,
      parentCode: parentIndicators.code,
      validFromYear: indicators.validFromYear,
      validToYear: indicators.validToYear,
    })
    .from(indicators)
    .leftJoin(parentIndicators, eq(parentIndicators.id, indicators.parentId))
    .orderBy(indicators.code, indicators.version)
