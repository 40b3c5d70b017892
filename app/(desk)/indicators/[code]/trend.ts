import 'server-only'
import { askedPage, askedText } from '#app/_server/list-page.ts'
import type { Session } from '#app/_server/session.ts'
import { maximumPanels, type TrendRow, trendRows } from '#components/charts/trend-row.ts'
import { getIndicatorFigures, type IndicatorFigures } from '#db/queries/indicator-figures.ts'
import { listParts, type Part } from '#db/queries/list-parts.ts'
import { listUnits } from '#db/queries/list-units.ts'
import { type PagePlace, pageOf } from '#domain/page.ts'
import { matcher } from '#domain/search.ts'
import { compareNames } from '#domain/unit.ts'
import type { Search } from './filters.ts'

export type Trend = {
  versions: IndicatorFigures['versions']
  rows: TrendRow[]
  /** Where these units stand among all that the person may read; with one page, the rows are of all. */
  place: PagePlace
  /** The indicators under a heading. */
  parts: Part[]
}

/**
 * An indicator in the units that the person may read: all, or where they are more than there is room for panels a page of those whose names match
 * `q`, or the one that is asked for. Null for an unknown code, and where none of all these units has it.
 */
export async function readTrend({ reader, actor }: Session, code: string, search: Search): Promise<Trend | null> {
  const units = (await listUnits(reader, actor)).sort((a, b) => compareNames(a.name, b.name))
  const many = units.length > maximumPanels
  const matches = matcher(askedText(search.q))
  const one = units.find(({ slug }) => slug === search.unit)
  const wanted = !many ? units : one ? [one] : units.filter(({ code: number, name }) => matches(`${number} ${name}`))
  const { rows: shown, ...place } = pageOf(wanted, askedPage(search.page), maximumPanels)

  const slugs = shown.map(({ slug }) => slug)
  const found = await getIndicatorFigures(reader, actor, code, slugs)
  if (!found || (!many && found.sheets.length === 0)) return null
  const { versions, sheets, rows } = found
  const ids = sheets.map(({ id }) => id)
  const parts = versions[0].heading ? await listParts(reader, code, ids) : []
  return { versions, rows: trendRows(rows), place, parts }
}
