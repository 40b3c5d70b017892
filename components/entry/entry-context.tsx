'use client'
import { useTranslations } from 'next-intl'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { type FigureKind, figureKindTable } from '#domain/figure.ts'
import { nameWithin } from '#domain/indicator.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { reportableVerdicts } from '#domain/verdict.ts'
import { bellOf } from './cell-bell.ts'
import { type CellKey, cellKey, type EntryColumn, type Locale, type Previous, type SheetAddress } from './cell-place.ts'
import { type Cell, restingCell } from './cell-state.ts'
import type { EntryStore, Screen } from './entry-store.ts'
import type { CellRange } from './grid-range.ts'
import type { EntryTable } from './use-entry-table.ts'

type Entry = {
  store: EntryStore
  sheet: SheetAddress
  locale: Locale
  columns: readonly EntryColumn[]
  /** By the code of the indicator. */
  previous: Readonly<Record<string, Previous>>
  /** The lines and columns of the grid, and what is selected there. */
  table: EntryTable
  /** Moves the focus to a cell, wherever it is shown; `extend` leaves it where it is, at the start of a range. */
  goTo: (key: CellKey, extend?: boolean) => void
  /** Shows what is known of a cell: its history, its note, its source. */
  onDetails?: (key: CellKey) => void
  /** Takes what was pasted over the selected cells; without it a text goes into the one cell that is active. */
  onPaste?: (text: string, range: CellRange) => void
}

const Context = createContext<Entry | null>(null)
export const EntryProvider = Context.Provider

export function useEntry(): Entry {
  const entry = useContext(Context)
  if (!entry) throw new Error('Outside of the entry screen')
  return entry
}

const noCell = restingCell({ quantity: null, version: null })

/** What is read of one cell: whoever uses it renders again when that changes, and only then. */
function useOfCell<T>(key: CellKey, read: () => T): T {
  const { store } = useEntry()
  const listen = useCallback((listener: () => void) => bellOf(store)(key, listener), [store, key])
  return useSyncExternalStore(listen, read, read)
}

export function useCell(key: CellKey): Cell {
  const { store } = useEntry()
  return useOfCell(key, () => store.cell(key) ?? noCell)
}

/** Whether the cell is the active one. */
export function useActive(key: CellKey): boolean {
  const { store } = useEntry()
  return useOfCell(key, () => store.screen().active === key)
}

/** One thing of the screen. `select` returns a value that stays the same while nothing changes. */
export function useScreen<T>(select: (screen: Screen) => T): T {
  const { store } = useEntry()
  const read = () => select(store.screen())
  return useSyncExternalStore(store.subscribe, read, read)
}

/** The name of a line's indicator in the language of the screen. */
export const nameOf = ({ indicator }: SheetLine, locale: Locale): string =>
  locale === 'en' ? indicator.nameEn : indicator.nameVi

/** The same where the line stands under its parent's. */
export function useNameWithin(line: SheetLine): string {
  const { store, columns, locale } = useEntry()
  const [column] = columns
  const parent = column && line.indicator.parentCode && store.place(cellKey(line.indicator.parentCode, column.kind))
  return nameWithin(nameOf(line, locale), parent ? nameOf(parent.line, locale) : null)
}

export type TextOf = (cell: Cell, kind: FigureKind) => string

/**
 * What stands in a cell: a text in trouble exactly as it was typed, else the quantity as it was recorded, no decimals
 * added to it; a verdict, of which the key is recorded, in the words of the screen.
 */
export function useTextOf(): TextOf {
  const t = useTranslations('verdict')
  const { locale } = useEntry()
  return useCallback(
    ({ trouble, next, attempt, recorded }: Cell, kind: FigureKind) => {
      if (trouble) return trouble.text
      const { quantity } = next ?? attempt ?? recorded
      if (quantity === null) return ''
      const verdict =
        figureKindTable[kind].content === 'verdict' && reportableVerdicts.find((key) => key === quantity.text)
      return verdict ? t(verdict) : formatQuantity(quantity, { style: locale })
    },
    [t, locale],
  )
}
