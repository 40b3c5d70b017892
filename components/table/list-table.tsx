'use client'
import { type ColumnDef, rowSortingFeature, type SortDirection, tableFeatures, useTable } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useMemo } from 'react'

export type ListColumn = { id: string; label: string; numeric?: boolean }
/** What stands in each column, by its id. `current`: the row whose form is open. */
export type ListRow = { id: string; cells: Record<string, ReactNode>; current?: boolean }

export type ListSort = { column: string; desc: boolean } | null

type Props = {
  /** What the table lists, for screen readers. */
  label: string
  /** The first one names the row. */
  columns: ListColumn[]
  rows: ListRow[]
  /** Null for the list's own order. The rows come in it: a list may have many pages. */
  sort: ListSort
  /** The addresses of the list in its own order, and ordered by each column. */
  hrefs: { own: string; by: Record<string, Record<SortDirection, string>> }
}

const features = tableFeatures({ rowSortingFeature })
const nothing = () => null

/** A list that can be ordered by any column; on a phone each row is a block of labelled values. */
export function ListTable({ label, columns, rows, sort, hrefs }: Props) {
  const options = useMemo(
    () => ({
      features,
      data: rows,
      columns: columns.map(
        ({ id, label: header }): ColumnDef<typeof features, ListRow> => ({
          ...{ id, header, sortDescFirst: false },
          accessorFn: ({ cells }) => cells[id],
        }),
      ),
      getRowId: ({ id }: ListRow) => id,
      manualSorting: true,
      state: { sorting: sort ? [{ id: sort.column, desc: sort.desc }] : [] },
    }),
    [rows, columns, sort],
  )
  const table = useTable(options, nothing)
  const numeric = new Set(columns.flatMap((column) => (column.numeric ? [column.id] : [])))
  /** Upwards, downwards, then the order of the list again. */
  const nextHref = (id: string, next: SortDirection | false) =>
    (next === false ? hrefs.own : hrefs.by[id]?.[next]) ?? hrefs.own
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="w-full border-collapse text-sm max-desk:block">
        <thead className="bg-sunken text-xs text-ink-3 max-desk:block">
          <tr className="max-desk:flex max-desk:flex-wrap max-desk:gap-x-3 max-desk:px-3">
            {table.getFlatHeaders().map(({ id, column }) => {
              const sorted = column.getIsSorted()
              return (
                <th
                  key={id}
                  scope="col"
                  aria-sort={sorted ? ariaSort[sorted] : undefined}
                  className={`font-medium whitespace-nowrap desk:border-b desk:border-line desk:px-3 ${numeric.has(id) ? 'text-right' : 'text-left'}`}
                >
                  <Link
                    href={nextHref(id, column.getNextSortingOrder())}
                    prefetch={false}
                    scroll={false}
                    className="inline-flex min-h-8 items-center gap-1 hover:text-ink"
                  >
                    {String(column.columnDef.header)}
                    {sorted ? <SortMark desc={sorted === 'desc'} /> : null}
                  </Link>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody className="max-desk:block">
          {table.getRowModel().rows.map(({ id, original: { cells, current } }) => (
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

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

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
