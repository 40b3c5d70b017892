import type { BulletProps } from '#components/charts/bullet.tsx'
import type { PointsBulletProps } from '#components/charts/points-bullet.tsx'
import { tones } from '#components/charts/trend-point.ts'
import type { Assessment } from '#domain/assessment.ts'
import { inPoints, type Measure } from '#domain/indicator.ts'
import { easierEnd, intervalOf } from '#domain/interval.ts'
import type { Quantity } from '#domain/quantity.ts'

/** In percent or in points, never both. */
type Shape =
  | (Omit<BulletProps, 'label'> & { points?: undefined })
  | (Omit<PointsBulletProps, 'label'> & { percent?: undefined })

/** Where a quantity is drawn: a bound at the number it states, a range at its easier end. For drawing only. */
function placeOf(quantity: Quantity | null | undefined, { valueType, direction }: Measure) {
  const interval = quantity ? intervalOf(quantity, valueType) : null
  return interval && easierEnd(interval, direction)
}

/**
 * The bullet of a line against its adopted plan, else its assigned one: in percent of that plan, or in points beside it
 * for rates and shares (domain rule 4), where a plan of zero is a plan. Null: nothing to draw (no plan, words, a plan
 * that nothing can be divided by).
 */
export function bulletShape(assessment: Assessment, measure: Measure): Shape | null {
  const { actual, assigned, adopted } = assessment
  const ownPlan = placeOf(adopted.plan?.quantity, measure)
  const superiorPlan = placeOf(assigned.plan?.quantity, measure)
  const base = ownPlan ?? superiorPlan
  if (base === null) return inPoints(measure.valueType) ? null : reportedShape(assessment, measure)
  const reached = placeOf(actual?.quantity, measure)
  const tone = tones[(ownPlan === null ? assigned : adopted).verdict]
  if (inPoints(measure.valueType)) {
    return {
      points: reached?.minus(base).toNumber() ?? null,
      adoptedAt: ownPlan && 0,
      assignedAt: superiorPlan?.minus(base).toNumber() ?? null,
      tone,
    }
  }
  if (base.lte(0)) return null
  return {
    percent: reached?.times(100).div(base).toNumber() ?? null,
    adoptedAt: ownPlan && 100,
    assignedAt: superiorPlan?.times(100).div(base).toNumber() ?? null,
    tone,
  }
}

/** Without recorded plans: what a source reports against them, in the neutral colour. */
function reportedShape({ reported }: Assessment, { direction }: Measure): Shape | null {
  const percent = { valueType: 'share', direction } as const
  const ofAssigned = placeOf(reported.assigned.percent?.quantity, percent)
  const ofAdopted = placeOf(reported.adopted.percent?.quantity, percent)
  const shown = ofAdopted ?? ofAssigned
  if (shown === null) return null
  // The same actual is so much percent of either plan: their quotient is that of the plans.
  const assignedAt = ofAssigned?.gt(0) ? shown.times(100).div(ofAssigned).toNumber() : null
  return { percent: shown.toNumber(), adoptedAt: ofAdopted && 100, assignedAt, tone: 'neutral' }
}
