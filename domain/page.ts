/** Long lists are shown a page at a time. */

const rowsAPage = 50

/** `page` counts from 1; `first` and `last` are the places of its rows in the whole list, 0 where that is empty. */
export type PagePlace = { page: number; pages: number; first: number; last: number; total: number }
export type Page<Row> = PagePlace & { rows: Row[] }

/** The page that is asked for, or the nearest that there is. */
export function pageOf<Row>(all: readonly Row[], asked: number, size = rowsAPage): Page<Row> {
  const total = all.length
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(pages, Math.max(1, asked))
  const start = (page - 1) * size
  const rows = all.slice(start, start + size)
  return { rows, page, pages, first: Math.min(start + 1, total), last: start + rows.length, total }
}
