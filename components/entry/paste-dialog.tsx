'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { type PasteOptions, planPaste } from '#domain/block.ts'
import type { Undecided } from '#domain/block-style.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
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
        {question === null ? null : <StyleChoice question={question} answer={answer} onAnswer={setAnswer} />}
        {hasBlanks ? (
          <Choice legend={t('blanks')}>
            <Radio name="blanks" checked={!clearBlanks} onChoose={() => setClearBlanks(false)}>
              {t('keep')}
            </Radio>
            <Radio name="blanks" checked={clearBlanks} onChoose={() => setClearBlanks(true)}>
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

type StyleProps = { question: Undecided; answer: Locale | null; onAnswer: (style: Locale) => void }

/** Asked once for the whole block: whether its "1.234" is 1234, or one point two three four; or whether 12,5 or 12.5. */
function StyleChoice({ question, answer, onAnswer }: StyleProps) {
  const t = useTranslations('entry.paste')
  const choice = (style: Locale, words: string) => (
    <Radio key={style} name="style" checked={answer === style} onChoose={() => onAnswer(style)}>
      {words}
    </Radio>
  )
  if (typeof question !== 'string') {
    return (
      <Choice legend={t('bothStyles')}>
        {(['vi', 'en'] as const).map((style) => choice(style, t(`styleOf.${style}`, { number: question[style] })))}
      </Choice>
    )
  }
  const [whole = '', fraction = ''] = question.split(/[.,]/)
  const [grouped, decimal]: [Locale, Locale] = question.includes('.') ? ['vi', 'en'] : ['en', 'vi']
  return (
    <Choice legend={t('question', { number: question })}>
      {choice(grouped, t('whole', { digits: whole + fraction }))}
      {choice(decimal, t('decimal', { whole, fraction }))}
    </Choice>
  )
}

function Choice({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="flex flex-wrap gap-x-4">
      <legend className="text-sm font-medium">{legend}</legend>
      {children}
    </fieldset>
  )
}

type RadioProps = { name: string; checked: boolean; onChoose: () => void; children: ReactNode }

function Radio({ name, checked, onChoose, children }: RadioProps) {
  return (
    <label className="inline-flex min-h-8 items-center gap-2 text-sm">
      <input type="radio" name={name} checked={checked} onChange={onChoose} className="size-4 shrink-0 accent-accent" />
      {children}
    </label>
  )
}
