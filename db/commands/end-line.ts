import { eq } from 'drizzle-orm'
import { type EndLineInput, endLineInput } from '#domain/inputs/end-line.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command } from '../command.ts'
import { guardSheetState, guardUnchanged } from '../guard.ts'
import { findLines } from '../queries/find-lines.ts'
import { lines } from '../schema/sheets.ts'
import { build, statement } from '../statement.ts'
import { findSheetPlace, type SheetPlace } from './places.ts'

export type EndLineOutput = { indicator: string }

/** Takes a line off a draft. It is not deleted: its figures and their history stay, and it can be added again. */
export const endLine: Command<EndLineInput, EndLineOutput, SheetPlace> = {
  name: 'end_line',
  action: 'edit_lines',
  input: endLineInput,
  find: findSheetPlace,

  async plan({ reader, at, place: { sheet, unit } }, { indicator, reason }) {
    if (sheet.state !== 'draft') return refuse('closed', { reason: `sheet_${sheet.state}` })
    const named = (await findLines(reader, sheet.id)).filter(({ code }) => code === indicator)
    const line = named.find(({ endedAt }) => endedAt === null)
    if (!line) {
      const why = named.length > 0 ? 'line_ended' : 'not_on_sheet'
      return refuse('invalid', { problems: [{ path: 'indicator', reason: why }] })
    }
    return ok({
      statements: [
        guardSheetState(sheet.id, sheet.state),
        guardUnchanged(lines, [{ id: line.id, endedAt: null }]),
        statement(build.update(lines).set({ endedAt: at }).where(eq(lines.id, line.id))),
      ],
      output: { indicator },
      journal: {
        unitId: unit.id,
        sheetId: sheet.id,
        reason,
        detail: { year: sheet.year, indicator, number: line.number },
      },
    })
  },
}
