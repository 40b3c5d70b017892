import { createHash } from 'node:crypto'
import { and, eq, gt, gte, inArray, lte, or, sql } from 'drizzle-orm'
import { clockSlack } from '#domain/session-life.ts'
import type { Reader, Statement } from './engine.ts'
import { clearGuards, guard } from './guard.ts'
import { signInAttempts } from './schema/sign-in.ts'
import { build, statement } from './statement.ts'

/** Who tries to sign in: the name as typed, and the network address they come from. */
export type Caller = { username: string; address: string }

/** How many failures of what are too many within how many seconds. Each count begins anew after its time. */
type Limit = { of: 'pair' | 'address' | 'account'; most: number; seconds: number }

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * Against guessing: one account from one address; many accounts from one address; one account from many addresses.
 * Against locking others out: the last three do not bind whoever comes from where they have signed in before. The price,
 * taken knowingly: where one of these is full, such a name is answered otherwise than any other, so that whoever shares
 * an address may learn which names sign in from there.
 */
const limits: readonly Limit[] = [
  { of: 'pair', most: 5, seconds: 15 * MINUTE },
  // The tries under way count as well: one address cannot fill the line for the hashing (db/password.ts).
  { of: 'address', most: 8, seconds: 10 },
  { of: 'address', most: 100, seconds: HOUR },
  { of: 'account', most: 50, seconds: DAY },
]
/** A counter that ends further ahead than its own time and this is of a clock that was set back: it is over. */
const SLACK = clockSlack / 1000
/** An address stays the usual one of a person for so many seconds after they last signed in from there. */
const USUAL = 90 * DAY

/** A limit with the counter that belongs to one caller. */
type Counter = Limit & { key: string }

const keyOf = (...parts: readonly unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

function countersOf({ username, address }: Caller): Counter[] {
  const subject = { pair: [username, address], address: [address], account: [username] }
  return limits.map((limit) => ({ ...limit, key: keyOf(limit.of, limit.seconds, ...subject[limit.of]) }))
}

const usualKey = ({ username, address }: Caller) => keyOf('usual', username, address)

const after = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000).toISOString()
const { key: keyColumn, count, expiresAt } = signInAttempts

const furthest = (at: Date, seconds: number) => after(at, seconds + SLACK)
const stands = (at: Date, seconds: number) =>
  and(gt(expiresAt, at.toISOString()), lte(expiresAt, furthest(at, seconds)))

/** The counters that can refuse this caller. */
export async function bindingCounters(reader: Reader, caller: Caller, at: Date): Promise<Counter[]> {
  const [usual] = await reader
    .select({ count })
    .from(signInAttempts)
    .where(and(eq(keyColumn, usualKey(caller)), stands(at, USUAL)))
  return countersOf(caller).filter((counter) => !usual || counter.of === 'pair')
}

const full = (counters: readonly Counter[], at: Date) =>
  or(...counters.map(({ key, most, seconds }) => and(eq(keyColumn, key), gte(count, most), stands(at, seconds))))

const over = (counters: readonly Counter[], at: Date) =>
  or(
    lte(expiresAt, at.toISOString()),
    ...counters.map(({ key, seconds }) => and(eq(keyColumn, key), gt(expiresAt, furthest(at, seconds)))),
  )

/**
 * Counts a try as failed, before it is known how it ends, so that many at once are not more than many in a row. The
 * batch is refused, and nothing counted, where one of the `binding` counters is full.
 */
export const countTry = (caller: Caller, binding: readonly Counter[], at: Date): Statement[] => [
  statement(sql`delete from ${signInAttempts} where ${over(countersOf(caller), at)}`),
  guard(sql`not exists (select 1 from ${signInAttempts} where ${full(binding, at)})`),
  countUp(countersOf(caller).map(({ key, seconds }) => ({ key, count: 1, expiresAt: after(at, seconds) }))),
  clearGuards(),
]

const countUp = (rows: (typeof signInAttempts.$inferInsert)[]): Statement =>
  statement(
    build
      .insert(signInAttempts)
      .values(rows)
      .onConflictDoUpdate({ target: keyColumn, set: { count: sql`${count} + 1` } }),
  )

/** When the last of the full counters begins anew: UTC, ISO 8601. Now, where none is full any more. */
export async function fullUntil(reader: Reader, binding: readonly Counter[], at: Date): Promise<string> {
  const rows = await reader.select({ expiresAt }).from(signInAttempts).where(full(binding, at))
  return rows.map((row) => row.expiresAt).reduce((last, next) => (next > last ? next : last), at.toISOString())
}

const keysOf = (caller: Caller, isWanted: (limit: Limit) => boolean = () => true) =>
  countersOf(caller)
    .filter(isWanted)
    .map(({ key }) => key)

const takeBack = (keys: string[]): Statement =>
  statement(
    build
      .update(signInAttempts)
      .set({ count: sql`${count} - 1` })
      .where(inArray(keyColumn, keys)),
  )

/** The try came to nothing because the machine was busy. */
export const forgetTry = (caller: Caller): Statement => takeBack(keysOf(caller))

/** The caller was let in: the failures of the pair are forgotten, and the address is a usual one of the account. */
export function acceptTry(caller: Caller, at: Date): Statement[] {
  const usual = { key: usualKey(caller), count: 0, expiresAt: after(at, USUAL) }
  const pair = keysOf(caller, ({ of }) => of === 'pair')
  return [
    takeBack(keysOf(caller, ({ of }) => of !== 'pair')),
    statement(sql`delete from ${signInAttempts} where ${inArray(keyColumn, pair)}`),
    statement(
      build
        .insert(signInAttempts)
        .values(usual)
        .onConflictDoUpdate({ target: keyColumn, set: { expiresAt: usual.expiresAt } }),
    ),
  ]
}
