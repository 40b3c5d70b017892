import { and, eq, isNull } from 'drizzle-orm'
import type { Actor, Grant } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { grants, users } from '../schema/people.ts'

/** A person and one of their live grants; a person without any is one row without. */
export const personAndGrant = {
  person: { id: users.id, username: users.username, name: users.name, system: users.system },
  grant: { id: grants.id, role: grants.role, unitId: grants.unitId },
}
export const liveGrants = and(eq(grants.userId, users.id), isNull(grants.endedAt))

/** The actor that such rows, all of one person, are about; null where there are none. */
export function actorOf(rows: readonly { person: Omit<Actor, 'grants'>; grant: Grant | null }[]): Actor | null {
  const [first] = rows
  return first ? { ...first.person, grants: rows.flatMap(({ grant }) => (grant ? [grant] : [])) } : null
}

/** The person and their live grants, fresh from the database; null where the account does not exist or has ended. */
export async function findActor(reader: Reader, userId: string): Promise<Actor | null> {
  const rows = await reader
    .select(personAndGrant)
    .from(users)
    .leftJoin(grants, liveGrants)
    .where(and(eq(users.id, userId), isNull(users.endedAt)))
  return actorOf(rows)
}
