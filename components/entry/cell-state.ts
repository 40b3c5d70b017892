import type { Change } from '#domain/figure.ts'
import type { Quantity } from '#domain/quantity.ts'

/** The life of one cell of the entry screen: pure, and the same for the grid and the phone's list. */

export type Recorded = {
  quantity: Quantity | null
  /** Null: never written. */
  version: number | null
  /** Who wrote it, by name, and when (ISO); null where nobody did, or this screen just has. */
  by: string | null
  at: string | null
}

/** What a change rests on besides its value; the same for all that go in one request. `document` is a code. */
export type Grounds = { reason?: string; change?: Change; document?: string }

/** What is written of a figure: its text, and a note where that is to be another. */
export type Written = { text: string; note?: string | undefined }

/** What somebody left in the cell. */
export type Entry = Written & {
  quantity: Quantity | null
  /** The version that they saw as they did: the server takes the entry against no other. */
  seen: number | null
  grounds: Grounds
  /** Names those that were left in one go and are one transaction; null: it goes with whatever waits. */
  batch: string | null
}

/** Why a text was not taken: a reason below `problem` in the messages, or a sentence that the server has said. */
export type CellProblem = { reason: string; values?: Record<string, string | number>; message?: string }

/** What stands in the cell without being recorded. In a conflict what is recorded is already theirs. */
export type Trouble = Written & ({ kind: 'refused'; seen: number | null; problem: CellProblem } | { kind: 'conflict' })

/** Why what was left waits: the network or the server is away, or the session has ended. */
export type Stall = 'unsent' | 'signed_out'

export type Cell = {
  recorded: Recorded
  /** In the request that is on its way. */
  attempt: Entry | null
  stalled: Stall | null
  /** Left since, or while another request is on its way: it goes with the next. */
  next: Entry | null
  trouble: Trouble | null
  /** The last version that was written from here. */
  own: number | null
  /** ISO time of the last save from here. */
  savedAt: string | null
}

export const restingCell = (recorded: Recorded): Cell => ({
  recorded,
  attempt: null,
  stalled: null,
  next: null,
  trouble: null,
  own: null,
  savedAt: null,
})
export const emptyCell = restingCell({ quantity: null, version: null, by: null, at: null })

/** What the cell will hold when all that was left in it has arrived. */
export const aim = ({ next, attempt, recorded }: Cell): Quantity | null => (next ?? attempt ?? recorded).quantity

/** Whether what the cell holds was written by somebody else since something was last written from here. */
export const isForeign = ({ next, attempt, recorded, own }: Cell): boolean =>
  next === null && attempt === null && recorded.version !== own

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

/** What the cell looks like: the gravest of what is true of it; `warned`: a check found something in what it holds. */
export function statusOf({ trouble, stalled, attempt, next, savedAt }: Cell, warned = false): CellStatus {
  if (trouble?.kind === 'refused' && trouble.problem.reason === needsReason.reason) return 'waiting'
  if (trouble) return trouble.kind
  if (stalled) return stalled
  if (attempt || next) return 'saving'
  if (warned) return 'warning'
  return savedAt ? 'saved' : 'rest'
}
