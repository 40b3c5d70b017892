import { eq, sql } from 'drizzle-orm'
import { type EndGrantInput, endGrantInput } from '#domain/inputs/end-grant.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import { guard } from '../guard.ts'
import { grants, users } from '../schema/people.ts'
import { units } from '../schema/units.ts'
import { build, statement } from '../statement.ts'
import { findProduct } from './places.ts'

export type EndGrantOutput = { grant: string }

/** True while somebody else, or another grant, could still administer: a ledger without one cannot be mended. */
const anotherAdministrator = (grantId: string) => sql`exists (
  select 1 from "grants" join "users" on "users"."id" = "grants"."user_id"
  where "grants"."role" = 'administrator' and "grants"."ended_at" is null and "grants"."id" <> ${grantId}
    and "users"."ended_at" is null and "users"."system" = 0)`

/** Takes a role away. The grant is ended, not deleted. */
export const endGrant: Command<EndGrantInput, EndGrantOutput, Found> = {
  name: 'end_grant',
  action: 'administer',
  input: endGrantInput,
  find: findProduct,

  async plan({ reader, at }, { grant: id, reason }) {
    const [grant] = await reader
      .select({
        role: grants.role,
        unitId: grants.unitId,
        unit: units.slug,
        endedAt: grants.endedAt,
        username: users.username,
        another: sql<number>`${anotherAdministrator(id)}`,
      })
      .from(grants)
      .innerJoin(users, eq(users.id, grants.userId))
      .leftJoin(units, eq(units.id, grants.unitId))
      .where(eq(grants.id, id))
    if (!grant) return refuse('not_found')
    if (grant.endedAt !== null) return refuse('closed', { reason: 'grant_ended' })
    const administers = grant.role === 'administrator'
    if (administers && !grant.another) return refuse('closed', { reason: 'last_administrator' })
    const { username, role, unit, unitId } = grant
    return ok({
      statements: [
        guard(sql`exists (select 1 from "grants" where "id" = ${id} and "ended_at" is null)`),
        ...(administers ? [guard(anotherAdministrator(id))] : []),
        statement(build.update(grants).set({ endedAt: at }).where(eq(grants.id, id))),
      ],
      output: { grant: id },
      journal: { ...(unitId !== null && { unitId }), reason, detail: { grant: id, username, role, unit } },
    })
  },
}
