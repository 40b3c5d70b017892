import { nanoid } from 'nanoid'
import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import type { StatefulAction } from '#components/ui/form-state.ts'

type Props = { unit: string; year: number; action: StatefulAction }

/** Opens a year of a unit; `year` is only what is proposed. */
export function OpenYearForm({ unit, year, action }: Props) {
  const t = useTranslations()
  return (
    <ActionForm action={action} submissionKey={nanoid()}>
      <input type="hidden" name="unit" value={unit} />
      <TextField name="year" label={t('unitYear.openYear.year')} inputMode="numeric" defaultValue={String(year)} />
      <TextField name="dueDate" type="date" label={t('unitYear.openYear.due')} hint={t('unitYear.openYear.hint')} />
      <Button type="submit" variant="primary" size="mobile">
        {t('action.openYear')}
      </Button>
    </ActionForm>
  )
}
