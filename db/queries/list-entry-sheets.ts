import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '#domain/permissions.ts'
import { type SheetState, writing } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { readableUnits } from './readable.ts'

export type EntrySheet = {
  id: string
  unit: { slug: string; code: string; name: string }
  year: number
  state: SheetState
  dueDate: string | null
}

/** An editor writes in the units granted to them as editors and in all below: what they could read by those grants. */
const editable = (actor: Actor): Actor => ({ ...actor, grants: actor.grants.filter(({ role }) => role === 'editor') })

const open = (Object.keys(writing) as SheetState[]).filter((state) => writing[state] !== 'closed')

/** The open sheets that the actor may enter figures into: drafts first, then the latest year, by the unit's code. */
export const listEntrySheets = async (reader: Reader, actor: Actor): Promise<EntrySheet[]> =>
  reader
    .select({
      id: sheets.id,
      unit: { slug: units.slug, code: units.code, name: units.name },
      year: sheets.year,
      state: sheets.state,
      dueDate: sheets.dueDate,
    })
    .from(sheets)
    .innerJoin(units, eq(units.id, sheets.unitId))
    .where(and(inArray(sheets.state, open), readableUnits(editable(actor))))
    .orderBy(sql`${sheets.state} <> 'draft'`, desc(sheets.year), asc(units.code), asc(units.validFrom))
