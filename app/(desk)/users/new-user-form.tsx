import { nanoid } from 'nanoid'
import { useTranslations } from 'next-intl'
import type { ListAt } from '#app/_server/list-page.ts'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { createUserForm } from './actions.ts'

export function NewUserForm({ at }: { at: ListAt }) {
  const t = useTranslations()
  return (
    <ActionForm action={createUserForm.bind(null, at)} submissionKey={nanoid()}>
      <TextField name="name" label={t('people.name')} autoComplete="off" required />
      <TextField
        name="username"
        label={t('people.username')}
        hint={t('people.usernameHint')}
        autoComplete="off"
        required
      />
      <TextField
        name="password"
        type="password"
        label={t('people.password')}
        hint={t('people.passwordHint')}
        autoComplete="new-password"
        required
      />
      <Button type="submit" variant="primary" size="mobile">
        {t('people.newUser')}
      </Button>
    </ActionForm>
  )
}
