import { type CellKey, cellKey, type EntryColumn } from './cell-place.ts'
import { type Move, moved } from './grid-keys.ts'
import type { EntryTable } from './use-entry-table.ts'

/** The selected cells, line by line; one cell is a range too. */
export type CellRange = readonly (readonly CellKey[])[]

export function selectedCells(table: EntryTable, columns: readonly EntryColumn[]): CellRange {
  const [bounds] = table.getCellSelectionBounds()
  if (!bounds) return []
  const kinds = columns.slice(bounds.minColumnIndex, bounds.maxColumnIndex + 1)
  const rows = table.getRowModel().rows.slice(bounds.minRowIndex, bounds.maxRowIndex + 1)
  return rows.map(({ id }) => kinds.map(({ kind }) => cellKey(id, kind)))
}

/** Moves the far corner of the selection, over headings too; the active cell stays where it is. */
export function extendSelection(table: EntryTable, columns: readonly EntryColumn[], step: Move): void {
  const range = table.atoms.cellSelection.get().at(-1)
  if (!range) return
  const { rows } = table.getRowModel()
  const corner = {
    row: rows.findIndex(({ id }) => id === range.focusRowId),
    column: columns.findIndex(({ kind }) => kind === range.focusColumnId),
  }
  const target = moved(corner, step, rows.length, columns.length)
  const [row, column] = [rows[target.row], columns[target.column]]
  if (row && column) table.selectCellRange({ ...range, focusRowId: row.id, focusColumnId: column.kind })
}
