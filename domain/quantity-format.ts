import { decimalsOf } from './decimal.ts'
import { formatNumber, isPlain, type NumberStyle, type Rounding } from './number-format.ts'
import type { Quantity } from './quantity.ts'
import { qualifierSigns, readsAsWords } from './quantity-words.ts'

/** Words verbatim, behind an apostrophe where they would otherwise be taken for a number. */
const writeWords = (text: string): string => (readsAsWords(text) ? text : `'${text}`)

/** Puts the parts of a quantity together; `write` writes its numbers, `unit` is what they are measured in. */
function compose(quantity: Quantity, style: NumberStyle, write: (value: number) => string, unit = ''): string {
  const { value, high, denominator, qualifier, text } = quantity
  if (value === null) return writeWords(text ?? '')
  const { shown, plain } = qualifierSigns[qualifier]
  const sign = isPlain(style) ? plain : shown === '' ? '' : `${shown} `
  const dash = isPlain(style) ? '..' : '–'
  const end = high !== null ? dash + write(high) : ''
  const whole = denominator !== null ? `/${formatNumber(denominator, { style })}` : ''
  const note = text !== null ? ` (${text})` : ''
  return sign + write(value) + end + whole + unit + note
}

/**
 * A quantity as recorded: every digit it has, and at least `decimals` decimals. parseQuantity reads it back as it was.
 * vi "> 14.000", "12,7–13", "≈ 7" · plain ">14000", "12.7..13", "~7" · words verbatim, behind an apostrophe where they
 * would otherwise be taken for a number.
 */
export const formatQuantity = (quantity: Quantity, options: { style: NumberStyle; decimals?: number }): string =>
  formatMeasured(quantity, { ...options, unitOfMeasure: '' })

/** The same with its unit of measure: "3.594 tỷ đồng", "12,86%", "1 phường (Phúc Diễn)"; words are measured in none. */
export function formatMeasured(
  quantity: Quantity,
  options: { style: NumberStyle; decimals?: number; unitOfMeasure: string },
): string {
  const { style, decimals = 0, unitOfMeasure } = options
  const minimumDecimals = quantity.denominator === null ? decimals : 0
  const unit = unitOfMeasure === '%' ? '%' : unitOfMeasure && ` ${unitOfMeasure}`
  return compose(quantity, style, (value) => formatNumber(value, { style, minimumDecimals }), unit)
}

/** A computed quantity (a percent, a growth, a derived plan) rounded to exactly `decimals`; a bound stays true. */
export function formatComputed(
  quantity: Quantity,
  options: { style: NumberStyle; decimals: number; signed?: boolean },
): string {
  const roundings: Partial<Record<Quantity['qualifier'], Rounding>> = {
    above: 'floor',
    at_least: 'floor',
    below: 'ceil',
    at_most: 'ceil',
  }
  const rounding = roundings[quantity.qualifier] ?? 'half_up'
  return compose(quantity, options.style, (value) => formatNumber(value, { ...options, rounding }))
}

/** The difference of two fractions never ends; no recorded rate has so many decimals. */
const maximumPointDecimals = 6

/** The number of "+0,20 điểm %": signed (zero has no sign), exact, at least `decimals` decimals. The words are the UI's. */
export function formatPoints(points: Quantity, options: { style: NumberStyle; decimals?: number }): string {
  const { style, decimals = 2 } = options
  return compose(points, style, (value) => {
    const places = Math.min(Math.max(decimals, decimalsOf(value)), maximumPointDecimals)
    return formatNumber(value, { style, decimals: places, signed: true })
  })
}
