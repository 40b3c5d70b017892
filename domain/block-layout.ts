import { foldName, nameReader } from './block-names.ts'
import { type BlockShape, isBlank, shapeOf } from './block-shape.ts'
import type { EntryColumn } from './entry-column.ts'
import type { CellAddress } from './figure.ts'
import type { SheetLine } from './sheet.ts'

/** A sheet as a block meets it: its live lines and its columns, in the order in which they are shown. */
export type BlockSheet = { lines: readonly SheetLine[]; columns: readonly EntryColumn[] }

/** Opposite corners of what is selected; the same cell twice where that is only one. */
export type BlockTarget = { from: CellAddress; to: CellAddress }

/** A text of the block over the cell that it is meant for; `unit` is what a column of units says of its row. */
export type PlacedText = { line: SheetLine; column: EntryColumn; text: string; unit: string | null }

/** A row of figures that goes nowhere: its name is of no line, of several, or of one that a row above has taken. */
export type RowLeftOut = { name: string; why: 'no_line' | 'several_lines' | 'twice' }

export type BlockLayout = {
  placed: PlacedText[]
  leftOut: RowLeftOut[]
  /** How many texts would stand outside of the grid, which never grows. */
  outside: number
  /** What stands above the figures: labels of columns, or years, which name none. */
  headings: string[]
  /** Whether headings say which columns the figures go to. */
  labelled: boolean
}

/** The lines and columns between two corners, and all from the first corner on. */
function select({ lines, columns }: BlockSheet, { from, to }: BlockTarget) {
  const rowOf = ({ indicator }: CellAddress) => lines.findIndex((line) => line.indicator.code === indicator)
  const indexOf = ({ kind }: CellAddress) => columns.findIndex((column) => column.kind === kind)
  const [top, bottom] = [rowOf(from), rowOf(to)].sort((a, b) => a - b)
  const [left, right] = [indexOf(from), indexOf(to)].sort((a, b) => a - b)
  const known = (index: number | undefined): index is number => index !== undefined && index >= 0
  if (!known(top) || !known(bottom) || !known(left) || !known(right)) return null
  return {
    lines: lines.slice(top, bottom + 1),
    columns: columns.slice(left, right + 1),
    linesOn: lines.slice(top),
    columnsOn: columns.slice(left),
  }
}

/**
 * Lays a block of texts over a sheet. Rows with the name or code of a line in front go to that line, rows
 * without go where they stand, from the active cell on, and skip nothing. Figures go to the columns that rows of labels
 * name; without one, from the active column on. One text alone fills what is selected.
 */
export function layOut(rows: readonly (readonly string[])[], sheet: BlockSheet, target: BlockTarget): BlockLayout {
  const nothing: BlockLayout = { placed: [], leftOut: [], outside: 0, headings: [], labelled: false }
  const selected = select(sheet, target)
  if (!selected) return nothing
  const [first, ...more] = rows
  const [only, ...others] = first ?? []
  if (only !== undefined && others.length === 0 && more.length === 0) {
    const across = (line: SheetLine) => selected.columns.map((column) => ({ line, column, text: only, unit: null }))
    return { ...nothing, placed: selected.lines.flatMap(across) }
  }
  const shape = shapeOf(
    rows,
    sheet.lines,
    sheet.columns.map(({ label }) => label),
  )
  const columns = shape.labelled ? labelled(shape.headings, sheet.columns) : selected.columnsOn
  const headings = shape.headings.filter((heading) => heading !== '')
  const layout = { ...nothing, headings, labelled: shape.labelled }
  const found = shape.named ? findLines(shape, sheet.lines) : shape.rows.map((_, index) => selected.linesOn[index])
  for (const [index, { name, unit, figures }] of shape.rows.entries()) {
    const line = found[index]
    if (typeof line === 'string') {
      // A row without figures, as the name of a group has, loses none.
      if (!figures.every(isBlank)) layout.leftOut.push({ name, why: line })
      continue
    }
    for (const [place, text] of figures.entries()) {
      const column = columns[place]
      if (line && column) layout.placed.push({ line, column, text, unit })
      else if (!isBlank(text)) layout.outside += 1
    }
  }
  return layout
}

/** The columns that labels name, each once: what has no label, or one that is taken, goes nowhere. */
function labelled(headings: readonly string[], columns: readonly EntryColumn[]): (EntryColumn | undefined)[] {
  const free = new Map(columns.map((column) => [foldName(column.label), column]))
  return headings.map((heading) => {
    const column = free.get(foldName(heading))
    free.delete(foldName(heading))
    return column
  })
}

/** The line of each named row; no two rows write the same cells. */
function findLines({ rows }: BlockShape, lines: readonly SheetLine[]): (SheetLine | RowLeftOut['why'])[] {
  const reader = nameReader(lines)
  const taken = new Set<SheetLine>()
  return rows.map(({ name }) => {
    const line = name === '' ? 'no_line' : reader.next(name)
    if (typeof line === 'string') return line
    if (taken.has(line)) return 'twice'
    taken.add(line)
    return line
  })
}
