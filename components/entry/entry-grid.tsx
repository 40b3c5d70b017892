'use client'
import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Fragment, type KeyboardEvent, type Ref } from 'react'
import { groupLetter } from '#domain/indicator.ts'
import type { EntryColumn } from './cell-place.ts'
import { type Move, moveOf } from './grid-keys.ts'
import { GridRow } from './grid-row.tsx'
import type { EntryRow } from './use-entry-table.ts'

type Props = {
  label: string
  rows: readonly EntryRow[]
  columns: readonly EntryColumn[]
  /** The year whose results stand beside the plans. */
  previousYear: number
  move: (move: Move, typed?: boolean) => void
  ref: Ref<HTMLTableElement>
}

/** Rows this near to the end show their advice upwards. */
const LAST_ROWS = 4
const head =
  'sticky top-0 z-[12] h-12 border-r border-b border-line-2 bg-sunken px-2 align-bottom py-1.5 text-xs font-medium'
const lock = <Lock aria-hidden size={12} strokeWidth={1.75} className="mb-0.5 ml-auto text-ink-3" />

/** The grid of a desk: the ARIA grid pattern with one tab stop; groups are rows of their own that no arrow enters. */
export function EntryGrid({ label, rows, columns, previousYear, move, ref }: Props) {
  const t = useTranslations()
  const groups = [...new Set(rows.map(({ original }) => original.indicator.group))]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = moveOf(event)
    if (!step) return
    event.preventDefault()
    move(step)
  }
  return (
    <div className="relative max-h-[max(22rem,calc(100dvh-17rem))] scroll-pt-12 scroll-pl-64 overflow-auto">
      <table
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what a grid is made of
        role="grid"
        aria-label={label}
        onKeyDown={onKeyDown}
        className="w-full min-w-[868px] table-fixed border-separate border-spacing-0 text-sm"
      >
        <thead>
          <tr>
            <th scope="col" className={`left-0 !z-[13] w-10 ${head}`}>
              {t('common.number')}
            </th>
            <th scope="col" className={`left-10 !z-[13] text-left ${head}`}>
              {t('common.indicator')}
            </th>
            <th scope="col" className={`w-20 text-left ${head}`}>
              {t('common.unitOfMeasure')}
            </th>
            <th scope="col" className={`w-24 text-right ${head}`}>
              {lock}
              {t('entry.previous', { year: String(previousYear) })}
            </th>
            {columns.map(({ kind, label: name, closed }) => (
              <th key={kind} scope="col" title={closed ?? undefined} className={`w-23 text-right ${head}`}>
                {closed === null ? null : (
                  <>
                    {lock}
                    <span className="sr-only">{closed}</span>
                  </>
                )}
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const { group } = row.original.indicator
            const first = rows[index - 1]?.original.indicator.group !== group
            return (
              <Fragment key={row.id}>
                {first ? (
                  <tr>
                    <th
                      scope="rowgroup"
                      colSpan={4 + columns.length}
                      className="h-7 border-b border-line bg-sunken px-3 text-left font-semibold"
                    >
                      <span className="sticky left-3">{`${groupLetter(groups.indexOf(group))}. ${t(`group.${group}`)}`}</span>
                    </th>
                  </tr>
                ) : null}
                <GridRow
                  row={row}
                  columns={columns}
                  move={move}
                  estimateTag={t('common.estimateTag')}
                  upwards={index >= rows.length - LAST_ROWS && index >= LAST_ROWS}
                />
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
