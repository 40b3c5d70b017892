import type { Achievement } from '#domain/achievement.ts'
import type { Assessment } from '#domain/assessment.ts'
import type { StatedTier, Tier } from '#domain/figure.ts'
import type { NumberStyle } from '#domain/number-format.ts'
import { formatComputed, formatPoints, formatQuantity } from '#domain/quantity-format.ts'
import type { IndicatorView } from '#domain/sheet.ts'

/** What stands for a line against one plan: computed, or in a source's own digits. */
type TierText = { text: string; reported: boolean }

/** A percent as a source states it, with its own decimals; null where it states none. */
export function reportedPercent({ reported }: Assessment, tier: StatedTier, style: NumberStyle): string | null {
  const quantity = reported[tier].percent?.quantity
  return quantity ? `${formatQuantity(quantity, { style })}%` : null
}

/**
 * Percent of plan, or points for rates and shares (domain rule 4); where neither can be computed, what a source
 * reports of it. `points` is the word for percentage points.
 */
export function tierText(
  assessment: Assessment,
  tier: Tier,
  { decimals }: IndicatorView,
  { style, points }: { style: NumberStyle; points: string },
): TierText | null {
  const computed = achievementText(assessment[tier].achievement, decimals, { style, points })
  if (computed !== null) return { text: computed, reported: false }
  const stated = reportedPercent(assessment, tier, style)
  return stated === null ? null : { text: stated, reported: true }
}

/** Percent of plan or points; null where nothing can be computed. */
export function achievementText(
  achievement: Achievement,
  decimals: number,
  { style, points }: { style: NumberStyle; points: string },
): string | null {
  if (achievement.kind === 'ratio') {
    return `${formatComputed(achievement.percent, { style, decimals: 1 })}%`
  }
  if (achievement.kind === 'points') {
    return `${formatPoints(achievement.points, { style, decimals })} ${points}`
  }
  return null
}
