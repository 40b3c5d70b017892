import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Role } from '#domain/permissions.ts'
import type { UnitKind } from '#domain/unit.ts'
import type { Reader } from '../engine.ts'
import { grants, users } from '../schema/people.ts'
import { units } from '../schema/units.ts'

export type PersonView = {
  username: string
  name: string
  createdAt: string
  /** UTC; null while the account is in use. */
  endedAt: string | null
  /** Those that stand; an administrator's names no unit. */
  grants: { id: string; role: Role; unit: { slug: string; name: string; kind: UnitKind } | null; grantedAt: string }[]
}

/** Everybody who has an account, by username. For administrators alone: the caller asks `can(actor, 'administer', …)`. */
export async function listPeople(reader: Reader): Promise<PersonView[]> {
  const rows = await reader
    .select({
      person: { username: users.username, name: users.name, createdAt: users.createdAt, endedAt: users.endedAt },
      grant: { id: grants.id, role: grants.role, grantedAt: grants.grantedAt },
      unit: { slug: units.slug, name: units.name, kind: units.kind },
    })
    .from(users)
    .leftJoin(grants, and(eq(grants.userId, users.id), isNull(grants.endedAt)))
    .leftJoin(units, eq(units.id, grants.unitId))
    .where(eq(users.system, false))
    .orderBy(asc(users.username), asc(grants.grantedAt), asc(grants.id))
  const people = new Map<string, PersonView>()
  for (const { person, grant, unit } of rows) {
    const view = people.get(person.username) ?? { ...person, grants: [] }
    people.set(person.username, view)
    if (grant) view.grants.push({ ...grant, unit })
  }
  return [...people.values()]
}
