import { ChevronDown, ChevronRight, Download } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Card } from '../ui/card.tsx'
import { Missing } from '../ui/missing.tsx'
import { type ChartColumn, sourceNames, useChartColumns, useCsvAddress } from './chart-columns.ts'
import type { ChartRow } from './chart-row.ts'
import type { TableLink } from './open-tables.ts'
import { useTrendText } from './trend-text.ts'

type Props = {
  /** What the data say, in at most ten words. */
  title: string
  /** What the numbers are measured in, and against. */
  unit: string
  /** Everything that is drawn, in the order of the drawing. */
  rows: readonly ChartRow[]
  /** Over the first column of the table. */
  nameLabel: string
  /** The name of the CSV file, without its ending. */
  file: string
  table: TableLink
  /** Filters of this chart. */
  actions?: ReactNode
  /** Of the heading: below the page's title, or below that of a group. */
  level?: 2 | 3
  children: ReactNode
}

const linkClass = 'inline-flex min-h-6 items-center gap-1 py-1 text-sm text-accent'

/** What stands around every chart: its finding, its unit, its sources, the same data as a table and as a file. */
export function ChartFrame({ title, unit, rows, nameLabel, file, table, actions, level = 3, children }: Props) {
  const Heading = `h${level}` as const
  const t = useTranslations()
  const text = useTrendText()
  const id = useId()
  const columns = useChartColumns(rows, nameLabel)
  const csv = useCsvAddress(columns, rows)
  const Chevron = table.open ? ChevronDown : ChevronRight
  const sources = sourceNames(rows.flatMap((row) => text.sources(row)))
  return (
    <Card className="min-w-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <Heading id={id} className="text-md">
            {title}
          </Heading>
          <p className="text-sm text-ink-2">{unit}</p>
        </div>
        {actions}
      </div>
      {children}
      {sources ? <p className="mt-2 text-xs text-ink-3">{`${t('common.source')}: ${sources}`}</p> : null}
      <div className="mt-1 flex flex-wrap items-start justify-between gap-x-4">
        <Link href={table.href} scroll={false} aria-expanded={table.open} className={linkClass}>
          <Chevron aria-hidden size={14} strokeWidth={1.75} />
          <span>{t('indicator.view.table')}</span>
          <span className="sr-only">{`: ${title}`}</span>
        </Link>
        <a href={csv} download={`${file}.csv`} className={linkClass}>
          <Download aria-hidden size={14} strokeWidth={1.75} />
          CSV<span className="sr-only">{`: ${title}`}</span>
        </a>
      </div>
      {table.open ? <ChartTable labelledBy={id} columns={columns} rows={rows} /> : null}
    </Card>
  )
}

const cellClass = ({ numeric }: ChartColumn) =>
  `border-b border-line px-2 py-1.5 ${numeric ? 'text-right whitespace-nowrap' : 'min-w-16 text-left last:min-w-64'}`

function ChartTable({
  labelledBy,
  columns,
  rows,
}: {
  labelledBy: string
  columns: readonly ChartColumn[]
  rows: readonly ChartRow[]
}) {
  const t = useTranslations('common')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-labelledby={labelledBy} tabIndex={0} className="focus-inset overflow-x-auto">
      <table className="w-full text-sm">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={`text-xs font-medium text-ink-2 ${cellClass(column)}`}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-row={row.key}>
              {columns.map((column, index) => {
                const shown = column.shown(row) ?? <Missing words={t('noFigure')} />
                return index === 0 ? (
                  <th key={column.label} scope="row" className={`min-w-36 font-normal ${cellClass(column)}`}>
                    {shown}
                  </th>
                ) : (
                  <td key={column.label} className={cellClass(column)}>
                    {shown}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
