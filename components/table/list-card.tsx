import { type ListPlace, PagedList } from '#components/layout/paged-list.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { type ListColumn, type ListOrder, type ListRow, ListTable } from './list-table.tsx'

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

/** A page of a list as a table. */
export function ListCard({ label, columns, rows, place, order, empty }: Props) {
  return (
    <div className="grid grid-cols-1 gap-3">
      <PagedList place={place}>
        <Card flush>
          {rows.length > 0 ? (
            <ListTable label={label} columns={columns} rows={rows} order={order} />
          ) : (
            <Empty>{empty}</Empty>
          )}
        </Card>
      </PagedList>
    </div>
  )
}
