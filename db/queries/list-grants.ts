import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Actor, Role } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { grants } from '../schema/people.ts'
import { units } from '../schema/units.ts'

/** A role that stands; an administrator's names no unit. */
export type GrantView = { id: string; role: Role; unit: { slug: string; name: string } | null }

/** The actor's own live grants with the names of their units, the oldest first. */
export const listGrants = async (reader: Reader, { id }: Actor): Promise<GrantView[]> =>
  reader
    .select({ id: grants.id, role: grants.role, unit: { slug: units.slug, name: units.name } })
    .from(grants)
    .leftJoin(units, eq(units.id, grants.unitId))
    .where(and(eq(grants.userId, id), isNull(grants.endedAt)))
    .orderBy(asc(grants.grantedAt), asc(grants.id))
