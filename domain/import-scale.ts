import { scaleReferences, suspectScale } from './check-scale.ts'
import { bestActual, type FigureKind } from './figure.ts'
import type { ImportSuspect } from './import.ts'
import type { LedgerSheet } from './import-target.ts'
import type { LineWrite, SheetWrite } from './import-writes.ts'
import type { Quantity } from './quantity.ts'

/**
 * Figures to be written that are 1.000 times off what is recorded of their line and of the year before: a comma for
 * a dot, or another unit (domain rule 9). A remark, never a refusal; one a line, since its figures are held against each other.
 */
export const suspectsOf = <Unit>(
  writes: readonly SheetWrite<Unit>[],
  yearBefore: (write: SheetWrite<Unit>) => LedgerSheet | null,
): ImportSuspect[] =>
  writes.flatMap((write) => {
    const before = yearBefore(write)
    return write.lines.flatMap((line) => {
      const same = before?.live.get(line.indicator.code)
      // Figures of another definition are not compared with (domain rule 13).
      return suspectOf(line, same?.indicator.id === line.indicator.id ? same.figures : {})
    })
  })

type Figures = Partial<Record<FigureKind, { quantity: Quantity | null }>>

/** What is recorded tells more than what stands in the same file, which may be off as a whole. */
function suspectOf({ line, cells }: LineWrite, previous: Figures): ImportSuspect[] {
  const written = new Map(cells.map((cell) => [cell.kind, cell]))
  const recorded: Figures = { ...line?.figures }
  for (const kind of written.keys()) delete recorded[kind]
  const all: Figures = { ...recorded, ...Object.fromEntries(written) }
  for (const wanted of [bestActual(all)?.stage, 'assigned_plan', 'adopted_plan'] as const) {
    const cell = wanted && written.get(wanted)
    if (!cell) continue
    const { row, kind, quantity: value, current } = cell
    const known = [...scaleReferences(kind, recorded, previous), ...(current?.quantity ? [current.quantity] : [])]
    const suspicion = suspectScale(value, known.length > 0 ? known : scaleReferences(kind, all, previous))
    if (suspicion) return [{ row, kind, value, ...suspicion }]
  }
  return []
}
