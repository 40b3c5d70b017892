import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { FigureKind } from '#domain/figure.ts'
import type { Actor } from '#domain/permissions.ts'
import { type SheetState, writing } from '#domain/sheet-state.ts'
import type { Reader } from '../engine.ts'
import { figures } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { readableUnits } from './readable.ts'

export type EntrySheet = {
  unit: { slug: string; name: string }
  year: number
  state: SheetState
  dueDate: string | null
  /** Lines that may hold figures, and those of them that hold one of the kinds that were asked for. */
  total: number
  filled: number
}

/** An editor writes in the units granted to them as editors and in all below: what they could read by those grants. */
const editable = (actor: Actor): Actor => ({ ...actor, grants: actor.grants.filter(({ role }) => role === 'editor') })

const open = (Object.keys(writing) as SheetState[]).filter((state) => writing[state] !== 'closed')

/** The open sheets that the actor may enter figures into: drafts first, then the latest year, by the unit's code. */
export const listEntrySheets = async (
  reader: Reader,
  actor: Actor,
  kinds: readonly FigureKind[],
): Promise<EntrySheet[]> =>
  reader
    .select({
      unit: { slug: units.slug, name: units.name },
      year: sheets.year,
      state: sheets.state,
      dueDate: sheets.dueDate,
      total: sql`count(${indicators.id})`.mapWith(Number),
      filled: sql`coalesce(sum(exists (select 1 from ${figures}
        where ${figures.lineId} = ${lines.id} and ${figures.qualifier} is not null
          and ${inArray(figures.kind, [...kinds])})), 0)`.mapWith(Number),
    })
    .from(sheets)
    .innerJoin(units, eq(units.id, sheets.unitId))
    .leftJoin(lines, and(eq(lines.sheetId, sheets.id), sql`${lines.endedAt} is null`))
    .leftJoin(indicators, and(eq(indicators.id, lines.indicatorId), eq(indicators.heading, false)))
    .where(and(inArray(sheets.state, open), readableUnits(editable(actor))))
    .groupBy(sheets.id)
    .orderBy(sql`${sheets.state} <> 'draft'`, desc(sheets.year), asc(units.code))

/** The units for which the actor may open a year, by code. */
export const listEntryUnits = async (reader: Reader, actor: Actor): Promise<{ slug: string; name: string }[]> =>
  reader
    .select({ slug: units.slug, name: units.name })
    .from(units)
    .where(readableUnits(editable(actor)))
    .orderBy(asc(units.code), asc(units.validFrom))
