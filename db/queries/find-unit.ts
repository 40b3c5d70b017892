import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Target } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { prepared } from '../prepared.ts'
import { units } from '../schema/units.ts'

const parents = alias(units, 'parent')
const grandparents = alias(units, 'grandparent')

type UnitTarget = Extract<Target, { kind: 'unit' }>
export type FoundUnit = { id: string; slug: string; validFrom: string; validTo: string | null; target: UnitTarget }

const selectUnit = prepared((reader) =>
  reader
    .select({
      id: units.id,
      slug: units.slug,
      validFrom: units.validFrom,
      validTo: units.validTo,
      parentId: parents.id,
      grandparentId: grandparents.id,
      recordsOwnAssignedPlan: units.recordsOwnAssignedPlan,
    })
    .from(units)
    .leftJoin(parents, eq(parents.id, units.parentId))
    .leftJoin(grandparents, eq(grandparents.id, parents.parentId))
    .where(eq(units.slug, sql.placeholder('slug')))
    .prepare(),
)

/** A unit by its slug, as the target of a permission. The administration has three levels, so two parents suffice. */
export async function findUnit(reader: Reader, slug: unknown): Promise<FoundUnit | null> {
  if (typeof slug !== 'string') return null
  const [row] = await selectUnit(reader).all({ slug })
  if (!row) return null
  const lineage = [row.id, row.parentId, row.grandparentId].filter((id) => id !== null)
  return {
    id: row.id,
    slug: row.slug,
    validFrom: row.validFrom,
    validTo: row.validTo,
    target: { kind: 'unit', lineage, recordsOwnAssignedPlan: row.recordsOwnAssignedPlan },
  }
}
