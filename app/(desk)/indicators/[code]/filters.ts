import type { ListAt } from '#app/_server/list-page.ts'
import { tierOf } from '#components/charts/bar.ts'
import type { Scale } from '#components/charts/indicator-trend.tsx'
import { readTables, sayTables } from '#components/charts/open-tables.ts'
import type { TrendRow } from '#components/charts/trend-row.ts'
import { hasFigures } from '#components/charts/trend-row.ts'
import { type Tier, tiers } from '#domain/figure.ts'

export type Search = Record<string, string | string[] | undefined>

export type Filters = {
  unit: string | null
  from: number
  to: number
  view: 'chart' | 'table'
  /** The year whose units are ranked, and the plan they are ranked against. */
  year: number
  against: Tier
  scale: Scale
  /** The charts whose tables are open. */
  tables: readonly string[]
}

export const scales = ['own', 'shared'] as const satisfies Scale[]
const years = ['from', 'to', 'year'] as const
type Year = (typeof years)[number]

/** Filters as an address says them; null for what it leaves to the page. */
export type AskedFilters = Omit<Filters, Year | 'against'> & Record<Year, number | null> & { against: Tier | null }

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Every year between the first and the last, gaps included. */
export const yearsBetween = ({ from, to }: Pick<Filters, 'from' | 'to'>): number[] => range(from, to)

/** The years that may be chosen: from the first to the last sheet that has the indicator. */
export function yearChoices(rows: readonly TrendRow[]): number[] {
  const years = rows.map(({ year }) => year)
  return range(Math.min(...years), Math.max(...years))
}

const askedYear = (text: unknown) => (typeof text === 'string' && /^\d{4}$/.test(text) ? Number(text) : null)

/** What a URL asks for that a page comes to by itself otherwise, whether this page has it or not. */
export const askedByName = (search: Search) => ({
  from: askedYear(search.from),
  to: askedYear(search.to),
  year: askedYear(search.year),
  against: tiers.find((tier) => tier === search.against) ?? null,
})

/** The filters of a URL; what is not understood, or not there to be chosen, falls back in silence. */
export function readFilters(search: Search, rows: readonly TrendRow[]): Filters {
  const { unit, view, scale } = search
  const { from, to, year: ranked, against } = askedByName(search)
  const choices = yearChoices(rows)
  // Years that only have empty lines are left out, unless somebody asks for them.
  const known = rows.filter(hasFigures).map(({ year }) => year)
  const year = (wanted: number | null) => choices.find((choice) => choice === wanted)
  const [first, last] =
    known.length > 0 ? [Math.min(...known), Math.max(...known)] : [choices[0] ?? 0, choices.at(-1) ?? 0]
  const asked = { from: year(from) ?? first, to: year(to) ?? last }
  const results = rows.filter(({ assessment }) => assessment.actual).map((row) => row.year)
  const latest = year(ranked) ?? (results.length > 0 ? Math.max(...results) : last)
  return {
    unit: rows.find((row) => row.unit.slug === unit)?.unit.slug ?? null,
    ...(asked.from <= asked.to ? asked : { from: first, to: last }),
    view: view === 'table' ? 'table' : 'chart',
    year: latest,
    against: against ?? planOf(rows.filter((row) => row.year === latest)),
    scale: scale === 'shared' ? 'shared' : 'own',
    tables: readTables(search.table),
  }
}

/** The units' own plan, unless only their superiors' is known. */
function planOf(rows: readonly TrendRow[]): Tier {
  const known = rows.map(tierOf)
  return known.includes('assigned') && !known.includes('adopted') ? 'assigned' : 'adopted'
}

/** What another search keeps: only what was asked for, since other units have other years. */
export const keptFilters = ({ view, against, scale, tables, ...asked }: AskedFilters): Record<string, string> => ({
  ...Object.fromEntries(years.flatMap((name) => (asked[name] === null ? [] : [[name, String(asked[name])]]))),
  ...(view === 'table' && { view }),
  ...(against !== null && { against }),
  ...(scale === 'shared' && { scale }),
  ...(tables.length > 0 && { table: sayTables(tables) }),
})

/** The address of the page with these filters, where it stands among many units. */
export function trendAddress(code: string, asked: AskedFilters, { q, page }: ListAt = {}): string {
  const query = new URLSearchParams({
    ...(asked.unit !== null && { unit: asked.unit }),
    ...keptFilters(asked),
    ...(q && { q }),
    ...(page && { page }),
  })
  return `/indicators/${code}${query.size > 0 ? `?${query}` : ''}`
}
