'use client'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { formatQuantity } from '#domain/quantity-format.ts'
import { aim } from './cell-state.ts'
import { useEntry, useScreen } from './entry-context.tsx'
import { isRange, selectedCells } from './grid-range.ts'
import { summarizeSelection } from './selection-summary.ts'

/** "4 ô · 3 có số", and the sum where there is one; '' while a single cell is selected. */
export function useSelectionWords(): string {
  const t = useTranslations('entry')
  const { store, table, columns, locale } = useEntry()
  const { selection } = table
  useSyncExternalStore(selection.subscribe, selection.get, selection.get)
  // Where a figure changes, what the range holds changes too.
  useScreen((screen) => screen.summary)
  if (!isRange(table, columns)) return ''
  const figures = selectedCells(table, columns)
    .flat()
    .flatMap((key) => {
      const [cell, place] = [store.cell(key), store.place(key)]
      if (!cell || !place || place.line.indicator.heading) return []
      const { kind, line } = place
      return [{ indicator: line.indicator, kind, quantity: aim(cell), doubtful: cell.trouble !== null }]
    })
  const { cells, filled, sum } = summarizeSelection(figures)
  const words = t('selection', { cells, filled })
  return sum ? `${words} · ${t('sum', { sum: formatQuantity(sum, { style: locale }) })}` : words
}
