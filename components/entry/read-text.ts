import { parseFigure } from '#domain/figure-text.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { Result } from '#domain/refusal.ts'
import type { Locale, Place } from './cell-place.ts'
import type { CellProblem } from './cell-state.ts'

/** Reads what was left in a cell. */
export const readText = ({ kind, line }: Place, text: string, locale: Locale): Result<Quantity | null, CellProblem> =>
  parseFigure(kind, text, line.indicator, locale)
