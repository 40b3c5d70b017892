/** Long lists are shown a page at a time. */

const rowsAPage = 50

/** `page` counts from 1; `first` and `last` are the places of its rows in the whole list, 0 where that is empty. */
export type PagePlace = { page: number; pages: number; first: number; last: number; total: number }
export type Page<Row> = PagePlace & { rows: Row[] }

/** The page that is asked for of so many rows, or the nearest that there is. */
export function placeOf(total: number, asked: number, size = rowsAPage): PagePlace {
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(pages, Math.max(1, asked))
  const start = (page - 1) * size
  return { page, pages, first: Math.min(start + 1, total), last: Math.min(start + size, total), total }
}

/** The same with its rows. */
export function pageOf<Row>(all: readonly Row[], asked: number, size = rowsAPage): Page<Row> {
  const place = placeOf(all.length, asked, size)
  const start = (place.page - 1) * size
  return { ...place, rows: all.slice(start, start + size) }
}
