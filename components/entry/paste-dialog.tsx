'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type PasteOptions, planPaste } from '#domain/block.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Choice, Radio } from '../ui/radio.tsx'
import { StyleChoice } from '../ui/style-choice.tsx'
import { type CellKey, cellKey, type Locale } from './cell-place.ts'
import { PasteCauses } from './paste-causes.tsx'
import { PasteChanges } from './paste-changes.tsx'

type Props = {
  /** The block, as readBlock has read it. */
  rows: readonly (readonly string[])[]
  /** Of planPaste; what is asked here is left out. Must stay the same object while the dialog is open. */
  options: Omit<PasteOptions, 'answer' | 'clearBlanks'>
  /** How its numbers are written, where that is known; else it is asked, if need be. */
  known: Locale | null
  /** The cells that change, with the texts that are to be left in them. */
  onConfirm: (entries: { key: CellKey; text: string }[]) => void
  onCancel: () => void
  /** What takes the focus afterwards: the grid's tab stop. */
  returnFocus: () => HTMLElement | null
}

/** A block before it is pasted: how each number was read, what changes, and what does not and why. */
export function PasteDialog({ rows, options, known, onConfirm, onCancel, returnFocus }: Props) {
  const t = useTranslations('entry.paste')
  const action = useTranslations('action')
  const [answer, setAnswer] = useState<Locale | null>(known)
  const [clearBlanks, setClearBlanks] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const plan = useMemo(() => planPaste(rows, { ...options, answer, clearBlanks }), [rows, options, answer, clearBlanks])
  // After the dialog has opened and given the focus to its first control, the cross: to the question, or to going on.
  useEffect(() => {
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector)
    const control = find('[name=style]') ?? find('[type=submit]:enabled')
    control?.focus()
  }, [])

  const question = known === null ? plan.undecided : null
  const open = question !== null && answer === null
  const changes = open ? [] : plan.cells.filter(({ outcome }) => outcome === 'change')
  const hasBlanks = plan.cells.some(({ source }) => source === '')
  return (
    <Dialog kind="wide" title={t('title')} onClose={onCancel} returnFocus={returnFocus}>
      <form
        ref={form}
        className="grid min-h-0 grid-cols-1 gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          onConfirm(changes.map(({ indicator, kind, text }) => ({ key: cellKey(indicator, kind), text })))
        }}
      >
        {question === null ? null : (
          <StyleChoice where="block" question={question} answer={answer} onAnswer={setAnswer} />
        )}
        {hasBlanks ? (
          <Choice legend={t('blanks')}>
            <Radio name="blanks" checked={!clearBlanks} onChange={() => setClearBlanks(false)}>
              {t('keep')}
            </Radio>
            <Radio name="blanks" checked={clearBlanks} onChange={() => setClearBlanks(true)}>
              {t('clear')}
            </Radio>
          </Choice>
        ) : null}
        {changes.length === 0 ? (
          <p className="text-sm text-ink-2">{t(open ? 'unanswered' : 'nothing')}</p>
        ) : (
          <PasteChanges cells={changes} locale={options.locale} />
        )}
        {open ? null : <PasteCauses plan={plan} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onCancel}>{action('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={changes.length === 0}>
            {t('confirm', { count: changes.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
