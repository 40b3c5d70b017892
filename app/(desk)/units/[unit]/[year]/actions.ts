'use server'
import { asNumber, submitForm } from '#app/_server/action.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import type { Transition } from '#domain/sheet-state.ts'

const move = (step: Transition, form: FormData): Promise<FormState> =>
  submitForm(moveSheet[step], form, ({ key, unit, year, comment }) => ({ key, unit, year: asNumber(year), comment }), {
    say: 'saved',
  })

/** The steps of the workflow, one action each. */
export async function submitSheet(_state: FormState, form: FormData): Promise<FormState> {
  return move('submit', form)
}
export async function returnSheet(_state: FormState, form: FormData): Promise<FormState> {
  return move('return', form)
}
export async function approveSheet(_state: FormState, form: FormData): Promise<FormState> {
  return move('approve', form)
}
export async function lockSheet(_state: FormState, form: FormData): Promise<FormState> {
  return move('lock', form)
}
export async function reopenSheet(_state: FormState, form: FormData): Promise<FormState> {
  return move('reopen', form)
}
