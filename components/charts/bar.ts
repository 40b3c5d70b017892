import type Big from 'big.js'
import { statedTiers, type Tier, tiers } from '#domain/figure.ts'
import { inPoints, type Measure } from '#domain/indicator.ts'
import { easierEnd, type Interval, intervalOf, percentOf, pointAt, subtract } from '#domain/interval.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { Tone } from './bullet-frame.tsx'
import type { Judged } from './chart-row.ts'
import { type Drawn, drawn, drawnOf, endOf, tones } from './trend-point.ts'

/**
 * How a line is drawn against a plan: in percent of it, in percentage points from it (rates and shares, domain rule 4),
 * or, where lower is better, as a value under a ceiling.
 */
export type BarForm = 'percent' | 'points' | 'ceiling'

/** A line against one plan, in the numbers of its form's axis. */
export type Bar = {
  actual: Drawn | null
  adopted: Drawn | null
  assigned: Drawn | null
  /** Where the plan stands that the bar is judged against: 100, 0 points, or the ceiling. */
  base: number
  tone: Tone
  /** The percent is what a source states; there is no recorded plan to compute it from. */
  reported: boolean
}

/** Why a line is listed below the chart instead of drawn in it. */
export type Undrawn = 'words' | 'zero_plan' | 'no_plan' | 'nothing'

/** Bars in percent are cut here, in every chart alike, so that charts stay comparable. */
export const percentCap = 160

/** Null for what is not measured in numbers. */
export function barForm({ valueType, direction }: Measure): BarForm | null {
  if (valueType === 'milestone') return null
  if (inPoints(valueType)) return 'points'
  return direction === 'lower' ? 'ceiling' : 'percent'
}

/** The bar of a line against its plan of this tier, or why it has none. Words, zero and nothing never become a number. */
export function barOf({ line: { indicator }, assessment }: Judged, tier: Tier): Bar | Undrawn {
  const { valueType, direction } = indicator
  const form = barForm(indicator)
  const plan = assessment[tier].plan?.quantity
  if (!plan) {
    const reported = form === 'percent' ? reportedBar(assessment, tier) : null
    return reported ?? (isKnown(assessment) ? 'no_plan' : 'nothing')
  }
  if (form === null) return 'words'
  const target = intervalOf(plan, valueType)
  if (target === null || (assessment.actual && drawn(assessment.actual.quantity, valueType) === null)) return 'words'
  const base = easierEnd(target, direction)
  if (form === 'percent' && base.lte(0)) return 'zero_plan'
  const place = (quantity: Quantity | null | undefined): Drawn | null => {
    const interval = quantity ? intervalOf(quantity, valueType) : null
    return interval && drawnOf(onAxis(interval, base, form))
  }
  return {
    actual: place(assessment.actual?.quantity),
    adopted: place(assessment.adopted.plan?.quantity),
    assigned: place(assessment.assigned.plan?.quantity),
    base: form === 'ceiling' ? base.toNumber() : form === 'points' ? 0 : 100,
    tone: tones[assessment[tier].verdict],
    reported: false,
  }
}

const isKnown = ({ actual, assigned, adopted, reported }: Judged['assessment']): boolean =>
  [actual, assigned.plan, adopted.plan, ...statedTiers.map((tier) => reported[tier].percent)].some(
    (one) => one !== null,
  )

function onAxis(interval: Interval, base: Big, form: BarForm): Interval {
  if (form === 'ceiling') return interval
  return form === 'points' ? subtract(interval, pointAt(base)) : percentOf(interval, pointAt(base))
}

/**
 * What a source states of a plan that is not recorded: that plan is its 100%, and nothing is judged. The same result is
 * so much percent of either plan, so that their quotient places the other one.
 */
function reportedBar({ reported }: Judged['assessment'], tier: Tier): Bar | null {
  const percent = (name: Tier) => drawn(reported[name].percent?.quantity, 'share')
  const actual = percent(tier)
  if (actual === null) return null
  const plan = (name: Tier): Drawn | null => {
    const stated = percent(name)
    if (stated === null || endOf(stated) <= 0) return null
    const at = (endOf(actual) / endOf(stated)) * 100
    return { low: at, high: at }
  }
  return { actual, adopted: plan('adopted'), assigned: plan('assigned'), base: 100, tone: 'neutral', reported: true }
}

/** The plan by which a line of a sheet is drawn: the unit's own, else its superior's; null where it has neither. */
export function tierOf({ assessment }: Judged): Tier | null {
  const own = [...tiers].reverse()
  return own.find((tier) => assessment[tier].plan) ?? own.find((tier) => assessment.reported[tier].percent) ?? null
}

export type Paint = 'met' | 'exceed' | 'miss' | 'gap' | 'none' | 'reported'
/** A part of a bar, between two numbers of its axis. */
export type Part = { from: number; to: number; paint: Paint }

/**
 * What a bar is painted of: to the plan and beyond it, or short of it and the hatched gap; under a ceiling what is too
 * much is hatched. In points a bar has one side only, hatched where it is the wrong one: colour alone says nothing.
 */
export function partsOf({ actual, base, tone, reported }: Bar, form: BarForm): Part[] {
  if (actual === null) return []
  const end = endOf(actual)
  if (reported) return [{ from: 0, to: end, paint: 'reported' }]
  if (tone === 'neutral') return [{ from: 0, to: end, paint: 'none' }]
  if (form === 'points') return [{ from: 0, to: end, paint: tone === 'good' ? 'exceed' : 'gap' }]
  const reached: Part = { from: 0, to: Math.min(end, base), paint: tone === 'good' ? 'met' : 'miss' }
  const rest: Part = { from: Math.min(end, base), to: Math.max(end, base), paint: tone === 'good' ? 'exceed' : 'gap' }
  const drawnRest = tone === 'miss' || end > base
  return [reached, ...(drawnRest && rest.to > rest.from ? [rest] : [])]
}
