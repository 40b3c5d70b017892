'use client'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { PasteOptions } from '#domain/block.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { activeCell } from './active-cell.ts'
import { type CellKey, cellKey, type EntryColumn, type Locale } from './cell-place.ts'
import { aim } from './cell-state.ts'
import type { EntryStore } from './entry-store.ts'
import type { CellRange } from './grid-range.ts'
import { lastCopied } from './last-copied.ts'
import { LatePasteDialog, loadPasteRules } from './late-dialogs.tsx'
import { readBlock } from './read-block.ts'

type Desk = { store: EntryStore; lines: readonly SheetLine[]; columns: EntryColumn[]; locale: Locale }
type Pasted = { rows: string[][]; options: Omit<PasteOptions, 'answer' | 'clearBlanks'>; known: Locale | null }

/**
 * What was pasted over the selected cells: one cell takes its text as if it had been typed, a block is shown first as
 * what it changes. `dialog` is what to show.
 */
export function usePaste({ store, lines, columns, locale }: Desk): {
  onPaste: (text: string, range: CellRange) => void
  dialog: ReactNode
} {
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const sheet = useMemo(() => ({ lines, columns }), [lines, columns])

  const onPaste = useCallback(
    async (text: string, range: CellRange) => {
      const [first, last] = [range[0]?.[0], range.at(-1)?.at(-1)]
      const [from, to] = [first && store.place(first), last && store.place(last)]
      if (!from || !to || text === '') return
      const rows = await readBlock(text)
      const held: PasteOptions['held'] = ({ indicator, kind }) => {
        const cell = store.cell(cellKey(indicator, kind))
        return cell ? aim(cell) : null
      }
      const options = { sheet, target: { from, to }, held, locale }
      // What was copied here is in the locale of then: there is nothing to ask.
      const known = lastCopied.localeOf(text)
      const { onlyCell, planPaste } = await loadPasteRules()
      const only = onlyCell(planPaste(rows, { ...options, answer: known, clearBlanks: false }))
      if (only && only.outcome !== 'locked' && only.outcome !== 'heading') {
        store.leave(cellKey(only.indicator, only.kind), only.text)
      } else {
        store.hold(true)
        setPasted({ rows, options, known })
      }
    },
    [store, sheet, locale],
  )

  const close = () => {
    setPasted(null)
    store.hold(false)
  }
  const dialog = pasted ? (
    <LatePasteDialog
      {...pasted}
      onConfirm={(entries: { key: CellKey; text: string }[]) => {
        store.leaveAll(entries)
        close()
      }}
      onCancel={close}
      returnFocus={() => activeCell(store.screen().active)}
    />
  ) : null
  return { onPaste, dialog }
}
