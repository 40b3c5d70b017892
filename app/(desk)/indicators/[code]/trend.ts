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
  /** Those of the units of the page, for the panels and the table. */
  rows: TrendRow[]
  /** Those that are ranked: of all units that may be read, or where these are too many to be drawn, of the page again. */
  ranked: TrendRow[]
  /** Where the units of the page stand among all that the person may read. */
  place: PagePlace
  /** The indicators under a heading. */
  parts: Part[]
}

/** A ranking has a bar for each unit: more than these nobody reads, and a search finds the one. */
const maximumRanked = 50

/**
 * An indicator in the units that the person may read: all, or where they are more than there is room for panels a page
 * of those whose names match `q`, or the one that is asked for. Null for an unknown code, and where none of all these
 * units has it.
 */
export async function readTrend({ reader, actor }: Session, code: string, search: Search): Promise<Trend | null> {
  const units = (await listUnits(reader, actor)).sort((a, b) => compareNames(a.name, b.name))
  const many = units.length > maximumPanels
  const matches = matcher(askedText(search.q))
  const one = units.find(({ slug }) => slug === search.unit)
  const wanted = !many ? units : one ? [one] : units.filter(({ code: number, name }) => matches(`${number} ${name}`))
  const { rows: shown, ...place } = pageOf(wanted, askedPage(search.page), maximumPanels)

  const ofPage = new Set(shown.map(({ slug }) => slug))
  const read = units.length > maximumRanked ? shown : units
  const found = await getIndicatorFigures(
    reader,
    actor,
    code,
    read.map(({ slug }) => slug),
  )
  if (!found || (!many && found.sheets.length === 0)) return null
  const { versions, sheets, rows } = found
  const ids = sheets.map(({ id }) => id)
  const parts = versions[0].heading ? await listParts(reader, code, ids) : []
  const ranked = trendRows(rows)
  return { versions, rows: ranked.filter(({ unit }) => ofPage.has(unit.slug)), ranked, place, parts }
}
