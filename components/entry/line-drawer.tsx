'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '../ui/action-form.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { CheckField, FieldsOf, SelectField, TextField } from '../ui/form-fields.tsx'
import type { StatefulAction } from '../ui/form-state.ts'
import type { Option } from '../ui/select.tsx'

type Form = { action: StatefulAction; key: string; options: Option[] }
type MarkForm = Form & {
  /** What stands of a line, by the code of its indicator. */
  marks: Record<string, { inAssignedSet: boolean; inAdoptedSet: boolean; office: string | null }>
}
/** What the two sets are called here. */
type Sets = { assigned: string; adopted: string }
export type LineFormsProps = { add: Form; mark: MarkForm; end: Form; sets: Sets }
type Props = LineFormsProps & { name: 'add' | 'mark' | 'end'; onClose: () => void }

/** One of the forms of a draft's lines. */
export function LineDrawer({ name, add, mark, end, sets, onClose }: Props) {
  const t = useTranslations('entry.lines')
  const action = useTranslations('action')
  return (
    <Dialog
      kind="drawer"
      title={action(`${name}Line`)}
      description={name === 'end' ? t('endHint') : undefined}
      onClose={onClose}
    >
      {name === 'add' ? <AddLine form={add} sets={sets} /> : null}
      {name === 'mark' ? <MarkLine form={mark} sets={sets} /> : null}
      {name === 'end' ? <EndLine form={end} /> : null}
    </Dialog>
  )
}

/**
 * The form as it was when it was opened: a page that is read anew, because others write, neither empties it nor changes
 * what its person has seen. Once it is done the next one is as the page has it, until something is chosen there.
 */
function useHeld<F extends Form>(form: F) {
  const [held, hold] = useState<F | null>(form)
  const shown = held ?? form
  const action: StatefulAction = async (state, fields) => {
    const after = await shown.action(state, fields)
    if (after.status === 'done') hold(null)
    return after
  }
  return { ...shown, action, onChange: () => hold(shown) }
}

function AddLine({ form, sets }: { form: Form; sets: Sets }) {
  const t = useTranslations('entry.lines')
  const common = useTranslations('common')
  const { key, action, options, onChange } = useHeld(form)
  if (options.length === 0) return <p className="text-sm text-ink-2">{t('nothingToAdd')}</p>
  return (
    <ActionForm key={key} action={action} submissionKey={key}>
      <ChooseLine options={options} onChoose={onChange} />
      <CheckField name="inAssignedSet" label={t('inSet', { set: sets.assigned })} />
      <CheckField name="inAdoptedSet" label={t('inSet', { set: sets.adopted })} checked />
      <p className="text-xs text-ink-3">{t('setHint')}</p>
      <TextField name="office" label={`${common('office')} (${common('optional')})`} />
      <Send name="addLine" />
    </ActionForm>
  )
}

function EndLine({ form }: { form: Form }) {
  const common = useTranslations('common')
  const { key, action, options, onChange } = useHeld(form)
  return (
    <ActionForm key={key} action={action} submissionKey={key}>
      <ChooseLine options={options} onChoose={onChange} />
      <TextField name="reason" label={common('reason')} lines={3} required />
      <Send name="endLine" />
    </ActionForm>
  )
}

/** Its fields hold what stands of the line that is chosen; what the person saw of it is sent along. */
function MarkLine({ form, sets }: { form: MarkForm; sets: Sets }) {
  const { onChange, ...held } = useHeld(form)
  return <MarkFields key={held.key} form={held} sets={sets} onChoose={onChange} />
}

function MarkFields({ form, sets, onChoose }: { form: MarkForm; sets: Sets; onChoose: () => void }) {
  const t = useTranslations('entry.lines')
  const common = useTranslations('common')
  const [code, setCode] = useState('')
  const marks = form.marks[code]
  return (
    <ActionForm action={form.action} submissionKey={form.key}>
      <ChooseLine
        options={form.options}
        onChoose={(chosen) => {
          onChoose()
          setCode(chosen)
        }}
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
          <Send name="save" />
        </FieldsOf>
      ) : (
        <p className="text-sm text-ink-2">{t('markHint')}</p>
      )}
    </ActionForm>
  )
}

/** Nothing is chosen at first: the first line is not the one that was meant. */
function ChooseLine({ options, onChoose }: { options: Option[]; onChoose: (code: string) => void }) {
  const t = useTranslations('entry.lines')
  const common = useTranslations('common')
  return (
    <SelectField
      name="indicator"
      label={common('indicator')}
      options={[{ value: '', label: t('choose') }, ...options]}
      onChoose={onChoose}
    />
  )
}

const Send = ({ name }: { name: 'addLine' | 'endLine' | 'save' }) => (
  <Button type="submit" variant="primary">
    {useTranslations('action')(name)}
  </Button>
)
