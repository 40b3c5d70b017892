import { checkLines } from '#domain/checks.ts'
import { type FigureKind, figureKinds, figureKindTable } from '#domain/figure.ts'
import type { LineFinding } from '#domain/finding.ts'
import { type Quantity, quantitiesEqual } from '#domain/quantity.ts'
import type { FigureView, SheetLine } from '#domain/sheet.ts'
import { type CellKey, cellKey } from './cell-place.ts'

/** What a check found in a cell, while the sheet is being filled. */
export type CellFinding = { key: CellKey; finding: LineFinding }

/** What a cell will hold when everything that was left in it has arrived; undefined: what the line says. */
type Held = (key: CellKey) => Quantity | null | undefined

/** What speaks of how a year came out, or of its sources, is for whoever reviews the sheet: typing mends none of it. */
const forReview: readonly LineFinding['kind'][] = ['tiers_differ', 'bound_actual', 'caution']

const unwritten: FigureView = { quantity: null, version: 0, note: null, document: null, at: '', by: '' }

function asHeld(line: SheetLine, held: Held): SheetLine {
  const changed = figureKinds.flatMap((kind) => {
    const quantity = held(cellKey(line.indicator.code, kind))
    const figure = line.figures[kind] ?? unwritten
    if (quantity === undefined || quantitiesEqual(quantity, figure.quantity)) return []
    return [[kind, { ...figure, quantity }] as const]
  })
  return changed.length === 0 ? line : { ...line, figures: { ...line.figures, ...Object.fromEntries(changed) } }
}

/** What a source reports is a cell of its own only where more columns are shown; what it is about always is. */
const whereToLook = (figures: readonly FigureKind[]): FigureKind | undefined =>
  figures.find((kind) => figureKindTable[kind].group !== 'reported') ?? figures[0]

/** What the checks of `domain/checks.ts` find in the cells as they stand (domain rules 6–10): in the order of the sheet. */
export function findInCells(
  lines: readonly SheetLine[],
  previousLines: readonly SheetLine[],
  held: Held = () => undefined,
): CellFinding[] {
  const standing = lines.map((line) => asHeld(line, held))
  return checkLines(standing, previousLines).flatMap((finding) => {
    const kind = 'figure' in finding ? finding.figure : whereToLook(finding.figures)
    if (kind === undefined || forReview.includes(finding.kind)) return []
    return [{ key: cellKey(finding.indicatorCode, kind), finding }]
  })
}
