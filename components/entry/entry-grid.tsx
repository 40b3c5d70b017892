'use client'
import { useTranslations } from 'next-intl'
import { Fragment, type RefObject, useState } from 'react'
import { groupLetter } from '#domain/indicator.ts'
import { AddressBar } from './address-bar.tsx'
import { useEntry, useTextOf } from './entry-context.tsx'
import { GridHead, minimumWidth } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { LateShortcuts } from './late-dialogs.tsx'
import type { EntryRow, MoveBy } from './use-entry-table.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useRangeMarks } from './use-range-marks.ts'

type Props = {
  label: string
  rows: readonly EntryRow[]
  move: MoveBy
  ref: RefObject<HTMLTableElement | null>
}

/** Rows this near to the end show their advice upwards. */
const LAST_ROWS = 4

/** The grid of a desk: the ARIA grid pattern with one tab stop; groups are rows of their own that no arrow enters. */
export function EntryGrid({ label, rows, move, ref }: Props) {
  const t = useTranslations()
  const { table, columns } = useEntry()
  const textOf = useTextOf()
  const [helping, setHelping] = useState(false)
  const onKeyDown = useGridKeys(ref, move, () => setHelping(true))
  useRangeMarks(table, ref, columns)

  const groups = [...new Set(rows.map(({ original }) => original.indicator.group))]
  const opensGroup = (index: number) =>
    rows[index - 1]?.original.indicator.group !== rows[index]?.original.indicator.group
  let rowIndex = 1
  return (
    <>
      <AddressBar onShortcuts={() => setHelping(true)} />
      <div className="relative contain-content max-h-[max(22rem,calc(100dvh-17rem))] scroll-pt-16 scroll-pl-64 overflow-auto">
        <table
          ref={ref}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what a grid is made of
          role="grid"
          aria-label={label}
          aria-multiselectable
          aria-rowcount={1 + groups.length + rows.length}
          aria-colcount={4 + columns.length}
          onKeyDown={onKeyDown}
          style={{ minWidth: minimumWidth(columns) }}
          className="w-full table-fixed border-separate border-spacing-0 text-sm"
        >
          <GridHead />
          <tbody>
            {rows.map((row, index) => {
              const { group } = row.original.indicator
              const opens = opensGroup(index)
              rowIndex += opens ? 2 : 1
              return (
                <Fragment key={row.id}>
                  {opens ? (
                    <tr aria-rowindex={rowIndex - 1}>
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
                    rowIndex={rowIndex}
                    columns={columns}
                    move={move}
                    textOf={textOf}
                    estimateTag={t('common.estimateTag')}
                    upwards={index >= rows.length - LAST_ROWS && index >= LAST_ROWS}
                  />
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
      {helping ? (
        <LateShortcuts
          onClose={() => setHelping(false)}
          returnFocus={() => ref.current?.querySelector<HTMLElement>('[tabindex="0"]') ?? null}
        />
      ) : null}
    </>
  )
}
