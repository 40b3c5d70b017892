'use client'
import { type RefObject, useLayoutEffect } from 'react'
import type { EntryColumn } from './cell-place.ts'
import { boundsOf, type EntryTable, positionOf } from './grid-range.ts'

/**
 * Says on the cells themselves which are selected: `aria-selected`, which their fill follows. Done here and not by
 * React, so that a range over thousands of cells renders none of them; they are rendered as not selected, always.
 */
export function useRangeMarks(
  table: EntryTable,
  grid: RefObject<HTMLTableElement | null>,
  columns: readonly EntryColumn[],
): void {
  useLayoutEffect(() => {
    const cells = grid.current?.querySelectorAll('[aria-selected]') ?? []
    let marked = new Set<Element>()

    const mark = () => {
      const bounds = boundsOf(table, columns)
      const selected = new Set<Element>()
      for (let row = bounds?.from.row ?? 0; row <= (bounds?.to.row ?? -1); row += 1) {
        for (let column = bounds?.from.column ?? 0; column <= (bounds?.to.column ?? -1); column += 1) {
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
      const corner = positionOf(table, columns, table.selection.get()?.corner)
      if (!corner || marked.size < 2) return
      cells[corner.row * columns.length + corner.column]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    mark()
    const unsubscribe = table.selection.subscribe(follow)
    return () => {
      unsubscribe()
      for (const cell of marked) cell.setAttribute('aria-selected', 'false')
    }
  }, [table, grid, columns])
}
