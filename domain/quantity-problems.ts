import { fail } from './refusal.ts'

/** Why a text is not a quantity. Closed: each reason has its sentence in the message files. */
export const quantityProblems = [
  'too_long', // values: maximum
  'control_character', // a tab, a line break, an invisible or broken character inside the text
  'words_not_allowed', // words in a cell of numbers
  'words_missing', // an apostrophe and nothing after it
  'words_after_number', // 5 quyển, where nothing has a unit
  'other_unit', // 3.504 tỷ of an indicator that counts people; values: unit
  'unit_parts', // 1 tỷ 346, 346 triệu 1 tỷ, 1,5 tỷ 346 triệu
  'not_a_number', // NaN, Infinity, (5)
  'formula_error', // #N/A, #DIV/0!, Err:502: a formula of a spreadsheet has failed
  'narrow_column', // ####: what a spreadsheet shows and copies where a number has no room
  'letter_in_number', // 75O; values: character
  'foreign_digits', // ７５, ٧٥, ½; values: character
  'unexpected_character', // 12/12/2023, 5$; values: character
  'space_in_number', // 1 651
  'exponent', // 1e5: Excel has already dropped digits
  'sign_alone', // +
  'dash_alone', // -: nothing, or the zero of an accounting format (domain rule 2)
  'repeated_sign', // --5
  'bound_alone', // >
  'bound_of_range', // > 5–6
  'percent_alone', // %
  'percent_not_expected', // 5% in a cell that is not a percent
  'misplaced_separator', // ,5 and 5, and 1..5
  'repeated_decimal', // 1,2,3
  'group_after_decimal', // 1.234,5.6
  'wrong_separators', // 1,234.56 in Vietnamese
  'bad_grouping', // 1.23 in Vietnamese
  'leading_zeros', // 007
  'too_many_digits', // values: maximum
  'range_order', // 13–12,7
  'denominator_not_positive', // 5/0
] as const
export type QuantityProblemReason = (typeof quantityProblems)[number]

/** `values.suggestion` is a whole text that would be accepted; it is offered to the user, never applied silently. */
export type QuantityProblem = {
  reason: QuantityProblemReason
  values?: { character?: string; maximum?: number; unit?: string; suggestion?: string }
}

export const problem = (reason: QuantityProblemReason, values?: QuantityProblem['values']) =>
  fail<QuantityProblem>(values ? { reason, values } : { reason })
