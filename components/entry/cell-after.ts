import { type Quantity, quantitiesEqual } from '#domain/quantity.ts'
import type { Result } from '#domain/refusal.ts'
import { aim, type Cell, type CellProblem, type Entry, type Recorded, type Stall, type Trouble } from './cell-state.ts'

/** What becomes of a cell, and how it follows: pure. */

export type CellEvent =
  | ({ type: 'left'; read: Result<Quantity | null, CellProblem> } & Omit<Entry, 'quantity' | 'seen'>)
  /** An earlier window left it here; `sent`: it was on its way. */
  | ({ type: 'resumed'; read: Result<Quantity | null, CellProblem>; sent: boolean } & Omit<Entry, 'quantity'>)
  /** What waits goes on its way. */
  | { type: 'sent' }
  | { type: 'saved'; version: number; at: string }
  | { type: 'refused'; problem: CellProblem }
  | { type: 'conflict'; theirs: Recorded }
  /** The request was refused because of other cells: nothing of it is written, this waits again. */
  | { type: 'returned' }
  | { type: 'stalled'; cause: Stall }
  | { type: 'retry' }
  /** Gives up a text in trouble; in a conflict this takes theirs. */
  | { type: 'restore' }
  /** Somebody else wrote, or the page was read anew. */
  | { type: 'refreshed'; recorded: Recorded }

/** The next state of a cell; the same object where nothing changes. */
export function cellAfter(cell: Cell, event: CellEvent): Cell {
  switch (event.type) {
    case 'left':
      return left(cell, event)
    case 'resumed':
      return resumed(cell, event)
    case 'sent':
      return cell.next ? { ...cell, attempt: cell.next, next: null, stalled: null } : cell
    case 'saved':
      return saved(cell, event)
    case 'refused': {
      if (!cell.attempt) return cell
      const { text, note, seen } = cell.attempt
      const refused: Trouble = { kind: 'refused', text, note, seen, problem: event.problem }
      return { ...withdrawn(cell), trouble: cell.trouble ?? (cell.next ? null : refused) }
    }
    case 'conflict':
      return conflict(cell, event.theirs)
    case 'returned':
      return cell.attempt ? { ...withdrawn(cell), next: withdrawn(cell).next ?? cell.attempt } : cell
    case 'stalled':
      return cell.attempt || cell.next ? { ...cell, stalled: event.cause } : cell
    case 'retry':
      return cell.stalled ? { ...cell, stalled: null } : cell
    case 'restore':
      return cell.trouble ? { ...cell, trouble: null } : cell
    case 'refreshed':
      return refreshed(cell, event.recorded)
  }
}

/** The version that whoever types now has before their eyes: behind an attempt it is the one that this will get. */
const seenIn = ({ next, trouble, recorded }: Cell): number | null => {
  if (next) return next.seen
  return trouble?.kind === 'refused' ? trouble.seen : recorded.version
}

/** A note or a document is written of a value that stays, too. */
export const isAboutMore = ({ note, grounds }: Pick<Entry, 'note' | 'grounds'>): boolean =>
  note !== undefined || grounds.document !== undefined

function left(cell: Cell, { type: _type, read, ...entry }: Extract<CellEvent, { type: 'left' }>): Cell {
  const seen = seenIn(cell)
  const { text, note } = entry
  if (!read.ok) return { ...cell, next: null, trouble: { kind: 'refused', text, note, seen, problem: read.error } }
  const { value: quantity } = read
  // Leaving a cell as it is changes nothing, and sends nothing.
  if (quantitiesEqual(aim(cell), quantity) && !isAboutMore(entry))
    return cell.trouble ? { ...cell, trouble: null } : cell
  const calm = { ...cell, trouble: null }
  // Back to what is recorded, before anything was sent.
  if (!cell.attempt && quantitiesEqual(cell.recorded.quantity, quantity) && !isAboutMore(entry))
    return { ...calm, next: null }
  return { ...calm, next: { ...entry, quantity, seen } }
}

function resumed(cell: Cell, { type: _type, read, sent, ...kept }: Extract<CellEvent, { type: 'resumed' }>): Cell {
  const { text, note, seen } = kept
  if (!read.ok) return { ...cell, trouble: { kind: 'refused', text, note, seen, problem: read.error } }
  const entry = { ...kept, quantity: read.value }
  if (sent) return { ...cell, attempt: entry }
  if (!cell.attempt && quantitiesEqual(cell.recorded.quantity, entry.quantity) && !isAboutMore(entry)) return cell
  const waiting = { ...cell, next: entry }
  // Behind an attempt it is that one's version which was seen.
  return cell.attempt || seen === cell.recorded.version ? waiting : conflict(waiting, cell.recorded)
}

function saved(cell: Cell, { version, at }: Extract<CellEvent, { type: 'saved' }>): Cell {
  const { attempt, next, recorded } = cell
  if (!attempt) return cell
  // An answer that was lost comes late: others may have gone on from it.
  const overtaken = (recorded.version ?? 0) > version
  const mine = { quantity: attempt.quantity, version, by: null, at }
  const settled = next === null || (quantitiesEqual(next.quantity, attempt.quantity) && !isAboutMore(next))
  return {
    ...cell,
    recorded: overtaken ? recorded : mine,
    attempt: null,
    stalled: null,
    next: settled ? null : { ...next, seen: version },
    own: version,
    savedAt: at,
  }
}

/** Nothing is on its way any more, and nothing of it was written: what was left since saw what it had seen. */
const withdrawn = (cell: Cell): Cell => ({
  ...cell,
  attempt: null,
  stalled: null,
  next: cell.next && cell.attempt ? { ...cell.next, seen: cell.attempt.seen } : cell.next,
})

function refreshed(cell: Cell, recorded: Recorded): Cell {
  // What is on its way is told by its own answer.
  if (cell.attempt || (recorded.version ?? 0) <= (cell.recorded.version ?? 0)) return cell
  return cell.next ? conflict(cell, recorded) : { ...cell, recorded }
}

function conflict(cell: Cell, theirs: Recorded): Cell {
  const mine = cell.next ?? cell.attempt
  if (!mine) return cell
  const answered = { ...cell, recorded: theirs, attempt: null, next: null, stalled: null }
  // Two people who entered the same do not disagree; a newer text that was refused stays what is shown.
  if (cell.trouble || (quantitiesEqual(mine.quantity, theirs.quantity) && !isAboutMore(mine))) return answered
  return { ...answered, trouble: { kind: 'conflict', text: mine.text, note: mine.note } }
}
