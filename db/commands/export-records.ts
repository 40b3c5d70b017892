import { type ExportRecordsInput, exportRecordsInput } from '#domain/inputs/export-records.ts'
import { ok } from '#domain/refusal.ts'
import type { Command } from '../command.ts'
import { type ExportPlace, findExportPlace } from './export-figures.ts'

/**
 * Lets revisions or the journal be taken away as a file: of one unit whoever may read it, as its pages show them; of
 * everything an administrator.
 */
export const exportRecords: Command<ExportRecordsInput, Record<string, never>, ExportPlace> = {
  name: 'export_records',
  action: 'read',
  also: ({ unit }) => (unit === undefined ? ['administer'] : []),
  input: exportRecordsInput,
  find: findExportPlace,

  async plan({ place: { unit } }, { key: _, ...asked }) {
    return ok({
      statements: [],
      always: true,
      output: {},
      journal: { ...(unit && { unitId: unit.id }), detail: asked },
    })
  },
}
