import { unrounded } from './achievement.ts'
import { type Assessment, planKindOf, tierKinds } from './assessment.ts'
import { asReportable, percentOfPlan } from './check-plans.ts'
import { Decimal } from './decimal.ts'
import { type FigureKind, type StatedTier, statedTiers, type Tier, tiers } from './figure.ts'
import type { FoundOnLine } from './finding.ts'
import type { Direction, ValueType } from './indicator.ts'
import { areDisjoint, compareEnds, intervalOf, pointAt, quantityOf, subtract, widened } from './interval.ts'
import type { Quantity } from './quantity.ts'
import type { SheetLine } from './sheet.ts'
import type { ReportedVerdict } from './verdict.ts'

/** What sources report of a line: against itself, and against what is computed (domain rule 7). */
export const checkReported = ({ indicator }: SheetLine, assessment: Assessment): FoundOnLine[] => [
  ...contradictions(assessment, indicator.direction),
  ...percents(assessment),
  ...verdictsOf(assessment),
  ...differences(assessment, indicator.valueType),
  ...growthOf(assessment),
]

type StatedPercent = { percent: Quantity; percentTier: StatedTier }

function contradictions({ reported }: Assessment, direction: Direction): FoundOnLine[] {
  const percents = statedTiers.flatMap((percentTier): StatedPercent[] => {
    const percent = reported[percentTier].percent?.quantity
    return percent ? [{ percent, percentTier }] : []
  })
  return statedTiers.flatMap((verdictTier): FoundOnLine[] => {
    const verdict = asReportable(reported[verdictTier].verdict)
    if (!verdict) return []
    const [first, ...more] = onSamePlan(percents, verdictTier)
    if (!first || [first, ...more].some(({ percent }) => agrees(verdict, percent, direction))) return []
    const figures = [tierKinds[verdictTier].verdict, tierKinds[first.percentTier].percent]
    return [{ kind: 'contradiction', verdict, verdictTier, ...first, figures }]
  })
}

/**
 * The percents that a verdict can be held against: that of its own tier; else, where one of the two names no plan, they
 * may speak of the same one. Two plans may well have two verdicts (domain rule 1).
 */
function onSamePlan(percents: readonly StatedPercent[], tier: StatedTier): StatedPercent[] {
  const own = percents.filter(({ percentTier }) => percentTier === tier)
  if (own.length > 0) return own
  return percents.filter(({ percentTier }) => tier === 'unstated' || percentTier === 'unstated')
}

/**
 * Whether a verdict may be said of a percent of plan as it was printed. "Exceeded" with 100% is not: what rounding may
 * hide is for a person to look up. "Met" includes the exceeded, as in counts. Where lower is better, below 100 is better.
 */
function agrees(verdict: ReportedVerdict, percent: Quantity, direction: Direction): boolean {
  const stated = widened(percent, 'share')
  if (stated === null) return true
  const plan = pointAt(Decimal(100))
  const low = compareEnds(stated.low, plan.low)
  const high = compareEnds(stated.high, plan.high)
  const [best, worst] = direction === 'lower' ? [-low, -high] : [high, low]
  if (verdict === 'missed') return worst < 0
  return verdict === 'met' ? best >= 0 : best > 0
}

/** Whether what a source states is not what is computed, the rounding of its last decimal allowed for. */
function differs(stated: Quantity, computed: Quantity, valueType: ValueType): boolean {
  const [said, known] = [intervalOf(stated, valueType), intervalOf(computed, 'amount')]
  // "About 7" says nothing exact enough to be wrong.
  if (!said || !known || said.approximate || known.approximate) return false
  return areDisjoint(unrounded(said), known)
}

const computedOf = ({ actual }: Assessment, tier: Tier): FigureKind[] =>
  actual ? [actual.stage, planKindOf[tier]] : [planKindOf[tier]]

/** A percent that names no plan has none to be computed against; rates and shares have no percent (domain rule 4). */
const percents = (assessment: Assessment): FoundOnLine[] =>
  tiers.flatMap((tier): FoundOnLine[] => {
    const stated = assessment.reported[tier].percent?.quantity
    const computed = percentOfPlan(assessment[tier].achievement)
    if (!stated || !computed || !differs(stated, computed, 'share')) return []
    const figures = [tierKinds[tier].percent, ...computedOf(assessment, tier)]
    return [{ kind: 'stated_differs', tier, stated, computed, figures }]
  })

/** A verdict that names no plan may be of either: it differs only where both are computed and neither agrees. */
const verdictsOf = (assessment: Assessment): FoundOnLine[] =>
  statedTiers.flatMap((tier): FoundOnLine[] => {
    const stated = asReportable(assessment.reported[tier].verdict)
    const plans = tier === 'unstated' ? tiers : [tier]
    const computed = plans.flatMap((plan) => asReportable(assessment[plan].verdict) ?? [])
    const [first] = computed
    if (!stated || !first || computed.length < plans.length) return []
    if (computed.some((one) => one === stated || (stated === 'met' && one === 'exceeded'))) return []
    const figures = [tierKinds[tier].verdict, ...new Set(plans.flatMap((plan) => computedOf(assessment, plan)))]
    return [{ kind: 'verdict_differs', tier, stated, computed: first, figures }]
  })

/**
 * A difference that a source states from a plan is the other plan's or the actual's: which, it rarely says. Both plans
 * must be recorded, or it may well be that of the one that is not.
 */
const differences = ({ actual, reported, ...judged }: Assessment, valueType: ValueType): FoundOnLine[] =>
  tiers.flatMap((tier): FoundOnLine[] => {
    const other = tier === 'assigned' ? 'adopted' : 'assigned'
    const stated = reported[tier].difference?.quantity
    const [from, to] = [judged[tier].plan?.quantity, judged[other].plan?.quantity]
    if (!stated || !from || !to) return []
    const computed = [to, actual?.quantity].flatMap((one) => (one && minus(one, from, valueType)) ?? [])
    const [first] = computed
    if (!first || !computed.every((one) => differs(stated, one, valueType))) return []
    const figures = [tierKinds[tier].difference, planKindOf[tier], planKindOf[other], ...(actual ? [actual.stage] : [])]
    return [{ kind: 'difference_differs', tier, stated, computed: first, figures }]
  })

function minus(a: Quantity, b: Quantity, valueType: ValueType): Quantity | null {
  const [one, other] = [intervalOf(a, valueType), intervalOf(b, valueType)]
  return one && other && quantityOf(subtract(one, other))
}

/** In percent only: of a rate or a share a source may mean points or percent (domain rule 4). */
function growthOf({ actual, growth: { computed, reported } }: Assessment): FoundOnLine[] {
  const stated = reported?.quantity
  if (!actual || !stated || computed?.unit !== 'percent' || !differs(stated, computed.change, 'share')) return []
  return [{ kind: 'growth_differs', stated, computed: computed.change, figures: ['reported_growth', actual.stage] }]
}
