import type { Direction, Measure } from './indicator.ts'
import { compareEnds, type End, intervalOf, widened } from './interval.ts'
import type { Quantity } from './quantity.ts'
import { foldWords, type ReportedVerdict, type Verdict } from './verdict.ts'

/** Where one number stands, as compared with both ends of the plan: below, inside or above. */
function verdictAt(toLow: number, toHigh: number, direction: Exclude<Direction, 'neutral'>): ReportedVerdict {
  if (toLow < 0) return direction === 'higher' ? 'missed' : 'exceeded'
  if (toHigh > 0) return direction === 'higher' ? 'exceeded' : 'missed'
  return 'met'
}

/** The number of a quantity that is nothing else, as most are; two of them compare as their decimals do. */
const plainNumber = ({ value, high, denominator, qualifier }: Quantity): number | null =>
  qualifier === 'exact' && high === null && denominator === null ? value : null

/**
 * The verdict of an actual on one plan (domain rules 2, 3 and 5), from exact values: rounding never changes it.
 * The plan is an interval, a point mostly: inside is met, beyond its better end exceeded, short of its easier end missed.
 * An actual that may stand on both sides of a missed plan is awaited; one that is at least met is met. An approximate
 * one may be anything that rounds to it: "khoảng 7" does not say whether 6,9 was reached. A plan is what it states.
 * Words are met by the same words; case and spaces aside.
 */
export function judge(plan: Quantity | null, actual: Quantity | null, measure: Measure): Verdict {
  const { direction, valueType } = measure
  if (direction === 'neutral') return 'not_judged'
  if (plan === null || actual === null) return 'awaiting'
  const [planNumber, actualNumber] = [plainNumber(plan), plainNumber(actual)]
  if (planNumber !== null && actualNumber !== null) {
    const side = Number(actualNumber > planNumber) - Number(actualNumber < planNumber)
    return verdictAt(side, side, direction)
  }
  const planned = intervalOf(plan, valueType)
  const reached = widened(actual, valueType)
  if (planned === null && reached === null) {
    return foldWords(plan.text ?? '') === foldWords(actual.text ?? '') ? 'met' : 'awaiting'
  }
  if (planned === null || reached === null) return 'awaiting'
  const verdictOf = (end: End) => verdictAt(compareEnds(end, planned.low), compareEnds(end, planned.high), direction)
  const [one, other] = [verdictOf(reached.low), verdictOf(reached.high)]
  if (one === other) return one
  return one === 'missed' || other === 'missed' ? 'awaiting' : 'met'
}
