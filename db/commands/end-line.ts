import { eq } from 'drizzle-orm'
import { type EndLineInput, endLineInput } from '#domain/inputs/end-line.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command } from '../command.ts'
import { guardSheetState, guardUnchanged } from '../guard.ts'
import { lines } from '../schema/sheets.ts'
import { build, statement } from '../statement.ts'
import { findLiveLine } from './live-line.ts'
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
    const found = await findLiveLine(reader, sheet.id, indicator)
    if (!found.ok) return found
    const line = found.value
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
