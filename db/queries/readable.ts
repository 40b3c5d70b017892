import { inArray, or, type SQL } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import { type Actor, readableRoots } from '#domain/permissions.ts'
import { units } from '../schema/units.ts'

const parents = alias(units, 'readable_parent')

/**
 * The condition on `units` that keeps to what the actor may read: the units they were granted, and those one and two
 * levels below. Undefined: all of them.
 */
export function readableUnits(actor: Actor): SQL | undefined {
  const roots = readableRoots(actor)
  if (roots === null) return undefined
  const granted = [...roots]
  const children = new QueryBuilder().select({ id: parents.id }).from(parents).where(inArray(parents.parentId, granted))
  return or(inArray(units.id, granted), inArray(units.parentId, granted), inArray(units.parentId, children))
}
