import { guardText } from './csv.ts'
import { decimalsOf } from './decimal.ts'
import type { ExportLayout, Writer } from './export-columns.ts'
import { bareNumber, type Quantity } from './quantity.ts'
import { formatQuantity } from './quantity-format.ts'

const vietnameseDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })

const csvWriter = (style: 'plain' | 'plain_vi', date: (iso: string) => string): Writer<string> => ({
  text: guardText,
  word: (word) => word,
  whole: String,
  quantity: (quantity) => writeQuantity(quantity, style),
  percent: (percent) => writeQuantity(percent, style),
  date: (iso) => (iso === '' ? '' : date(iso)),
})
export const csvWriters: Record<ExportLayout, Writer<string>> = {
  data: csvWriter('plain', (iso) => iso),
  'excel-vi': csvWriter('plain_vi', (iso) => vietnameseDate.format(new Date(iso))),
}

/**
 * A quantity with free text is guarded as text is: in "-5 (=1+1)" the number is an operand. Bare numbers, bounds and
 * ranges hold nothing that somebody wrote.
 */
function writeQuantity(quantity: Quantity | null | undefined, style: 'plain' | 'plain_vi'): string {
  if (!quantity) return ''
  const written = formatQuantity(quantity, { style })
  return quantity.text === null ? written : guardText(written)
}

/**
 * A cell of a workbook: text, which no spreadsheet runs or takes for a number; a number with the number format that
 * shows it; a day as an ISO date or time. '' is blank.
 */
export type WorkbookCell = string | { number: number; format: string } | { date: string }

/** Groups of three and so many decimals, in the signs of whoever opens the file. */
export const numberFormat = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`)

function quantityCell(
  quantity: Quantity | null | undefined,
  decimalsOfNumber: (value: number) => number,
): WorkbookCell {
  if (!quantity) return ''
  const number = bareNumber(quantity)
  return number === null
    ? formatQuantity(quantity, { style: 'plain_vi' })
    : { number, format: numberFormat(decimalsOfNumber(number)) }
}

/**
 * Numbers are numbers, shown with the indicator's decimals and never with fewer than were entered. What is not one bare
 * number (a bound, a range, an approximation, a fraction, words) is text as `excel-vi` has it; in a workbook text needs
 * no guard.
 */
export const workbookWriter: Writer<WorkbookCell> = {
  text: (text) => text,
  word: (word) => word,
  whole: (number) => ({ number, format: '0' }),
  quantity: (quantity, decimals) => quantityCell(quantity, (value) => Math.max(decimals, decimalsOf(value))),
  percent: (percent) => quantityCell(percent, () => 1),
  date: (iso) => (iso === '' ? '' : { date: iso }),
}
