import { type ListPlace, PagedList } from '#components/layout/paged-list.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { type ListColumn, type ListRow, type ListSort, ListTable } from './list-table.tsx'

export type ListOrder = {
  sort: ListSort
  /** The address of the list in another order: `name`, downwards `name.desc`, undefined for its own. */
  sortHref: (sort: string | undefined) => string
}

type Props = {
  /** What the table lists, for screen readers. */
  label: string
  columns: ListColumn[]
  /** Those of the page. */
  rows: ListRow[]
  place: ListPlace
  order: ListOrder
  /** What is said where there is nothing to list. */
  empty: string
}

const hrefsOf = (columns: readonly ListColumn[], { sortHref }: ListOrder) => ({
  own: sortHref(undefined),
  by: Object.fromEntries(columns.map(({ id }) => [id, { asc: sortHref(id), desc: sortHref(`${id}.desc`) }])),
})

/** A page of a list as a table. */
export function ListCard({ label, columns, rows, place, order, empty }: Props) {
  return (
    <div className="grid grid-cols-1 gap-3">
      <PagedList place={place}>
        <Card flush>
          {rows.length > 0 ? (
            <ListTable label={label} columns={columns} rows={rows} sort={order.sort} hrefs={hrefsOf(columns, order)} />
          ) : (
            <Empty>{empty}</Empty>
          )}
        </Card>
      </PagedList>
    </div>
  )
}
