import type { Tier } from '#domain/figure.ts'
import { countVerdicts, type VerdictCounts } from '#domain/roll-up.ts'
import type { TrendRow } from './trend-row.ts'

/** What a chart shows, as its title says it: counted over units, per plan tier, awaiting ones included. */
export type Finding =
  | {
      kind: 'judged'
      year: number
      tier: Tier
      counts: VerdictCounts
      other: { tier: Tier; counts: VerdictCounts } | null
    }
  /** Actuals there are, but none can be held against a recorded plan of its set. */
  | { kind: 'awaiting'; year: number; units: number }
  | { kind: 'plans'; year: number; units: number }
  /** Neutral, or monitored without a plan. */
  | { kind: 'values'; units: number; neutral: boolean }

const inSet = ({ line }: TrendRow, tier: Tier): boolean => (tier === 'adopted' ? line.inAdoptedSet : line.inAssignedSet)
const countOf = (rows: readonly TrendRow[], tier: Tier): VerdictCounts =>
  countVerdicts(rows.filter((row) => inSet(row, tier)).map(({ assessment }) => assessment[tier].verdict))
const unitsOf = (rows: readonly TrendRow[]): number => new Set(rows.map(({ unit }) => unit.slug)).size
const latest = (rows: readonly TrendRow[]): number => Math.max(...rows.map(({ year }) => year))

/**
 * What the rows come to, in the latest year that has an actual. Lines of that year's set without figures count as
 * awaiting; rows that draw nothing else do not matter.
 */
export function findingOf(rows: readonly TrendRow[]): Finding {
  const known = rows.filter(({ assessment }) => assessment.actual !== null)
  if (known.length === 0) {
    const planned = rows.filter(
      ({ assessment }) => assessment.adopted.plan !== null || assessment.assigned.plan !== null,
    )
    return { kind: 'plans', year: latest(planned), units: unitsOf(planned) }
  }
  const neutral = rows.every(({ line }) => line.indicator.direction === 'neutral')
  const judged = known.filter((row) => inSet(row, 'adopted') || inSet(row, 'assigned'))
  if (neutral || judged.length === 0) return { kind: 'values', units: unitsOf(known), neutral }

  const year = latest(judged)
  const ofYear = rows.filter((row) => row.year === year)
  const counts = { adopted: countOf(ofYear, 'adopted'), assigned: countOf(ofYear, 'assigned') }
  const [first, second]: [Tier, Tier] = counts.adopted.total > 0 ? ['adopted', 'assigned'] : ['assigned', 'adopted']
  if (counts[first].awaiting === counts[first].total && counts[second].awaiting === counts[second].total) {
    return { kind: 'awaiting', year, units: unitsOf(judged.filter((row) => row.year === year)) }
  }
  const other = counts[second].total > 0 ? { tier: second, counts: counts[second] } : null
  return { kind: 'judged', year, tier: first, counts: counts[first], other }
}
