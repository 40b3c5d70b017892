import { Decimal, decimalsOf } from './decimal.ts'
import { type FigureKind, valueKinds } from './figure.ts'
import type { FoundOnLine } from './finding.ts'
import { add, areDisjoint, type Interval, intervalOf, pointAt, quantityOf, subtract } from './interval.ts'
import type { SheetLine } from './sheet.ts'

/**
 * A line against its parts, for each kind of plan and actual that all the parts have (domain rule 8). A bound is wrong
 * only where nothing within it fits; an approximation never is.
 */
export function checkBreakdown(line: SheetLine, parts: readonly SheetLine[]): FoundOnLine[] {
  const { breakdownRule } = line.indicator
  if (breakdownRule === 'none') return []
  return valueKinds.flatMap((figure): FoundOnLine[] => {
    const sum = sumOf(parts, figure)
    if (sum === null || sum.approximate) return []
    return breakdownRule === 'sum' ? checkSum(line, figure, sum) : checkShares(parts, figure, sum)
  })
}

/** Null where a part is missing or in words: then nothing is known to be wrong (domain rule 2). */
function sumOf(parts: readonly SheetLine[], figure: FigureKind): Interval | null {
  let sum: Interval | null = null
  for (const part of parts) {
    const interval = intervalIn(part, figure)
    if (interval === null) return null
    sum = sum === null ? interval : add(sum, interval)
  }
  return sum
}

const intervalIn = ({ figures, indicator }: SheetLine, figure: FigureKind): Interval | null => {
  const quantity = figures[figure]?.quantity
  return quantity ? intervalOf(quantity, indicator.valueType) : null
}

function checkSum(line: SheetLine, figure: FigureKind, parts: Interval): FoundOnLine[] {
  const whole = line.figures[figure]?.quantity
  const known = intervalIn(line, figure)
  if (!whole || known === null || known.approximate || !areDisjoint(known, parts)) return []
  const [sum, gap] = [quantityOf(parts), quantityOf(subtract(known, parts))]
  return sum && gap ? [{ kind: 'sum_incomplete', figure, whole, sum, gap, figures: [figure] }] : []
}

/** Shares may miss 100 by half of their last decimal each, and by 0,01 in any case (domain rule 8, "within rounding"). */
const LEAST_TOLERANCE = Decimal('0.01')

function checkShares(parts: readonly SheetLine[], figure: FigureKind, total: Interval): FoundOnLine[] {
  const ends = parts.flatMap((part) => {
    const share = intervalIn(part, figure)
    return share ? [share.low.at, share.high.at] : []
  })
  // Zeros at an end are not kept: 50 beside 25,05 was 50,00.
  const lastDecimal = Decimal(10).pow(-Math.max(...ends.map(decimalsOf)))
  const rounding = lastDecimal.times(parts.length).div(2)
  const tolerance = rounding.gt(LEAST_TOLERANCE) ? rounding : LEAST_TOLERANCE
  const whole: Interval = {
    low: pointAt(Decimal(100).minus(tolerance)).low,
    high: pointAt(Decimal(100).plus(tolerance)).high,
    approximate: false,
  }
  const sum = quantityOf(total)
  return sum && areDisjoint(whole, total) ? [{ kind: 'share_total', figure, sum, figures: [figure] }] : []
}
