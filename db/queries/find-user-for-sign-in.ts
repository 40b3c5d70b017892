import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import { users } from '../schema/people.ts'

/** What signing in needs of an account in use; null for an unknown, ended or system one. Case does not matter. */
export async function findUserForSignIn(
  reader: Reader,
  username: string,
): Promise<{ id: string; passwordHash: string | null; stamp: string } | null> {
  const [row] = await reader
    .select({ id: users.id, passwordHash: users.passwordHash, stamp: users.stamp })
    .from(users)
    .where(and(eq(users.username, username.trim().toLowerCase()), isNull(users.endedAt), isNotNull(users.passwordHash)))
  return row ?? null
}
