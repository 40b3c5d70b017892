import { add, type Interval, intervalOf, quantityOf } from './interval.ts'
import type { Quantity } from './quantity.ts'
import type { Verdict } from './verdict.ts'

/** Computed counts of one tier of one sheet; tiers are never added up (domain rule 1). */
export type VerdictCounts = {
  /** The judged set: everything but `notJudged`. */
  total: number
  /** Includes the exceeded: "24/24 hoàn thành, trong đó 6 vượt". */
  met: number
  exceeded: number
  missed: number
  awaiting: number
  notJudged: number
}

export function countVerdicts(verdicts: readonly Verdict[]): VerdictCounts {
  const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length
  const exceeded = count('exceeded')
  const notJudged = count('not_judged')
  return {
    total: verdicts.length - notJudged,
    met: count('met') + exceeded,
    exceeded,
    missed: count('missed'),
    awaiting: count('awaiting'),
    notJudged,
  }
}

/**
 * The exact sum of amounts or counts. A bound makes a bound, about makes about (domain rule 5). The missing and those
 * in words are counted, never taken for zero (rule 2). The sum is null where nothing can be said: no numbers, or
 * bounds in both directions.
 */
export function sumQuantities(quantities: readonly (Quantity | null)[]): {
  sum: Quantity | null
  missing: number
  words: number
} {
  const known = quantities.filter((quantity) => quantity !== null)
  const intervals = known.map((quantity) => intervalOf(quantity, 'amount')).filter((interval) => interval !== null)
  const total = intervals.reduce<Interval | null>((sum, one) => (sum === null ? one : add(sum, one)), null)
  return {
    sum: total && quantityOf(total),
    missing: quantities.length - known.length,
    words: known.length - intervals.length,
  }
}
