/** The workflow of a sheet: one table of transitions, and why a cell is closed. */
export const sheetStates = ['draft', 'submitted', 'approved', 'locked'] as const
export type SheetState = (typeof sheetStates)[number]

export const transitions = ['submit', 'return', 'approve', 'lock', 'reopen'] as const
export type Transition = (typeof transitions)[number]

type Move = {
  from: readonly SheetState[]
  to: SheetState
  /** Whoever undoes another's step says why. */
  commentRequired: boolean
}

/** Which step leads where; who may take it is `can(actor, step, sheet)` in permissions.ts. */
export const transitionTable: Record<Transition, Move> = {
  submit: { from: ['draft'], to: 'submitted', commentRequired: false },
  return: { from: ['submitted'], to: 'draft', commentRequired: true },
  approve: { from: ['submitted'], to: 'approved', commentRequired: false },
  lock: { from: ['approved'], to: 'locked', commentRequired: false },
  // Not to a draft: what changes after an approval is a correction and needs a reason (domain rule 15).
  reopen: { from: ['approved', 'locked'], to: 'submitted', commentRequired: true },
}

/** The steps that lead out of a state, in the order of the table. */
export const stepsFrom = (state: SheetState): Transition[] =>
  transitions.filter((step) => transitionTable[step].from.includes(state))

/** A draft takes changes; a submitted sheet takes corrections with a reason; approved and locked are closed. */
export const writing: Record<SheetState, 'free' | 'with_reason' | 'closed'> = {
  draft: 'free',
  submitted: 'with_reason',
  approved: 'closed',
  locked: 'closed',
}
