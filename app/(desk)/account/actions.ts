'use server'
import { submitForm } from '#app/_server/action.ts'
import { currentSession, renewSession } from '#app/_server/session.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { changePassword } from '#db/commands/change-password.ts'

/** Ends every session of the account and goes on with this one, which is read before it is over. */
export async function changePasswordForm(_state: FormState, form: FormData): Promise<FormState> {
  const session = await currentSession()
  return submitForm(changePassword, form, (fields) => fields, {
    say: 'passwordChanged',
    first: async () => {
      if (session) await renewSession(session)
    },
  })
}
