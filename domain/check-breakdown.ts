import { Decimal } from './decimal.ts'
import { type FigureKind, valueKinds } from './figure.ts'
import type { FoundOnLine } from './finding.ts'
import { add, areDisjoint, type Interval, intervalOf, pointAt, quantityOf, subtract } from './interval.ts'
import type { SheetLine } from './sheet.ts'

/** Shares are printed with two decimals, so those of a whole may miss 100 by one of the last (domain rule 8). */
const SHARE_TOLERANCE = Decimal('0.01')
const wholeShare: Interval = {
  ...pointAt(Decimal(100)),
  low: pointAt(Decimal(100).minus(SHARE_TOLERANCE)).low,
  high: pointAt(Decimal(100).plus(SHARE_TOLERANCE)).high,
}

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
    return breakdownRule === 'sum' ? checkSum(line, figure, sum) : checkShares(figure, sum)
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

function checkShares(figure: FigureKind, parts: Interval): FoundOnLine[] {
  const sum = quantityOf(parts)
  return sum && areDisjoint(wholeShare, parts) ? [{ kind: 'share_total', figure, sum, figures: [figure] }] : []
}
