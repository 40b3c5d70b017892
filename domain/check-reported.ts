import { type Achievement, unrounded } from './achievement.ts'
import { type Assessment, assessLine } from './assessment.ts'
import { Decimal } from './decimal.ts'
import { type StatedTier, statedTiers, tiers } from './figure.ts'
import type { FindingDetail } from './finding.ts'
import type { Direction } from './indicator.ts'
import { areDisjoint, compareEnds, intervalOf, pointAt, widened } from './interval.ts'
import type { Quantity } from './quantity.ts'
import type { SheetLine } from './sheet.ts'
import { type ReportedVerdict, reportableVerdicts } from './verdict.ts'

/** What sources report of a line: against itself, and against what is computed (domain rule 7). */
export function checkReported(line: SheetLine): FindingDetail[] {
  const assessment = assessLine(line)
  return [...contradictions(assessment, line.indicator.direction), ...differences(assessment)]
}

type StatedPercent = { percent: Quantity; percentTier: StatedTier }

function contradictions({ reported }: Assessment, direction: Direction): FindingDetail[] {
  const percents = statedTiers.flatMap((percentTier): StatedPercent[] => {
    const percent = reported[percentTier].percent?.quantity
    return percent ? [{ percent, percentTier }] : []
  })
  return statedTiers.flatMap((verdictTier): FindingDetail[] => {
    const verdict = reportableVerdicts.find((reportable) => reportable === reported[verdictTier].verdict)
    if (!verdict) return []
    const [first, ...more] = onSamePlan(percents, verdictTier)
    if (!first || [first, ...more].some(({ percent }) => agrees(verdict, percent, direction))) return []
    return [{ kind: 'contradiction', verdict, verdictTier, ...first }]
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

/** A percent that names no plan has none to be computed against; rates and shares have no percent (domain rule 4). */
const differences = (assessment: Assessment): FindingDetail[] =>
  tiers.flatMap((tier): FindingDetail[] => {
    const stated = assessment.reported[tier].percent?.quantity
    const computed = percentOfPlan(assessment[tier].achievement)
    if (!stated || !computed) return []
    const [said, known] = [intervalOf(stated, 'share'), intervalOf(computed, 'amount')]
    // "About 7" says nothing exact enough to be wrong.
    if (!said || !known || said.approximate || known.approximate) return []
    return areDisjoint(unrounded(said), known) ? [{ kind: 'stated_differs', tier, stated, computed }] : []
  })

const percentOfPlan = (achievement: Achievement): Quantity | null =>
  achievement.kind === 'ratio' ? achievement.percent : null
