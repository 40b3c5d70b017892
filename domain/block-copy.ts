import { csvRecord, guardText } from './csv.ts'
import type { FigureKind } from './figure.ts'
import { figureText, type Reading } from './figure-text.ts'
import type { Quantity } from './quantity.ts'

/** One cell of what is copied: its quantity, null where it is empty, or the text that it shows instead of one. */
export type CopiedCell = { kind: FigureKind; indicator: Reading; quantity: Quantity | null } | { shown: string }

/** A number and nothing else: what a spreadsheet should calculate with. */
const isNumber = ({ high, denominator, qualifier, text }: Quantity): boolean =>
  high === null && denominator === null && qualifier === 'exact' && text === null

/**
 * The text of a cell for a spreadsheet of that locale, without its unit: a number is one there, with the minus that it
 * knows; nothing else is taken for a formula, a date ("5/12") or a number. parseFigure reads it back.
 */
function copied(cell: CopiedCell, locale: 'vi' | 'en'): string {
  if ('shown' in cell) return guardText(cell.shown)
  const { kind, indicator, quantity } = cell
  if (quantity === null) return ''
  const text = figureText(kind, quantity, indicator, locale)
  if (isNumber(quantity)) return text.replace('−', '-')
  return guardText(quantity.denominator === null ? text : text.replace('/', '⁄'))
}

/** Copied cells as spreadsheets put them on the clipboard: tabs between cells, a line end after each row. */
export const copyBlock = (rows: readonly (readonly CopiedCell[])[], locale: 'vi' | 'en'): string =>
  rows
    .map((cells) =>
      csvRecord(
        cells.map((cell) => copied(cell, locale)),
        '\t',
      ),
    )
    .join('')
