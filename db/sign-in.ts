import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, lt, lte, or, sql } from 'drizzle-orm'
import { clockSlack } from '#domain/session-life.ts'
import type { Engine } from './engine.ts'
import { verifyPassword } from './password.ts'
import { type FoundSession, findSession } from './queries/find-session.ts'
import { findUserForSignIn } from './queries/find-user-for-sign-in.ts'
import { sessions } from './schema/sign-in.ts'
import { acceptTry, bindingCounters, type Caller, countTry, forgetTry, fullUntil } from './sign-in-limits.ts'
import { build, statement } from './statement.ts'

/**
 * Who is let in, and for how long. The commits here do not go through `write()`: signing in and being seen change no
 * figure and no right, so they are no row of the journal. They touch the two tables of schema/sign-in.ts only.
 */

/** An account that may have a session, and the stamp under which it lives. */
export type Account = { id: string; stamp: string }

/** `limited`: too many tries, to be taken up again at `until` (UTC, ISO 8601). `busy`: too many people at once. */
export type SignInAnswer =
  | { is: 'accepted'; account: Account }
  | { is: 'refused' | 'busy' }
  | { is: 'limited'; until: string }

/**
 * Checks a name and a password. A caller who is over a limit is refused before any hash is computed. Whether the name
 * or the password was wrong shows in no answer, count or (about) time; to whoever shares an address, what is said of
 * the limits (sign-in-limits.ts) holds.
 */
export async function checkPassword(
  engine: Engine,
  { password, ...typed }: Caller & { password: string },
  at: Date,
): Promise<SignInAnswer> {
  const caller = { ...typed, username: typed.username.trim().toLowerCase() }
  const binding = await bindingCounters(engine.reader, caller, at)
  const counted = await engine.commit(countTry(caller, binding, at))
  if (!counted.ok) return { is: 'limited', until: await fullUntil(engine.reader, binding, at) }

  const account = await findUserForSignIn(engine.reader, caller.username)
  const verified = await verifyPassword(password, account?.passwordHash ?? null)
  if (!verified.ok) {
    await engine.commit([forgetTry(caller)])
    return { is: 'busy' }
  }
  if (!account || !verified.value) return { is: 'refused' }
  await engine.commit(acceptTry(caller, at))
  return { is: 'accepted', account: { id: account.id, stamp: account.stamp } }
}

/** Sessions of one person at the same time; a further one ends the one that was seen longest ago. */
const MOST_SESSIONS = 100
/** Longer than any session: its row says for a while why it ended. Milliseconds. */
const KEPT = 24 * 60 * 60 * 1000
/** `seen_at` is written no more often than this, so that a request is a read. Milliseconds. */
const SEEN_EVERY = 60_000

const hashOf = (id: string) => createHash('sha256').update(id).digest('base64url')
const before = (at: Date, milliseconds: number) => new Date(at.getTime() - milliseconds).toISOString()

/**
 * Begins a session, and clears away those long over, and those of a clock that was set back. The id is a secret: only
 * the cookie holds it.
 */
export async function startSession(engine: Engine, { id: userId, stamp }: Account, at: Date): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  const now = at.toISOString()
  const { signedInAt } = sessions
  const over = or(lt(signedInAt, before(at, KEPT)), gt(signedInAt, before(at, -clockSlack)))
  await engine.commit([
    statement(sql`delete from ${sessions} where ${over}`),
    statement(sql`delete from ${sessions} where ${eq(sessions.userId, userId)} and ${sessions.idHash} not in (
      select ${sessions.idHash} from ${sessions} where ${eq(sessions.userId, userId)}
      order by ${sessions.seenAt} desc limit ${MOST_SESSIONS - 1})`),
    statement(build.insert(sessions).values({ idHash: hashOf(id), userId, stamp, signedInAt: now, seenAt: now })),
  ])
  return id
}

/** The session with this id (queries/find-session.ts). */
export const sessionOf = ({ reader }: Engine, id: string, at: Date): Promise<FoundSession | null> =>
  findSession(reader, hashOf(id), at)

/** Notes that the session is in use, where that was not noted within the last minute. */
export async function noteSeen(engine: Engine, id: string, seenAt: string, at: Date): Promise<void> {
  const due = before(at, SEEN_EVERY)
  if (seenAt > due) return
  const unnoted = and(eq(sessions.idHash, hashOf(id)), lte(sessions.seenAt, due))
  await engine.commit([statement(build.update(sessions).set({ seenAt: at.toISOString() }).where(unnoted))])
}

/** Ends the session: a copy of its cookie opens nothing any more. */
export async function endSession(engine: Engine, id: string): Promise<void> {
  await engine.commit([statement(sql`delete from ${sessions} where ${eq(sessions.idHash, hashOf(id))}`)])
}
