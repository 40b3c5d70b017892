import { Decimal, decimalsOf } from './decimal.ts'
import { inPoints, type Measure } from './indicator.ts'
import {
  add,
  compareEnds,
  easierEnd,
  type Interval,
  intervalOf,
  isPositive,
  percentOf,
  pointAt,
  quantityOf,
  subtract,
} from './interval.ts'
import type { Quantity } from './quantity.ts'

/**
 * Actual against one plan. `percent` is percent of the plan, `points` are percentage points above (+) or below (−) it;
 * both are quantities, since a bound makes a bound: "trên 14.000" over 11.663 is "> 120,03…%".
 */
export type Achievement =
  | { kind: 'no_plan' }
  | { kind: 'not_reported' }
  | { kind: 'ratio'; percent: Quantity }
  | { kind: 'points'; points: Quantity }
  | { kind: 'no_ratio'; why: 'zero_plan' | 'words' | 'negative_plan' }

/**
 * The number an actual is measured against. A range plan is taken at its easier end (domain rule 5), a bound
 * ("ít nhất 60") at the number it states. A neutral indicator has no easier end: there the range stays a range.
 */
function targetOf(plan: Quantity, { valueType, direction }: Measure): Interval | null {
  const interval = intervalOf(plan, valueType)
  if (interval === null) return null
  const isBound = interval.low.infinite !== 0 || interval.high.infinite !== 0
  return direction === 'neutral' && !isBound ? interval : pointAt(easierEnd(interval, direction), interval.approximate)
}

/** How far an actual reaches its plan: in points for rates and shares, else in percent (domain rules 2, 4 and 5). */
export function achieve(plan: Quantity | null, actual: Quantity | null, measure: Measure): Achievement {
  if (plan === null) return { kind: 'no_plan' }
  if (actual === null) return { kind: 'not_reported' }
  const target = targetOf(plan, measure)
  const reached = intervalOf(actual, measure.valueType)
  if (target === null || reached === null) return { kind: 'no_ratio', why: 'words' }
  if (inPoints(measure.valueType)) return { kind: 'points', points: said(subtract(reached, target)) }
  if (isPositive(target)) return { kind: 'ratio', percent: said(percentOf(reached, target)) }
  return { kind: 'no_ratio', why: target.low.at.eq(0) ? 'zero_plan' : 'negative_plan' }
}

/** A target has both ends, so what is measured against it keeps the end that the actual has. */
function said(interval: Interval): Quantity {
  const quantity = quantityOf(interval)
  if (quantity === null) throw new Error('an achievement without any end')
  return quantity
}

/**
 * The plan implied by an actual and the percent of plan that a source states (domain rule 6): 1.570 at 102% is
 * 1.531,7–1.546,8. A stated percent may be off by half a unit of its last decimal. Its trailing zeros are lost in a
 * JS number, so "97,40%" gives the wider interval of 97,4. Of a share the plan is a percent, as the actual is: 82/82 at
 * 100% is about 100. Null where nothing follows: words, a percent not above zero, or an actual below zero.
 */
export function derivePlan(actual: Quantity, reportedPercent: Quantity, { valueType }: Measure): Quantity | null {
  const reached = intervalOf(actual, valueType)
  const stated = intervalOf(reportedPercent, 'share')
  if (reached === null || stated === null || reached.low.at.lt(0)) return null
  const percent = unrounded(stated)
  return isPositive(percent) ? quantityOf(percentOf(reached, percent)) : null
}

/** A stated percent widened by its rounding; a bound or a range already says how far it goes. */
export function unrounded(stated: Interval): Interval {
  const { low, high } = stated
  if (compareEnds(low, high) !== 0) return stated
  const half = Decimal(10).pow(-decimalsOf(low.at)).div(2)
  return { ...stated, low: { ...low, at: low.at.minus(half) }, high: { ...high, at: high.at.plus(half) } }
}

/** Change against the previous period, with what it is counted in. */
export type Growth = { unit: 'percent' | 'points'; change: Quantity }

/**
 * Growth of the current figure over the previous one: points for rates and shares, else percent. Null where it cannot
 * be said: a figure is missing or words, or the previous one is not above zero.
 */
export function growth(current: Quantity | null, previous: Quantity | null, { valueType }: Measure): Growth | null {
  const now = current && intervalOf(current, valueType)
  const before = previous && intervalOf(previous, valueType)
  if (now === null || before === null) return null
  if (inPoints(valueType)) return changeIn('points', subtract(now, before))
  if (!isPositive(before)) return null
  return changeIn('percent', add(percentOf(now, before), pointAt(Decimal(-100))))
}

function changeIn(unit: Growth['unit'], interval: Interval): Growth | null {
  const change = quantityOf(interval)
  return change && { unit, change }
}
