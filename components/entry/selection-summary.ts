import { type FigureKind, figureKindTable } from '#domain/figure.ts'
import { exactly, type Quantity, quantitiesEqual } from '#domain/quantity.ts'
import { sumQuantities } from '#domain/roll-up.ts'
import type { IndicatorView } from '#domain/sheet.ts'

/** A selected cell that may hold a figure; `doubtful`: what stands there is not, or not yet, a figure. */
export type SelectedFigure = {
  indicator: Pick<IndicatorView, 'code' | 'parentCode' | 'unitOfMeasure' | 'valueType'>
  kind: FigureKind
  quantity: Quantity | null
  doubtful: boolean
}

export type SelectionSummary = { cells: number; filled: number; sum: Quantity | null }

const summable = ['amount', 'count', 'share']
const isExact = (quantity: Quantity): boolean =>
  quantity.value !== null && quantitiesEqual(quantity, exactly(quantity.value))

/** What the selection holds, and its sum where there is an honest one. */
export function summarizeSelection(figures: readonly SelectedFigure[]): SelectionSummary {
  const known = figures.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]))
  return { cells: figures.length, filled: known.length, sum: addsUp(figures) ? sumQuantities(known).sum : null }
}

/**
 * Two or more exact numbers of one unit of measure in one column: plan tiers and stages are never mixed, growth rates
 * never added, and a whole is not added to its own parts.
 */
function addsUp(figures: readonly SelectedFigure[]): boolean {
  const filled = figures.filter(({ quantity }) => quantity !== null)
  const [first] = filled
  if (!first || filled.length < 2 || figureKindTable[first.kind].content !== 'quantity') return false
  const codes = new Set(filled.map(({ indicator }) => indicator.code))
  return (
    figures.every(({ kind, doubtful }) => kind === first.kind && !doubtful) &&
    filled.every(
      ({ indicator, quantity }) =>
        indicator.unitOfMeasure === first.indicator.unitOfMeasure &&
        summable.includes(indicator.valueType) &&
        (indicator.parentCode === null || !codes.has(indicator.parentCode)) &&
        quantity !== null &&
        isExact(quantity),
    )
  )
}
