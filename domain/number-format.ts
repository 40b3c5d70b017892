import type Big from 'big.js'
import { Decimal, decimalsOf } from './decimal.ts'

/**
 * vi: 1.234,56 · en: 1,234.56 · plain: 1234.56, the canonical form of CSV, JSON and the API · plain_vi: 1234,56, for
 * Vietnamese Excel, which takes a dot in a file for a date or a group.
 */
export const numberStyles = ['vi', 'en', 'plain', 'plain_vi'] as const
export type NumberStyle = (typeof numberStyles)[number]

export const separators: Record<NumberStyle, { group: string; decimal: string; minus: string }> = {
  vi: { group: '.', decimal: ',', minus: '−' },
  en: { group: ',', decimal: '.', minus: '−' },
  plain: { group: '', decimal: '.', minus: '-' },
  plain_vi: { group: '', decimal: ',', minus: '-' },
}

/** The styles of files: no groups, and signs that programs read. */
export const isPlain = (style: NumberStyle): boolean => separators[style].group === ''

/** `floor` and `ceil` are for the ends of bounds: "> 120,06" shown with one decimal must not become "> 120,1". */
export type Rounding = 'half_up' | 'floor' | 'ceil'

export type NumberFormat = {
  style: NumberStyle
  /** Exactly so many decimals: rounds. For computed values only, recorded ones are never rounded. */
  decimals?: number
  /** At least so many decimals, and every digit the value has. */
  minimumDecimals?: number
  /** A plus before what is greater than zero. */
  signed?: boolean
  rounding?: Rounding
}

function round(value: Big, places: number, rounding: Rounding): Big {
  if (rounding === 'half_up') return value.round(places, Decimal.roundHalfUp)
  const towardsZero = (rounding === 'floor') === value.gte(0)
  return value.round(places, towardsZero ? Decimal.roundDown : Decimal.roundUp)
}

/** A number as text, never with an exponent. What rounds to zero has no sign. */
export function formatNumber(value: number | Big, format: NumberFormat): string {
  const { style, decimals, minimumDecimals = 0, signed = false, rounding = 'half_up' } = format
  const { group, decimal, minus } = separators[style]
  if (typeof value === 'number' && isPlain(style) && decimals === undefined && minimumDecimals === 0 && !signed) {
    // An export writes millions of these, and JavaScript's own text is the same unless it has an exponent.
    const text = String(value)
    if (!text.includes('e')) return text.replace('.', decimal)
  }
  const places = decimals ?? Math.max(minimumDecimals, decimalsOf(value))
  const rounded = round(Decimal(value), places, rounding)
  const [whole = '', fraction] = rounded.abs().toFixed(places).split('.')
  const sign = rounded.lt(0) ? minus : signed && rounded.gt(0) ? '+' : ''
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return sign + (fraction === undefined ? grouped : grouped + decimal + fraction)
}
