'use client'
import { cellSelectionFeature, createColumnHelper, type Row, tableFeatures, useTable } from '@tanstack/react-table'
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { isOpen } from '#domain/entry-column.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { type CellKey, cellKey, type EntryColumn } from './cell-place.ts'
import type { EntryStore } from './entry-store.ts'
import { type Move, moved, type Position } from './grid-keys.ts'

const features = tableFeatures({ cellSelectionFeature })
const helper = createColumnHelper<typeof features, SheetLine>()
export type EntryRow = Row<typeof features, SheetLine>
export type EntryTable = EntryRow['table']
/** `typed`: after something was typed, on to where more can be. */
export type MoveBy = (step: Move, typed?: boolean) => void

const nothing = () => null

/**
 * The lines as rows and the kinds of figure as columns; the table keeps the selection: one rectangle from the active
 * cell, its anchor, to the corner across. Its owner does not render again when that moves: cells listen for themselves.
 */
export function useEntryTable(
  store: EntryStore,
  lines: readonly SheetLine[],
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
      enableMultiCellRangeSelection: false,
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

  /** The column where Tabs through a line started: Enter returns there. */
  const tabbedFrom = useRef<string | null>(null)

  const goTo = useCallback(
    (key: CellKey, extend = false) => {
      const place = store.place(key)
      if (!place) return
      tabbedFrom.current = null
      // The cell must stand there as the active one before it can take the focus.
      if (!extend) flushSync(() => table.setFocusedCell(place.indicator, place.kind))
      grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    },
    [table, store, grid],
  )

  /** Headings have no figures, so no move stops there; one that follows what was typed stops where more can be. */
  const move: MoveBy = useCallback(
    (step, typed = false) => {
      const { rows } = table.getRowModel()
      const active = table.getFocusedCell()
      if (!active) return
      const acrossLine = typed && (step === 'left' || step === 'right')
      const from = tabbedFrom.current ?? active.column.id
      const column = typed && !acrossLine ? from : active.column.id
      const position = {
        row: rows.findIndex(({ id }) => id === active.row.id),
        column: columns.findIndex(({ kind }) => kind === column),
      }
      const enters = (at: Position) => {
        const [line, kind] = [rows[at.row]?.original, columns[at.column]]
        return line !== undefined && kind !== undefined && (typed ? isOpen(kind, line) : !line.indicator.heading)
      }
      const target = moved(position, step, rows.length, columns.length, enters)
      const [row, kind] = [rows[target.row]?.id, columns[target.column]?.kind]
      if (row === undefined || kind === undefined) return
      goTo(cellKey(row, kind))
      if (acrossLine) tabbedFrom.current = from
    },
    [table, columns, goTo],
  )

  return { table, rows: table.getRowModel().rows, goTo, move }
}
