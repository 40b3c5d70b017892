import { type FigureKind, figureKindTable } from './figure.ts'
import type { Transition } from './sheet-state.ts'

/**
 * Who may do what: the table of DOMAIN "Verdicts and permissions". Beside it stand documents, which belong to no unit,
 * and one's own account. Deny by default.
 */
export const roles = ['viewer', 'editor', 'approver', 'administrator'] as const
export type Role = (typeof roles)[number]

export type Action =
  | 'read'
  | 'write_figures' // adopted plans, actuals, reported figures, notes, statements
  | 'write_assigned_plan'
  | 'open_year'
  | 'edit_lines'
  | 'review_findings' // say that a finding of the checks was looked at: it changes no figure
  | 'import_figures' // hand in a file; each sheet that it writes on is asked about besides
  | 'cite_document' // add a document that figures can cite; to change one is to administer
  | Transition
  | 'administer' // units, indicators, people, grants
  | 'own_account'

/** A role over a unit and all below it; an administrator's names no unit and reaches everywhere. */
export type Grant = { id: string; role: Role; unitId: string | null }

export type Actor = {
  id: string
  username: string
  name: string
  /** The published-data loader and the operator's command line: no person, no session, no limits. */
  system: boolean
  grants: readonly Grant[]
}

/** What an action is done to. `lineage` is the unit's id, then its parent's, and so on up. */
export type Target =
  | { kind: 'product' }
  | { kind: 'account'; userId: string }
  | {
      kind: 'unit'
      lineage: readonly string[]
      recordsOwnAssignedPlan: boolean
      /** Ids of those who wrote figures on the sheet; needed by the approver's actions. */
      authors?: readonly string[]
    }

/** What a permission rests on: a write is committed only while it still stands. */
export type Authority = { kind: 'grant'; grantId: string } | { kind: 'self' } | { kind: 'system' }

type UnitTarget = Extract<Target, { kind: 'unit' }>
type Rule = { roles: readonly Role[]; holds?: (actor: Actor, grant: Grant, target: UnitTarget) => boolean }

const notTheAuthor = (actor: Actor, _grant: Grant, target: UnitTarget) => target.authors?.includes(actor.id) === false
const grantedAbove = (_actor: Actor, grant: Grant, target: UnitTarget) =>
  target.recordsOwnAssignedPlan || grant.unitId !== target.lineage[0]

/** Actions on a unit and its sheets. A grant reaches the unit it names and those below. */
const unitRules: Partial<Record<Action, Rule>> = {
  read: { roles: ['viewer', 'editor', 'approver', 'administrator'] },
  write_figures: { roles: ['editor'] },
  write_assigned_plan: { roles: ['editor'], holds: grantedAbove },
  open_year: { roles: ['editor'] },
  edit_lines: { roles: ['editor'] },
  // Who entered it knows why it is so; who approves it takes it upon them. Others have nothing to answer for.
  review_findings: { roles: ['editor', 'approver'] },
  submit: { roles: ['editor', 'approver'] },
  return: { roles: ['approver'], holds: notTheAuthor },
  approve: { roles: ['approver'], holds: notTheAuthor },
  lock: { roles: ['approver'], holds: notTheAuthor },
  reopen: { roles: ['approver'], holds: notTheAuthor },
}

/** Actions on what belongs to no unit: the catalogue, people, documents. */
const productRules: Partial<Record<Action, Rule>> = {
  read: { roles: ['viewer', 'editor', 'approver', 'administrator'] },
  import_figures: { roles: ['editor'] },
  cite_document: { roles: ['editor', 'administrator'] },
  administer: { roles: ['administrator'] },
}

const reaches = (grant: Grant, target: UnitTarget) =>
  grant.role === 'administrator' || target.lineage.some((id) => id === grant.unitId)

/** What lets the actor do this, or null: they may not. */
export function authority(actor: Actor, action: Action, target: Target): Authority | null {
  if (actor.system) return { kind: 'system' }
  if (target.kind === 'account') {
    return action === 'own_account' && target.userId === actor.id ? { kind: 'self' } : null
  }
  const rule = (target.kind === 'unit' ? unitRules : productRules)[action]
  if (!rule) return null
  const grant = actor.grants.find(
    (candidate) =>
      rule.roles.includes(candidate.role) &&
      (target.kind === 'product' || (reaches(candidate, target) && (rule.holds?.(actor, candidate, target) ?? true))),
  )
  return grant ? { kind: 'grant', grantId: grant.id } : null
}

/** The same question as a yes or no: the screens ask it to show or hide, the write door to refuse. */
export const can = (actor: Actor, action: Action, target: Target): boolean => authority(actor, action, target) !== null

/** The action that writing a figure of this kind is. */
export const writeAction = (kind: FigureKind): 'write_assigned_plan' | 'write_figures' =>
  figureKindTable[kind].group === 'plan' && figureKindTable[kind].tier === 'assigned'
    ? 'write_assigned_plan'
    : 'write_figures'

/** Ids of the units an actor was granted, or null for all: what lists of units are filtered by. */
export const readableRoots = (actor: Actor): readonly string[] | null =>
  actor.system || actor.grants.some((grant) => grant.role === 'administrator')
    ? null
    : actor.grants.flatMap((grant) => (grant.unitId === null ? [] : [grant.unitId]))
