import { and, eq, gte, lte, or, type SQL, sql } from 'drizzle-orm'
import type { IndicatorGroup } from '#domain/indicator.ts'
import type { Actor } from '#domain/permissions.ts'
import { matcher } from '#domain/search.ts'
import type { Reader } from '../engine.ts'
import { sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { among } from './columns.ts'
import { listUnits } from './list-units.ts'
import { readableUnits } from './readable.ts'
import { parentUnits } from './unit-view.ts'

/** Which lines an export holds, as the screens filter them; what is not said is all. */
export type ExportFilter = {
  unit?: string | undefined
  year?: number | undefined
  /** Years from … to, both included. */
  from?: number | undefined
  to?: number | undefined
  /** A unit and those right below it. */
  parent?: string | undefined
  /** Words in the codes and names of units, and the names above them. */
  q?: string | undefined
  indicator?: string | undefined
  group?: IndicatorGroup | undefined
}

/** The condition where a filter asks for something. */
export const when = <Value>(value: Value | undefined, condition: (value: Value) => SQL | undefined): SQL | undefined =>
  value === undefined ? undefined : condition(value)

/** The condition on sheets, their units and `parentUnits`: what the actor may read and the filter asks for. */
export async function exportedSheets(reader: Reader, actor: Actor, filter: ExportFilter): Promise<SQL | undefined> {
  return and(
    tested(readableUnits(actor)),
    when(filter.unit, (slug) => eq(units.slug, slug)),
    when(filter.year, (year) => eq(sheets.year, year)),
    when(filter.from, (year) => gte(sheets.year, year)),
    when(filter.to, (year) => lte(sheets.year, year)),
    when(filter.parent, (slug) => or(eq(units.slug, slug), eq(parentUnits.slug, slug))),
    filter.q === undefined ? undefined : tested(among(units.slug, await unitsNamed(reader, actor, filter.q))),
  )
}

/**
 * The condition, asked of each row. As it stands SQLite would gather by it all the units that hold it and sort them, for
 * every page anew: the cost of an export would grow with its square. What only counts pays a look at every unit for that.
 */
const tested = (condition: SQL | undefined): SQL | undefined => condition && sql`+(${condition})`

/** Slugs of the units that are found by words, as the overview searches them. */
export async function unitsNamed(reader: Reader, actor: Actor, words: string): Promise<string[]> {
  const matches = matcher(words)
  const all = await listUnits(reader, actor)
  return all
    .filter(({ code, name, parent }) => matches(`${code} ${name} ${parent?.name ?? ''}`))
    .map(({ slug }) => slug)
}
