import 'server-only'
import type { ListPlace } from '#components/layout/paged-list.tsx'
import type { ListOrder } from '#components/table/list-card.tsx'
import { type PagePlace, pageOf } from '#domain/page.ts'
import { matcher } from '#domain/search.ts'
import { compareNames } from '#domain/unit.ts'

/** Where a list stands: what is searched for, its order, and the page. Every link of the list keeps it. */
export type ListAt = {
  q?: string | undefined
  /** A column, upwards; `name.desc` downwards. */
  sort?: string | undefined
  page?: string | undefined
}
/** The query of a page that lists entries and opens the form of one beside them. */
export type ListQuery = ListAt & {
  /** The entry whose form is open. */
  edit?: string
  /** An empty form is open; for an indicator, the code that gets a new version. */
  new?: string
  /** The part of it whose end is being asked about. */
  end?: string
  /** What is searched for among the units that the form offers. */
  unit?: string
  /** What is searched for among the units that came before or after the entry. */
  related?: string
  /** The entry that was just saved. */
  saved?: string
  /** The unit of which a year is being opened. */
  open?: string
}
export type ListSearch = Promise<Record<string, string | string[] | undefined>>

/** What an address searches for; cut to what the field of a search takes, since every link of a list repeats it. */
export const askedText = (text: string | string[] | undefined): string | undefined =>
  typeof text === 'string' ? text.slice(0, 100) : undefined

export async function readListQuery(search: ListSearch): Promise<ListQuery> {
  const given = await search
  const searches = { q: askedText(given.q), unit: askedText(given.unit), related: askedText(given.related) }
  const asked: Awaited<ListSearch> = { ...given, ...searches }
  const names = ['q', 'sort', 'page', 'edit', 'new', 'end', 'unit', 'related', 'saved', 'open'] as const
  return Object.fromEntries(
    names.flatMap((name) => (typeof asked[name] === 'string' && asked[name] !== '' ? [[name, asked[name]]] : [])),
  ) satisfies ListQuery
}

/**
 * The address of a list where it stands: where its forms open, close and lead back to; an open one at its beginning, or
 * at a part of it.
 */
export function listAddress(path: string, query: ListQuery, part = 'form'): string {
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const opensForm = query.edit !== undefined || query.new !== undefined
  return `${path}${search.size > 0 ? `?${search}` : ''}${opensForm ? `#${part}` : ''}`
}

/** A page as an address says it: the first goes without saying. */
export const sayPage = ({ page }: PagePlace): string | undefined => (page > 1 ? String(page) : undefined)

/** The number of the page that an address asks for. */
export const askedPage = (text: string | string[] | undefined): number =>
  typeof text === 'string' && /^\d{1,6}$/.test(text) ? Number(text) : 1

/** What a column is ordered by; null for nothing, which is always last. */
type SortValue = string | number | null

function compareValues(a: SortValue, b: SortValue, desc: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareNames(String(a), String(b))
  return desc ? -order : order
}

type Columns<Entry> = {
  /** What each column is ordered by, by its id. */
  by: Record<string, (entry: Entry) => SortValue>
  /** The text that is searched. */
  text: (entry: Entry) => string
}

/**
 * What a list shows of all its entries: searched, in the order of one column (Vietnamese for words) or, where none is
 * chosen, in that in which they come, and of that one page. `found` are those of all pages; `at` is what of the query
 * the list follows, for the links and the forms beside it to keep.
 */
export function arrange<Entry>(
  path: string,
  entries: readonly Entry[],
  query: ListQuery,
  { by, text }: Columns<Entry>,
): { shown: Entry[]; found: Entry[]; at: ListAt; place: ListPlace; order: ListOrder } {
  const { q } = query
  const matches = matcher(q)
  const found = q ? entries.filter((entry) => matches(text(entry))) : [...entries]
  const column = query.sort?.replace(/\.desc$/, '') ?? ''
  const value = Object.hasOwn(by, column) ? by[column] : undefined
  const desc = query.sort?.endsWith('.desc') ?? false
  if (value) found.sort((a, b) => compareValues(value(a), value(b), desc))
  const { rows, ...page } = pageOf(found, askedPage(query.page))
  const at: ListAt = { q, sort: value && query.sort, page: sayPage(page) }
  const hrefOf = (change: ListAt) => listAddress(path, { ...at, ...change })
  return {
    shown: rows,
    found,
    at,
    place: { page, query: q ?? '', action: path, keep: at.sort ? { sort: at.sort } : {}, hrefOf },
    order: { sort: value ? { column, desc } : null, sortHref: (sort) => hrefOf({ sort, page: undefined }) },
  }
}
