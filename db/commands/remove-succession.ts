import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type RemoveSuccessionInput, removeSuccessionInput } from '#domain/inputs/remove-succession.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import { guardUnchanged } from '../guard.ts'
import { unitSuccessions, units } from '../schema/units.ts'
import { build, statement } from '../statement.ts'
import { findProduct } from './places.ts'

export type RemoveSuccessionOutput = { predecessor: string; successor: string }

const predecessors = alias(units, 'predecessor')
const successors = alias(units, 'successor')
const { predecessorId, successorId, part } = unitSuccessions

/** Takes a mistaken succession back. It is no figure: that it was recorded, and what it said, stays in the journal. */
export const removeSuccession: Command<RemoveSuccessionInput, RemoveSuccessionOutput, Found> = {
  name: 'remove_succession',
  action: 'administer',
  input: removeSuccessionInput,
  find: findProduct,

  async plan({ reader }, { predecessor, successor, reason }) {
    const [recorded] = await reader
      .select({ predecessorId, successorId, part })
      .from(unitSuccessions)
      .innerJoin(predecessors, eq(predecessors.id, predecessorId))
      .innerJoin(successors, eq(successors.id, successorId))
      .where(and(eq(predecessors.slug, predecessor), eq(successors.slug, successor)))
    if (!recorded) return refuse('closed', { reason: 'succession_gone' })
    return ok({
      statements: [
        guardUnchanged(unitSuccessions, [recorded]),
        statement(
          build
            .delete(unitSuccessions)
            .where(and(eq(predecessorId, recorded.predecessorId), eq(successorId, recorded.successorId))),
        ),
      ],
      output: { predecessor, successor },
      journal: {
        unitId: recorded.predecessorId,
        reason,
        detail: { predecessor, successor, part: recorded.part },
      },
    })
  },
}
