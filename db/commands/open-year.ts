import { and, eq, gte, lt } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type OpenYearInput, openYearInput } from '#domain/inputs/open-year.ts'
import { ok, refuse } from '#domain/refusal.ts'
import { existsIn } from '#domain/unit.ts'
import type { Command } from '../command.ts'
import { guardLines, guardUnchanged } from '../guard.ts'
import { findLines } from '../queries/find-lines.ts'
import { findSheet, findSheetBefore } from '../queries/find-sheet.ts'
import { findValidIndicators, newestIn } from '../queries/find-valid-indicators.ts'
import { indicators } from '../schema/indicators.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { build, statement } from '../statement.ts'
import { findUnitPlace, type UnitPlace } from './places.ts'

export type OpenYearOutput = { year: number; lines: number }

/**
 * Opens a draft with the lines of the unit's last earlier sheet, without their figures; ended lines stay behind.
 * Each line takes the newest definition of its indicator that is valid in the new year; an indicator that has none
 * is left out, and the journal names it.
 */
export const openYear: Command<OpenYearInput, OpenYearOutput, UnitPlace> = {
  name: 'open_year',
  action: 'open_year',
  input: openYearInput,
  find: findUnitPlace,

  async plan({ reader, place: { unit } }, { year, dueDate }) {
    if (await findSheet(reader, unit.id, year)) return refuse('taken', { reason: 'year_open' })
    if (!existsIn(unit, year)) return refuse('invalid', { problems: [{ path: 'year', reason: 'unit_not_valid' }] })

    const earlier = await findSheetBefore(reader, unit.id, year)
    const former = earlier ? await findLines(reader, earlier.id) : []
    const valid = await findValidIndicators(reader, year)
    const sheetId = nanoid()
    const live = former.filter(({ endedAt }) => endedAt === null)
    const carried = live.flatMap(({ code, position, number, inAssignedSet, inAdoptedSet, office }) => {
      const indicatorId = valid.get(code)?.id
      if (indicatorId === undefined) return []
      return [{ id: nanoid(), sheetId, indicatorId, position, number, inAssignedSet, inAdoptedSet, office }]
    })
    const since = and(eq(sheets.unitId, unit.id), lt(sheets.year, year), gte(sheets.year, earlier?.year ?? 0))
    return ok({
      statements: [
        guardUnchanged(units, [{ id: unit.id, validFrom: unit.validFrom, validTo: unit.validTo }]),
        guardUnchanged(sheets, earlier ? [{ id: earlier.id }] : [], since),
        ...(earlier ? [guardLines(earlier.id, former)] : []),
        guardUnchanged(
          indicators,
          [...valid.values()].map(({ id }) => ({ id })),
          newestIn(year),
        ),
        statement(
          build.insert(sheets).values({ id: sheetId, unitId: unit.id, year, state: 'draft', dueDate: dueDate ?? null }),
        ),
        ...carried.map((line) => statement(build.insert(lines).values(line))),
      ],
      output: { year, lines: carried.length },
      journal: {
        unitId: unit.id,
        sheetId,
        detail: {
          year,
          from: earlier?.year ?? null,
          lines: carried.length,
          leftOut: live.flatMap(({ code }) => (valid.has(code) ? [] : [code])),
        },
      },
    })
  },
}
