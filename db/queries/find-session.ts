import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#domain/permissions.ts'
import { type SessionEnd, sessionEnd } from '#domain/session-life.ts'
import type { Reader } from '../engine.ts'
import { prepared } from '../prepared.ts'
import { grants, users } from '../schema/people.ts'
import { sessions } from '../schema/sign-in.ts'
import { actorOf, liveGrants, personAndGrant } from './find-actor.ts'

/** A session that lives, with its person; or why one ended by itself. */
export type FoundSession = { actor: Actor; seenAt: string; end: null } | { end: SessionEnd }

const selectSession = prepared((reader) =>
  reader
    .select({ ...personAndGrant, session: { signedInAt: sessions.signedInAt, seenAt: sessions.seenAt } })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), eq(users.stamp, sessions.stamp), isNull(users.endedAt)))
    .leftJoin(grants, liveGrants)
    .where(eq(sessions.idHash, sql.placeholder('idHash')))
    .prepare(),
)

/**
 * The session with this hash, its person and their live grants, in one statement, for it stands before every request.
 * Null where it does not exist, was signed out, or its account has ended or another stamp.
 */
export async function findSession(reader: Reader, idHash: string, now: Date): Promise<FoundSession | null> {
  const rows = await selectSession(reader).all({ idHash })
  const actor = actorOf(rows)
  const life = rows[0]?.session
  if (!actor || !life) return null
  const end = sessionEnd(life, now)
  return end ? { end } : { actor, seenAt: life.seenAt, end }
}
