import 'server-only'
import { askedPage } from '#app/_server/list-page.ts'
import type { Session } from '#app/_server/session.ts'
import type { OverviewSheet, OverviewUnit } from '#components/overview/overview-sheet.ts'
import { parentsOf, unitsFound } from '#components/overview/overview-units.ts'
import { listYears } from '#db/queries/list-sheets.ts'
import { listYearUnits } from '#db/queries/list-year-units.ts'
import { readSheets } from '#db/queries/remembered-sheets.ts'
import { type Tier, tiers } from '#domain/figure.ts'
import { type IndicatorGroup, indicatorGroups } from '#domain/indicator.ts'
import { type PagePlace, pageOf } from '#domain/page.ts'
import type { UnitKind } from '#domain/unit.ts'

const asked = ['year', 'parent', 'group', 'against', 'previous', 'sentences', 'q', 'page'] as const

/** What the address asks for: `q` searches codes and names of units, and the names above them. */
export type OverviewQuery = { [Name in (typeof asked)[number]]?: string | undefined }

/** Which figures of the units are looked at. */
export type OverviewView = {
  year: number
  group: IndicatorGroup | null
  against: Tier
  /** Whether the year before is shown as well. */
  previous: boolean
  /** Whether the sentences to be copied are shown. */
  sentences: boolean
}

type Parent = { slug: string; name: string; kind: UnitKind }

export type Overview = {
  years: number[]
  view: OverviewView
  parents: Parent[]
  /** The filter in force, or null. */
  parent: Parent | null
  /** The kinds of those found that have a sheet. */
  kinds: UnitKind[]
  place: PagePlace
  /** Those of the page. */
  sheets: OverviewSheet[]
  unopened: OverviewUnit[]
}

/**
 * The units of the year that the address asks for, else of the latest year with a submitted sheet, else of the newest;
 * null where there is no sheet to read. What the address asks for and does not exist is passed over. Lines and figures
 * are read for the sheets of one page only, together with those of the year before, which checks compare with.
 */
export async function readOverview({ reader, actor }: Session, query: OverviewQuery): Promise<Overview | null> {
  const { years, latest } = await listYears(reader, actor)
  const year = years.find((one) => String(one) === query.year) ?? latest ?? years[0]
  if (year === undefined) return null
  const view: OverviewView = {
    year,
    group: indicatorGroups.find((group) => group === query.group) ?? null,
    against: tiers.find((tier) => tier === query.against) ?? 'adopted',
    previous: query.previous === '1',
    sentences: query.sentences === '1',
  }

  const all = await listYearUnits(reader, actor, year)
  const parents = parentsOf(all)
  const parent = parents.find(({ slug }) => slug === query.parent) ?? null
  const found = unitsFound(all, { parent: parent?.slug, q: query.q })
  const opened = found.flatMap(({ unit, sheet, previous }) => (sheet ? [{ unit, sheet, previous }] : []))
  const { rows: shown, ...place } = pageOf(opened, askedPage(query.page))

  const contents = await readSheets(
    reader,
    shown.flatMap(({ sheet, previous }) => (previous ? [sheet, previous] : [sheet])),
  )
  const contentOf = (id: string) => contents.get(id) ?? { lines: [], statements: [], acknowledgements: [] }
  return {
    years,
    view,
    parents,
    parent,
    kinds: opened.map(({ unit }) => unit.kind),
    place,
    sheets: shown.map(({ unit, sheet, previous }) => ({
      unit,
      state: sheet.state,
      dueDate: sheet.dueDate,
      ...contentOf(sheet.id),
      previous: previous && { state: previous.state, ...contentOf(previous.id) },
    })),
    unopened: found.flatMap(({ unit, sheet }) => (sheet ? [] : [unit])),
  }
}

/** The address of the overview as it stands, but for what changes; what goes without saying is left out. */
export function overviewAddress(
  { view, parent, place }: Overview,
  q: string | undefined,
  change: OverviewQuery = {},
): string {
  const { year, group, against, previous, sentences } = view
  const at = {
    year: String(year),
    parent: parent?.slug,
    group: group ?? undefined,
    against,
    previous: previous ? '1' : undefined,
    sentences: sentences ? '1' : undefined,
    q: q || undefined,
    page: place.page > 1 ? String(place.page) : undefined,
    ...change,
  } satisfies OverviewQuery
  const said = { ...at, against: at.against === 'adopted' ? undefined : at.against }
  return `/?${new URLSearchParams(asked.flatMap((name) => (said[name] ? [[name, said[name]]] : [])))}`
}
