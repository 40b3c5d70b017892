import { significantDigits } from './decimal.ts'
import { formatNumber, isPlain, type NumberStyle, separators } from './number-format.ts'
import { problem, type QuantityProblem, type QuantityProblemReason } from './quantity-problems.ts'
import { ok, type Result } from './refusal.ts'

/** More decimals than any figure has; keeps every accepted number far from where JS numbers fade to zero. */
export const maximumDecimals = 30

/** Names the first character that no number has. */
function strangerProblem(body: string, character: string, at: number) {
  if (/\p{N}/u.test(character)) return problem('foreign_digits', { character })
  if (!/\d/.test(body)) return problem(character === '%' ? 'percent_alone' : 'not_a_number')
  if (character === '%') return problem('percent_not_expected')
  if (!/\p{L}/u.test(character)) return problem('unexpected_character', { character })
  // "3.504 tỷ" and "3504tỷ" end in words; in "75O", "6.1OO" and "0x10" a letter stands where a digit should.
  const endsInWords = /^\P{Nd}+$/u.test(body.slice(at)) && /\s\p{L}|\p{L}{2}/u.test(body) && !/\dO/iu.test(body)
  return endsInWords ? problem('words_after_number') : problem('letter_in_number', { character })
}

/** How digits and separators stand in each style; a first group of "0" is a decimal of the other style. */
const shapes: Record<NumberStyle, RegExp> = {
  vi: /^(\d+|(?!0\.)\d{1,3}(\.\d{3})+)(,\d+)?$/,
  en: /^(\d+|(?!0,)\d{1,3}(,\d{3})+)(\.\d+)?$/,
  plain: /^\d+(\.\d+)?$/,
  plain_vi: /^\d+(,\d+)?$/,
}

/** What is wrong with a text of digits and separators; null where it is right. */
function separatorProblem(body: string, style: NumberStyle): QuantityProblemReason | null {
  if (shapes[style].test(body)) return /^0\d/.test(body) ? 'leading_zeros' : null
  if (/^[.,]|[.,]$|[.,]{2}/.test(body)) return 'misplaced_separator'
  if (isPlain(style) && body.includes(separators[style].decimal === ',' ? '.' : ',')) return 'wrong_separators'
  const [, fraction, ...more] = body.split(separators[style].decimal)
  if (fraction === undefined || (more.length === 0 && /^\d+$/.test(fraction))) return 'bad_grouping'
  if (shapes[style === 'vi' ? 'en' : 'vi'].test(body)) return 'wrong_separators'
  return more.length > 0 ? 'repeated_decimal' : 'group_after_decimal'
}

/** Reads one number with its sign, strictly: any doubt is a problem with its reason. */
export function readNumber(text: string, style: NumberStyle): Result<number, QuantityProblem> {
  const body = text.replace(/^[+\-−]+/u, '')
  const sign = text.slice(0, text.length - body.length)
  if (body === '') return problem(sign === '' ? 'not_a_number' : 'sign_alone')
  if (sign.length > 1) return problem('repeated_sign')
  if (/^\d+([.,]\d+)?e[+\-−]?\d+$/iu.test(body)) return problem('exponent')
  const stranger = /[^\d.,\s]/u.exec(body)
  if (stranger) return strangerProblem(body, stranger[0], stranger.index)
  if (/\s/u.test(body)) return problem('space_in_number')
  const wrong = separatorProblem(body, style)
  if (wrong !== null) return problem(wrong)

  const { group, decimal } = separators[style]
  const [whole = '', fraction = ''] = body.replaceAll(group, '').split(decimal)
  const significant = (whole + fraction).replace(/^0+/, '')
  if (significant.length > significantDigits || fraction.length > maximumDecimals) {
    return problem('too_many_digits', { maximum: significantDigits })
  }
  const value = Number(`${whole}.${fraction}`)
  return ok(value !== 0 && sign !== '' && sign !== '+' ? -value : value)
}

/**
 * A number that was not understood, rewritten in the style where only one reading is possible: "1 651" → "1.651",
 * "1,234.56" in Vietnamese → "1.234,56". What is already right comes back untouched; null where in doubt.
 */
export function repairNumber(text: string, style: NumberStyle): string | null {
  if (readNumber(text, style).ok) return text
  const joined = /^\d{1,3}(\s\d{3})+([.,]\d+)?$/u.test(text) ? text.replace(/\s/gu, '') : text
  const bare = joined.replace(/^0+(?=\d)/, '')
  const own = readNumber(bare, style)
  const readings = own.ok ? [own] : [readNumber(bare, 'vi'), readNumber(bare, 'en')]
  const [value, ...others] = new Set(readings.flatMap((reading) => (reading.ok ? [reading.value] : [])))
  return value === undefined || others.length > 0 ? null : formatNumber(value, { style })
}
