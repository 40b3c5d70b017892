import { and, eq, gte, isNotNull, lt } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type OpenYearInput, openYearInput } from '#domain/inputs/open-year.ts'
import { ok, refuse } from '#domain/refusal.ts'
import { existsIn } from '#domain/unit.ts'
import type { Command } from '../command.ts'
import type { Reader } from '../engine.ts'
import { guardLines, guardSheetState, guardUnchanged } from '../guard.ts'
import { type FoundLine, findLines } from '../queries/find-lines.ts'
import { type FoundSheet, findSheet, findSheetBefore } from '../queries/find-sheet.ts'
import { findValidIndicators, newestIn } from '../queries/find-valid-indicators.ts'
import { figures } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { build, statement } from '../statement.ts'
import { findUnitPlace, type UnitPlace } from './places.ts'

export type OpenYearOutput = { year: number; lines: number }

/**
 * Opens a draft, or takes one that stands empty (an import opened it and was undone), with the lines of the unit's last earlier sheet, without their figures; ended lines stay behind.
 * Each line takes the newest definition of its indicator that is valid in the new year; an indicator that has none
 * is left out, and the journal names it.
 */
export const openYear: Command<OpenYearInput, OpenYearOutput, UnitPlace> = {
  name: 'open_year',
  action: 'open_year',
  input: openYearInput,
  find: findUnitPlace,

  async plan({ reader, place: { unit } }, { year, dueDate }) {
    const standing = await findSheet(reader, unit.id, year)
    const present = standing ? await findLines(reader, standing.id) : []
    if (standing && !(await isEmpty(reader, standing, present))) return refuse('taken', { reason: 'year_open' })
    if (!existsIn(unit, year)) return refuse('invalid', { problems: [{ path: 'year', reason: 'unit_not_valid' }] })

    const earlier = await findSheetBefore(reader, unit.id, year)
    const former = earlier ? await findLines(reader, earlier.id) : []
    const valid = await findValidIndicators(reader, year)
    const sheetId = standing?.id ?? nanoid()
    const ended = new Map(present.map(({ indicatorId, id }) => [indicatorId, id]))
    const live = former.filter(({ endedAt }) => endedAt === null)
    const carried = live.flatMap(({ code, position, number, inAssignedSet, inAdoptedSet, office }) => {
      const indicatorId = valid.get(code)?.id
      if (indicatorId === undefined) return []
      return [
        {
          id: ended.get(indicatorId) ?? nanoid(),
          sheetId,
          indicatorId,
          position,
          number,
          inAssignedSet,
          inAdoptedSet,
          office,
        },
      ]
    })
    if (standing && carried.length === 0) return refuse('taken', { reason: 'year_open' })
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
        ...(standing
          ? [
              guardSheetState(sheetId, standing.state),
              guardLines(sheetId, present),
              statement(
                build
                  .update(sheets)
                  .set({ dueDate: dueDate ?? standing.dueDate })
                  .where(eq(sheets.id, sheetId)),
              ),
            ]
          : [
              statement(
                build
                  .insert(sheets)
                  .values({ id: sheetId, unitId: unit.id, year, state: 'draft', dueDate: dueDate ?? null }),
              ),
            ]),
        ...carried.map(({ id, ...line }) =>
          statement(
            ended.get(line.indicatorId) === id
              ? build
                  .update(lines)
                  .set({ ...line, endedAt: null })
                  .where(eq(lines.id, id))
              : build.insert(lines).values({ id, ...line }),
          ),
        ),
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

/** A draft without a line, and without a figure that would come back with one. */
async function isEmpty(reader: Reader, { id, state }: FoundSheet, present: readonly FoundLine[]): Promise<boolean> {
  if (state !== 'draft' || present.some(({ endedAt }) => endedAt === null)) return false
  const [standing] = await reader
    .select({ kind: figures.kind })
    .from(figures)
    .innerJoin(lines, eq(lines.id, figures.lineId))
    .where(and(eq(lines.sheetId, id), isNotNull(figures.qualifier)))
    .limit(1)
  return !standing
}
