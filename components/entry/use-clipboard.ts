'use client'
import { type RefObject, useEffect } from 'react'
import type { CellKey } from './cell-place.ts'
import { copyText } from './copy-text.ts'
import { useEntry, useTextOf } from './entry-context.tsx'
import { selectedCells } from './grid-range.ts'

/**
 * Copies, cuts and pastes the selected cells, outside of editing: by the clipboard events, which need no permission
 * and no secure address. They are heard at the document, where the browser sends them while a closed cell is active.
 */
export function useClipboard(grid: RefObject<HTMLTableElement | null>, clear: () => void): void {
  const { store, table, columns, onPaste } = useEntry()
  const textOf = useTextOf()

  useEffect(() => {
    const isOurs = () => {
      const focused = document.activeElement
      return focused !== null && grid.current?.contains(focused) === true && !focused.matches('[data-editing]')
    }
    const textAt = (key: CellKey): string => {
      const [cell, place] = [store.cell(key), store.place(key)]
      return cell && place ? textOf(cell, place.kind) : ''
    }
    const onCopy = (event: ClipboardEvent) => {
      if (!isOurs()) return
      event.preventDefault()
      const rows = selectedCells(table, columns).map((row) => row.map(textAt))
      event.clipboardData?.setData('text/plain', copyText(rows))
      if (event.type === 'cut') clear()
    }
    const onPasteEvent = (event: ClipboardEvent) => {
      if (!onPaste || !isOurs()) return
      event.preventDefault()
      onPaste(event.clipboardData?.getData('text/plain') ?? '', selectedCells(table, columns))
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPasteEvent)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPasteEvent)
    }
  })
}
