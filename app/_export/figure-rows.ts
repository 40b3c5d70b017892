import { filterRows } from '#components/table/row-filter.ts'
import { liveRows, sheetRows } from '#components/table/sheet-rows.ts'
import type { Reader } from '#db/engine.ts'
import { type ExportSheet, exportSheets } from '#db/queries/export-sheets.ts'
import type { ExportRow } from '#domain/export-columns.ts'
import type { AskedExport } from '#domain/inputs/export-figures.ts'
import type { Actor } from '#domain/permissions.ts'
import type { SheetLine } from '#domain/sheet.ts'

/** Who takes figures away, and what they may read. */
export type Taker = { actor: Actor; reader: Reader }

/** The lines that an export holds, sheet by sheet; those of the next sheets are read when these are written. */
export async function* figureRows({ reader, actor }: Taker, asked: AskedExport): AsyncGenerator<ExportRow[], void> {
  for await (const whole of exportSheets(reader, actor, asked)) {
    const { lines, previousLines, ...sheet } = whole
    const previous = new Map(previousLines.map((line) => [line.indicator.id, line]))
    yield shownLines(whole, asked).map((line) => ({
      ...sheet,
      line,
      previous: previous.get(line.indicator.id) ?? null,
    }))
  }
}

/** In the order of the sheet, those that the filters of its screen let through. */
function shownLines({ lines, previousLines }: ExportSheet, { group, verdict }: AskedExport): readonly SheetLine[] {
  if (group === undefined && verdict === undefined) return lines
  const filter = { group: group ?? null, verdict: verdict ?? null }
  const through = new Set(liveRows(filterRows(sheetRows(lines, previousLines), filter)).map(({ line }) => line))
  return lines.filter((line) => through.has(line))
}
