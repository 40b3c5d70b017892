import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { grants, users } from '../schema/people.ts'

/**
 * The person and their live grants, fresh from the database; null where the account does not exist or has ended.
 * With `stamp`, also null where the account's stamp is another one: the session is over.
 */
export async function findActor(reader: Reader, userId: string, stamp?: string): Promise<Actor | null> {
  const rows = await reader
    .select({ user: users, grant: { id: grants.id, role: grants.role, unitId: grants.unitId } })
    .from(users)
    .leftJoin(grants, and(eq(grants.userId, users.id), isNull(grants.endedAt)))
    .where(and(eq(users.id, userId), isNull(users.endedAt)))
  const user = rows[0]?.user
  if (!user || (stamp !== undefined && user.stamp !== stamp)) return null
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    system: user.system,
    grants: rows.flatMap(({ grant }) => (grant ? [grant] : [])),
  }
}
