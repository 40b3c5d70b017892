import { byteOrderMark, csvRecord } from '#domain/csv.ts'
import { csvWriters } from '#domain/export-cells.ts'
import { type ExportLayout, exportCells, exportColumns, layoutSeparator } from '#domain/export-columns.ts'
import type { AskedExport } from '#domain/inputs/export-figures.ts'
import { figureRows, type Taker } from './figure-rows.ts'

/** Characters of a chunk, about: each costs the way through all streams down to the socket. */
const CHUNK = 64 * 1024

/** The figures in one of the layouts of a CSV. */
export async function* figuresCsv(
  taker: Taker,
  asked: AskedExport,
  layout: ExportLayout,
): AsyncGenerator<string, void> {
  const separator = layoutSeparator[layout]
  const columns = exportColumns(asked.columns)
  const names = columns.map(({ name }) => name)
  let chunk = byteOrderMark + csvRecord(names, separator)
  for await (const rows of figureRows(taker, asked)) {
    for (const row of rows) chunk += csvRecord(exportCells(row, csvWriters[layout], columns), separator)
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}
