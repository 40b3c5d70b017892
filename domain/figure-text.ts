import { type FigureKind, figureKindTable } from './figure.ts'
import type { ValueType } from './indicator.ts'
import type { NumberStyle } from './number-format.ts'
import { parseQuantity, type Quantity } from './quantity.ts'
import type { QuantityProblem } from './quantity-problems.ts'
import { fail, ok, type Result } from './refusal.ts'
import { parseVerdict, reportableVerdicts } from './verdict.ts'

type Reading = { valueType: ValueType; unitOfMeasure: string }
export type FigureProblem = QuantityProblem | { reason: 'not_a_verdict' }

/**
 * Reads what was typed into a cell: a quantity in the indicator's unit, a percent, or a reported verdict (kept as
 * words: its key). '' is null: the cell is cleared. Words are for milestones, or anywhere behind an apostrophe.
 */
export function parseFigure(
  kind: FigureKind,
  typed: string,
  { valueType, unitOfMeasure }: Reading,
  style: NumberStyle,
): Result<Quantity | null, FigureProblem> {
  const { content } = figureKindTable[kind]
  if (content !== 'verdict') {
    const unit = content === 'percent' ? '%' : unitOfMeasure.normalize('NFC').trim()
    return parseQuantity(typed, { style, unit, words: content === 'quantity' && valueType === 'milestone' })
  }
  if (typed.trim() === '') return ok(null)
  const verdict = reportableVerdicts.find((reportable) => reportable === parseVerdict(typed))
  if (!verdict) return fail({ reason: 'not_a_verdict' })
  return ok({ value: null, high: null, denominator: null, qualifier: 'exact', text: verdict })
}
