import { type ExportFiguresInput, exportFiguresInput } from '#domain/inputs/export-figures.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import type { Reader } from '../engine.ts'
import { countExportLines, listExportUnits, listExportYears } from '../queries/export-extent.ts'
import { findSheet } from '../queries/find-sheet.ts'
import type { FoundUnit } from '../queries/find-unit.ts'
import { findProduct, findUnitPlace } from './places.ts'

/** A workbook holds what an import takes back, and what the programs of an office still open: more is a CSV's. */
const mostWorkbookLines = 200_000
/** As many entries as an import accepts of a workbook, less those that every workbook has. */
const mostWorksheets = 180

export type ExportPlace = Found & { unit?: FoundUnit }

/** The unit that an export names, else all that the actor may read. */
export const findExportPlace = async (reader: Reader, address: Record<string, unknown>): Promise<ExportPlace | null> =>
  address.unit === undefined ? findProduct() : findUnitPlace(reader, address)

/**
 * Lets figures be taken away as a file: reads nothing out, only says that it may be, and leaves one row in the journal
 * of who took what. Refused: a workbook of more lines or worksheets than one holds.
 */
export const exportFigures: Command<ExportFiguresInput, Record<string, never>, ExportPlace> = {
  name: 'export_figures',
  action: 'read',
  input: exportFiguresInput,
  find: findExportPlace,

  async plan({ reader, actor, place: { unit } }, { key: _, ...asked }) {
    const sheet = unit && asked.year !== undefined ? await findSheet(reader, unit.id, asked.year) : null
    if (asked.layout === 'bieu') {
      const years = unit ? [] : await listExportYears(reader, actor, asked)
      if (!sheet && years.length === 0) return refuse('not_found')
    }
    if (asked.layout === 'xlsx' || (asked.layout === 'bieu' && !unit)) {
      if ((await countExportLines(reader, actor, asked, mostWorkbookLines)) > mostWorkbookLines) {
        return tooMany('layout', 'too_many_lines', mostWorkbookLines)
      }
      if (asked.worksheets === 'unit' && (await listExportUnits(reader, actor, asked)).length > mostWorksheets) {
        return tooMany('worksheets', 'too_many_worksheets', mostWorksheets)
      }
    }
    return ok({
      statements: [],
      always: true,
      output: {},
      journal: { ...(unit && { unitId: unit.id }), ...(sheet && { sheetId: sheet.id }), detail: asked },
    })
  },
}

const tooMany = (path: string, reason: string, maximum: number) =>
  refuse('invalid', { problems: [{ path, reason, values: { maximum } }] })
