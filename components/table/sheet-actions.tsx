import { PenLine, Printer } from 'lucide-react'
import { nanoid } from 'nanoid'
import { useTranslations } from 'next-intl'
import { type ExportFile, ExportMenu } from '#components/layout/export-menu.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button, ButtonLink, buttonClass } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import type { StatefulAction } from '#components/ui/form-state.ts'
import { PrintButton } from '#components/ui/print-button.tsx'
import { type Transition, transitionTable } from '#domain/sheet-state.ts'
import { Note } from './note.tsx'

type Address = { unit: string; year: number }

type Props = {
  address: Address
  /** The steps that the state and this person's rights allow. */
  steps: readonly Transition[]
  /** Whether this person may enter figures on the sheet as it stands. */
  enters: boolean
  actions: Record<Transition, StatefulAction>
  /** What is shown here, as files. */
  files: readonly ExportFile[]
}

/** What can be done with a sheet here; one button is primary: entering figures, else the next step forward. */
export function SheetActions({ address, steps, enters, actions, files }: Props) {
  const t = useTranslations('action')
  const { unit, year } = address
  return (
    <>
      <PrintButton>
        <Printer aria-hidden size={16} strokeWidth={1.75} />
        {t('print')}
      </PrintButton>
      <ExportMenu files={files} />
      {steps.map((step) =>
        transitionTable[step].commentRequired ? (
          <CommentStep key={step} step={step} action={actions[step]} />
        ) : (
          <PlainStep key={step} step={step} action={actions[step]} primary={!enters} />
        ),
      )}
      {enters ? (
        <ButtonLink href={`/units/${unit}/${year}/entry`} variant="primary" size="mobile">
          <PenLine aria-hidden size={16} strokeWidth={1.75} />
          {t('enterFigures')}
        </ButtonLink>
      ) : null}
    </>
  )
}

type StepProps = { step: Transition; action: StatefulAction }

function PlainStep({ step, action, primary }: StepProps & { primary: boolean }) {
  const t = useTranslations('action')
  return (
    <ActionForm action={action} submissionKey={nanoid()} className="grid max-w-90 justify-items-end gap-2">
      <Button type="submit" size="mobile" variant={primary ? 'primary' : 'secondary'}>
        {t(step)}
      </Button>
    </ActionForm>
  )
}

/** A step that undoes another's: it asks why first, in a panel that opens without a script. */
function CommentStep({ step, action }: StepProps) {
  const t = useTranslations()
  return (
    <Note
      id={`step-${step}`}
      title={t(`action.${step}`)}
      className={buttonClass({ size: 'mobile' })}
      trigger={t(`action.${step}`)}
    >
      <ActionForm action={action} submissionKey={nanoid()}>
        <TextField
          name="comment"
          label={t(step === 'reopen' ? 'common.reason' : 'unitYear.comment')}
          lines={3}
          hint={t(step === 'reopen' ? 'unitYear.reopenHint' : 'unitYear.returnHint')}
        />
        <Button type="submit" variant="primary" size="mobile">
          {t(`action.${step}`)}
        </Button>
      </ActionForm>
    </Note>
  )
}
