import type { FigureKind } from './figure.ts'
import type { SheetLine } from './sheet.ts'

/** A column of figures as a person may use it. */
export type EntryColumn = {
  kind: FigureKind
  label: string
  /** Why it takes no changes; null: it takes them. */
  closed: string | null
}

/** Whether the cell of this line takes changes. */
export const isOpen = (column: EntryColumn, { indicator }: SheetLine): boolean =>
  column.closed === null && !indicator.heading
