import writeWorkbook, { type CellObject, type Row } from 'write-excel-file/node'
import type { BieuHead } from '#components/print/bieu-form.ts'
import type { Words } from '#components/table/words.ts'
import type { UnitKind } from '#domain/unit.ts'

/** An official form as a worksheet: what stands around its rows, and they. */
export type FormSheet = {
  worksheet: string
  /** "01"; the number of the form, not of the document. */
  number: string
  title: string
  year: number
  /** Whose form it is; null where it is of no single unit. */
  unit: { kind: UnitKind; name: string } | null
  /** Of every column, in characters. */
  widths: readonly number[]
  head: BieuHead
  rows: Row[]
  /** Below the table. */
  notes: readonly string[]
  /** Vietnamese, whatever the screen speaks. */
  words: Words
}

/** Points that a line of text needs. */
const lineHeight = 14
/** As many columns as what stands at the right takes: the number of the form, the signature. */
const RIGHT = 4

/** A workbook that looks as the form is printed (components/print/bieu-frame.tsx). */
export async function formWorkbook(form: FormSheet): Promise<Uint8Array> {
  const { worksheet, widths } = form
  return writeWorkbook(
    rowsOf(form).map((row) => tallEnough(row, widths)),
    { sheet: worksheet, orientation: 'landscape', columns: widths.map((width) => ({ width })) },
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
function tallEnough(row: Row, widths: readonly number[]): Row {
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
export const say = (value: string, more: CellObject = {}): CellObject => ({ value, type: String, format: '@', ...more })
export const bold = { fontWeight: 'bold' } as const
export const centred = { align: 'center', alignVertical: 'center', wrap: true } as const
export const boxed = { borderStyle: 'thin', alignVertical: 'center', wrap: true } as const

/** A cell over the next ones, which stay empty; over two rows those below it do. */
export const over = (cell: CellObject, columns: number): Row => [
  { ...cell, columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
]

function rowsOf({ number, title, year, unit, widths, head, rows, notes, words: { t } }: FormSheet): Row[] {
  const left = widths.length - RIGHT
  const across = (cell: CellObject) => over(cell, widths.length)
  const signature = (text: string, more: CellObject = {}) => [
    ...Array.from({ length: left }, () => null),
    ...over(say(text, { ...centred, ...more }), RIGHT),
  ]
  const reference = t('bieu.reference', { year: String(year), kind: unit?.kind ?? 'other' })
  return [
    [...over(say(t('bieu.agency'), bold), left), ...over(say(t('bieu.form', { number }), { align: 'right' }), RIGHT)],
    ...(unit ? [across(say(t('bieu.unit', { kind: unit.kind, name: unit.name }), bold))] : []),
    across(say(title, { ...bold, ...centred, fontSize: 13, height: 30 })),
    across(say(reference, { ...centred, fontStyle: 'italic' })),
    ...headRows(head),
    ...rows,
    ...notes.map((note) => across(say(note, { wrap: true }))),
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
