import type { CellAddress } from './cell-place.ts'

/** One rectangle of the grid: from the active cell, its anchor, to the corner across. One cell is a rectangle too. */
export type Selected = { anchor: CellAddress; corner: CellAddress }

const isSame = (a: CellAddress, b: CellAddress): boolean => a.indicator === b.indicator && a.kind === b.kind

export type GridSelection = ReturnType<typeof createSelection>

/** What is selected in the grid; outside React, so that a range over thousands of cells renders none of them. */
export function createSelection(first: CellAddress | null) {
  let selected: Selected | null = first && { anchor: first, corner: first }
  let dragging = false
  const listeners = new Set<() => void>()

  function select(anchor: CellAddress, corner: CellAddress = anchor) {
    if (selected && isSame(selected.anchor, anchor) && isSame(selected.corner, corner)) return
    selected = { anchor, corner }
    for (const listener of listeners) listener()
  }
  /** Moves the corner; the active cell stays where it is. */
  function extend(corner: CellAddress) {
    select(selected?.anchor ?? corner, corner)
  }

  return {
    get: (): Selected | null => selected,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    select,
    extend,
    /** The mouse went down on a cell: until it is up, the range goes where it goes. With Shift the range grows instead. */
    press(cell: CellAddress, withShift: boolean) {
      dragging = true
      const release = () => {
        dragging = false
      }
      document.addEventListener('mouseup', release, { once: true })
      if (withShift) extend(cell)
      else select(cell)
    },
    /** The mouse came over a cell. */
    pass(cell: CellAddress) {
      if (dragging) extend(cell)
    },
  }
}
