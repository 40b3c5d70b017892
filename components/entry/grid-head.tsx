'use client'
import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { figureKindTable } from '#domain/figure.ts'
import type { EntryColumn } from './cell-place.ts'
import { useEntry } from './entry-context.tsx'

const head =
  'sticky top-0 z-[12] h-12 border-r border-b border-line-2 bg-sunken px-2 align-bottom py-1.5 text-xs font-medium'
const lock = <Lock aria-hidden size={12} strokeWidth={1.75} className="mb-0.5 ml-auto text-ink-3" />

/** Pixels. What a source reports has long names. */
const widths = { plan: 92, actual: 92, reported: 120 }
const widthOf = ({ kind }: EntryColumn): number => widths[figureKindTable[kind].group]
/** Of the number, the unit of measure and last year; and the least that an indicator's name needs. */
const FIRST_COLUMNS = 40 + 80 + 96 + 192

/** Pixels under which the grid scrolls sideways instead of becoming narrower. */
export const minimumWidth = (columns: readonly EntryColumn[]): number =>
  columns.reduce((sum, column) => sum + widthOf(column), FIRST_COLUMNS)

/** The head of the grid: it stays in sight, and says which columns are closed and why. */
export function GridHead() {
  const t = useTranslations()
  const { columns, sheet } = useEntry()
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" aria-colindex={1} className={`left-0 !z-[13] w-10 ${head}`}>
          {t('common.number')}
        </th>
        <th scope="col" aria-colindex={2} className={`left-10 !z-[13] text-left ${head}`}>
          {t('common.indicator')}
        </th>
        <th scope="col" aria-colindex={3} className={`w-20 text-left ${head}`}>
          {t('common.unitOfMeasure')}
        </th>
        <th scope="col" aria-colindex={4} className={`w-24 text-right ${head}`}>
          {lock}
          {t('entry.previous', { year: String(sheet.year - 1) })}
        </th>
        {columns.map((column, index) => (
          <th
            key={column.kind}
            scope="col"
            aria-colindex={5 + index}
            title={column.closed ?? undefined}
            style={{ width: widthOf(column) }}
            className={`text-right ${head}`}
          >
            {column.closed === null ? null : (
              <>
                {lock}
                <span className="sr-only">{column.closed}</span>
              </>
            )}
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
  )
}
