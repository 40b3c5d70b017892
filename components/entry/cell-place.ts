import type { CellAddress, FigureKind } from '#domain/figure.ts'
import type { SheetLine } from '#domain/sheet.ts'

export type { EntryColumn } from '#domain/entry-column.ts'
export type { CellAddress }

export type Locale = 'vi' | 'en'
export type SheetAddress = { unit: string; year: number }

export type CellKey = `${string}.${FigureKind}`
export const cellKey = (indicator: string, kind: FigureKind): CellKey => `${indicator}.${kind}`

export type Place = CellAddress & { line: SheetLine }

/** What last year's column shows: the best actual, already written out. */
export type Previous = { text: string; estimate: boolean }
