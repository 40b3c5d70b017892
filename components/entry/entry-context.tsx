'use client'
import { useTranslations } from 'next-intl'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { type FigureKind, figureKindTable } from '#domain/figure.ts'
import { nameWithin } from '#domain/indicator.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { reportableVerdicts } from '#domain/verdict.ts'
import type { PlanKinds } from '../table/words.ts'
import { bellOf } from './cell-bell.ts'
import { type CellKey, cellKey, type EntryColumn, type Locale, type Previous, type SheetAddress } from './cell-place.ts'
import { type Cell, type CellStatus, emptyCell, statusOf } from './cell-state.ts'
import type { EntryStore } from './entry-store.ts'
import type { CellRange, EntryTable } from './grid-range.ts'
import type { Screen } from './screen.ts'

type Entry = {
  store: EntryStore
  sheet: SheetAddress
  locale: Locale
  /** What the names of the plans follow. */
  planKinds: PlanKinds
  columns: readonly EntryColumn[]
  /** By the code of the indicator. */
  previous: Readonly<Record<string, Previous>>
  /** The lines of the grid, and what is selected there. */
  table: EntryTable
  /** Moves the focus to a cell, wherever it is shown; `extend` leaves it where it is, at the start of a range. */
  goTo: (key: CellKey, extend?: boolean) => void
  /** Takes what was pasted over the selected cells. */
  onPaste: (text: string, range: CellRange) => void
}

const Context = createContext<Entry | null>(null)
export const EntryProvider = Context.Provider

export function useEntry(): Entry {
  const entry = useContext(Context)
  if (!entry) throw new Error('Outside of the entry screen')
  return entry
}

/** What is read of one cell: whoever uses it renders again when that changes, and only then. */
function useOfCell<T>(key: CellKey, read: () => T): T {
  const { store } = useEntry()
  const listen = useCallback((listener: () => void) => bellOf(store)(key, listener), [store, key])
  return useSyncExternalStore(listen, read, read)
}

export function useCell(key: CellKey): Cell {
  const { store } = useEntry()
  return useOfCell(key, () => store.cell(key) ?? emptyCell)
}

/** Whether the cell is the active one. */
export function useActive(key: CellKey): boolean {
  const { store } = useEntry()
  return useOfCell(key, () => store.screen().active === key)
}

/** What is being typed in the cell; null outside of editing. */
export function useDraft(key: CellKey): string | null {
  const { store } = useEntry()
  return useOfCell(key, () => {
    const draft = store.draft()
    return draft?.key === key ? draft.text : null
  })
}

/** What the cell looks like, what a check found in it included. */
export function useStatus(key: CellKey): CellStatus {
  const { store } = useEntry()
  return useOfCell(key, () => statusOf(store.cell(key) ?? emptyCell, store.screen().summary.warned.has(key)))
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
