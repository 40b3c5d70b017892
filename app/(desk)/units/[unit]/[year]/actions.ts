'use server'
import { submitForm } from '#app/_server/action.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { acknowledgeFinding as acknowledge } from '#db/commands/acknowledge-finding.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import type { Transition } from '#domain/sheet-state.ts'

/** Bound to their sheet by the page; the write door asks again whether this person may. */

const move = (step: Transition, unit: string, year: number, form: FormData): Promise<FormState> =>
  submitForm(moveSheet[step], form, ({ key, comment }) => ({ unit, year, key, comment }), {
    goTo: () => `/units/${unit}/${year}`,
  })

export async function submitSheet(unit: string, year: number, _state: FormState, form: FormData): Promise<FormState> {
  return move('submit', unit, year, form)
}
export async function returnSheet(unit: string, year: number, _state: FormState, form: FormData): Promise<FormState> {
  return move('return', unit, year, form)
}
export async function approveSheet(unit: string, year: number, _state: FormState, form: FormData): Promise<FormState> {
  return move('approve', unit, year, form)
}
export async function lockSheet(unit: string, year: number, _state: FormState, form: FormData): Promise<FormState> {
  return move('lock', unit, year, form)
}
export async function reopenSheet(unit: string, year: number, _state: FormState, form: FormData): Promise<FormState> {
  return move('reopen', unit, year, form)
}
export async function acknowledgeFinding(
  unit: string,
  year: number,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const read = (fields: Record<string, string>) => {
    const { key, indicator, finding, fingerprint, note } = fields
    return { unit, year, key, indicator, finding, fingerprint, note }
  }
  return submitForm(acknowledge, form, read, { goTo: () => `/units/${unit}/${year}#review` })
}
