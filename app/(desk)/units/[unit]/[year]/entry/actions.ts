'use server'
import { asFlag, asOptional, submitForm } from '#app/_server/action.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { addLine } from '#db/commands/add-line.ts'
import { endLine } from '#db/commands/end-line.ts'
import { markLine } from '#db/commands/mark-line.ts'

/** Bound to their sheet by the page; the write door asks again whether this person may. */

export async function addSheetLine(unit: string, year: number, _state: FormState, form: FormData): Promise<FormState> {
  const read = ({ key, indicator, inAssignedSet, inAdoptedSet, office }: Record<string, string>) => ({
    unit,
    year,
    key,
    indicator,
    inAssignedSet: asFlag(inAssignedSet),
    inAdoptedSet: asFlag(inAdoptedSet),
    office: asOptional(office),
  })
  return submitForm(addLine, form, read, { say: 'saved' })
}

export async function endSheetLine(unit: string, year: number, _state: FormState, form: FormData): Promise<FormState> {
  return submitForm(endLine, form, ({ key, indicator, reason }) => ({ unit, year, key, indicator, reason }), {
    say: 'saved',
  })
}

export async function markSheetLine(unit: string, year: number, _state: FormState, form: FormData): Promise<FormState> {
  const marks = (inAssignedSet?: string, inAdoptedSet?: string, office?: string) => ({
    inAssignedSet: asFlag(inAssignedSet),
    inAdoptedSet: asFlag(inAdoptedSet),
    office: asOptional(office),
  })
  const read = ({ key, indicator, ...typed }: Record<string, string>) => ({
    unit,
    year,
    key,
    indicator,
    ...marks(typed.inAssignedSet, typed.inAdoptedSet, typed.office),
    seen: marks(typed.seenInAssignedSet, typed.seenInAdoptedSet, typed.seenOffice),
  })
  return submitForm(markLine, form, read, { say: 'saved' })
}
