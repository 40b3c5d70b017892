import type { Quantity } from '#domain/quantity.ts'
import { quantitiesEqual } from '#domain/quantity.ts'
import type { Result } from '#domain/refusal.ts'

/** The life of one cell of the entry screen: pure, and the same for the grid and the phone's list. */

export type Recorded = {
  quantity: Quantity | null
  /** Null: never written. */
  version: number | null
}

/** What somebody left in the cell. The key goes with it on every try, so that sending twice has one effect. */
export type Entry = { key: string; text: string; quantity: Quantity | null; reason: string | undefined }
export type Attempt = Entry & { expectedVersion: number | null }

/** Why a text was not taken: a reason below `problem` in the messages, or a sentence that the server has said. */
export type CellProblem = { reason: string; values?: Record<string, string | number>; message?: string }
export type Theirs = Recorded & { by: string | null; at: string | null }

/** A text that stands in the cell without being recorded. In a conflict what is recorded is already theirs. */
export type Trouble =
  | { kind: 'refused'; text: string; problem: CellProblem }
  | { kind: 'conflict'; text: string; theirs: Theirs }

/** A doubt about a recorded value, with the text that may have been meant. */
export type Warning = { reason: string; suggestion?: string }

/** Why an attempt waits: the network or the server is away, or the session has ended. */
export type Stall = 'unsent' | 'signed_out'

export type Cell = {
  recorded: Recorded
  /** At most one is on its way, so that versions never overtake each other. */
  attempt: Attempt | null
  stalled: Stall | null
  /** Left in the cell since; it waits for the version that the attempt will get. */
  next: Entry | null
  trouble: Trouble | null
  warning: Warning | null
  /** ISO time of the last save from here. */
  savedAt: string | null
}

export type CellEvent =
  | { type: 'left'; key: string; text: string; read: Result<Quantity | null, CellProblem>; reason: string | undefined }
  | { type: 'saved'; version: number; warning: Warning | null; at: string }
  | { type: 'refused'; problem: CellProblem }
  | { type: 'conflict'; theirs: Theirs }
  | { type: 'stalled'; cause: Stall }
  | { type: 'retry' }
  /** Gives up a text in trouble; in a conflict this takes theirs. */
  | { type: 'restore' }
  /** The page was read anew. */
  | { type: 'refreshed'; recorded: Recorded }

export const restingCell = (recorded: Recorded): Cell => ({
  recorded,
  attempt: null,
  stalled: null,
  next: null,
  trouble: null,
  warning: null,
  savedAt: null,
})

/** What the cell will hold when all that was left in it has arrived. */
export const aim = ({ next, attempt, recorded }: Cell): Quantity | null => (next ?? attempt ?? recorded).quantity

/** The next state of a cell. An attempt that is new, or no longer stalled, is to be sent by whoever asks. */
export function cellAfter(cell: Cell, event: CellEvent): Cell {
  switch (event.type) {
    case 'left':
      return left(cell, event)
    case 'saved': {
      if (!cell.attempt) return cell
      const recorded = { quantity: cell.attempt.quantity, version: event.version }
      return follow({ ...cell, recorded, warning: event.warning, savedAt: event.at })
    }
    case 'refused': {
      if (!cell.attempt) return cell
      const refused: Trouble = { kind: 'refused', text: cell.attempt.text, problem: event.problem }
      return follow({ ...cell, trouble: cell.trouble ?? (cell.next ? null : refused) })
    }
    case 'conflict':
      return conflict(cell, event.theirs)
    case 'stalled':
      return cell.attempt ? { ...cell, stalled: event.cause } : cell
    case 'retry':
      return cell.stalled ? { ...cell, stalled: null } : cell
    case 'restore':
      return cell.trouble ? { ...cell, trouble: null } : cell
    case 'refreshed':
      return cell.attempt || (event.recorded.version ?? 0) <= (cell.recorded.version ?? 0)
        ? cell
        : { ...cell, recorded: event.recorded, warning: null }
  }
}

function left(cell: Cell, { key, text, read, reason }: Extract<CellEvent, { type: 'left' }>): Cell {
  if (!read.ok) return { ...cell, next: null, trouble: { kind: 'refused', text, problem: read.error } }
  // Leaving a cell as it is changes nothing, and sends nothing.
  if (quantitiesEqual(aim(cell), read.value)) return cell.trouble ? { ...cell, trouble: null } : cell
  const entry = { key, text, quantity: read.value, reason }
  const calm = { ...cell, trouble: null, stalled: null }
  return cell.attempt
    ? { ...calm, next: entry }
    : { ...calm, attempt: { ...entry, expectedVersion: cell.recorded.version }, warning: null }
}

/** The attempt was answered: what was left in the cell since goes on its way, with the version that stands now. */
function follow(cell: Cell): Cell {
  const { next, recorded } = cell
  const attempt =
    next && !quantitiesEqual(next.quantity, recorded.quantity) ? { ...next, expectedVersion: recorded.version } : null
  return { ...cell, attempt, next: null, stalled: null }
}

function conflict(cell: Cell, theirs: Theirs): Cell {
  const mine = cell.next ?? cell.attempt
  if (!mine) return cell
  const { quantity, version } = theirs
  const answered = { ...cell, recorded: { quantity, version }, attempt: null, next: null, stalled: null, warning: null }
  // Two people who entered the same do not disagree; a newer text that was refused stays what is shown.
  if (cell.trouble || quantitiesEqual(mine.quantity, quantity)) return answered
  return { ...answered, trouble: { kind: 'conflict', text: mine.text, theirs } }
}

export const cellStatuses = [
  'refused',
  'conflict',
  'waiting',
  'signed_out',
  'unsent',
  'saving',
  'warning',
  'saved',
  'rest',
] as const
export type CellStatus = (typeof cellStatuses)[number]

/** A text that is right, but whose reason nobody has given yet. */
export const needsReason = { reason: 'reason_required' } as const satisfies CellProblem

/** What the cell looks like: the gravest of what is true of it. */
export function statusOf({ trouble, stalled, attempt, warning, savedAt }: Cell): CellStatus {
  if (trouble?.kind === 'refused' && trouble.problem.reason === needsReason.reason) return 'waiting'
  if (trouble) return trouble.kind
  if (stalled) return stalled
  if (attempt) return 'saving'
  if (warning) return 'warning'
  return savedAt ? 'saved' : 'rest'
}
