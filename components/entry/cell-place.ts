import type { FigureKind } from '#domain/figure.ts'
import type { SheetLine } from '#domain/sheet.ts'

export type Locale = 'vi' | 'en'
export type SheetAddress = { unit: string; year: number }

/** Where a cell stands on its sheet: an indicator's code is there once. */
export type CellAddress = { indicator: string; kind: FigureKind }
export type CellKey = `${string}.${FigureKind}`
export const cellKey = (indicator: string, kind: FigureKind): CellKey => `${indicator}.${kind}`

export type Place = CellAddress & { line: SheetLine }

/** A column of figures as this person may use it. */
export type EntryColumn = {
  kind: FigureKind
  label: string
  /** Why it takes no changes; null: it takes them. */
  closed: string | null
}

/** What last year's column shows: the best actual, already written out. */
export type Previous = { text: string; estimate: boolean }

export const isOpen = (column: EntryColumn, { indicator }: SheetLine): boolean =>
  column.closed === null && !indicator.heading
