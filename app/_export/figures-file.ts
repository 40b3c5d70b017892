import type { Speech } from '#components/table/words.ts'
import { csvMark, exportName, namedFilters } from '#domain/export-name.ts'
import type { AskedExport } from '#domain/inputs/export-figures.ts'
import { bieuWorkbook } from './bieu-workbook.ts'
import type { Taker } from './figure-rows.ts'
import { figuresCsv } from './figures-csv.ts'
import { figuresWorkbook } from './figures-workbook.ts'
import { csvType, dayOf, type HandedOut, xlsxType } from './handed-out.ts'
import { overviewWorkbook } from './overview-workbook.ts'

/** The figures that somebody asked for, and may take (db/commands/export-figures.ts), in the form they asked for; its words are `speech`. */
export function figuresFile(taker: Taker, asked: AskedExport, at: Date, speech: Speech): HandedOut {
  const { layout, unit, parent, year = 0 } = asked
  const day = dayOf(at)
  switch (layout) {
    case 'bieu':
      return {
        name: exportName([unit ? 'bieu-01' : 'bieu-02', unit ?? parent, year], { day, ending: 'xlsx' }),
        type: xlsxType,
        chunks: unit
          ? bieuWorkbook(taker, { unit, year }, speech)
          : overviewWorkbook(taker, { ...asked, year }, speech),
      }
    case 'xlsx':
      return {
        name: exportName(namedFilters(asked), { day, ending: 'xlsx' }),
        type: xlsxType,
        chunks: figuresWorkbook(taker, asked, at, speech),
      }
    default:
      return {
        name: exportName([...namedFilters(asked), csvMark(layout)], { day, ending: 'csv' }),
        type: csvType,
        chunks: figuresCsv(taker, asked, layout),
      }
  }
}
