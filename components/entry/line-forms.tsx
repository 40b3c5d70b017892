'use client'
import { ListChecks, ListX, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm, CheckField, FieldsOf, SelectField, TextField } from '../ui/action-form.tsx'
import { Button } from '../ui/button.tsx'
import { DialogButton } from '../ui/dialog.tsx'
import type { StatefulAction } from '../ui/form-state.ts'
import type { Option } from '../ui/select.tsx'

type Form = { action: StatefulAction; key: string; options: Option[] }
/** What stands of a line, by the code of its indicator. */
type Marks = Record<string, { inAssignedSet: boolean; inAdoptedSet: boolean; office: string | null }>
type Props = {
  add: Form
  mark: Form & { marks: Marks }
  end: Form
  /** What the two sets are called here. */
  sets: { assigned: string; adopted: string }
}

/** Puts an indicator on the sheet, says which sets one is in, or takes one off; only a draft offers them. */
export function LineForms({ add, mark, end, sets }: Props) {
  const t = useTranslations('entry.lines')
  const action = useTranslations('action')
  const common = useTranslations('common')
  /** Nothing is chosen at first: the first line is not the one that was meant. */
  const choose = { value: '', label: t('choose') }
  return (
    <>
      {mark.options.length === 0 ? null : (
        <DialogButton
          kind="drawer"
          title={action('markLine')}
          button={
            <>
              <ListChecks aria-hidden size={16} strokeWidth={1.75} />
              {action('markLine')}
            </>
          }
        >
          <MarkForm key={mark.key} {...{ mark, sets, choose }} />
        </DialogButton>
      )}
      {end.options.length === 0 ? null : (
        <DialogButton
          kind="drawer"
          title={action('endLine')}
          description={t('endHint')}
          button={
            <>
              <ListX aria-hidden size={16} strokeWidth={1.75} />
              {action('endLine')}
            </>
          }
        >
          <ActionForm key={end.key} action={end.action} submissionKey={end.key}>
            <SelectField name="indicator" label={common('indicator')} options={[choose, ...end.options]} />
            <TextField name="reason" label={common('reason')} lines={3} required />
            <Button type="submit" variant="primary">
              {action('endLine')}
            </Button>
          </ActionForm>
        </DialogButton>
      )}
      <DialogButton
        kind="drawer"
        title={action('addLine')}
        button={
          <>
            <Plus aria-hidden size={16} strokeWidth={1.75} />
            {action('addLine')}
          </>
        }
      >
        {add.options.length === 0 ? (
          <p className="text-sm text-ink-2">{t('nothingToAdd')}</p>
        ) : (
          <ActionForm key={add.key} action={add.action} submissionKey={add.key}>
            <SelectField name="indicator" label={common('indicator')} options={[choose, ...add.options]} />
            <CheckField name="inAssignedSet" label={t('inSet', { set: sets.assigned })} />
            <CheckField name="inAdoptedSet" label={t('inSet', { set: sets.adopted })} checked />
            <p className="text-xs text-ink-3">{t('setHint')}</p>
            <TextField name="office" label={`${common('office')} (${common('optional')})`} />
            <Button type="submit" variant="primary">
              {action('addLine')}
            </Button>
          </ActionForm>
        )}
      </DialogButton>
    </>
  )
}

/** Its fields hold what stands of the line that is chosen; what the person saw of it is sent along. */
function MarkForm({ mark, sets, choose }: Pick<Props, 'mark' | 'sets'> & { choose: Option }) {
  const t = useTranslations('entry.lines')
  const common = useTranslations('common')
  const action = useTranslations('action')
  const [code, setCode] = useState('')
  const marks = mark.marks[code]
  return (
    <ActionForm action={mark.action} submissionKey={mark.key}>
      <SelectField
        name="indicator"
        label={common('indicator')}
        options={[choose, ...mark.options]}
        onChoose={setCode}
      />
      {marks ? (
        <FieldsOf name="indicator" choice={code}>
          <input type="hidden" name="seenInAssignedSet" value={marks.inAssignedSet ? 'on' : ''} />
          <input type="hidden" name="seenInAdoptedSet" value={marks.inAdoptedSet ? 'on' : ''} />
          <input type="hidden" name="seenOffice" value={marks.office ?? ''} />
          <CheckField name="inAssignedSet" label={t('inSet', { set: sets.assigned })} checked={marks.inAssignedSet} />
          <CheckField name="inAdoptedSet" label={t('inSet', { set: sets.adopted })} checked={marks.inAdoptedSet} />
          <p className="text-xs text-ink-3">{t('setHint')}</p>
          <TextField
            name="office"
            label={`${common('office')} (${common('optional')})`}
            defaultValue={marks.office ?? ''}
          />
          <Button type="submit" variant="primary">
            {action('save')}
          </Button>
        </FieldsOf>
      ) : (
        <p className="text-sm text-ink-2">{t('markHint')}</p>
      )}
    </ActionForm>
  )
}
