/**
 * Kinds of figure (số liệu). A line holds at most one figure of each kind.
 * This list says each kind's group and plan tier; nothing else enumerates kinds.
 */
export const tiers = ['assigned', 'adopted'] as const
/** A plan tier: the superior's plan or the unit's own (domain rule 1). */
export type Tier = (typeof tiers)[number]
/** The tier of something stated, where the source may not name the plan. */
export type StatedTier = Tier | 'unstated'
export const statedTiers = ['assigned', 'adopted', 'unstated'] as const

export type FigureGroup = 'plan' | 'actual' | 'reported'
/** How the text of a figure is read: a quantity in the indicator's unit, a percent, or a verdict in words. */
export type FigureContent = 'quantity' | 'percent' | 'verdict'

type KindDescription = { group: FigureGroup; tier: StatedTier | null; content: FigureContent }

const describe = (
  group: FigureGroup,
  tier: StatedTier | null,
  content: FigureContent = 'quantity',
): KindDescription => ({
  group,
  tier,
  content,
})

/** In the order of the CSV columns. */
export const figureKindTable = {
  assigned_plan: describe('plan', 'assigned'),
  adopted_plan: describe('plan', 'adopted'),
  estimate: describe('actual', null),
  preliminary: describe('actual', null),
  official: describe('actual', null),
  unstaged: describe('actual', null),
  reported_percent_assigned: describe('reported', 'assigned', 'percent'),
  reported_percent_adopted: describe('reported', 'adopted', 'percent'),
  reported_percent_unstated: describe('reported', 'unstated', 'percent'),
  reported_verdict_assigned: describe('reported', 'assigned', 'verdict'),
  reported_verdict_adopted: describe('reported', 'adopted', 'verdict'),
  reported_verdict_unstated: describe('reported', 'unstated', 'verdict'),
  reported_difference_assigned: describe('reported', 'assigned'),
  reported_difference_adopted: describe('reported', 'adopted'),
  reported_difference_unstated: describe('reported', 'unstated'),
  reported_growth: describe('reported', null, 'percent'),
} as const satisfies Record<string, KindDescription>

export type FigureKind = keyof typeof figureKindTable
export const figureKinds = Object.keys(figureKindTable) as [FigureKind, ...FigureKind[]]

const kindsOf = (group: FigureGroup): FigureKind[] =>
  figureKinds.filter((kind) => figureKindTable[kind].group === group)
export const planKinds = kindsOf('plan')
export const reportedKinds = kindsOf('reported')
/** Plans and actuals: what is recorded in the indicator's own unit. */
export const valueKinds = figureKinds.filter((kind) => !reportedKinds.includes(kind))

/** Stages of an actual, best first: the one that is used is the first that is present (domain rule 10). */
export const actualStages = ['official', 'preliminary', 'estimate', 'unstaged'] as const satisfies FigureKind[]
export type ActualStage = (typeof actualStages)[number]

/** A change of a figure: first entry, correction of a wrong value, or adjustment of a plan by a decision. */
export const changes = ['entry', 'correction', 'adjustment'] as const
export type Change = (typeof changes)[number]

/** The figure of the best stage that has a value, with its stage; null where no actual is known. */
export function bestActual<F extends { quantity: unknown }>(
  figures: Partial<Record<FigureKind, F>>,
): { stage: ActualStage; figure: F } | null {
  for (const stage of actualStages) {
    const figure = figures[stage]
    if (figure && figure.quantity !== null) return { stage, figure }
  }
  return null
}

/** Where a cell stands on its sheet: an indicator's code is there once. */
export type CellAddress = { indicator: string; kind: FigureKind }

/** So many cells of one sheet change at once, and no more: no paste is larger. A file of more is imported. */
export const MOST_CELLS = 5000
