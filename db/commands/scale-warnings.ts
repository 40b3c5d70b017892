import { scaleReferences, suspectScale } from '#domain/check-scale.ts'
import type { FigureKind } from '#domain/figure.ts'
import type { Quantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import type { SheetLine } from '#domain/sheet.ts'

/** A value was saved that is probably 1.000 times too large or small; `suggestion` is text in the request's locale. */
export type ScaleWarning = { indicator: string; kind: FigureKind; reason: 'scale'; suggestion: string }

type ChangedCell = { line: SheetLine; kind: FigureKind; quantity: Quantity | null }

/**
 * Warns of cells that were changed, on the sheet as it will be with all of them, against the year before; a line of
 * another definition of the indicator is not compared (domain rules 9 and 13).
 */
export function scaleWarnings(
  cells: readonly ChangedCell[],
  previousLines: readonly SheetLine[],
  style: 'vi' | 'en',
): ScaleWarning[] {
  const previous = new Map(previousLines.map((line) => [line.indicator.id, line.figures]))
  const changed = Map.groupBy(cells, ({ line }) => line.id)
  return cells.flatMap(({ line, kind, quantity }) => {
    const own = (changed.get(line.id) ?? []).map((cell) => [cell.kind, { quantity: cell.quantity }] as const)
    const references = scaleReferences(
      kind,
      { ...line.figures, ...Object.fromEntries(own) },
      previous.get(line.indicator.id),
    )
    const suspicion = quantity && suspectScale(quantity, references)
    if (!suspicion) return []
    const suggestion = formatQuantity(suspicion.suggestion, { style })
    return [{ indicator: line.indicator.code, kind, reason: 'scale' as const, suggestion }]
  })
}
