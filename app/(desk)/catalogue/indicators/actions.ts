'use server'
import { asFlag, asNumber, asOptional, submitForm } from '#app/_server/action.ts'
import { type ListAt, listAddress } from '#app/_server/list-page.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { saveIndicator } from '#db/commands/save-indicator.ts'

export async function saveIndicatorForm(at: ListAt, _state: FormState, form: FormData): Promise<FormState> {
  return submitForm(
    saveIndicator,
    form,
    (fields) => ({
      ...fields,
      code: fields.code?.trim().toUpperCase(),
      version: asNumber(fields.version),
      newVersion: asFlag(fields.newVersion),
      decimals: asNumber(fields.decimals),
      parent: asOptional(fields.parent),
      heading: asFlag(fields.heading),
      validFromYear: asNumber(fields.validFromYear),
      validToYear: asNumber(asOptional(fields.validToYear)),
    }),
    { goTo: ({ code, version }) => listAddress('/catalogue/indicators', { ...at, saved: `${code}.${version}` }) },
  )
}
