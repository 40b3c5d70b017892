import { eq } from 'drizzle-orm'
import { type MoveSheetInput, moveSheetInput } from '#domain/inputs/move-sheet.ts'
import { ok, refuse } from '#domain/refusal.ts'
import { type SheetState, type Transition, transitionTable } from '#domain/sheet-state.ts'
import type { Command } from '../command.ts'
import { guardNoFiguresBy, guardSheetState } from '../guard.ts'
import { sheets } from '../schema/sheets.ts'
import { build, statement } from '../statement.ts'
import { findAuthoredSheet, type SheetPlace } from './places.ts'

type Move = Command<MoveSheetInput, { state: SheetState }, SheetPlace>

/** One step of the workflow as a command; the table in domain/sheet-state.ts says whence and whither. */
const move = (step: Transition): Move => ({
  name: `${step}_sheet`,
  action: step,
  input: moveSheetInput(step),
  find: findAuthoredSheet,

  async plan({ place: { sheet, unit }, actor }, { comment }) {
    const { from, to } = transitionTable[step]
    if (!from.includes(sheet.state)) return refuse('closed', { reason: `sheet_${sheet.state}` })
    return ok({
      statements: [
        guardSheetState(sheet.id, sheet.state),
        ...(step === 'submit' || actor.system ? [] : [guardNoFiguresBy(sheet.id, actor.id)]),
        statement(build.update(sheets).set({ state: to }).where(eq(sheets.id, sheet.id))),
      ],
      output: { state: to },
      journal: {
        unitId: unit.id,
        sheetId: sheet.id,
        reason: comment,
        detail: { year: sheet.year, from: sheet.state, to },
      },
    })
  },
})

export const moveSheet: Record<Transition, Move> = {
  submit: move('submit'),
  return: move('return'),
  approve: move('approve'),
  lock: move('lock'),
  reopen: move('reopen'),
}
