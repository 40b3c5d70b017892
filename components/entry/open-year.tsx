'use client'
import { CalendarPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionForm, SelectField, TextField } from '../ui/action-form.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { StatefulAction } from '../ui/form-state.ts'
import type { Option } from '../ui/select.tsx'

type Props = {
  action: StatefulAction
  submissionKey: string
  units: Option[]
  /** The year that is offered first. */
  year: number
  labels: { title: string; hint: string }
}

/** Opens a unit's sheet of a year. */
export function OpenYear({ action, submissionKey, units, year, labels }: Props) {
  const common = useTranslations('common')
  const words = useTranslations('action')
  return (
    <Dialog
      kind="drawer"
      title={labels.title}
      description={labels.hint}
      trigger={
        <button type="button" className={buttonClass({ variant: 'primary', size: 'mobile' })}>
          <CalendarPlus aria-hidden size={16} strokeWidth={1.75} />
          {labels.title}
        </button>
      }
    >
      <ActionForm action={action} submissionKey={submissionKey}>
        <SelectField name="unit" label={common('unit')} options={units} />
        <TextField name="year" label={common('year')} inputMode="numeric" defaultValue={String(year)} required />
        <TextField name="dueDate" type="date" label={`${common('dueDate')} (${common('optional')})`} />
        <Button type="submit" variant="primary">
          {words('openYear')}
        </Button>
      </ActionForm>
    </Dialog>
  )
}
