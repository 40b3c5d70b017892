import { type Quantity, quantitiesEqual } from '#domain/quantity.ts'
import type { Result } from '#domain/refusal.ts'
import {
  aim,
  type Cell,
  type CellProblem,
  type Entry,
  type Left,
  type Recorded,
  type Stall,
  typedElsewhere,
} from './cell-state.ts'

/** What becomes of a cell, and how it follows: pure. */

type Read = Result<Quantity | null, CellProblem>

export type CellEvent =
  /** `anew`: in place of all that stood there, notes included. */
  | ({ type: 'left'; read: Read; anew?: boolean } & Omit<Left, 'seen'>)
  /** An earlier window left it here; `sent`: it was on its way. */
  | ({ type: 'resumed'; read: Read; sent: boolean } & Left)
  /** What waits goes on its way. */
  | { type: 'sent' }
  /** No version: an empty cell was left empty, and is still not written. */
  | { type: 'saved'; version: number | null; at: string }
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
      const refused = { ...leftOf(cell.attempt), kind: 'refused' as const, problem: event.problem }
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

const leftOf = ({ quantity: _quantity, ...entry }: Entry): Left => entry

/** The version that whoever types now has before their eyes: behind an attempt it is the one that this will get. */
const seenIn = ({ next, trouble, recorded }: Cell): number | null => {
  if (next) return next.seen
  return trouble?.kind === 'refused' ? trouble.seen : recorded.version
}

/** A note or a document is written of a value that stays, too. */
export const isAboutMore = ({ note, grounds }: Pick<Left, 'note' | 'grounds'>): boolean =>
  note !== undefined || grounds.document !== undefined

/** Another text is typed over what waits or is in trouble: its note, and what it rests on, are still meant. */
function withWhatStood({ next, trouble }: Cell, entry: Left): Left {
  const stood = next ?? trouble
  return { ...entry, note: entry.note ?? stood?.note, grounds: { ...stood?.grounds, ...entry.grounds } }
}

function left(cell: Cell, { type: _type, read, anew = false, ...typed }: Extract<CellEvent, { type: 'left' }>): Cell {
  const bare = { ...typed, seen: seenIn(cell) }
  const entry = anew ? bare : withWhatStood(cell, bare)
  if (!read.ok) return { ...cell, next: null, trouble: { ...entry, kind: 'refused', problem: read.error } }
  const { value: quantity } = read
  const changes = (held: Quantity | null) => !quantitiesEqual(held, quantity) || isAboutMore(entry)
  // Leaving a cell as it is changes nothing, and sends nothing.
  if (!changes(aim(cell))) return cell.trouble ? { ...cell, trouble: null } : cell
  const calm = { ...cell, trouble: null }
  // Back to what is recorded, before anything was sent.
  if (!cell.attempt && !changes(cell.recorded.quantity)) return { ...calm, next: null }
  return { ...calm, next: { ...entry, quantity } }
}

function resumed(cell: Cell, { type: _type, read, sent, ...kept }: Extract<CellEvent, { type: 'resumed' }>): Cell {
  if (!read.ok) return { ...cell, trouble: { ...kept, kind: 'refused', problem: read.error } }
  const entry = { ...kept, quantity: read.value }
  if (sent) return { ...cell, attempt: entry }
  const { attempt, next, recorded } = cell
  const stands = next ?? attempt
  if (stands && !quantitiesEqual(stands.quantity, entry.quantity)) {
    return { ...cell, trouble: { ...kept, kind: 'refused', problem: typedElsewhere } }
  }
  if (!attempt && quantitiesEqual(recorded.quantity, entry.quantity) && !isAboutMore(entry)) return cell
  const waiting = { ...cell, next: entry }
  // Behind an attempt it is that one's version which was seen.
  return attempt || kept.seen === recorded.version ? waiting : conflict(waiting, recorded)
}

function saved(cell: Cell, { version, at }: Extract<CellEvent, { type: 'saved' }>): Cell {
  const { attempt, next, trouble, recorded } = cell
  if (!attempt) return cell
  // Others may have gone on from it, and be known already.
  const overtaken = (recorded.version ?? 0) > (version ?? 0)
  const mine = { quantity: attempt.quantity, version, by: null, at }
  const settled = next === null || (quantitiesEqual(next.quantity, attempt.quantity) && !isAboutMore(next))
  const typedBehind = trouble?.kind === 'refused' && trouble.seen === attempt.seen
  return {
    ...cell,
    recorded: overtaken ? recorded : mine,
    attempt: null,
    stalled: null,
    next: settled ? null : { ...next, seen: version },
    trouble: typedBehind ? { ...trouble, seen: version } : trouble,
    own: version,
    savedAt: version === null ? cell.savedAt : at,
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
  if ((recorded.version ?? 0) <= (cell.recorded.version ?? 0)) return cell
  // Whether what is on its way was in time its own answer tells.
  return cell.next && !cell.attempt ? conflict(cell, recorded) : { ...cell, recorded }
}

function conflict(cell: Cell, theirs: Recorded): Cell {
  const mine = cell.next ?? cell.attempt
  if (!mine) return cell
  const answered = { ...cell, recorded: theirs, attempt: null, next: null, stalled: null }
  // Two people who entered the same do not disagree; a newer text that was refused stays what is shown.
  if (cell.trouble || (quantitiesEqual(mine.quantity, theirs.quantity) && !isAboutMore(mine))) return answered
  return { ...answered, trouble: { ...leftOf(mine), kind: 'conflict' } }
}
