import { growth } from './achievement.ts'
import { type Assessment, planKindOf } from './assessment.ts'
import { asReportable } from './check-plans.ts'
import { Decimal } from './decimal.ts'
import { actualStages, bestActual, tiers, valueKinds } from './figure.ts'
import type { FoundOnLine } from './finding.ts'
import type { Measure } from './indicator.ts'
import { areDisjoint, type Interval, intervalOf, pointAt } from './interval.ts'
import { judge } from './judge.ts'
import { type Quantity, quantitiesEqual } from './quantity.ts'
import type { SheetLine } from './sheet.ts'

/** The values of a line for themselves, against their earlier stages, and against the year before. */
export const checkActual = (line: SheetLine, assessment: Assessment, previous: SheetLine | null): FoundOnLine[] => [
  ...impossible(line),
  ...revised(line),
  ...carriedForward(assessment, previous),
]

const between = (low: number, high: number): Interval => ({
  low: pointAt(Decimal(low)).low,
  high: pointAt(Decimal(high)).high,
  approximate: false,
})
const wholeShare = between(0, 100)

const impossible = ({ figures, indicator }: SheetLine): FoundOnLine[] =>
  valueKinds.flatMap((figure): FoundOnLine[] => {
    const value = figures[figure]?.quantity
    const why = value && whyImpossible(value, indicator)
    return why ? [{ kind: 'impossible', figure, value, why, figures: [figure] }] : []
  })

/** A bound is impossible only where nothing within it is possible. A rate may be anything: prices fall, and double. */
function whyImpossible(quantity: Quantity, { valueType }: Measure) {
  const known = intervalOf(quantity, valueType)
  if (known === null) return null
  if (valueType === 'share') return areDisjoint(known, wholeShare) ? 'share' : null
  const { value, denominator } = quantity
  if (value !== null && denominator !== null && valueType !== 'rate' && (value > denominator || value < 0)) {
    return 'fraction'
  }
  // An end that is not there stands at 0.
  return valueType === 'count' && known.high.at.lt(0) ? 'negative' : null
}

/**
 * How much a later stage may move the first one without a word: a tenth of it, as a class of the heat table is wide, or
 * one point of a rate or share.
 */
const usualRevision = { percent: between(-10, 10), points: between(-1, 1) }

/** The best stage against the first one; what a source gives without a stage is none (domain rule 10). */
function revised({ figures, indicator }: SheetLine): FoundOnLine[] {
  const stages = actualStages.flatMap((stage) => {
    const quantity = stage === 'unstaged' ? null : figures[stage]?.quantity
    return quantity ? [{ stage, quantity }] : []
  })
  const [best, ...earlier] = stages
  const first = earlier.at(-1)
  if (!best || !first) return []
  const [{ stage: from, quantity: before }, { stage: to, quantity: after }] = [first, best]
  const verdicts = tiers.flatMap((tier) => {
    const plan = figures[planKindOf[tier]]?.quantity ?? null
    const [then, now] = [before, after].map((actual) => asReportable(judge(plan, actual, indicator)))
    return then && now && then !== now ? [{ tier, before: then, after: now }] : []
  })
  const change = growth(after, before, indicator)
  const moved = change && intervalOf(change.change, 'amount')
  const large = change && moved && areDisjoint(moved, usualRevision[change.unit])
  if (!large && verdicts.length === 0) return []
  const plans = verdicts.map(({ tier }) => planKindOf[tier])
  return [{ kind: 'estimate_revised', from, before, to, after, change, verdicts, figures: [to, from, ...plans] }]
}

/** With so many digits two years are the same by chance once in thousands; "98,5%" or "100" says nothing. */
const MANY_DIGITS = 4

function carriedForward({ actual }: Assessment, previous: SheetLine | null): FoundOnLine[] {
  if (!actual || actual.quantity.value === null) return []
  const last = previous && bestActual(previous.figures)?.figure.quantity
  const digits = Decimal(actual.quantity.value).c.length
  return digits >= MANY_DIGITS && last && quantitiesEqual(actual.quantity, last)
    ? [{ kind: 'carried_forward', actual: actual.quantity, figures: [actual.stage] }]
    : []
}
