import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type RecordSuccessionInput, recordSuccessionInput } from '#domain/inputs/record-succession.ts'
import { ok, refuse } from '#domain/refusal.ts'
import { successionProblem } from '#domain/unit.ts'
import type { Command, Found } from '../command.ts'
import { guard, guardUnchanged } from '../guard.ts'
import { unitSuccessions, units } from '../schema/units.ts'
import { build, statement } from '../statement.ts'
import { findProduct } from './places.ts'

export type RecordSuccessionOutput = { predecessor: string; successor: string }

const invalid = (path: string, reason: string) => refuse('invalid', { problems: [{ path, reason }] })

/** True where the first unit came of the second, over any number of reorganisations. */
const cameOf = (laterId: string, earlierId: string): SQL => sql`${laterId} in (
  with recursive "after" ("id") as (
    select ${earlierId}
    union select "successor_id" from "unit_successions" join "after" on "predecessor_id" = "after"."id")
  select "id" from "after")`

/** Says which unit came of which at a reorganisation (domain rule 12). */
export const recordSuccession: Command<RecordSuccessionInput, RecordSuccessionOutput, Found> = {
  name: 'record_succession',
  action: 'administer',
  input: recordSuccessionInput,
  find: findProduct,

  async plan({ reader }, { unit: slug, side, related: relatedSlug, part }) {
    const rows = await reader
      .select({ id: units.id, slug: units.slug, validFrom: units.validFrom, validTo: units.validTo })
      .from(units)
      .where(inArray(units.slug, [slug, relatedSlug]))
    const unit = rows.find((row) => row.slug === slug)
    const related = rows.find((row) => row.slug === relatedSlug)
    if (!unit) return refuse('not_found')
    if (!related) return invalid('related', 'unknown_unit')

    const [predecessor, successor] = side === 'predecessor' ? [related, unit] : [unit, related]
    const problem = successionProblem(predecessor, successor, part)
    if (problem) return refuse('invalid', { problems: [problem] })

    const pair = { predecessorId: predecessor.id, successorId: successor.id }
    const circle = cameOf(predecessor.id, successor.id)
    const [read] = await reader
      .select({ there: unitSuccessions.part, circle: sql<number>`${circle}` })
      .from(units)
      .leftJoin(
        unitSuccessions,
        and(eq(unitSuccessions.predecessorId, pair.predecessorId), eq(unitSuccessions.successorId, pair.successorId)),
      )
      .where(eq(units.id, unit.id))
    if (read?.there) return refuse('taken', { reason: 'succession_exists' })
    if (read?.circle) return invalid('related', 'succession_circle')

    return ok({
      statements: [
        guardUnchanged(units, [predecessor, successor]),
        guard(sql`not ${circle}`),
        statement(build.insert(unitSuccessions).values({ ...pair, part })),
      ],
      output: { predecessor: predecessor.slug, successor: successor.slug },
      journal: {
        unitId: predecessor.id,
        detail: { predecessor: predecessor.slug, successor: successor.slug, part },
      },
    })
  },
}
