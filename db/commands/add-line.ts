import { and, eq, gte, sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type AddLineInput, addLineInput } from '#domain/inputs/add-line.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command } from '../command.ts'
import { guardLines, guardSheetState, guardUnchanged } from '../guard.ts'
import { findLines } from '../queries/find-lines.ts'
import { findValidIndicators, newestIn } from '../queries/find-valid-indicators.ts'
import { indicators } from '../schema/indicators.ts'
import { lines } from '../schema/sheets.ts'
import { build, statement } from '../statement.ts'
import { placeLine } from './line-place.ts'
import { findSheetPlace, type SheetPlace } from './places.ts'

export type AddLineOutput = { indicator: string; number: string }

/**
 * Puts the newest definition of an indicator that is valid in the year on a draft. A line of that definition that was
 * ended comes back as it was, with its figures and history, in the sets that are named now.
 */
export const addLine: Command<AddLineInput, AddLineOutput, SheetPlace> = {
  name: 'add_line',
  action: 'edit_lines',
  input: addLineInput,
  find: findSheetPlace,

  async plan({ reader, place: { sheet, unit } }, input) {
    if (sheet.state !== 'draft') return refuse('closed', { reason: `sheet_${sheet.state}` })
    const present = await findLines(reader, sheet.id)
    const { indicator: code, inAssignedSet, inAdoptedSet } = input
    if (present.some((line) => line.code === code && line.endedAt === null)) {
      return refuse('taken', { reason: 'line_exists' })
    }
    const indicator = (await findValidIndicators(reader, sheet.year)).get(code)
    if (!indicator) return refuse('invalid', { problems: [{ path: 'indicator', reason: 'unknown_indicator' }] })

    const ended = present.find(({ indicatorId }) => indicatorId === indicator.id)
    if (present.some((line) => line !== ended && line.number === input.number)) {
      return refuse('taken', { reason: 'line_number', problems: [{ path: 'number', reason: 'taken' }] })
    }
    const place = ended ?? placeLine(indicator, present)
    const number = input.number ?? place.number
    const office = input.office ?? ended?.office ?? null
    const content = { number, inAssignedSet, inAdoptedSet, office }
    return ok({
      statements: [
        guardSheetState(sheet.id, sheet.state),
        guardLines(sheet.id, present),
        guardUnchanged(
          indicators,
          [{ id: indicator.id, group: indicator.group, parentId: indicator.parentId }],
          and(newestIn(sheet.year), eq(indicators.code, code)),
        ),
        ...(ended
          ? [
              statement(
                build
                  .update(lines)
                  .set({ ...content, endedAt: null })
                  .where(eq(lines.id, ended.id)),
              ),
            ]
          : [
              statement(
                build
                  .update(lines)
                  .set({ position: sql`${lines.position} + 1` })
                  .where(and(eq(lines.sheetId, sheet.id), gte(lines.position, place.position))),
              ),
              statement(
                build.insert(lines).values({
                  ...content,
                  id: nanoid(),
                  sheetId: sheet.id,
                  indicatorId: indicator.id,
                  position: place.position,
                }),
              ),
            ]),
      ],
      output: { indicator: code, number },
      journal: {
        unitId: unit.id,
        sheetId: sheet.id,
        detail: { year: sheet.year, indicator: code, ...content, again: ended !== undefined },
      },
    })
  },
}
