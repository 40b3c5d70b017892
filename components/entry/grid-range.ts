import type { SheetLine } from '#domain/sheet.ts'
import { type CellAddress, type CellKey, cellKey, type EntryColumn } from './cell-place.ts'
import { type Move, moved, type Position } from './grid-keys.ts'
import type { GridSelection } from './grid-selection.ts'

/** The lines of the grid, from above, and what is selected there. */
export type EntryTable = { lines: readonly SheetLine[]; selection: GridSelection }

/** The selected cells, line by line; one cell is a range too. */
export type CellRange = readonly (readonly CellKey[])[]

/** Null where the grid has no such line or column, or no longer. */
export function positionOf(
  { lines }: EntryTable,
  columns: readonly EntryColumn[],
  cell: CellAddress | undefined,
): Position | null {
  const row = lines.findIndex(({ indicator }) => indicator.code === cell?.indicator)
  const column = columns.findIndex(({ kind }) => kind === cell?.kind)
  return row < 0 || column < 0 ? null : { row, column }
}

/** The first and the last row and column that are selected; null while nothing is. */
export function boundsOf(table: EntryTable, columns: readonly EntryColumn[]): { from: Position; to: Position } | null {
  const selected = table.selection.get()
  const anchor = positionOf(table, columns, selected?.anchor)
  if (!anchor) return null
  const corner = positionOf(table, columns, selected?.corner) ?? anchor
  return {
    from: { row: Math.min(anchor.row, corner.row), column: Math.min(anchor.column, corner.column) },
    to: { row: Math.max(anchor.row, corner.row), column: Math.max(anchor.column, corner.column) },
  }
}

export function selectedCells(table: EntryTable, columns: readonly EntryColumn[]): CellRange {
  const bounds = boundsOf(table, columns)
  if (!bounds) return []
  const { from, to } = bounds
  const kinds = columns.slice(from.column, to.column + 1)
  return table.lines
    .slice(from.row, to.row + 1)
    .map(({ indicator }) => kinds.map(({ kind }) => cellKey(indicator.code, kind)))
}

/** Whether more than the active cell is selected. */
export function isRange(table: EntryTable, columns: readonly EntryColumn[]): boolean {
  const bounds = boundsOf(table, columns)
  return bounds !== null && (bounds.from.row < bounds.to.row || bounds.from.column < bounds.to.column)
}

/** Moves the far corner of the selection, over headings too; the active cell stays where it is. */
export function extendSelection(table: EntryTable, columns: readonly EntryColumn[], step: Move): void {
  const { lines, selection } = table
  const corner = positionOf(table, columns, selection.get()?.corner)
  if (!corner) return
  const target = moved(corner, step, lines.length, columns.length)
  const [line, column] = [lines[target.row], columns[target.column]]
  if (line && column) selection.extend({ indicator: line.indicator.code, kind: column.kind })
}

/** Everything; the first cell becomes the active one. */
export function selectAll({ lines, selection }: EntryTable, columns: readonly EntryColumn[]): void {
  const [first, last] = [lines[0], lines.at(-1)]
  const [left, right] = [columns[0], columns.at(-1)]
  if (!first || !last || !left || !right) return
  selection.select(
    { indicator: first.indicator.code, kind: left.kind },
    { indicator: last.indicator.code, kind: right.kind },
  )
}
