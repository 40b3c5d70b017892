import type { Tone } from '#components/charts/bullet-frame.tsx'
import type { Assessment } from '#domain/assessment.ts'
import type { StatedTier, Tier } from '#domain/figure.ts'
import { inPoints } from '#domain/indicator.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import type { JudgedSheet } from './overview-view.ts'

/** Budget lines in percent of a plan, as they are drawn. */
export type BudgetBar = {
  sheet: JudgedSheet
  indicator: IndicatorView
  /** Of the plan at 100, whose tier `base` is; null = awaiting. */
  percent: Quantity | null
  /** The tier that the percent is of; unstated: of a plan that the source does not name, which is not drawn. */
  base: StatedTier
  reported: boolean
  /** Where the two plans stand in the same percent. */
  plansAt: Record<Tier, number | null>
  tone: Tone
}

const other: Record<Tier, Tier> = { assigned: 'adopted', adopted: 'assigned' }

/** The budget lines that have a plan or a percent, the highest percent first, those that are awaited last. */
export function budgetBars(sheets: readonly JudgedSheet[], tier: Tier): BudgetBar[] {
  return sheets
    .flatMap((sheet) =>
      sheet.lines.flatMap(({ line: { indicator }, assessment }) => {
        const { group, parentCode, heading, valueType } = indicator
        if (group !== 'budget' || parentCode !== null || heading || inPoints(valueType)) return []
        const bar = barOf(assessment, tier)
        return bar ? [{ sheet, indicator, ...bar }] : []
      }),
    )
    .sort((a, b) => (b.percent?.value ?? -1) - (a.percent?.value ?? -1))
}

type Bar = Omit<BudgetBar, 'sheet' | 'indicator'>

function barOf(assessment: Assessment, tier: Tier): Bar | null {
  const { reported } = assessment
  const of = percentOf(assessment, tier)
  if (of) {
    const { verdict } = assessment[tier]
    const tone = verdict === 'missed' ? 'miss' : verdict === 'not_judged' || verdict === 'awaiting' ? 'neutral' : 'good'
    return {
      percent: of,
      base: tier,
      reported: false,
      plansAt: plansAt(tier, of, percentOf(assessment, other[tier])),
      tone,
    }
  }
  for (const base of [tier, 'unstated'] as const) {
    const percent = reported[base].percent?.quantity ?? null
    if (percent === null) continue
    const marks =
      base === 'unstated'
        ? { assigned: null, adopted: null }
        : plansAt(base, percent, reported[other[base]].percent?.quantity ?? null)
    return { percent, base, reported: true, plansAt: marks, tone: 'neutral' }
  }
  if (assessment[tier].plan === null) return null
  const [plan, otherPlan] = [tier, other[tier]].map((one) => assessment[one].plan?.quantity?.value ?? null)
  const at = plan && otherPlan ? (otherPlan / plan) * 100 : null
  const marks = { assigned: 100, adopted: 100, [other[tier]]: at }
  return { percent: null, base: tier, reported: false, plansAt: marks, tone: 'neutral' }
}

function percentOf(assessment: Assessment, tier: Tier): Quantity | null {
  const { achievement } = assessment[tier]
  return achievement.kind === 'ratio' ? achievement.percent : null
}

/** The same actual is so much percent of either plan: their quotient is that of the plans. For drawing only. */
function plansAt(base: Tier, percent: Quantity, ofOther: Quantity | null): Record<Tier, number | null> {
  const at = percent.value && ofOther?.value ? (percent.value / ofOther.value) * 100 : null
  return { assigned: 100, adopted: 100, [other[base]]: at }
}

/** How many lines reach the plan, of those whose verdict is computed: what the chart finds. */
export function reachedOf(bars: readonly BudgetBar[]): { met: number; total: number } {
  const judged = bars.filter(({ sheet, tone }) => !sheet.before && tone !== 'neutral')
  return { met: judged.filter(({ tone }) => tone === 'good').length, total: judged.length }
}
