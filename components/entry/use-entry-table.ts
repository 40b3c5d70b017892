'use client'
import { cellSelectionFeature, createColumnHelper, type Row, tableFeatures, useTable } from '@tanstack/react-table'
import { type RefObject, useCallback, useEffect, useMemo } from 'react'
import { flushSync } from 'react-dom'
import type { SheetLine } from '#domain/sheet.ts'
import { type CellKey, cellKey, type EntryColumn, isOpen } from './cell-place.ts'
import type { EntryStore } from './entry-store.ts'
import { type Move, moved, type Position } from './grid-keys.ts'

const features = tableFeatures({ cellSelectionFeature })
const helper = createColumnHelper<typeof features, SheetLine>()
export type EntryRow = Row<typeof features, SheetLine>

const nothing = () => null

/**
 * The lines as rows and the kinds of figure as columns; the table keeps which cell is active, so that ranges can
 * grow from it. Its owner does not render again when the active cell moves: cells subscribe for themselves.
 */
export function useEntryTable(
  store: EntryStore,
  lines: SheetLine[],
  columns: readonly EntryColumn[],
  grid: RefObject<HTMLTableElement | null>,
) {
  const options = useMemo(() => {
    const { active } = store.screen()
    const place = active === null ? undefined : store.place(active)
    const corner = place && { row: place.indicator, column: place.kind }
    return {
      features,
      data: lines,
      columns: helper.columns(
        columns.map(({ kind, label }) => helper.accessor((line) => line.figures[kind], { id: kind, header: label })),
      ),
      getRowId: (line: SheetLine) => line.indicator.code,
      initialState: {
        cellSelection: corner
          ? [
              {
                anchorRowId: corner.row,
                anchorColumnId: corner.column,
                focusRowId: corner.row,
                focusColumnId: corner.column,
              },
            ]
          : [],
      },
      autoResetCellSelection: false,
    }
  }, [store, lines, columns])
  const table = useTable(options, nothing)

  useEffect(() => {
    const home = lines.find(({ indicator }) => !indicator.heading) ?? lines[0]
    const tell = () => {
      const cell = table.getFocusedCell()
      const column = columns.find(({ kind }) => kind === cell?.column.id)
      if (cell && column) store.activate(cellKey(cell.row.id, column.kind))
      // The first line has come, or the active one has been ended: the grid keeps a tab stop.
      else if (home && columns[0]) table.setFocusedCell(home.indicator.code, columns[0].kind)
    }
    tell()
    const { unsubscribe } = table.atoms.cellSelection.subscribe(tell)
    return unsubscribe
  }, [table, store, lines, columns])

  /** The one tab stop of the grid takes the focus. */
  const focus = useCallback(() => {
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [grid])

  const goTo = useCallback(
    (key: CellKey) => {
      const place = store.place(key)
      if (!place) return
      // The cell must stand there as the active one before it can take the focus.
      flushSync(() => table.setFocusedCell(place.indicator, place.kind))
      focus()
    },
    [table, store, focus],
  )

  /** Headings have no figures, so no move stops there; one that follows what was typed stops where more can be. */
  const move = useCallback(
    (step: Move, typed = false) => {
      const { rows } = table.getRowModel()
      const active = table.getFocusedCell()
      const position = {
        row: rows.findIndex(({ id }) => id === active?.row.id),
        column: columns.findIndex(({ kind }) => kind === active?.column.id),
      }
      const enters = ({ row, column }: Position) => {
        const [line, kind] = [rows[row]?.original, columns[column]]
        return line !== undefined && kind !== undefined && (typed ? isOpen(kind, line) : !line.indicator.heading)
      }
      const target = moved(position, step, rows.length, columns.length, enters)
      const [row, column] = [rows[target.row], columns[target.column]]
      if (row && column) goTo(cellKey(row.id, column.kind))
    },
    [table, columns, goTo],
  )

  return { table, rows: table.getRowModel().rows, goTo, move }
}
