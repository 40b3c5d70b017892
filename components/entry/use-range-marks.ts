'use client'
import { type RefObject, useLayoutEffect } from 'react'
import type { EntryColumn } from './cell-place.ts'
import type { EntryRow, EntryTable } from './use-entry-table.ts'

/**
 * Says on the cells themselves which are selected: `aria-selected`, which their fill follows. Done here and not by
 * React, so that a range over thousands of cells renders none of them; they are rendered as not selected, always.
 */
export function useRangeMarks(
  table: EntryTable,
  grid: RefObject<HTMLTableElement | null>,
  rows: readonly EntryRow[],
  columns: readonly EntryColumn[],
): void {
  useLayoutEffect(() => {
    const cells = grid.current?.querySelectorAll('[aria-selected]') ?? []
    let marked = new Set<Element>()

    const mark = () => {
      const [bounds] = table.getCellSelectionBounds()
      const selected = new Set<Element>()
      for (let row = bounds?.minRowIndex ?? 0; row <= (bounds?.maxRowIndex ?? -1); row += 1) {
        for (let column = bounds?.minColumnIndex ?? 0; column <= (bounds?.maxColumnIndex ?? -1); column += 1) {
          const cell = cells[row * columns.length + column]
          if (cell) selected.add(cell)
        }
      }
      for (const cell of marked) if (!selected.has(cell)) cell.setAttribute('aria-selected', 'false')
      for (const cell of selected) if (!marked.has(cell)) cell.setAttribute('aria-selected', 'true')
      marked = selected
    }
    /** What a key has reached is shown; what the mouse reached is under it. */
    const follow = () => {
      mark()
      const corner = table.atoms.cellSelection.get().at(-1)
      const row = rows.findIndex(({ id }) => id === corner?.focusRowId)
      const column = columns.findIndex(({ kind }) => kind === corner?.focusColumnId)
      if (marked.size > 1) cells[row * columns.length + column]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    mark()
    const { unsubscribe } = table.atoms.cellSelection.subscribe(follow)
    return () => {
      unsubscribe()
      for (const cell of marked) cell.setAttribute('aria-selected', 'false')
    }
  }, [table, grid, rows, columns])
}
