'use client'
import type { KeyboardEvent, RefObject } from 'react'
import { flushSync } from 'react-dom'
import { isOpen } from '#domain/entry-column.ts'
import { useEntry } from './entry-context.tsx'
import { type Act, actOf, moveOf } from './grid-keys.ts'
import { extendSelection, isRange, selectAll, selectedCells } from './grid-range.ts'
import { useClipboard } from './use-clipboard.ts'
import type { MoveBy } from './use-entry-table.ts'

/** What keys and the clipboard do to the selected cells, outside of editing. Returns what hears the keys of the grid. */
export function useGridKeys(
  grid: RefObject<HTMLTableElement | null>,
  move: MoveBy,
  onShortcuts: () => void,
): (event: KeyboardEvent) => void {
  const { store, table, columns, goTo } = useEntry()

  /** Empties the selected cells that take changes; those of others and of headings stay as they are. */
  const clear = () => {
    const entries = selectedCells(table, columns)
      .flat()
      .flatMap((key) => {
        const place = store.place(key)
        const column = columns.find(({ kind }) => kind === place?.kind)
        return place && column && isOpen(column, place.line) ? [{ key, text: '' }] : []
      })
    store.leaveAll(entries)
  }
  useClipboard(grid, clear)

  const acts: Record<Act, () => void> = {
    clear,
    giveUp: () => {
      const { active } = store.screen()
      if (active === null) return
      if (isRange(table, columns)) goTo(active)
      else store.restore(active)
    },
    selectAll: () => {
      // The first cell becomes the active one.
      flushSync(() => selectAll(table, columns))
      const { active } = store.screen()
      if (active !== null) goTo(active, true)
    },
    undo: () => store.undo(),
    redo: () => store.redo(),
    details: () => {
      const { active } = store.screen()
      if (active !== null) store.showDetails(active)
    },
    shortcuts: onShortcuts,
  }

  return (event) => {
    const step = moveOf(event)
    const act = actOf(event)
    if (step === null && act === null) return
    event.preventDefault()
    if (act !== null) acts[act]()
    else if (step !== null && event.shiftKey) extendSelection(table, columns, step)
    else if (step !== null) move(step)
  }
}
