'use server'
import { asFlag, asOptional, submitForm } from '#app/_server/action.ts'
import { type ListAt, listAddress } from '#app/_server/list-page.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { recordSuccession } from '#db/commands/record-succession.ts'
import { removeSuccession } from '#db/commands/remove-succession.ts'
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

export async function recordSuccessionForm(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(recordSuccession, form, (fields) => fields, { say: 'saved' })
}

export async function removeSuccessionForm(
  { unit, ...at }: ListAt & { unit: string },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(removeSuccession, form, (fields) => fields, {
    goTo: () => listAddress('/catalogue/units', { ...at, edit: unit }, 'successions'),
  })
}
