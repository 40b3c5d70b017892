import { type Quantity, quantitiesEqual } from '#domain/quantity.ts'
import type { CellKey } from './cell-place.ts'
import { aim, type Cell, type Grounds, isForeign, type Written } from './cell-state.ts'

export type Way = 'undo' | 'redo'
/** What became of one cell, and as what it was left, also where it was refused and nothing changed. */
export type CellChange = Written & {
  cell: CellKey
  before: Quantity | null
  after: Quantity | null
  grounds: Grounds
}
/** What is taken back in one go: a cell, or a block. */
export type Step = readonly CellChange[]

/** So many steps can be taken back. */
const MOST_STEPS = 500

/** The steps of one person on one screen, in their order. */
export function createHistory() {
  const stacks: Record<Way, Step[]> = { undo: [], redo: [] }
  return {
    add(step: Step) {
      if (step.length === 0) return
      stacks.undo.push(step)
      if (stacks.undo.length > MOST_STEPS) stacks.undo.shift()
      stacks.redo = []
    },
    /** The step that would be taken back, or made again. */
    next: (way: Way): Step | undefined => stacks[way].at(-1),
    /** That step was taken. */
    take(way: Way) {
      const step = stacks[way].pop()
      if (step) stacks[way === 'undo' ? 'redo' : 'undo'].push(step)
    },
    /** That step cannot be taken any more. */
    drop(way: Way) {
      stacks[way].pop()
    },
  }
}

/** A text that was never recorded is simply given up, or typed again. */
const wasNeverRecorded = ({ before, after, text }: CellChange, { trouble }: Cell): boolean =>
  quantitiesEqual(before, after) || (trouble?.kind === 'refused' && trouble.text === text)

/** The first cell of a step that does not hold what the step left there, because somebody else wrote; null: none. */
export function blockedAt(step: Step, way: Way, cells: ReadonlyMap<CellKey, Cell>): CellKey | null {
  const blocked = step.find((change) => {
    const cell = cells.get(change.cell)
    if (!cell) return true
    if (wasNeverRecorded(change, cell)) return false
    const left = way === 'undo' ? change.after : change.before
    return !quantitiesEqual(aim(cell), left) || isForeign(cell)
  })
  return blocked?.cell ?? null
}
