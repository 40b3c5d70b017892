import { and, eq, notInArray } from 'drizzle-orm'
import type { Role } from '#domain/permissions.ts'
import { createUser } from '../commands/create-user.ts'
import { grantRole } from '../commands/grant-role.ts'
import type { Engine, Reader } from '../engine.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { ensureSystemActor } from '../system-actor.ts'
import { SeedRefused } from './read-published.ts'
import { type Load, loader, seedPublished } from './seed-published.ts'

/** Known to everybody: these accounts exist only in a demo. */
export const demoPassword = 'demo-so-chi-tieu'

export type DemoAccount = { username: string; name: string; role: Role; units: readonly string[] }

/** Named for what they do, not for invented persons. */
export const demoAccounts: readonly DemoAccount[] = [
  { username: 'quantri', name: 'Quản trị hệ thống', role: 'administrator', units: [] },
  { username: 'duyet.hanoi', name: 'Duyệt số liệu Hà Nội', role: 'approver', units: ['ha-noi'] },
  { username: 'duyet.haiphong', name: 'Duyệt số liệu Hải Phòng', role: 'approver', units: ['hai-phong'] },
  { username: 'nhap.hanoi', name: 'Nhập liệu Hà Nội', role: 'editor', units: ['ha-noi'] },
  { username: 'nhap.bactuliem', name: 'Nhập liệu Bắc Từ Liêm', role: 'editor', units: ['bac-tu-liem'] },
  { username: 'nhap.ngoquyen', name: 'Nhập liệu Ngô Quyền', role: 'editor', units: ['ngo-quyen'] },
  { username: 'xem', name: 'Theo dõi chung', role: 'viewer', units: ['ha-noi', 'hai-phong'] },
]

/**
 * Loads the published facts and the demo's accounts, once: what people have done in the demo since is left alone.
 * Refused for a ledger in which others have accounts: everybody knows the password of these. Throws SeedRefused.
 */
export async function seedDemo(engine: Engine): Promise<void> {
  const actor = await ensureSystemActor(engine, 'operator')
  const [done] = await engine.reader
    .select({ id: journal.id })
    .from(journal)
    .where(and(eq(journal.actorId, actor.id), eq(journal.key, lastKey)))
  if (done) return
  await requireNobodyElse(engine, demoAccounts)
  await seedPublished(engine)
  await createAccounts(engine.reader, loader(engine, actor), 'demo', demoAccounts)
}

/** Throws SeedRefused where a person has an account that is none of these. */
export async function requireNobodyElse({ reader }: Engine, accounts: readonly DemoAccount[]): Promise<void> {
  const usernames = accounts.map(({ username }) => username)
  const [other] = await reader
    .select({ username: users.username })
    .from(users)
    .where(and(eq(users.system, false), notInArray(users.username, usernames)))
  if (other) {
    throw new SeedRefused(`This ledger is in use ("${other.username}" has an account); a demo needs one of its own.`)
  }
}

/** Of the last write of a demo. */
const lastKey = 'demo/grant/xem/hai-phong'

/**
 * Makes the accounts that are not there yet, with the demo's password, and gives their roles; `key` begins the keys of
 * the writes. An account is not sent twice: its password has another hash each time.
 */
export async function createAccounts(
  reader: Reader,
  load: Load,
  key: string,
  accounts: readonly DemoAccount[],
): Promise<void> {
  for (const { username, name, role, units } of accounts) {
    const [known] = await reader.select({ id: users.id }).from(users).where(eq(users.username, username))
    if (!known) await load(createUser, `${key}/account/${username}`, { username, name, password: demoPassword })
    for (const unit of units) await load(grantRole, `${key}/grant/${username}/${unit}`, { username, role, unit })
    if (role === 'administrator') await load(grantRole, `${key}/grant/${username}`, { username, role })
  }
}
