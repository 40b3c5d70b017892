import { figureKinds } from '#domain/figure.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { type CellEvent, cellAfter } from './cell-after.ts'
import { type CellKey, cellKey, type Place } from './cell-place.ts'
import { type Cell, emptyCell, type Recorded, restingCell } from './cell-state.ts'

/** What somebody types, before they leave the cell; `from` is what stood there when they began. */
export type Draft = { key: CellKey; text: string; from: string }

/** All cells of a sheet and where they stand. */
export function createCells() {
  const places = new Map<CellKey, Place>()
  const cells = new Map<CellKey, Cell>()
  /** Of lines that have been ended, and hold what somebody typed. */
  const left = new Set<CellKey>()
  let draft: Draft | null = null
  /** A dialog is about cells as they are. */
  let holding = false
  /** What others write where somebody is at work waits, so that it is not taken for what they saw. */
  const withheld = new Map<CellKey, Recorded>()
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
    if (holding || key === draft?.key) withheld.set(key, recorded)
    else dispatch(key, { type: 'refreshed', recorded })
  }

  function release() {
    const waiting = [...withheld]
    withheld.clear()
    for (const [key, recorded] of waiting) receive(key, recorded)
  }

  const isTyped = (key: CellKey, { attempt, next, trouble }: Cell) =>
    attempt !== null || next !== null || trouble !== null || key === draft?.key

  return {
    dispatch,
    receive,
    get: (key: CellKey): Cell | undefined => cells.get(key),
    place: (key: CellKey): Place | undefined => places.get(key),
    all: (): ReadonlyMap<CellKey, Cell> => cells,
    places: (): ReadonlyMap<CellKey, Place> => places,
    isLive: (key: CellKey): boolean => !left.has(key),
    draft: (): Draft | null => draft,
    /** What is typed in a cell goes on; null: it was left there, or given up. */
    type(typed: Draft | null) {
      const goesOn = typed !== null && typed.key === draft?.key ? draft.from : typed?.from
      draft = typed !== null && cells.has(typed.key) ? { ...typed, from: goesOn ?? typed.from } : null
      if (draft === null) release()
    },
    /** While a dialog is open nothing changes behind it. */
    hold(held: boolean) {
      holding = held
      if (!held) release()
    },
    /** The page was read: new lines appear; ended ones go, but for what was typed there. */
    refresh(lines: readonly SheetLine[]) {
      const [earlier, stood] = [new Map(cells), new Map(places)]
      cells.clear()
      places.clear()
      left.clear()
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
      for (const [key, cell] of earlier) {
        const place = stood.get(key)
        if (cells.has(key) || !place || !isTyped(key, cell)) continue
        cells.set(key, cell)
        places.set(key, place)
        left.add(key)
      }
    },
    /** What the browser keeps is to be written anew. */
    touch() {
      changed = true
    },
    takeChanged(): boolean {
      const was = changed
      changed = false
      return was
    },
  }
}
export type Cells = ReturnType<typeof createCells>
