import type { ListAt } from '#app/_server/list-page.ts'
import type { TrendRow } from '#components/charts/trend-row.ts'
import { hasFigures } from '#components/charts/trend-row.ts'

export type Search = Record<string, string | string[] | undefined>

export type Filters = { unit: string | null; from: number; to: number; view: 'chart' | 'table' }

/** Filters as an address says them; null for years that it leaves to the page. */
export type AskedFilters = Omit<Filters, 'from' | 'to'> & { from: number | null; to: number | null }

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Every year between the first and the last, gaps included. */
export const yearsBetween = ({ from, to }: Filters): number[] => range(from, to)

/** The years that may be chosen: from the first to the last sheet that has the indicator. */
export function yearChoices(rows: readonly TrendRow[]): number[] {
  const years = rows.map(({ year }) => year)
  return range(Math.min(...years), Math.max(...years))
}

const askedYear = (text: unknown) => (typeof text === 'string' && /^\d{4}$/.test(text) ? Number(text) : null)

/** The years that a URL asks for, whether this page has them or another. */
export const askedYears = ({ from, to }: Search) => ({ from: askedYear(from), to: askedYear(to) })

/** The filters of a URL; what is not understood, or not there to be chosen, falls back in silence. */
export function readFilters(search: Search, rows: readonly TrendRow[]): Filters {
  const { unit, view } = search
  const { from, to } = askedYears(search)
  const choices = yearChoices(rows)
  // Years that only have empty lines are left out, unless somebody asks for them.
  const known = rows.filter(hasFigures).map(({ year }) => year)
  const year = (wanted: number | null) => choices.find((choice) => choice === wanted)
  const [first, last] =
    known.length > 0 ? [Math.min(...known), Math.max(...known)] : [choices[0] ?? 0, choices.at(-1) ?? 0]
  const asked = { from: year(from) ?? first, to: year(to) ?? last }
  return {
    unit: rows.find((row) => row.unit.slug === unit)?.unit.slug ?? null,
    ...(asked.from <= asked.to ? asked : { from: first, to: last }),
    view: view === 'table' ? 'table' : 'chart',
  }
}

/** What another search keeps: only what was asked for, since other units have other years. */
export const keptFilters = ({ from, to, view }: AskedFilters): Record<string, string> => ({
  ...(from !== null && { from: String(from) }),
  ...(to !== null && { to: String(to) }),
  ...(view === 'table' && { view }),
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
