import writeWorkbook, { type CellObject, type Row } from 'write-excel-file/node'
import type { BieuCell } from '#components/print/bieu-cells.ts'
import { type BieuHead, type BieuRow, type BieuSheet, bieuForm, bieuFormulas } from '#components/print/bieu-form.ts'
import { sheetRows } from '#components/table/sheet-rows.ts'
import { planKindsOf, type Speech, wordsOf } from '#components/table/words.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { numberFormat } from '#domain/export-cells.ts'
import type { Taker } from './figure-rows.ts'

/** In characters. */
const widths = [5, 36, 12, 12, 12, 12, 12, 14, 14, 14, 16]
/** Points that a line of text needs. */
const lineHeight = 14

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
  const rows = rowsOf({ unit, year, sheet: sheetRows(lines, previousLines), statements, words })
  yield await writeWorkbook(
    rows.map(tallEnough),
    { sheet: String(year), orientation: 'landscape', columns: widths.map((width) => ({ width })) },
    { fontFamily: 'Times New Roman', fontSize: 10, features: [fitsWidth] },
  ).toBuffer()
}

/** Printed as wide as the page, over as many as it needs, as the form is. */
const fitsWidth = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml
            .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('<pageSetup ', '<pageSetup fitToHeight="0" '),
      },
    },
  },
}

/** A row as tall as its text, which a spreadsheet does not find out by itself where cells are merged. */
function tallEnough(row: Row): Row {
  const lines = row.map((cell, index) => {
    const { value, columnSpan: over = 1, height } = Object(cell)
    if (height !== undefined) return height / lineHeight
    const width = widths.slice(index, index + over).reduce((sum, one) => sum + one, 0)
    return typeof value === 'string' ? Math.ceil(value.length / width) : 1
  })
  const said = row.findIndex((cell) => cell !== null)
  return row.map((cell, index) =>
    index === said ? { ...Object(cell), height: Math.max(...lines) * lineHeight } : cell,
  )
}

/** Text, in the format of text: a spreadsheet takes none of it for a number, a date or a formula, edited or not. */
const say = (value: string, more: CellObject = {}): CellObject => ({ value, type: String, format: '@', ...more })
const bold = { fontWeight: 'bold' } as const
const centred = { align: 'center', alignVertical: 'center', wrap: true } as const
const boxed = { borderStyle: 'thin', alignVertical: 'center', wrap: true } as const

/** A cell over the next ones, which stay empty; over two rows those below it do. */
const over = (cell: CellObject, columns: number): Row => [
  { ...cell, columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
]

function rowsOf(of: BieuSheet): Row[] {
  const { unit, year, words } = of
  const { t } = words
  const form = bieuForm(of)
  const across = (cell: CellObject) => over(cell, widths.length)
  const agency = t('bieu.unit', { kind: unit.kind, name: unit.name })
  const signature = (text: string, more: CellObject = {}) => [
    ...Array.from({ length: 7 }, () => null),
    ...over(say(text, { ...centred, ...more }), 4),
  ]
  return [
    [...over(say(t('bieu.agency'), bold), 7), ...over(say(t('bieu.form', { number: '01' }), { align: 'right' }), 4)],
    across(say(agency, bold)),
    across(say(form.title, { ...bold, ...centred, fontSize: 13, height: 30 })),
    across(say(t('bieu.reference', { year: String(year), kind: unit.kind }), { ...centred, fontStyle: 'italic' })),
    ...headRows(form.head),
    bieuFormulas.map((text) => say(text, { ...boxed, ...centred, fontStyle: 'italic' })),
    ...form.groups.flatMap(({ letter, name, rows }) => [
      [say(letter, { ...boxed, ...bold, align: 'center' }), ...over(say(name, { ...boxed, ...bold }), 10)],
      ...rows.map(lineRow),
    ]),
    ...form.notes.map((note) => across(say(note, { wrap: true }))),
    [],
    signature(t('bieu.onBehalf'), bold),
    signature(t('bieu.chair'), bold),
    signature(t('bieu.signer'), { fontStyle: 'italic' }),
  ]
}

function headRows(head: BieuHead): Row[] {
  const look = { ...boxed, ...centred, ...bold }
  const first = head.flatMap((column) =>
    typeof column === 'string'
      ? [say(column, { ...look, rowSpan: 2 })]
      : over(say(column.over, look), column.names.length),
  )
  const second = head.flatMap((column) =>
    typeof column === 'string' ? [null] : column.names.map((name) => say(name, look)),
  )
  return [first, second]
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
