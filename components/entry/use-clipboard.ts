'use client'
import { type RefObject, useEffect } from 'react'
import { type CopiedCell, copyBlock } from '#domain/block-copy.ts'
import { figureKindTable } from '#domain/figure.ts'
import type { CellKey, Place } from './cell-place.ts'
import { aim, type Cell } from './cell-state.ts'
import { type TextOf, useEntry, useTextOf } from './entry-context.tsx'
import { selectedCells } from './grid-range.ts'
import { lastCopied } from './last-copied.ts'

/** A text in trouble is copied as it was typed, and a verdict, of which the key is recorded, in words. */
export function copiedCell(cell: Cell, { kind, line: { indicator } }: Place, textOf: TextOf): CopiedCell {
  const inWords = cell.trouble !== null || figureKindTable[kind].content === 'verdict'
  return inWords ? { shown: textOf(cell, kind) } : { kind, indicator, quantity: aim(cell) }
}

/**
 * Copies, cuts and pastes the selected cells, outside of editing: by the clipboard events, which need no permission
 * and no secure address. They are heard at the document, where the browser sends them while a closed cell is active.
 */
export function useClipboard(grid: RefObject<HTMLTableElement | null>, clear: () => void): void {
  const { store, table, columns, locale, onPaste } = useEntry()
  const textOf = useTextOf()

  useEffect(() => {
    const isOurs = () => {
      const focused = document.activeElement
      return focused !== null && grid.current?.contains(focused) === true && !focused.matches('[data-editing]')
    }
    const copied = (key: CellKey): CopiedCell[] => {
      const [cell, place] = [store.cell(key), store.place(key)]
      return cell && place ? [copiedCell(cell, place, textOf)] : []
    }
    const onCopy = (event: ClipboardEvent) => {
      if (!isOurs()) return
      event.preventDefault()
      const rows = selectedCells(table, columns).map((row) => row.flatMap(copied))
      const text = copyBlock(rows, locale)
      lastCopied.keep(text, locale)
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
