import { eq, sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type ChangePasswordInput, changePasswordInput } from '#domain/inputs/change-password.ts'
import { containsUsername } from '#domain/inputs/password.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import { guard } from '../guard.ts'
import { hashPassword, verifyPassword } from '../password.ts'
import { users } from '../schema/people.ts'
import { build, statement } from '../statement.ts'
import { findOwnAccount } from './places.ts'

const invalid = (path: string, reason: string) => refuse('invalid', { problems: [{ path, reason }] })

/**
 * Changes the actor's own password, and with it the stamp: every session of the account is over. The stamp is a
 * secret of the session, so it is not in the answer, which the journal keeps; whoever renews the session reads it.
 */
export const changePassword: Command<ChangePasswordInput, Record<string, never>, Found> = {
  name: 'change_password',
  action: 'own_account',
  input: changePasswordInput,
  secrets: ['current', 'next'],
  find: findOwnAccount,

  async plan({ reader, actor }, { current, next }) {
    const [account] = await reader
      .select({ passwordHash: users.passwordHash, stamp: users.stamp })
      .from(users)
      .where(eq(users.id, actor.id))
    const verified = await verifyPassword(current, account?.passwordHash ?? null)
    if (!verified.ok) return verified
    if (!account || !verified.value) return invalid('current', 'wrong_password')
    if (containsUsername(next, actor.username)) return invalid('next', 'password_contains_username')

    const hashed = await hashPassword(next)
    if (!hashed.ok) return hashed
    return ok({
      statements: [
        guard(sql`exists (select 1 from "users" where "id" = ${actor.id} and "stamp" = ${account.stamp})`),
        statement(
          build.update(users).set({ passwordHash: hashed.value, stamp: nanoid() }).where(eq(users.id, actor.id)),
        ),
      ],
      output: {},
      journal: {},
    })
  },
}
