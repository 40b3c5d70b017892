import { type BlockLayout, type BlockSheet, type BlockTarget, layOut, type PlacedText } from './block-layout.ts'
import { isBlank } from './block-shape.ts'
import { blockStyle, type Said } from './block-style.ts'
import { withUnit } from './block-units.ts'
import { unguardText } from './csv.ts'
import { isOpen } from './entry-column.ts'
import type { CellAddress } from './figure.ts'
import { type FigureProblem, parseFigure } from './figure-text.ts'
import { type Quantity, quantitiesEqual } from './quantity.ts'
import { formatQuantity } from './quantity-format.ts'
import type { SheetLine } from './sheet.ts'

/** What a block of copied cells means on a sheet: a plan, which a person sees before anything is written. */

type Locale = 'vi' | 'en'

/** What becomes of one cell. What is blank, locked, a heading or in error stays as it is. */
export type PasteOutcome =
  | { outcome: 'change' | 'same' | 'blank' | 'heading' }
  | { outcome: 'locked'; reason: string }
  | { outcome: 'error'; problem: FigureProblem }

export type PastedCell = CellAddress & {
  line: SheetLine
  /** The label of its column. */
  column: string
  /** As it stands in the block, with the unit of its row where that is another than the indicator's. */
  source: string
  /** As it is to be saved, in the person's locale: the source, or the same value written anew. */
  text: string
  before: Quantity | null
  after: Quantity | null
} & PasteOutcome

export type PastePlan = Omit<BlockLayout, 'placed'> &
  Said & {
    /** The style in which the cells were read. */
    readAs: Locale
    cells: PastedCell[]
  }

export type PasteOptions = {
  sheet: BlockSheet
  target: BlockTarget
  /** What a cell holds, or will when all that was left in it has arrived. */
  held: (address: CellAddress) => Quantity | null
  locale: Locale
  /** How texts that do not say it themselves are to be read, where that is known; otherwise as in the person's locale. */
  answer: Locale | null
  /** Whether a blank text clears its cell; otherwise it leaves it as it is. */
  clearBlanks: boolean
}

/**
 * Plans the pasting of a block. Each text is read as if it had been typed (parseFigure): one alone in the person's
 * locale, several in the one style of their block, and with the unit that a column of units says of their row. A lone
 * dash is refused: it may be nothing, or the zero of an accounting format, and missing is not zero (domain rule 2).
 */
export function planPaste(rows: readonly (readonly string[])[], options: PasteOptions): PastePlan {
  const { sheet, target, locale, answer } = options
  const { placed, ...rest } = layOut(
    rows.map((row) => row.map(unguardText)),
    sheet,
    target,
  )
  const filled = placed.map(({ text }) => text).filter((text) => !isBlank(text))
  const isBlock = filled.length > 1 && rows.flat().length > 1
  const said: Said = isBlock ? blockStyle(filled) : { style: 'either', undecided: null }
  const readAs = said.style === 'vi' || said.style === 'en' ? said.style : (answer ?? locale)
  return { ...rest, ...said, readAs, cells: placed.map((text) => planCell(text, readAs, options)) }
}

/** The one cell that a paste touches, where it stands and all there is: no preview is needed, the cell itself tells. */
export function onlyCell({ cells, leftOut, outside, headings }: PastePlan): PastedCell | null {
  const [cell, ...others] = cells.filter(({ outcome }) => outcome !== 'blank')
  const whole = leftOut.length === 0 && outside === 0 && headings.length === 0
  return cell && others.length === 0 && whole ? cell : null
}

function planCell(placed: PlacedText, readAs: Locale, { held, locale, clearBlanks }: PasteOptions): PastedCell {
  const { line, column, text, unit } = placed
  const { indicator } = line
  const address = { indicator: indicator.code, kind: column.kind }
  const before = held(address)
  const source = withUnit(text, column.kind, unit ?? '', line.indicator.unitOfMeasure)
  const cell = { ...address, line, column: column.label, source, text: source, before, after: before }
  const blank = isBlank(text)
  if (blank && !(clearBlanks && isOpen(column, line))) return { ...cell, outcome: 'blank' }
  if (indicator.heading) return { ...cell, outcome: 'heading' }

  const read = parseFigure(column.kind, source, indicator, readAs)
  if (read.ok && quantitiesEqual(read.value, before)) return { ...cell, outcome: 'same' }
  if (column.closed !== null) return { ...cell, outcome: 'locked', reason: column.closed }
  if (!read.ok) return { ...cell, outcome: 'error', problem: read.error }
  const after = read.value
  const rewritten = after !== null && after.value !== null && readAs !== locale
  return { ...cell, text: rewritten ? formatQuantity(after, { style: locale }) : source, after, outcome: 'change' }
}
