import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { Actor } from '#domain/permissions.ts'
import type { Succession } from '#domain/unit.ts'
import { sheets } from '../schema/sheets.ts'
import { unitSuccessions, units } from '../schema/units.ts'
import { readableUnits } from './readable.ts'

const related = alias(units, 'related_unit')

/**
 * Two columns of JSON on a query of `units`, for `successionsIn`: what the unit came of and what became of it. Every
 * unit is named, since the map is public; its slug and the year of a sheet stand only where the actor may read it.
 */
export function successionColumns(actor: Actor) {
  const readable = new QueryBuilder().select({ id: units.id }).from(units).where(readableUnits(actor))
  const mayRead = inArray(related.id, readable)
  const list = (otherSide: SQL, ownSide: SQL, year: SQL) =>
    sql<string>`(${new QueryBuilder()
      .select({
        all: sql`json_group_array(json_object(${sql.join(
          [
            sql`'slug', case when ${mayRead} then ${related.slug} end, 'name', ${related.name}, 'kind', ${related.kind}`,
            sql`'validFrom', ${related.validFrom}, 'validTo', ${related.validTo}, 'part', ${unitSuccessions.part}`,
            sql`'year', (select ${year} from ${sheets} where ${and(eq(sheets.unitId, related.id), mayRead)})`,
          ],
          sql`, `,
        )}) order by ${related.code})`,
      })
      .from(unitSuccessions)
      .innerJoin(related, eq(related.id, otherSide))
      .where(eq(ownSide, units.id))})`
  const { predecessorId, successorId } = unitSuccessions
  return {
    predecessors: list(sql`${predecessorId}`, sql`${successorId}`, sql`max(${sheets.year})`).as('predecessors'),
    successors: list(sql`${successorId}`, sql`${predecessorId}`, sql`min(${sheets.year})`).as('successors'),
  }
}

/** JSON knows no types: the objects as successionColumns makes them. */
export const successionsIn = (json: string): Succession[] => JSON.parse(json)
