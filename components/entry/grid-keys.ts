/** Where a key leads in the grid (the ARIA grid pattern); arrows move by one, pages by ten rows. */
export type Move = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd' | 'first' | 'last' | 'pageUp' | 'pageDown'
/** What else a key does outside of editing. `giveUp` is one step back: from a range to its cell, from a text in trouble. */
export type Act = 'clear' | 'giveUp' | 'selectAll' | 'undo' | 'redo' | 'details' | 'shortcuts'
export type Position = { row: number; column: number }
type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

const PAGE = 10

const plain: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}
const withControl: Record<string, Move> = { Home: 'first', End: 'last' }

/** The move that a key means outside of editing, with Shift of the range's far corner; null where it means none. */
export function moveOf({ key, ctrlKey, metaKey, altKey }: Key): Move | null {
  if (altKey) return null
  return (ctrlKey || metaKey ? withControl[key] : plain[key]) ?? null
}

const acts: Record<string, Act> = { Delete: 'clear', Backspace: 'clear', Escape: 'giveUp', '?': 'shortcuts' }
const actsWithControl: Record<string, Act> = {
  a: 'selectAll',
  z: 'undo',
  y: 'redo',
  'shift z': 'redo',
  enter: 'details',
}

/** What a key does outside of editing besides moving; null where it does nothing. */
export function actOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Act | null {
  if (altKey) return null
  if (!ctrlKey && !metaKey) return acts[key] ?? null
  return actsWithControl[`${shiftKey ? 'shift ' : ''}${key.toLowerCase()}`] ?? null
}

/** Where a move searches on, when the cell it leads to may not be entered. */
const directions: Record<Move, Position> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
  rowStart: { row: 0, column: 1 },
  rowEnd: { row: 0, column: -1 },
  first: { row: 1, column: 0 },
  last: { row: -1, column: 0 },
  pageUp: { row: -1, column: 0 },
  pageDown: { row: 1, column: 0 },
}
/**
 * The position after a move in a grid of so many rows and columns; moves never leave it. What `enters` turns down is
 * skipped: searched on in the move's direction, then back towards the start; where nothing is found nobody moves.
 */
export function moved(
  from: Position,
  move: Move,
  rows: number,
  columns: number,
  enters: (position: Position) => boolean = () => true,
): Position {
  const { row, column } = from
  const targets: Record<Move, Position> = {
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    rowStart: { row, column: 0 },
    rowEnd: { row, column: columns - 1 },
    first: { row: 0, column: 0 },
    last: { row: rows - 1, column: columns - 1 },
    pageUp: { row: row - PAGE, column },
    pageDown: { row: row + PAGE, column },
  }
  const within = (index: number, count: number) => Math.max(0, Math.min(index, count - 1))
  const target = targets[move]
  const start = { row: within(target.row, rows), column: within(target.column, columns) }
  const inside = (at: Position) => within(at.row, rows) === at.row && within(at.column, columns) === at.column
  const { row: down, column: right } = directions[move]
  for (const way of [1, -1]) {
    let at = start
    while (inside(at) && !enters(at)) at = { row: at.row + way * down, column: at.column + way * right }
    if (inside(at)) return at
  }
  return from
}
