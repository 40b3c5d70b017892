import { eq } from 'drizzle-orm'
import { type MarkLineInput, markLineInput } from '#domain/inputs/mark-line.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command } from '../command.ts'
import { guardSheetState, guardUnchanged } from '../guard.ts'
import { lines } from '../schema/sheets.ts'
import { build, statement } from '../statement.ts'
import { difference } from './difference.ts'
import { findLiveLine } from './live-line.ts'
import { findSheetPlace, type SheetPlace } from './places.ts'

export type MarkLineOutput = { indicator: string }

/** Puts a line of a draft into the sets, or takes it out of them, and names the office that answers for it. */
export const markLine: Command<MarkLineInput, MarkLineOutput, SheetPlace> = {
  name: 'mark_line',
  action: 'edit_lines',
  input: markLineInput,
  find: findSheetPlace,

  async plan({ reader, place: { sheet, unit } }, { indicator, inAssignedSet, inAdoptedSet, office = null, seen }) {
    if (sheet.state !== 'draft') return refuse('closed', { reason: `sheet_${sheet.state}` })
    const found = await findLiveLine(reader, sheet.id, indicator)
    if (!found.ok) return found
    const line = found.value
    const marks = { inAssignedSet: line.inAssignedSet, inAdoptedSet: line.inAdoptedSet, office: line.office }
    const wanted = { inAssignedSet, inAdoptedSet, office }
    const changed = difference(marks, wanted)
    if (Object.keys(changed).length === 0) return ok({ statements: [], output: { indicator }, journal: {} })
    const unknown = difference(marks, { ...seen, office: seen.office ?? null })
    if (Object.keys(unknown).length > 0) return refuse('conflict', { reason: 'line_changed' })
    return ok({
      statements: [
        guardSheetState(sheet.id, sheet.state),
        guardUnchanged(lines, [{ id: line.id, endedAt: null, ...marks }]),
        statement(build.update(lines).set(wanted).where(eq(lines.id, line.id))),
      ],
      output: { indicator },
      journal: {
        unitId: unit.id,
        sheetId: sheet.id,
        detail: { year: sheet.year, indicator, number: line.number, changed },
      },
    })
  },
}
