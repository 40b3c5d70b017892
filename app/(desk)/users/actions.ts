'use server'
import { asOptional, submitForm } from '#app/_server/action.ts'
import { type ListAt, listAddress } from '#app/_server/list-page.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { createUser } from '#db/commands/create-user.ts'
import { endGrant } from '#db/commands/end-grant.ts'
import { grantRole } from '#db/commands/grant-role.ts'

/** A new account sees nothing yet, so the form of its roles opens next. */
export async function createUserForm(at: ListAt, _state: FormState, form: FormData): Promise<FormState> {
  return submitForm(createUser, form, (fields) => ({ ...fields, username: fields.username?.trim().toLowerCase() }), {
    goTo: ({ username }) => listAddress('/users', { ...at, edit: username, saved: username }),
  })
}

export async function grantRoleForm(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(grantRole, form, (fields) => ({ ...fields, unit: asOptional(fields.unit) }), { say: 'saved' })
}

export async function endGrantForm(
  { username, ...at }: ListAt & { username: string },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(endGrant, form, (fields) => fields, {
    goTo: () => listAddress('/users', { ...at, edit: username }),
  })
}
