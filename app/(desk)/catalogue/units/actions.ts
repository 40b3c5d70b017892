'use server'
import { asFlag, asOptional, submitForm } from '#app/_server/action.ts'
import { type ListAt, listAddress } from '#app/_server/list-page.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { saveUnit } from '#db/commands/save-unit.ts'
import { slugOf } from '#domain/unit.ts'

export async function saveUnitForm(at: ListAt, _state: FormState, form: FormData): Promise<FormState> {
  return submitForm(
    saveUnit,
    form,
    ({ key, unit, slug, code, name, kind, ...fields }) => ({
      key,
      unit,
      slug: asOptional(slug) ?? slugOf(name ?? ''),
      code: code?.trim(),
      name,
      kind,
      parent: asOptional(fields.parent),
      validFrom: fields.validFrom,
      validTo: asOptional(fields.validTo),
      recordsOwnAssignedPlan: asFlag(fields.recordsOwnAssignedPlan),
    }),
    { goTo: ({ slug }) => listAddress('/catalogue/units', { ...at, saved: slug }) },
  )
}
