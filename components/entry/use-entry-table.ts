'use client'
import { type MouseEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isOpen } from '#domain/entry-column.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { type CellKey, cellKey, type EntryColumn } from './cell-place.ts'
import type { EntryStore } from './entry-store.ts'
import { type Move, moved, type Position } from './grid-keys.ts'
import { positionOf } from './grid-range.ts'
import { createSelection } from './grid-selection.ts'

/** `typed`: after something was typed, on to where more can be. */
export type MoveBy = (step: Move, typed?: boolean) => void

/**
 * The lines as rows, what is selected in them, and the ways through them. Their owner does not render again when the
 * selection moves: cells listen for themselves.
 */
export function useEntryTable(
  store: EntryStore,
  lines: readonly SheetLine[],
  columns: readonly EntryColumn[],
  grid: RefObject<HTMLTableElement | null>,
) {
  const [selection] = useState(() => {
    const { active } = store.screen()
    return createSelection((active && store.place(active)) ?? null)
  })
  const table = useMemo(() => ({ lines, selection }), [lines, selection])

  useEffect(() => {
    const home = lines.find(({ indicator }) => !indicator.heading) ?? lines[0]
    const tell = () => {
      const anchor = selection.get()?.anchor
      if (anchor && positionOf(table, columns, anchor)) store.activate(cellKey(anchor.indicator, anchor.kind))
      // The first line has come, or the active one has been ended: the grid keeps a tab stop.
      else if (home && columns[0]) selection.select({ indicator: home.indicator.code, kind: columns[0].kind })
    }
    tell()
    return selection.subscribe(tell)
  }, [table, selection, store, lines, columns])

  /** The column where Tabs through a line started: Enter returns there. */
  const tabbedFrom = useRef<string | null>(null)

  const goTo = useCallback(
    (key: CellKey, extend = false) => {
      const place = store.place(key)
      if (!place) return
      tabbedFrom.current = null
      // The cell must stand there as the active one before it can take the focus.
      if (!extend) flushSync(() => selection.select(place))
      grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    },
    [selection, store, grid],
  )

  /** Headings have no figures, so no move stops there; one that follows what was typed stops where more can be. */
  const move: MoveBy = useCallback(
    (step, typed = false) => {
      const active = selection.get()?.anchor
      if (!active) return
      const acrossLine = typed && (step === 'left' || step === 'right')
      const from = tabbedFrom.current ?? active.kind
      const column = typed && !acrossLine ? from : active.kind
      const position = {
        row: lines.findIndex(({ indicator }) => indicator.code === active.indicator),
        column: columns.findIndex(({ kind }) => kind === column),
      }
      const enters = (at: Position) => {
        const [line, kind] = [lines[at.row], columns[at.column]]
        return line !== undefined && kind !== undefined && (typed ? isOpen(kind, line) : !line.indicator.heading)
      }
      const target = moved(position, step, lines.length, columns.length, enters)
      const [line, kind] = [lines[target.row], columns[target.column]]
      if (!line || !kind) return
      goTo(cellKey(line.indicator.code, kind.kind))
      if (acrossLine) tabbedFrom.current = from
    },
    [selection, lines, columns, goTo],
  )

  const rows = useMemo(() => lines.map((line) => rowOf(line, columns, selection)), [lines, columns, selection])
  return { table, rows, goTo, move }
}

export type EntryRow = ReturnType<typeof rowOf>

/** A line, and what the mouse does in its cells, by column. */
function rowOf(line: SheetLine, columns: readonly EntryColumn[], selection: ReturnType<typeof createSelection>) {
  const indicator = line.indicator.code
  const cells = Object.fromEntries(
    columns.map(({ kind }) => [
      kind,
      {
        getSelectionStartHandler: () => (event: MouseEvent) => selection.press({ indicator, kind }, event.shiftKey),
        getSelectionExtendHandler: () => (_: MouseEvent) => selection.pass({ indicator, kind }),
      },
    ]),
  )
  return { id: indicator, original: line, getAllCellsByColumnId: () => cells }
}
