import { and, eq, isNull, sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type GrantRoleInput, grantRoleInput } from '#domain/inputs/grant-role.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import { guard } from '../guard.ts'
import { findUnit } from '../queries/find-unit.ts'
import { grants, users } from '../schema/people.ts'
import { build, statement } from '../statement.ts'
import { findProduct } from './places.ts'

export type GrantRoleOutput = { grant: string }

/** Gives a person a role over a unit and what is below it, or the administrator's role over everything. */
export const grantRole: Command<GrantRoleInput, GrantRoleOutput, Found> = {
  name: 'grant_role',
  action: 'administer',
  input: grantRoleInput,
  find: findProduct,

  async plan({ reader, at }, { username, role, unit: slug }) {
    const [user] = await reader
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.username, username), eq(users.system, false), isNull(users.endedAt)))
    const unit = slug === undefined ? null : await findUnit(reader, slug)
    const unitId = unit?.id ?? null
    if (!user || (slug !== undefined && !unit)) {
      const problems = [
        ...(user ? [] : [{ path: 'username', reason: 'unknown_user' }]),
        ...(slug === undefined || unit ? [] : [{ path: 'unit', reason: 'unknown_unit' }]),
      ]
      return refuse('invalid', { problems })
    }
    const same = sql`"user_id" = ${user.id} and "role" = ${role} and "unit_id" is ${unitId} and "ended_at" is null`
    const [live] = await reader.select({ id: grants.id }).from(grants).where(same)
    if (live) return refuse('taken', { reason: 'grant_exists' })

    const id = nanoid()
    return ok({
      statements: [
        guard(sql`not exists (select 1 from "grants" where ${same})`),
        guard(sql`exists (select 1 from "users" where "id" = ${user.id} and "ended_at" is null)`),
        statement(build.insert(grants).values({ id, userId: user.id, role, unitId, grantedAt: at, endedAt: null })),
      ],
      output: { grant: id },
      journal: { ...(unit && { unitId: unit.id }), detail: { grant: id, username, role, unit: slug ?? null } },
    })
  },
}
