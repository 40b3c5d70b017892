'use client'
import {
  type ColumnSort,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { createParser, createSerializer, useQueryState } from 'nuqs'
import { type ReactNode, useMemo } from 'react'
import { compareNames } from '#domain/unit.ts'

export type ListColumn = { id: string; label: string; numeric?: boolean }
/** `sort` is what the column is ordered by, null for nothing (always last); `node` is what stands in the cell. */
export type ListCell = { sort: string | number | null; node: ReactNode }
/** `current`: the row whose form is open. */
export type ListRow = { id: string; cells: Record<string, ListCell>; current?: boolean }

type Props = {
  /** What the table lists, for screen readers. */
  label: string
  /** The first one names the row. */
  columns: ListColumn[]
  /** In the order in which they stand while no column is chosen. */
  rows: ListRow[]
}

type SortValue = string | number | undefined

const compare = (a: SortValue, b: SortValue): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareNames(String(a), String(b))

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const helper = createColumnHelper<typeof features, ListRow>()

/** In the address: `?sort=name`, downwards `?sort=name.desc`. */
const sortParser = createParser<ColumnSort>({
  parse: (text) => ({ id: text.replace(/\.desc$/, ''), desc: text.endsWith('.desc') }),
  serialize: ({ id, desc }) => (desc ? `${id}.desc` : id),
})
const address = createSerializer({ sort: sortParser })

/** Upwards, downwards, then the order of the list again. */
const nextSort = (id: string, current: ColumnSort | undefined): ColumnSort | null => {
  if (current?.id !== id) return { id, desc: false }
  return current.desc ? null : { id, desc: true }
}

/** A list that can be ordered by any column, in Vietnamese order; on a phone each row is a block of labelled values. */
export function ListTable({ label, columns, rows }: Props) {
  const path = usePathname()
  const search = useSearchParams()
  const [asked] = useQueryState('sort', sortParser)
  const sort = columns.some(({ id }) => id === asked?.id) && asked ? asked : undefined
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map(({ id }) =>
          helper.accessor((row): SortValue => row.cells[id]?.sort ?? undefined, {
            id,
            sortUndefined: 'last',
            sortFn: (a, b, column) => compare(a.getValue(column), b.getValue(column)),
          }),
        ),
      ),
    [columns],
  )
  const sorting = useMemo(() => (sort ? [sort] : []), [sort])
  const table = useTable({ features, columns: definitions, data: rows, state: { sorting }, getRowId: ({ id }) => id })

  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="w-full border-collapse text-sm max-desk:block">
        <thead className="bg-sunken text-xs text-ink-3 max-desk:block">
          <tr className="max-desk:flex max-desk:flex-wrap max-desk:gap-x-3 max-desk:px-3">
            {columns.map(({ id, label: name, numeric }) => (
              <th
                key={id}
                scope="col"
                aria-sort={sort?.id === id ? (sort.desc ? 'descending' : 'ascending') : undefined}
                className={`font-medium whitespace-nowrap desk:border-b desk:border-line desk:px-3 ${numeric ? 'text-right' : 'text-left'}`}
              >
                <Link
                  href={address(`${path}?${search}`, { sort: nextSort(id, sort) })}
                  prefetch={false}
                  scroll={false}
                  className="inline-flex min-h-8 items-center gap-1 hover:text-ink"
                >
                  {name}
                  {sort?.id === id ? <SortMark desc={sort.desc} /> : null}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-desk:block">
          {table.getRowModel().rows.map(({ id, original }) => (
            <tr
              key={id}
              aria-current={original.current ? 'true' : undefined}
              className="border-line not-last:border-b aria-[current]:bg-accent-weak max-desk:grid max-desk:gap-1 max-desk:px-3 max-desk:py-2.5"
            >
              {columns.map((column, index) => (
                <Cell key={column.id} column={column} head={index === 0}>
                  {original.cells[column.id]?.node}
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
  const common = 'desk:h-8 desk:px-3 desk:py-1.5 max-desk:block'
  if (head) {
    return (
      <th scope="row" className={`${common} text-left font-medium desk:min-w-50`}>
        {children}
      </th>
    )
  }
  return (
    <td
      data-label={column.label}
      className={`${common} max-desk:flex max-desk:gap-2 max-desk:before:w-28 max-desk:before:shrink-0 max-desk:before:text-ink-3 max-desk:before:content-[attr(data-label)] ${column.numeric ? 'desk:text-right' : ''}`}
    >
      <div className="min-w-0">{children}</div>
    </td>
  )
}
