import { type ActualStage, tiers } from '#domain/figure.ts'
import type { ValueType } from '#domain/indicator.ts'
import { type End, type Interval, intervalOf } from '#domain/interval.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { Verdict } from '#domain/verdict.ts'
import type { Tone } from './bullet-frame.tsx'
import type { Judged } from './chart-row.ts'

/** A quantity on the axis: one number (low = high), a range, or a bound, whose open side is null. */
export type Drawn = { low: number | null; high: number | null }

export type TrendPoint = {
  year: number
  actual: Drawn | null
  /** Not official: drawn hollow. */
  hollow: boolean
  tone: Tone
  assigned: Drawn | null
  adopted: Drawn | null
  /** What the line runs through: a single number, never a bound or a range. */
  joined: number | null
}

const at = (end: End): number | null => (end.infinite === 0 ? end.at.toNumber() : null)

/** Where a quantity stands on the axis; null for words and for nothing. */
export function drawn(quantity: Quantity | null | undefined, valueType: ValueType): Drawn | null {
  const interval = quantity ? intervalOf(quantity, valueType) : null
  return interval && drawnOf(interval)
}

export const drawnOf = ({ low, high }: Interval): Drawn => ({ low: at(low), high: at(high) })

/** The number at which a bar ends: a single one, the lower end of a range, the one that a bound states. */
export const endOf = ({ low, high }: Drawn): number => low ?? high ?? 0

/** What is drawn of a verdict. */
export const tones: Record<Verdict, Tone> = {
  exceeded: 'good',
  met: 'good',
  missed: 'miss',
  awaiting: 'neutral',
  not_judged: 'neutral',
}

/** The verdict that a marker shows: against the unit's own plan, else against the assigned one. */
export function toneOf({ assessment: { adopted, assigned } }: Judged): Tone {
  const own = tones[adopted.verdict]
  return own === 'neutral' ? tones[assigned.verdict] : own
}

const isHollow = (stage: ActualStage | undefined): boolean => stage !== 'official'

/** What a year of a unit draws; nothing but the year where it has no row. */
export function trendPoint(year: number, row: Judged | undefined): TrendPoint {
  if (!row) return { year, actual: null, hollow: false, tone: 'neutral', assigned: null, adopted: null, joined: null }
  const { assessment, line } = row
  const { valueType } = line.indicator
  const actual = drawn(assessment.actual?.quantity, valueType)
  return {
    year,
    actual,
    hollow: isHollow(assessment.actual?.stage),
    tone: toneOf(row),
    assigned: drawn(assessment.assigned.plan?.quantity, valueType),
    adopted: drawn(assessment.adopted.plan?.quantity, valueType),
    joined: actual && actual.low === actual.high ? actual.low : null,
  }
}

/** True where a row has a number to draw. */
export const isDrawn = ({ assessment, line }: Judged): boolean =>
  [assessment.actual, ...tiers.map((tier) => assessment[tier].plan)].some(
    (figure) => drawn(figure?.quantity, line.indicator.valueType) !== null,
  )

type Marks = Record<'actual' | 'assigned' | 'adopted', Drawn | null>
const numbersOf = ({ actual, assigned, adopted }: Marks): number[] =>
  [actual, assigned, adopted].flatMap((one) => [one?.low ?? null, one?.high ?? null]).filter((one) => one !== null)

const wantedTicks = 4

/** Ticks from zero (or below it, where a value is) to beyond the largest value, in steps of 1, 2, 2.5 or 5 × 10ⁿ. */
export function axisTicks(points: readonly Marks[]): number[] {
  const numbers = points.flatMap(numbersOf)
  const top = Math.max(0, ...numbers)
  const bottom = Math.min(0, ...numbers)
  const rough = (top - bottom) / (wantedTicks - 1) || 1
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10) * power
  const [first, last] = [Math.floor(bottom / step), Math.max(1, Math.ceil(top / step))]
  // To 12 digits: 3 × 0.1 is not quite 0.3.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}
