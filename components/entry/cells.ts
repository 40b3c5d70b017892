import { figureKinds } from '#domain/figure.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { type CellEvent, cellAfter } from './cell-after.ts'
import { type CellKey, cellKey, type Place } from './cell-place.ts'
import { type Cell, emptyCell, type Recorded, restingCell } from './cell-state.ts'

/** All cells of a sheet and where they stand. */
export function createCells() {
  const places = new Map<CellKey, Place>()
  const cells = new Map<CellKey, Cell>()
  /** The cell that somebody is typing in: what others write there waits, so that it is not taken for what they saw. */
  let typing: CellKey | null = null
  let withheld: Recorded | null = null
  /** Whether anything changed since it was last asked. */
  let changed = false

  function dispatch(key: CellKey, event: CellEvent) {
    const before = cells.get(key)
    if (!before) return
    const cell = cellAfter(before, event)
    if (cell === before) return
    cells.set(key, cell)
    changed = true
  }

  /** What stands in a cell by now, whoever wrote it. */
  function receive(key: CellKey, recorded: Recorded) {
    if (key === typing) withheld = recorded
    else dispatch(key, { type: 'refreshed', recorded })
  }

  return {
    dispatch,
    receive,
    get: (key: CellKey): Cell | undefined => cells.get(key),
    place: (key: CellKey): Place | undefined => places.get(key),
    all: (): ReadonlyMap<CellKey, Cell> => cells,
    places: (): ReadonlyMap<CellKey, Place> => places,
    typing: (): CellKey | null => typing,
    type(key: CellKey | null) {
      const [cell, recorded] = [typing, withheld]
      typing = key !== null && cells.has(key) ? key : null
      withheld = null
      if (cell && recorded) receive(cell, recorded)
    },
    /** The page was read: new lines appear, ended ones go. */
    refresh(lines: readonly SheetLine[]) {
      const earlier = new Map(cells)
      cells.clear()
      places.clear()
      changed = true
      for (const line of lines) {
        for (const kind of figureKinds) {
          const key = cellKey(line.indicator.code, kind)
          const { quantity, version, by, at } = line.figures[kind] ?? emptyCell.recorded
          places.set(key, { indicator: line.indicator.code, kind, line })
          cells.set(key, earlier.get(key) ?? restingCell({ quantity, version, by, at }))
          receive(key, { quantity, version, by, at })
        }
      }
      if (typing !== null && !cells.has(typing)) typing = null
    },
    takeChanged(): boolean {
      const was = changed
      changed = false
      return was
    },
  }
}
export type Cells = ReturnType<typeof createCells>
