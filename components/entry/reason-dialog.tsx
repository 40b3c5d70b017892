'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Textarea } from '../ui/input.tsx'
import { activeCell } from './active-cell.ts'
import { useEntry, useScreen } from './entry-context.tsx'
import { LateDocumentPicker } from './late-dialogs.tsx'

const presets = ['typo', 'source', 'late', 'definition'] as const

/** The reason that goes with every change of a submitted sheet, until it is changed; shown above the cells. */
export function ReasonBar() {
  const t = useTranslations('entry.reason')
  const { store } = useEntry()
  const reason = useScreen((screen) => screen.reason)
  if (reason === '') return null
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-accent-weak px-3 py-1.5 text-sm">
      <span>{t('current', { reason })}</span>
      <Button size="small" onClick={() => store.askReason(true)}>
        {t('change')}
      </Button>
    </p>
  )
}

export function ReasonDialog() {
  const t = useTranslations('entry.reason')
  const { store } = useEntry()
  const asking = useScreen((screen) => screen.asking)
  if (!asking) return null
  return (
    <Dialog
      onClose={() => store.askReason(false)}
      returnFocus={() => activeCell(store.screen().active)}
      title={t('title')}
      description={t('why')}
    >
      <ReasonForm />
    </Dialog>
  )
}

function ReasonForm() {
  const t = useTranslations('entry.reason')
  const action = useTranslations('action')
  const { store } = useEntry()
  const [reason, setReason] = useState(useScreen((screen) => screen.reason))
  const [adjusts, setAdjusts] = useState(false)
  const [document, setDocument] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const ready = reason.trim() !== '' && (!adjusts || document !== null)
  // After the dialog has opened and given the focus to its first control, the cross.
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) store.giveReason(reason.trim(), (adjusts && document) || undefined)
      }}
    >
      {store.waiting().some(({ key }) => store.isAdjustable(key)) ? (
        <fieldset className="grid gap-1.5">
          <legend className="mb-1 text-sm font-medium">{t('kind')}</legend>
          {([false, true] as const).map((adjustment) => (
            <label key={String(adjustment)} className="flex items-start gap-2 text-sm">
              <input
                type="radio"
                name="change"
                checked={adjusts === adjustment}
                onChange={() => setAdjusts(adjustment)}
                className="mt-1 accent-accent"
              />
              <span>
                {t(adjustment ? 'adjustment' : 'correction')}
                <span className="block text-xs text-ink-3">{t(adjustment ? 'adjustmentHint' : 'correctionHint')}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {adjusts ? <LateDocumentPicker chosen={document} onChoose={setDocument} /> : null}
      <div className="flex flex-wrap gap-1.5">
        {presets.map((preset) => (
          <Button key={preset} size="small" onClick={() => setReason(t(`presets.${preset}`))}>
            {t(`presets.${preset}`)}
          </Button>
        ))}
      </div>
      <Field label={t('label')}>
        {(control) => (
          <Textarea
            {...control}
            ref={field}
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={() => store.askReason(false)}>{action('cancel')}</Button>
        <Button type="submit" variant="primary" disabled={!ready}>
          {t('use')}
        </Button>
      </div>
    </form>
  )
}
