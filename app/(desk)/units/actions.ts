'use server'
import { asNumber, asOptional, submitForm } from '#app/_server/action.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { openYear } from '#db/commands/open-year.ts'

/** Opens a year for a unit and goes to its sheet. */
export async function openYearOfUnit(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(
    openYear,
    form,
    ({ key, unit, year, dueDate }) => ({ key, unit, year: asNumber(year), dueDate: asOptional(dueDate) }),
    { goTo: ({ year }) => `/units/${form.get('unit')}/${year}` },
  )
}
