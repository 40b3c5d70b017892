import type { Row } from 'write-excel-file/node'
import { parentsOf, unitsFound } from '#components/overview/overview-units.ts'
import { overviewForm, overviewRow } from '#components/print/overview-form.ts'
import type { PrintedRow } from '#components/print/printed-rows.tsx'
import { type Speech, type Words, wordsOf } from '#components/table/words.ts'
import { listYearUnits, type YearUnit } from '#db/queries/list-year-units.ts'
import { readSheetLines } from '#db/queries/sheet-lines.ts'
import { readRemarks } from '#db/queries/sheet-remarks.ts'
import { numberFormat } from '#domain/export-cells.ts'
import type { AskedExport } from '#domain/inputs/export-figures.ts'
import type { Taker } from './figure-rows.ts'
import { boxed, formWorkbook, say } from './form-workbook.ts'

/** In characters: a number, the unit, five counts for each plan, what sources state, the state. */
const widths = [5, 28, ...Array.from({ length: 10 }, () => 10), 36, 14]
/** Lines and figures of so many sheets are held at once, past those that are remembered: of each only its row stays. */
const SHEETS_AT_ONCE = 50

type Asked = Pick<AskedExport, 'parent' | 'q'> & { year: number }

/** "Biểu số 02" of the units of a year that they may read, as a workbook that looks as it is printed; all pages of it. */
export async function* overviewWorkbook(taker: Taker, asked: Asked, speech: Speech): AsyncGenerator<Uint8Array, void> {
  const { year } = asked
  const all = await listYearUnits(taker.reader, taker.actor, year)
  const words = wordsOf({ unitKind: 'province', parentKind: 'other' }, speech)
  const { note, ...form } = overviewForm(year, words)
  const rows: Row[] = []
  for await (const row of unitRows(taker, unitsFound(all, asked), words)) rows.push(row.map(cellOf))
  const named = [...all.map(({ unit }) => unit), ...parentsOf(all)]
  const unit = named.find(({ slug }) => slug === asked.parent) ?? null
  yield await formWorkbook({
    ...{ ...form, worksheet: String(year), number: '02', year, unit },
    ...{ widths, rows, notes: [note], words },
  })
}

async function* unitRows(
  { reader }: Taker,
  units: readonly YearUnit[],
  words: Words,
): AsyncGenerator<PrintedRow, void> {
  const opened = units.flatMap(({ unit, sheet }) => (sheet ? [{ unit, sheet }] : []))
  for (let first = 0; first < opened.length; first += SHEETS_AT_ONCE) {
    const some = opened.slice(first, first + SHEETS_AT_ONCE)
    const ids = some.map(({ sheet }) => sheet.id)
    const lines = await readSheetLines(reader, ids)
    const remarks = await readRemarks(reader, ids)
    for (const [index, { unit, sheet }] of some.entries()) {
      const content = { lines: lines.get(sheet.id) ?? [], statements: remarks.get(sheet.id)?.statements ?? [] }
      yield overviewRow(first + index + 1, { unit, state: sheet.state, ...content }, words)
    }
  }
}

const cellOf = (value: string | number): Row[number] =>
  typeof value === 'string'
    ? say(value, boxed)
    : { ...boxed, value, type: Number, format: numberFormat(0), align: 'right' }
