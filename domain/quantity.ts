import { readAmount, split } from './amount-read.ts'
import type { NumberStyle } from './number-format.ts'
import { repairNumber } from './number-read.ts'
import { problem, type QuantityProblem } from './quantity-problems.ts'
import { type Qualifier, readsAsWords, takeQualifier } from './quantity-words.ts'
import { fail, ok, type Result } from './refusal.ts'

/**
 * What a cell holds (domain rule 5); an empty cell is null, never a Quantity. Numbers are in the indicator's unit.
 * Words alone have no value; a number may carry words: "1 (Phúc Diễn)". A range may be exact or about, nothing else.
 */
export type Quantity = {
  value: number | null
  /** The upper end of a range; the value is its lower end. */
  high: number | null
  /** Of a fraction: 82/82. */
  denominator: number | null
  qualifier: Qualifier
  /** NFC, trimmed, at most 200 characters. */
  text: string | null
}

export type ParseOptions = {
  style: NumberStyle
  /** Words are welcome here (a milestone). */
  words?: boolean
  /** The unit the numbers are in ("tỷ đồng", "%"): it, or a multiple of it, may stand behind them. */
  unit?: string
}

type Parsed<T> = Result<T, QuantityProblem>

export const exactly = (value: number): Quantity => ({
  value,
  high: null,
  denominator: null,
  qualifier: 'exact',
  text: null,
})

/** The value of what is one bare number; null where a sign, another number or words belong to it. */
export const bareNumber = ({ value, high, denominator, qualifier, text }: Quantity): number | null =>
  qualifier === 'exact' && high === null && denominator === null && text === null ? value : null

const maximumText = 200
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

const words = (text: string): Parsed<Quantity> => {
  if (text === '') return problem('words_missing')
  if (text.length > maximumText) return problem('too_long', { maximum: maximumText })
  return ok({ value: null, high: null, denominator: null, qualifier: 'exact', text })
}

/** What a spreadsheet shows where a formula has failed, in Excel and in LibreOffice. */
const formulaError =
  /^(#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)|Err:\d{3})$/iu

function readQuantity(text: string, options: ParseOptions): Parsed<Quantity> {
  if (text.length > 2 * maximumText) return problem('too_long', { maximum: maximumText })
  if (unprintable.test(text)) return problem('control_character')
  if (formulaError.test(text)) return problem('formula_error')
  if (/^#+$/.test(text)) return problem('narrow_column')
  if (/^[-–—−]$/u.test(text)) return problem('dash_alone')
  if (text.startsWith("'")) return words(text.slice(1).trim())
  if (readsAsWords(text)) return options.words ? words(text) : problem('words_not_allowed')

  const { qualifier, rest } = takeQualifier(text)
  if (rest === '') return problem('bound_alone')
  const noted = split(rest, /([^(]*?)\s*\(\s*(\S.*?)\s*\)$/u)
  if (noted && noted.right.length > maximumText) return problem('too_long', { maximum: maximumText })
  const read = readAmount(noted ? noted.left : rest, options.style, options.unit ?? '')
  if (!read.ok) return read
  if (read.value.high !== null && qualifier !== 'exact' && qualifier !== 'about') return problem('bound_of_range')
  return ok({ ...read.value, qualifier, text: noted ? noted.right : null })
}

/** The same text with its numbers repaired, where that makes it readable. */
function suggest(text: string, options: ParseOptions): string | null {
  const [numbers = ''] = text.split('(', 1)
  const repaired = numbers.replace(/\d[\d.,\s]*\d/gu, (number) => repairNumber(number, options.style) ?? number)
  const suggestion = repaired + text.slice(numbers.length)
  return readQuantity(suggestion, options).ok ? suggestion : null
}

/**
 * Reads what was typed into a cell, strictly; '' clears it (null). A problem says why, and where there is only one
 * way to understand the text its values carry a suggestion. `words` never makes a failed number pass as words.
 */
export function parseQuantity(input: string, options: ParseOptions): Parsed<Quantity | null> {
  const text = input.normalize('NFC').trim()
  if (text === '') return ok(null)
  const quantity = readQuantity(text, options)
  if (quantity.ok) return quantity
  const suggestion = suggest(text, options)
  if (suggestion === null) return quantity
  return fail({ ...quantity.error, values: { ...quantity.error.values, suggestion } })
}

/** The same recorded value; an empty cell equals an empty cell. */
export const quantitiesEqual = (a: Quantity | null, b: Quantity | null): boolean =>
  a === null || b === null
    ? a === b
    : a.value === b.value &&
      a.high === b.high &&
      a.denominator === b.denominator &&
      a.qualifier === b.qualifier &&
      a.text === b.text
