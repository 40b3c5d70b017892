'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { activeCell } from './active-cell.ts'
import { DocumentPicker } from './document-picker.tsx'
import { useEntry, useScreen, useTextOf } from './entry-context.tsx'
import { ReasonField } from './reason-field.tsx'

const presets = ['typo', 'source', 'late', 'definition'] as const

/** Asks for the reason of what waits for one. */
export function ReasonForm() {
  const t = useTranslations('entry.reason')
  const { store } = useEntry()
  const overwritten = useOverwritten()
  return (
    <Dialog
      onClose={() => store.askReason(false)}
      returnFocus={() => activeCell(store.screen().active)}
      title={t(overwritten === null ? 'title' : 'overTitle')}
      description={overwritten ?? t('why')}
    >
      <Form />
    </Dialog>
  )
}

/** On a draft nothing asks for a reason but writing over others: over whom, and what; null on a submitted sheet. */
function useOverwritten(): string | null {
  const t = useTranslations('entry')
  const format = useFormatter()
  const textOf = useTextOf()
  const { store, columns } = useEntry()
  if (store.needsReason()) return null
  const waiting = store.waiting()
  const [first] = waiting
  const [cell, place] = first ? [store.cell(first.key), store.place(first.key)] : []
  if (!cell || !place || waiting.length > 1) return t('reason.overMany', { count: waiting.length })
  const { by, at } = cell.recorded
  return t('reason.over', {
    address: t('address', {
      number: place.line.number,
      column: columns.find(({ kind }) => kind === place.kind)?.label ?? '',
    }),
    by: by ?? '',
    theirs: textOf({ ...cell, trouble: null }, place.kind) || t('empty'),
    time: at ? format.dateTime(new Date(at), 'moment') : '',
  })
}

function Form() {
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
      {adjusts ? <DocumentPicker chosen={document} onChoose={setDocument} /> : null}
      <div className="flex flex-wrap gap-1.5">
        {presets.map((preset) => (
          <Button key={preset} size="small" onClick={() => setReason(t(`presets.${preset}`))}>
            {t(`presets.${preset}`)}
          </Button>
        ))}
      </div>
      <ReasonField ref={field} reason={reason} onReason={setReason} />
      <div className="flex justify-end gap-2">
        <Button onClick={() => store.askReason(false)}>{action('cancel')}</Button>
        <Button type="submit" variant="primary" disabled={!ready}>
          {t('use')}
        </Button>
      </div>
    </form>
  )
}
