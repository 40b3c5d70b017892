import type Big from 'big.js'
import { Decimal, divide, significantDigits } from './decimal.ts'
import { type Direction, inPoints, type ValueType } from './indicator.ts'
import type { Quantity } from './quantity.ts'

/**
 * One end of an interval. `nudge` says that the end itself is outside: +1 is "just above", −1 "just below".
 * `infinite` is −1 or +1 where there is no end; then `at` and `nudge` are 0.
 */
export type End = { infinite: -1 | 0 | 1; at: Big; nudge: -1 | 0 | 1 }

/** All the numbers a quantity states. "About 7" states 7 and is marked approximate; for what it may be see widened. */
export type Interval = { low: End; high: End; approximate: boolean }

const end = (at: Big, nudge: End['nudge'] = 0): End => ({ infinite: 0, at, nudge })
const infinite = (side: -1 | 1): End => ({ infinite: side, at: Decimal(0), nudge: 0 })

export const compareEnds = (a: End, b: End): number => a.infinite - b.infinite || a.at.cmp(b.at) || a.nudge - b.nudge

/** True where no number is in both. */
export const areDisjoint = (a: Interval, b: Interval): boolean =>
  compareEnds(a.high, b.low) < 0 || compareEnds(a.low, b.high) > 0

/** One number: both ends are the same object, so that nothing is computed twice. */
const isPoint = ({ low, high }: Interval): boolean => low === high

export function pointAt(at: Big, approximate = false): Interval {
  const point = end(at)
  return { low: point, high: point, approximate }
}

/**
 * The interval of a quantity; null for words. Of a rate or a share the fraction a/b is 100·a/b percent;
 * anything else counts its numerator.
 */
export function intervalOf(quantity: Quantity, valueType: ValueType): Interval | null {
  const { value, high, denominator, qualifier } = quantity
  if (value === null) return null
  const isPercent = denominator !== null && inPoints(valueType)
  const at = isPercent ? Decimal(value).times(100).div(denominator) : Decimal(value)
  const point = end(at)
  const known = { low: point, high: high === null ? point : end(Decimal(high)), approximate: qualifier === 'about' }
  switch (qualifier) {
    case 'above':
      return { ...known, low: end(at, 1), high: infinite(1) }
    case 'at_least':
      return { ...known, high: infinite(1) }
    case 'below':
      return { ...known, low: infinite(-1), high: end(at, -1) }
    case 'at_most':
      return { ...known, low: infinite(-1) }
    case 'exact':
    case 'about':
      return known
  }
}

/**
 * An approximation with all the numbers it may stand for: half a unit of its last non-zero digit either way, since that
 * is the digit to which its writer rounded. "Khoảng 7" is 6,5–7,5, "gần 2.000" is 1.500–2.500, about 0 is −0,5–0,5.
 * Anything else is its interval; null for words.
 */
export function widened(quantity: Quantity, valueType: ValueType): Interval | null {
  const stated = intervalOf(quantity, valueType)
  if (stated === null || !stated.approximate || quantity.value === null) return stated
  const { value, high, denominator } = quantity
  const scale = denominator !== null && inPoints(valueType) ? Decimal(100).div(denominator) : Decimal(1)
  return {
    ...stated,
    low: end(stated.low.at.minus(halfOfLastDigit(value).times(scale))),
    high: end(stated.high.at.plus(halfOfLastDigit(high ?? value).times(scale))),
  }
}

function halfOfLastDigit(value: number): Big {
  const { c: digits, e: exponent } = Decimal(value) // without trailing zeros: 2000 is the digit 2 at 10³
  return Decimal(10)
    .pow(exponent - digits.length + 1)
    .div(2)
}

/** The end of an interval that is easier to reach (of a neutral one the lower), or the only one that a bound has. */
export function easierEnd({ low, high }: Interval, direction: Direction): Big {
  const [easier, harder] = direction === 'lower' ? [high, low] : [low, high]
  return (easier.infinite === 0 ? easier : harder).at
}

const addEnds = (a: End, b: End): End => {
  if (a.infinite !== 0) return a
  return b.infinite === 0 ? end(a.at.plus(b.at), a.nudge === 0 ? b.nudge : a.nudge) : b
}

export function add(a: Interval, b: Interval): Interval {
  const low = addEnds(a.low, b.low)
  const high = isPoint(a) && isPoint(b) ? low : addEnds(a.high, b.high)
  return { low, high, approximate: a.approximate || b.approximate }
}

const negateEnd = ({ infinite: side, at, nudge }: End): End => ({
  infinite: side === 0 ? 0 : side === 1 ? -1 : 1,
  at: at.neg(),
  nudge: nudge === 0 ? 0 : nudge === 1 ? -1 : 1,
})

export function subtract(a: Interval, b: Interval): Interval {
  const low = negateEnd(b.high)
  return add(a, { ...b, low, high: isPoint(b) ? low : negateEnd(b.low) })
}

/** 100·a/b, for a divisor that is wholly above zero. Where the divisor has no upper end, the quotient loses an end. */
export function percentOf(a: Interval, b: Interval): Interval {
  const quotient = (side: -1 | 1, dividend: End, divisor: End): End => {
    // Zero, or no end (which stands at 0), is that over whatever it may be.
    if (dividend.at.eq(0)) return dividend
    if (divisor.infinite !== 0) return infinite(side)
    const open = dividend.nudge !== 0 || divisor.nudge !== 0
    return end(divide(dividend.at.times(100), divisor.at), open ? (side === -1 ? 1 : -1) : 0)
  }
  const low = quotient(-1, a.low, a.low.at.lt(0) ? b.low : b.high)
  // A number over a number, as most are, need not be divided twice.
  const high = isPoint(a) && isPoint(b) ? low : quotient(1, a.high, a.high.at.lt(0) ? b.high : b.low)
  return { low, high, approximate: a.approximate || b.approximate }
}

/** True where a divisor is wholly above zero; an end that is not there stands at 0. */
export const isPositive = ({ low }: Interval): boolean => low.at.gt(0)

/**
 * The quantity that says an interval, to 15 significant digits; null where nothing is known (no end on either side).
 * A quantity cannot say that an end of a range is excluded, nor that a bound is approximate.
 */
export function quantityOf({ low, high, approximate }: Interval): Quantity | null {
  const write = ({ at }: End): number => at.prec(significantDigits).toNumber()
  const known = (value: End, qualifier: Quantity['qualifier'], upper: number | null = null): Quantity => ({
    value: write(value),
    high: upper,
    denominator: null,
    qualifier,
    text: null,
  })
  if (low.infinite !== 0 && high.infinite !== 0) return null
  if (high.infinite !== 0) return known(low, low.nudge === 0 ? 'at_least' : 'above')
  if (low.infinite !== 0) return known(high, high.nudge === 0 ? 'at_most' : 'below')
  const upper = low === high ? null : write(high)
  return known(low, approximate ? 'about' : 'exact', upper === null || write(low) === upper ? null : upper)
}
