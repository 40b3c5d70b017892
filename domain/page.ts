/** Long lists are shown a page at a time. */

const rowsAPage = 50

/** `page` counts from 1; `first` and `last` are the places of its rows in the whole list, 0 where that is empty. */
export type PagePlace = { page: number; pages: number; first: number; last: number; total: number }
export type Page<Row> = PagePlace & { rows: Row[] }

/** Where the page that is asked for stands, or the nearest that there is; `offset` and `limit` are for a query of it. */
export function placeOf(total: number, asked: number, size = rowsAPage): PagePlace & { offset: number; limit: number } {
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(pages, Math.max(1, asked))
  const offset = (page - 1) * size
  return {
    page,
    pages,
    first: Math.min(offset + 1, total),
    last: Math.min(offset + size, total),
    total,
    offset,
    limit: size,
  }
}

/** The page that is asked for, or the nearest that there is. */
export function pageOf<Row>(all: readonly Row[], asked: number, size = rowsAPage): Page<Row> {
  const { offset, limit, ...place } = placeOf(all.length, asked, size)
  return { ...place, rows: all.slice(offset, offset + limit) }
}
