'use client'
import { type RefObject, useEffect } from 'react'
import { type CopiedCell, copyBlock } from '#domain/block-copy.ts'
import type { CellKey } from './cell-place.ts'
import { aim } from './cell-state.ts'
import { useEntry } from './entry-context.tsx'
import { selectedCells } from './grid-range.ts'
import { lastCopied } from './last-copied.ts'

/**
 * Copies, cuts and pastes the selected cells, outside of editing: by the clipboard events, which need no permission
 * and no secure address. They are heard at the document, where the browser sends them while a closed cell is active.
 */
export function useClipboard(grid: RefObject<HTMLTableElement | null>, clear: () => void): void {
  const { store, table, columns, locale, onPaste } = useEntry()

  useEffect(() => {
    const isOurs = () => {
      const focused = document.activeElement
      return focused !== null && grid.current?.contains(focused) === true && !focused.matches('[data-editing]')
    }
    const copiedCell = (key: CellKey): CopiedCell | null => {
      const [cell, place] = [store.cell(key), store.place(key)]
      return cell && place ? { kind: place.kind, indicator: place.line.indicator, quantity: aim(cell) } : null
    }
    const onCopy = (event: ClipboardEvent) => {
      if (!isOurs()) return
      event.preventDefault()
      const rows = selectedCells(table, columns).map((row) => row.flatMap((key) => copiedCell(key) ?? []))
      const text = copyBlock(rows, locale)
      lastCopied.keep(text)
      event.clipboardData?.setData('text/plain', text)
      if (event.type === 'cut') clear()
    }
    const onPasteEvent = (event: ClipboardEvent) => {
      if (!isOurs()) return
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
