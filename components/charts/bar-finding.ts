import type { Tier } from '#domain/figure.ts'
import { countVerdicts } from '#domain/roll-up.ts'
import type { Bar } from './bar.ts'
import type { Judged } from './chart-row.ts'

/** What bars against one plan come to, as their title says it. */
export type BarFinding =
  | { kind: 'judged'; met: number; total: number; awaiting: number }
  /** Plans without a result. */
  | { kind: 'awaiting'; count: number }
  /** Results that are not judged, because the indicators are neutral. */
  | { kind: 'neutral'; count: number }
  /** Percents that sources state, and nothing else. */
  | { kind: 'reported'; count: number }

/**
 * Counted over what is drawn and, of what is listed beside it, over the lines of the plan's own set: they belong to it
 * before any value is known (domain rule 1).
 */
export function barFinding(
  drawn: readonly { row: Judged; bar: Bar }[],
  listed: readonly Judged[],
  tier: Tier,
): BarFinding {
  const inSet = listed.filter(({ line }) => (tier === 'adopted' ? line.inAdoptedSet : line.inAssignedSet))
  const computed = drawn.filter(({ bar }) => !bar.reported)
  const { met, total, awaiting, notJudged } = countVerdicts(
    [...computed.map(({ row }) => row), ...inSet].map(({ assessment }) => assessment[tier].verdict),
  )
  if (total > awaiting) return { kind: 'judged', met, total, awaiting }
  const neutral = computed.filter(({ bar }) => bar.actual !== null).length
  if (notJudged > 0 && neutral > 0) return { kind: 'neutral', count: neutral }
  return computed.length > 0 ? { kind: 'awaiting', count: computed.length } : { kind: 'reported', count: drawn.length }
}
