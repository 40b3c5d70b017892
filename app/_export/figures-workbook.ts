import { compareUnits } from '#components/overview/overview-sheet.ts'
import type { Speech } from '#components/table/words.ts'
import { listExportUnits, listExportYears } from '#db/queries/export-extent.ts'
import { type WorkbookCell, workbookWriter } from '#domain/export-cells.ts'
import { type ExportColumn, exportCells, exportColumns } from '#domain/export-columns.ts'
import type { AskedExport } from '#domain/inputs/export-figures.ts'
import { aboutWorksheet } from './about-worksheet.ts'
import { figureRows, type Taker } from './figure-rows.ts'
import { workbook, worksheetNames } from './workbook.ts'

/** The columns of the CSV in a workbook: a worksheet for each year or unit, and a last one that says what they hold. */
export async function* figuresWorkbook(
  taker: Taker,
  asked: AskedExport,
  at: Date,
  speech: Speech,
): AsyncGenerator<Uint8Array, void> {
  const parts = await partsOf(taker, asked)
  const columns = exportColumns(asked.columns)
  const worksheets = [
    ...parts.map(({ name, part }) => ({
      name,
      columns,
      rows: cellRows(taker, { ...asked, ...part }, columns),
      filter: true,
    })),
    await aboutWorksheet(taker, asked, at, speech),
  ]
  const names = worksheetNames(worksheets.map(({ name }) => name))
  yield* workbook(worksheets.map((worksheet, index) => ({ ...worksheet, name: names[index] ?? worksheet.name })))
}

async function* cellRows(
  taker: Taker,
  asked: AskedExport,
  columns: readonly ExportColumn[],
): AsyncGenerator<WorkbookCell[], void> {
  for await (const rows of figureRows(taker, asked)) {
    for (const row of rows) yield exportCells(row, workbookWriter, columns)
  }
}

type Part = { name: string; part: Pick<AskedExport, 'unit' | 'year'> }

/** What each worksheet holds, in the order of the screens; none where there is nothing to hold. */
async function partsOf({ reader, actor }: Taker, asked: AskedExport): Promise<Part[]> {
  if (asked.worksheets === 'unit') {
    const units = await listExportUnits(reader, actor, asked)
    return units.sort(compareUnits).map(({ name, slug }) => ({ name, part: { unit: slug } }))
  }
  const years = await listExportYears(reader, actor, asked)
  return years.map((year) => ({ name: String(year), part: { year } }))
}
