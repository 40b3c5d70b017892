import { withUnit } from './block-units.ts'
import { type FigureKind, figureKindTable } from './figure.ts'
import { type FigureProblem, parseFigure, type Reading } from './figure-text.ts'
import type { FileCell } from './file-table.ts'
import { formatNumber, type NumberStyle } from './number-format.ts'
import type { Quantity } from './quantity.ts'
import { readsAsWords } from './quantity-words.ts'

/** What one cell of a file says of a figure. */
export type ReadCell =
  | { is: 'blank' }
  /** A formula has failed: the figure is missing, and the import says so. */
  | { is: 'failed' }
  | { is: 'quantity'; quantity: Quantity }
  | { is: 'problem'; problem: FigureProblem | { reason: 'date' } }

type Ground = { kind: FigureKind; indicator: Reading; unit: string; style: NumberStyle; before: Quantity | null }

/**
 * Reads a cell as if it had been typed: words among numbers are meant where an apostrophe stands in front of them, as in
 * our own export, or where they are recorded already. `unit` is what the file says of its row or column.
 */
export function readCell(cell: FileCell | undefined, { kind, indicator, unit, style, before }: Ground): ReadCell {
  if (cell === undefined || cell === '') return { is: 'blank' }
  if (typeof cell === 'object' && 'error' in cell) return { is: 'failed' }
  if (typeof cell === 'object' && 'date' in cell) return { is: 'problem', problem: { reason: 'date' } }
  const text = typeof cell === 'string' ? cell.trim() : numberText(cell)
  if (text === '') return { is: 'blank' }
  const written = typeof cell === 'string' ? style : 'plain'
  const stands = figureKindTable[kind].content !== 'verdict' && before?.value === null && before.text === text
  const typed = stands && readsAsWords(text) ? `'${text}` : withUnit(text, kind, unit, indicator.unitOfMeasure)
  const read = parseFigure(kind, typed, indicator, written)
  if (read.ok) return read.value === null ? { is: 'blank' } : { is: 'quantity', quantity: read.value }
  return read.error.reason === 'formula_error' ? { is: 'failed' } : { is: 'problem', problem: read.error }
}

/** A number that the file itself says is one, in the plain style. */
const numberText = (cell: number | { percent: number }): string =>
  typeof cell === 'number'
    ? formatNumber(cell, { style: 'plain' })
    : `${formatNumber(cell.percent, { style: 'plain' })}%`
