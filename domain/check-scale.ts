import { Decimal } from './decimal.ts'
import { bestActual, type FigureKind, figureKindTable, planKinds } from './figure.ts'
import type { FoundOnLine } from './finding.ts'
import type { Quantity } from './quantity.ts'
import type { SheetLine } from './sheet.ts'

/** A comma for a dot moves a value by three places. */
const MISREAD_FACTORS = [Decimal(1000), Decimal('0.001')]

/**
 * How many times more or less than the plan or last year a value may be and still be near it. Results up to 681,8% of
 * plan have been published (domain rule 9): a reading within that is believable, so the value that was meant is found
 * even where it is an outlier itself, while what was recorded is 140 times off or more, which no real result has been.
 */
const NEAR_FACTOR = 7

/**
 * A value that is near no reference (the plan, last year) as it stands, but is 1.000 times larger or smaller: 3,594
 * against 3.504 is probably 3.594 (domain rule 9). `suggestion` is the quantity that was probably meant, the one that
 * fits best; null where nothing is suspect. A zero, words and a fraction are never misread so.
 */
export function suspectScale(quantity: Quantity, references: readonly Quantity[]): { suggestion: Quantity } | null {
  const { value, high, denominator } = quantity
  if (value === null || denominator !== null) return null
  const known = references.flatMap(({ value: reference }) =>
    reference !== null && Math.sign(reference) === Math.sign(value) ? [reference] : [],
  )
  // As a factor either way: 7 times and a seventh are equally far.
  const distance = (reading: number) =>
    Math.min(...known.map((reference) => Math.max(reading / reference, reference / reading)))
  const isNear = (reading: number) => distance(reading) <= NEAR_FACTOR
  if (isNear(value)) return null

  const [best] = MISREAD_FACTORS.map((factor) => (one: number) => Decimal(one).times(factor).toNumber())
    .filter((meant) => isNear(meant(value)))
    .toSorted((a, b) => distance(a(value)) - distance(b(value)))
  return best ? { suggestion: { ...quantity, value: best(value), high: high === null ? null : best(high) } } : null
}

type Figures = Partial<Record<FigureKind, { quantity: Quantity | null }>>

/**
 * What a plan or an actual of a line is held against: the line's plans, for a plan also the actual, and the figures of
 * the year before, where there are any of the same indicator. Nothing for what is reported.
 */
export function scaleReferences(kind: FigureKind, figures: Figures, previous: Figures = {}): Quantity[] {
  if (figureKindTable[kind].group === 'reported') return []
  const own = ownReferences(kind, figures).map((one) => figures[one])
  const before = [...planKinds.map((plan) => previous[plan]), bestActual(previous)?.figure]
  return [...own, ...before].flatMap((figure) => figure?.quantity ?? [])
}

/** Of a plan the other one and the actual, of an actual both plans: those that have a value. */
function ownReferences(kind: FigureKind, figures: Figures): FigureKind[] {
  const plans = planKinds.filter((plan) => plan !== kind && figures[plan]?.quantity)
  const actual = bestActual(figures)?.stage
  return figureKindTable[kind].group === 'plan' && actual ? [...plans, actual] : plans
}

/**
 * A value of a line that is 1.000 times off: the actual; where that is believable, a plan. One at most, since each is
 * held against the others.
 */
export function checkScale({ figures }: SheetLine, previous: SheetLine | null): FoundOnLine[] {
  for (const figure of [bestActual(figures)?.stage, 'assigned_plan', 'adopted_plan'] as const) {
    const value = figure && figures[figure]?.quantity
    const suspicion = value && suspectScale(value, scaleReferences(figure, figures, previous?.figures))
    if (!suspicion) continue
    const rests = [figure, ...ownReferences(figure, figures)]
    return [{ kind: 'suspect_scale', figure, value, ...suspicion, figures: rests }]
  }
  return []
}
