import { parseFigure } from '#domain/figure-text.ts'
import type { Quantity } from '#domain/quantity.ts'
import { fail, type Result } from '#domain/refusal.ts'
import type { Locale, Place } from './cell-place.ts'
import type { CellProblem } from './cell-state.ts'
import { isBlock } from './paste.ts'

/** A block that was pasted into one cell would run together into another number: it is refused as it is. */
export const manyCells = { reason: 'many_cells' } as const satisfies CellProblem

/** Reads what was left in a cell. */
export const readText = ({ kind, line }: Place, text: string, locale: Locale): Result<Quantity | null, CellProblem> =>
  isBlock(text) ? fail(manyCells) : parseFigure(kind, text, line.indicator, locale)
