'use client'
import { memo } from 'react'
import { Tag } from '../ui/tag.tsx'
import { Breakable } from './breakable.tsx'
import type { EntryColumn } from './cell-place.ts'
import { nameOf, type TextOf, useEntry, useNameWithin } from './entry-context.tsx'
import { FigureCell } from './figure-cell.tsx'
import type { EntryRow, MoveBy } from './use-entry-table.ts'

type Props = {
  row: EntryRow
  /** Counted from 1, the head and the groups included. */
  rowIndex: number
  columns: readonly EntryColumn[]
  move: MoveBy
  textOf: TextOf
  estimateTag: string
  upwards: boolean
}

const cell = 'border-r border-b border-line px-2'

/** One line. Its props stay the same while figures change, so it renders once. */
export const GridRow = memo(function GridRow({ row, rowIndex, columns, move, textOf, estimateTag, upwards }: Props) {
  const { locale, previous } = useEntry()
  const line = row.original
  const { indicator } = line
  const last = previous[indicator.code]
  const name = nameOf(line, locale)
  const child = indicator.parentCode !== null
  return (
    <tr aria-rowindex={rowIndex}>
      <td aria-colindex={1} className={`sticky left-0 z-[11] bg-surface text-center text-xs text-ink-3 ${cell}`}>
        {line.number}
      </td>
      <th
        scope="row"
        aria-colindex={2}
        title={name}
        className={`sticky left-10 z-[11] bg-surface py-0.5 text-left font-normal ${cell} ${child ? 'pl-5 text-ink-2' : ''}`}
      >
        {child ? '– ' : ''}
        {useNameWithin(line)}
      </th>
      <td aria-colindex={3} className={`text-xs text-ink-2 ${cell}`}>
        {indicator.unitOfMeasure}
      </td>
      <td aria-colindex={4} className={`bg-sunken text-right text-ink-2 ${cell}`}>
        {last ? <Breakable text={last.text} /> : null}
        {last?.estimate ? (
          <>
            {' '}
            <Tag>{estimateTag}</Tag>
          </>
        ) : null}
      </td>
      {columns.map((column, index) => (
        <FigureCell
          key={column.kind}
          row={row}
          column={column}
          columnIndex={5 + index}
          move={move}
          textOf={textOf}
          upwards={upwards}
        />
      ))}
    </tr>
  )
})
