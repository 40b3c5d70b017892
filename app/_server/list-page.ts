import 'server-only'

/** The query of a page that lists entries and opens the form of one beside them. */
export type ListQuery = {
  /** The entry whose form is open. */
  edit?: string
  /** An empty form is open; for an indicator, the code that gets a new version. */
  new?: string
  /** The part of it whose end is being asked about. */
  end?: string
  /** The entry that was just saved. */
  saved?: string
  /** The order of the list (components/table/list-table.tsx). */
  sort?: string
}
export type ListSearch = Promise<Record<string, string | string[] | undefined>>

export async function readListQuery(search: ListSearch): Promise<ListQuery> {
  const given = await search
  const names = ['edit', 'new', 'end', 'saved', 'sort'] as const
  return Object.fromEntries(
    names.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name]]] : [])),
  ) satisfies ListQuery
}

/** The address of a list in the order it stands in: where its forms open, close and lead back to. */
export function listAddress(path: string, { sort, ...rest }: ListQuery): string {
  const query = new URLSearchParams({ ...(sort && { sort }), ...rest }).toString()
  const opensForm = rest.edit !== undefined || rest.new !== undefined
  return `${path}${query && `?${query}`}${opensForm ? '#form' : ''}`
}
