import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

export type ListColumn = { id: string; label: string; numeric?: boolean }
/** What stands in each column, by its id. `current`: the row whose form is open. */
export type ListRow = { id: string; cells: Record<string, ReactNode>; current?: boolean }

export type ListOrder = {
  /** Null for the list's own order. */
  sort: { column: string; desc: boolean } | null
  /** The address of the list in another order: `name`, downwards `name.desc`, undefined for its own. */
  sortHref: (sort: string | undefined) => string
}

type Props = {
  /** What the table lists, for screen readers. */
  label: string
  /** The first one names the row. */
  columns: ListColumn[]
  rows: ListRow[]
  order: ListOrder
}

/** A list that can be ordered by any column; on a phone each row is a block of labelled values. */
export function ListTable({ label, columns, rows, order: { sort, sortHref } }: Props) {
  /** Upwards, downwards, then the order of the list again. */
  const nextSort = (id: string) => (sort?.column !== id ? id : sort.desc ? undefined : `${id}.desc`)
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="w-full border-collapse text-sm max-desk:block">
        <thead className="bg-sunken text-xs text-ink-3 max-desk:block">
          <tr className="max-desk:flex max-desk:flex-wrap max-desk:gap-x-3 max-desk:px-3">
            {columns.map(({ id, label: name, numeric }) => (
              <th
                key={id}
                scope="col"
                aria-sort={sort?.column === id ? (sort.desc ? 'descending' : 'ascending') : undefined}
                className={`font-medium whitespace-nowrap desk:border-b desk:border-line desk:px-3 ${numeric ? 'text-right' : 'text-left'}`}
              >
                <Link
                  href={sortHref(nextSort(id))}
                  prefetch={false}
                  scroll={false}
                  className="inline-flex min-h-8 items-center gap-1 hover:text-ink"
                >
                  {name}
                  {sort?.column === id ? <SortMark desc={sort.desc} /> : null}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-desk:block">
          {rows.map(({ id, cells, current }) => (
            <tr
              key={id}
              aria-current={current ? 'true' : undefined}
              className="border-line not-last:border-b aria-[current]:bg-accent-weak max-desk:grid max-desk:gap-1 max-desk:px-3 max-desk:py-2.5"
            >
              {columns.map((column, index) => (
                <Cell key={column.id} column={column} head={index === 0}>
                  {cells[column.id]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SortMark({ desc }: { desc: boolean }) {
  const Icon = desc ? ArrowDown : ArrowUp
  return <Icon aria-hidden size={12} strokeWidth={2} />
}

function Cell({ column, head, children }: { column: ListColumn; head: boolean; children: ReactNode }) {
  if (head) {
    return (
      <th scope="row" className="list-cell text-left font-medium desk:min-w-50">
        {children}
      </th>
    )
  }
  return (
    <td data-label={column.label} className={`list-cell list-value ${column.numeric ? 'desk:text-right' : ''}`}>
      <div className="min-w-0">{children}</div>
    </td>
  )
}
