import type { CellObject, Row } from 'write-excel-file/node'
import type { BieuCell } from '#components/print/bieu-cells.ts'
import { type BieuRow, bieuForm, bieuFormulas } from '#components/print/bieu-form.ts'
import { sheetRows } from '#components/table/sheet-rows.ts'
import { planKindsOf, type Speech, wordsOf } from '#components/table/words.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { numberFormat } from '#domain/export-cells.ts'
import type { Taker } from './figure-rows.ts'
import { bold, boxed, centred, formWorkbook, over, say } from './form-workbook.ts'

/** In characters. */
const widths = [5, 36, 12, 12, 12, 12, 12, 14, 14, 14, 16]

/** "Biểu số 01" of a sheet that they may read, as a workbook that looks as it is printed; a sheet is small, so whole. */
export async function* bieuWorkbook(
  { reader, actor }: Taker,
  { unit: slug, year }: { unit: string; year: number },
  speech: Speech,
): AsyncGenerator<Uint8Array, void> {
  const found = await getUnitSheet(reader, actor, slug, year)
  if (!found) throw new Error('the sheet is gone')
  const { unit, statements, lines, previousLines } = found
  const words = wordsOf(planKindsOf(unit), speech)
  const form = bieuForm({ unit, year, sheet: sheetRows(lines, previousLines), statements, words })
  const rows = [
    bieuFormulas.map((text) => say(text, { ...boxed, ...centred, fontStyle: 'italic' })),
    ...form.groups.flatMap(({ letter, name, rows: ofGroup }) => [
      [say(letter, { ...boxed, ...bold, align: 'center' }), ...over(say(name, { ...boxed, ...bold }), 10)],
      ...ofGroup.map(lineRow),
    ]),
  ]
  yield await formWorkbook({ ...form, worksheet: String(year), number: '01', year, unit, widths, rows, words })
}

const lineRow = ({ number, name, unitOfMeasure, cells }: BieuRow): Row => [
  say(number, { ...boxed, align: 'center' }),
  say(name, boxed),
  say(unitOfMeasure, { ...boxed, align: 'center' }),
  ...cells.map((cell, index) => ({
    ...boxed,
    ...cellOf(cell),
    ...(index < cells.length - 1 && { align: 'right' as const }),
  })),
]

/** A number shown as the form says it; what is around it there stands in its format, so that it can be reckoned with. */
function cellOf({ text, number }: BieuCell): CellObject {
  const format = number === null ? null : formatAs(text)
  return number === null || format === null ? say(text) : { value: number, type: Number, format }
}

/** "1.234,5 (ước)" as a number format; null where a text is no number with words behind it. */
function formatAs(text: string): string | null {
  const [, sign, decimals = '', words = ''] = /^([+−]?)[\d.]+(?:,(\d+))?([^\d"]*)$/.exec(text) ?? []
  if (sign === undefined) return null
  const plain = `${numberFormat(decimals.length)}${words === '' ? '' : `"${words}"`}`
  return sign === '' ? plain : `+${plain};-${plain};${plain}`
}
