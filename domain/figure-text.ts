import { type FigureKind, figureKindTable } from './figure.ts'
import type { ValueType } from './indicator.ts'
import type { NumberStyle } from './number-format.ts'
import { parseQuantity, type Quantity } from './quantity.ts'
import { formatQuantity } from './quantity-format.ts'
import type { QuantityProblem } from './quantity-problems.ts'
import { readsAsWords } from './quantity-words.ts'
import { fail, ok, type Result } from './refusal.ts'
import { parseVerdict, reportableVerdicts } from './verdict.ts'

export type Reading = { valueType: ValueType; unitOfMeasure: string }
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
    return parseQuantity(typed, { style, unit, words: takesWords(kind, valueType) })
  }
  if (typed.trim() === '') return ok(null)
  const verdict = reportableVerdicts.find((reportable) => reportable === parseVerdict(typed))
  if (!verdict) return fail({ reason: 'not_a_verdict' })
  return ok({ value: null, high: null, denominator: null, qualifier: 'exact', text: verdict })
}

/** Whether words may stand in a cell without an apostrophe in front. */
const takesWords = (kind: FigureKind, valueType: ValueType): boolean =>
  figureKindTable[kind].content === 'quantity' && valueType === 'milestone'

/** A figure as it would be typed: parseFigure reads it back as it was. */
export function figureText(
  kind: FigureKind,
  quantity: Quantity,
  { valueType }: Pick<Reading, 'valueType'>,
  style: NumberStyle,
): string {
  const text = formatQuantity(quantity, { style })
  const bare = quantity.value !== null || figureKindTable[kind].content === 'verdict' || takesWords(kind, valueType)
  return bare || !readsAsWords(text) ? text : `'${text}`
}
