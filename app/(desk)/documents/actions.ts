'use server'
import { asOptional, submitForm } from '#app/_server/action.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { saveDocument } from '#db/commands/save-document.ts'

/** A document that is made or corrected is shown, where its file can be attached. */
export async function saveDocumentForm(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(
    saveDocument,
    form,
    ({ number, publisher, dated, url, ...fields }) => ({
      ...fields,
      number: asOptional(number),
      publisher: asOptional(publisher),
      dated: asOptional(dated),
      url: asOptional(url),
    }),
    { goTo: ({ code }) => `/documents/${code}` },
  )
}
