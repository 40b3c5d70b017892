import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { changePassword } from '#db/commands/change-password.ts'
import { endGrant } from '#db/commands/end-grant.ts'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { hashPassword } from '#db/password.ts'
import { checkPassword, endSession, noteSeen, sessionOf, startSession } from '#db/sign-in.ts'
import { bindingCounters, type Caller, countTry } from '#db/sign-in-limits.ts'
import { granted, type Ledger, testLedger } from '#tests/support/database.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** Sessions and the limits of signing in, with a clock of the test's own. */

// Real hashes, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const start = new Date('2026-11-23T08:00:00.000Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds)

const password = 'bảy con mèo nằm ngủ trưa'
// A hash says what it costs to check, and this one says: little. Nobody's, and a new one, take what they take.
const passwordHash = await hash(password.normalize('NFC'), { memoryCost: 1024, timeCost: 1 })

let ledger: Ledger
beforeEach(async () => {
  ledger = await testLedger()
  ledger.database.prepare('update users set password_hash = ?').run(passwordHash)
})

const editor = { id: 'editor', stamp: 'stamp of editor' }
const begin = (at = start) => startSession(ledger.engine, editor, at)
const find = (id: string, at = start) => sessionOf(ledger.engine, id, at)

describe('a session', () => {
  test('brings the person and their grants in one statement', async () => {
    const id = await begin()
    const statements: string[] = []
    const engine = embeddedEngine(ledger.database, (sql) => statements.push(sql))
    expect(await sessionOf(engine, id, start)).toEqual({
      actor: await ledger.person('editor'),
      seenAt: start.toISOString(),
      end: null,
    })
    expect(statements).toHaveLength(1)
  })

  test('of somebody without a grant is a session', async () => {
    ledger.database.prepare("delete from grants where user_id = 'editor'").run()
    expect(await find(await begin())).toMatchObject({ actor: { id: 'editor', grants: [] } })
  })

  test('stands in the database under a hash of its id only, and in no journal', async () => {
    const journal = ledger.journal()
    const id = await begin()
    expect(Buffer.from(id, 'base64url')).toHaveLength(32)
    expect(JSON.stringify(ledger.contents())).not.toContain(id)
    expect(await find(String(ledger.one('select id_hash from sessions')))).toBeNull()
    expect(ledger.journal()).toEqual(journal)
  })

  test('ends an hour after the last request, and says so', async () => {
    const id = await begin()
    expect(await find(id, later(HOUR - 1))).toMatchObject({ end: null })
    expect(await find(id, later(HOUR))).toEqual({ end: 'idle' })
  })

  test('ends twelve hours after the sign-in, however busy, and says so for the rest of the day', async () => {
    const id = await begin()
    for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
      const at = later(minutes * MINUTE)
      const found = await find(id, at)
      if (!found || found.end !== null) throw new Error(`Over after ${minutes} minutes.`)
      await noteSeen(ledger.engine, id, found.seenAt, at)
    }
    expect(await find(id, later(12 * HOUR - 1))).toMatchObject({ end: null })
    expect(await find(id, later(12 * HOUR))).toEqual({ end: 'day_over' })
    await begin(later(24 * HOUR))
    expect(await find(id, later(24 * HOUR))).toEqual({ end: 'day_over' })
  })

  test('is noted as seen once a minute', async () => {
    const id = await begin()
    const seen = () => ledger.one('select seen_at from sessions')
    await noteSeen(ledger.engine, id, start.toISOString(), later(MINUTE - 1))
    expect(seen()).toBe(start.toISOString())
    await noteSeen(ledger.engine, id, start.toISOString(), later(MINUTE))
    expect(seen()).toBe(later(MINUTE).toISOString())
    // A request that read the session before that one noted it.
    await noteSeen(ledger.engine, id, start.toISOString(), later(MINUTE + 1))
    expect(seen()).toBe(later(MINUTE).toISOString())
  })

  test('that signs out is over, and only that one', async () => {
    const [id, other] = [await begin(), await begin()]
    await endSession(ledger.engine, id)
    expect(await find(id)).toBeNull()
    expect(await find(other)).toMatchObject({ end: null })
  })

  test('ends with a changed password, and with the account', async () => {
    const id = await begin()
    granted(await ledger.as('editor').write(changePassword, { current: password, next: 'mười hai con giáp quanh hồ' }))
    expect(await find(id)).toBeNull()
    // Its password was right when it was checked, and changed before the session began.
    expect(await find(await begin())).toBeNull()

    const colleague = await startSession(ledger.engine, { id: 'colleague', stamp: 'stamp of colleague' }, start)
    expect(await find(colleague)).toMatchObject({ end: null })
    ledger.database.prepare("update users set ended_at = '2026-11-23' where id = 'colleague'").run()
    expect(await find(colleague)).toBeNull()
  })

  test('loses a grant with its end', async () => {
    const id = await begin()
    granted(await ledger.as('administrator').write(endGrant, { grant: 'grant of editor' }))
    expect(await find(id)).toMatchObject({ actor: { grants: [] } })
  })

  test('of a clock that was set back since is over, and cleared away by the next', async () => {
    const id = await begin(later(6 * MINUTE))
    expect(await find(id)).toEqual({ end: 'clock_moved' })
    await begin()
    expect(await find(id, later(6 * MINUTE))).toBeNull()
  })

  test('unknown is none', async () => {
    expect(await find('nothing')).toBeNull()
    expect(await find('')).toBeNull()
  })

  test('is cleared away a day after it began, and the oldest of more than a hundred at once', async () => {
    const first = await begin()
    const second = await begin(later(1))
    for (let more = 0; more < 99; more += 1) await begin(later(2))
    expect(await find(first)).toBeNull()
    expect(await find(second)).toMatchObject({ end: null })
    await startSession(ledger.engine, { id: 'viewer', stamp: 'stamp of viewer' }, later(24 * HOUR + 2))
    expect(ledger.one("select count(*) from sessions where user_id = 'editor'")).toBe(99)
    await startSession(ledger.engine, { id: 'viewer', stamp: 'stamp of viewer' }, later(24 * HOUR + 3))
    expect(ledger.one('select count(*) from sessions')).toBe(2)
  })
})

const here = '192.0.2.1'
const there = '198.51.100.7'
type Try = Partial<Caller> & { password?: string; at?: Date }
const signIn = ({ at = start, ...typed }: Try = {}, engine = ledger.engine) =>
  checkPassword(engine, { username: 'editor', password, address: here, ...typed }, at)
const wrong = { password: 'một câu hoàn toàn khác' }
const accepted = { is: 'accepted', account: editor }
const limited = (until: Date) => ({ is: 'limited', until: until.toISOString() })

/** So many failures, counted as checkPassword counts them, but without the work of hashing. None is refused. */
async function fail(times: number, of: (index: number) => Omit<Try, 'password'> = () => ({})): Promise<void> {
  for (let index = 0; index < times; index += 1) {
    const { at = start, username = 'editor', address = here } = of(index)
    const caller = { username, address }
    const binding = await bindingCounters(ledger.engine.reader, caller, at)
    expect(await ledger.engine.commit(countTry(caller, binding, at))).toEqual({ ok: true })
  }
}

describe('signing in', () => {
  test('takes the name in any case, and the one password', async () => {
    expect(await signIn({ username: ' Editor ' })).toEqual(accepted)
    expect(await signIn(wrong)).toEqual({ is: 'refused' })
    expect(await signIn({ username: 'nobody' })).toEqual({ is: 'refused' })
  })

  test.each(['editor', 'nobody'])('is closed to %s after five failures, were the sixth right', async (username) => {
    for (let index = 0; index < 5; index += 1) {
      expect(await signIn({ username, ...wrong })).toEqual({ is: 'refused' })
    }
    const end = later(15 * MINUTE)
    expect(await signIn({ username })).toEqual(limited(end))
    expect(await signIn({ username: ` ${username.toUpperCase()}`, at: later(15 * MINUTE - 1) })).toEqual(limited(end))
    expect((await signIn({ username, at: end })).is).toBe(username === 'editor' ? 'accepted' : 'refused')
  })

  test('over a limit counts nowhere, and costs no hash', async () => {
    await fail(5)
    const before = ledger.contents()
    const noRoom = Array.from({ length: 20 }, () => hashPassword(password))
    for (let more = 0; more < 50; more += 1) expect((await signIn(wrong)).is).toBe('limited')
    expect(ledger.contents()).toEqual(before)
    await Promise.all(noRoom)
  })

  test('forgets the failures of the pair when it succeeds', async () => {
    await fail(4)
    expect(await signIn()).toEqual(accepted)
    await fail(5)
    expect((await signIn()).is).toBe('limited')
  })

  test('nine times at once is no more than five times in a row', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, () => signIn(wrong)))
    expect(answers.filter(({ is }) => is === 'refused')).toHaveLength(5)
    expect(answers.filter(({ is }) => is === 'limited')).toHaveLength(4)
  })

  test('is no failure where there was no room to look', async () => {
    const noRoom = Array.from({ length: 20 }, () => hashPassword(password))
    for (let index = 0; index < 6; index += 1) expect(await signIn()).toEqual({ is: 'busy' })
    await Promise.all(noRoom)
    expect(await signIn()).toEqual(accepted)
  })

  test('keeps nothing of what was typed', async () => {
    await signIn({ username: password, ...wrong })
    expect(JSON.stringify(ledger.contents())).not.toContain(password)
  })

  test('clears away what no longer counts', async () => {
    await signIn()
    await fail(2)
    await fail(1, () => ({ username: 'nobody', address: there, at: later(25 * HOUR) }))
    // One row for each of the four counters of the last try, and the usual address of the first.
    expect(ledger.one('select count(*) from sign_in_attempts')).toBe(5)
  })

  test('does not wait for a clock that was set back: such counters are over, and counted anew', async () => {
    const year = 365 * 24 * HOUR
    await fail(5, () => ({ at: later(year) }))
    expect(await signIn({ at: later(year) })).toEqual(limited(later(year + 15 * MINUTE)))
    // A little ahead is no other clock: requests overtake each other.
    expect((await signIn({ at: later(year - MINUTE) })).is).toBe('limited')
    await fail(5)
    expect(await signIn()).toEqual(limited(later(15 * MINUTE)))
    expect(await signIn({ at: later(15 * MINUTE) })).toEqual(accepted)
  })

  test('survives a restart: who was over a limit still is, and who was signed in', async () => {
    const file = join(temporaryFolder('sign-in'), 'app.db')
    ledger.database.exec(`vacuum into '${file}'`)
    ledger = await testLedger(openDatabase(file))
    await fail(5)
    const id = await begin()
    ledger.engine.close()

    ledger = await testLedger(openDatabase(file))
    expect(await signIn()).toEqual(limited(later(15 * MINUTE)))
    expect(await signIn({ at: later(15 * MINUTE) })).toEqual(accepted)
    expect(await find(id)).toMatchObject({ end: null })
    ledger.engine.close()
  })
})

describe('an address', () => {
  /** A hundred failures under as many names, slowly enough for the limit of a moment. */
  const slowly = (index: number) => later(index * 1260)
  const spray = () => fail(100, (index) => ({ username: `name ${index}`, at: slowly(index) }))

  test('may fail a hundred times an hour, whatever the names', async () => {
    await spray()
    expect(await signIn({ at: slowly(100) })).toEqual(limited(later(HOUR)))
    expect(await signIn({ at: slowly(100), address: there })).toEqual(accepted)
    expect(await signIn({ at: later(HOUR) })).toEqual(accepted)
  })

  test('may fail eight times in ten seconds', async () => {
    await fail(8, (index) => ({ username: `name ${index}` }))
    expect(await signIn()).toEqual(limited(later(10_000)))
    expect(await signIn({ at: later(10_000) })).toEqual(accepted)
  })

  test('over its limits still lets in whoever usually signs in there', async () => {
    expect(await signIn()).toEqual(accepted)
    await spray()
    expect((await signIn({ username: 'colleague', at: slowly(100) })).is).toBe('limited')
    expect(await signIn({ at: slowly(100) })).toEqual(accepted)
  })

  test('may sign in as often as it likes', async () => {
    for (let index = 0; index < 9; index += 1) expect(await signIn()).toEqual(accepted)
    await fail(1, () => ({ username: 'somebody else' }))
  })

  test('that floods the door with wrong sign-ins keeps no other out', async () => {
    const flood = Array.from({ length: 60 }, (_, index) => signIn({ ...wrong, username: `name ${index}` }))
    expect(await signIn({ address: there })).toEqual(accepted)
    const answers = await Promise.all(flood)
    expect(answers.filter(({ is }) => is === 'refused')).toHaveLength(8)
    expect(answers.filter(({ is }) => is === 'limited')).toHaveLength(52)
  })
})

describe('an account', () => {
  const ninetyDays = 90 * 24 * HOUR
  /** Fifty failures from as many addresses. */
  const besiege = (at = start) => fail(50, (index) => ({ address: `203.0.113.${index}`, at }))

  test('that fails from everywhere is closed to new addresses for a day', async () => {
    await besiege()
    expect(await signIn()).toEqual(limited(later(24 * HOUR)))
    expect((await signIn({ username: 'colleague' })).is).toBe('accepted')
    expect(await signIn({ at: later(24 * HOUR) })).toEqual(accepted)
  })

  test('stays open to the address it usually signs in from, where five failures are too many as ever', async () => {
    expect(await signIn()).toEqual(accepted)
    await besiege(later(ninetyDays - HOUR))
    await fail(5, () => ({ at: later(ninetyDays - 20 * MINUTE) }))
    expect((await signIn({ at: later(ninetyDays - 20 * MINUTE) })).is).toBe('limited')
    expect(await signIn({ at: later(ninetyDays - 5 * MINUTE) })).toEqual(accepted)
    expect((await signIn({ address: there, at: later(ninetyDays - 5 * MINUTE) })).is).toBe('limited')
  })

  test('has no usual address by a clock that was set back since', async () => {
    expect(await signIn({ at: later(HOUR) })).toEqual(accepted)
    await besiege()
    expect((await signIn()).is).toBe('limited')
  })

  test('has a usual address for ninety days', async () => {
    expect(await signIn()).toEqual(accepted)
    await besiege(later(ninetyDays - HOUR))
    expect((await signIn({ at: later(ninetyDays) })).is).toBe('limited')
  })
})
