import type { BulletProps } from '#components/charts/bullet.tsx'
import type { Assessment } from '#domain/assessment.ts'
import type { Measure } from '#domain/indicator.ts'
import { intervalOf } from '#domain/interval.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { Verdict } from '#domain/verdict.ts'

type Shape = Omit<BulletProps, 'label'>

/** Where a quantity is drawn: a bound at the number it states, a range at its easier end. For drawing only. */
function placeOf(quantity: Quantity | null | undefined, { valueType, direction }: Measure): number | null {
  const interval = quantity ? intervalOf(quantity, valueType) : null
  if (!interval) return null
  const [near, far] = direction === 'lower' ? [interval.high, interval.low] : [interval.low, interval.high]
  return (near.infinite === 0 ? near : far).at.toNumber()
}

const tones: Record<Verdict, BulletProps['tone']> = {
  exceeded: 'good',
  met: 'good',
  missed: 'miss',
  awaiting: 'neutral',
  not_judged: 'neutral',
}

/**
 * The bullet of a line, in percent of its adopted plan, else of its assigned one. Without recorded plans it shows what
 * a source reports against them, in the neutral colour. Null: nothing to draw (no plan, a plan of zero, words).
 */
export function bulletShape({ actual, assigned, adopted, reported }: Assessment, measure: Measure): Shape | null {
  const ownPlan = placeOf(adopted.plan?.quantity, measure)
  const superiorPlan = placeOf(assigned.plan?.quantity, measure)
  const base = ownPlan ?? superiorPlan
  if (base !== null) {
    if (base <= 0) return null
    const reached = placeOf(actual?.quantity, measure)
    return {
      percent: reached === null ? null : (100 * reached) / base,
      adoptedAt: ownPlan === null ? null : 100,
      assignedAt: superiorPlan === null ? null : (100 * superiorPlan) / base,
      tone: tones[(ownPlan === null ? assigned : adopted).verdict],
    }
  }
  const ofAssigned = placeOf(reported.assigned.percent?.quantity, measure)
  const ofAdopted = placeOf(reported.adopted.percent?.quantity, measure)
  if (ofAdopted !== null) {
    const assignedAt = ofAssigned !== null && ofAssigned > 0 ? (100 * ofAdopted) / ofAssigned : null
    return { percent: ofAdopted, adoptedAt: 100, assignedAt, tone: 'neutral' }
  }
  return ofAssigned === null ? null : { percent: ofAssigned, adoptedAt: null, assignedAt: 100, tone: 'neutral' }
}
