'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { isOpen } from '#domain/entry-column.ts'
import { figureKindTable } from '#domain/figure.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input, Textarea } from '../ui/input.tsx'
import { activeCell } from './active-cell.ts'
import type { CellKey } from './cell-place.ts'
import type { Grounds, Written } from './cell-state.ts'
import { DocumentPicker } from './document-picker.tsx'
import { nameOf, useCell, useEntry, useScreen, useTextOf } from './entry-context.tsx'
import { ReasonField } from './reason-field.tsx'
import { Revisions, useRevisions } from './revisions.tsx'

/** Everything about one cell: its history, an earlier value again, a note, its source, and the adjustment of a plan. */
export function CellDetails({ cellKey: key }: { cellKey: CellKey }) {
  const t = useTranslations('entry')
  const { store, columns, locale } = useEntry()
  const place = store.place(key)
  if (!place) return null
  const column = columns.find(({ kind }) => kind === place.kind)
  return (
    <Dialog
      kind="drawer"
      onClose={() => store.showDetails(null)}
      returnFocus={() => activeCell(store.screen().active)}
      title={t('address', { number: place.line.number, column: column?.label ?? '' })}
      description={nameOf(place.line, locale)}
    >
      <Details key={key} cellKey={key} open={column !== undefined && isOpen(column, place.line)} />
    </Dialog>
  )
}

function Details({ cellKey, open }: { cellKey: CellKey; open: boolean }) {
  const t = useTranslations('entry.details')
  const history = useTranslations('entry.history')
  const { store } = useEntry()
  const textOf = useTextOf()
  const cell = useCell(cellKey)
  const place = store.place(cellKey)
  const revisions = useRevisions(cellKey)
  if (!place) return null
  const plan = figureKindTable[place.kind].group === 'plan'
  const text = textOf(cell, place.kind)
  return (
    <>
      <p className="text-lg font-semibold">
        {text || '–'} <span className="text-sm font-normal text-ink-2">{place.line.indicator.unitOfMeasure}</span>
      </p>
      {open && cell.recorded.quantity && plan ? <Adjust cellKey={cellKey} text={text} /> : null}
      {open && Array.isArray(revisions) ? <Note cellKey={cellKey} text={text} note={revisions[0]?.note ?? ''} /> : null}
      {open && cell.recorded.quantity ? <Source cellKey={cellKey} text={text} /> : null}
      <section className="grid gap-2">
        <h3 className="text-sm font-semibold">{history('title')}</h3>
        <Revisions cellKey={cellKey} revisions={revisions} restorable={open} />
      </section>
      {open ? null : <p className="text-sm text-ink-2">{t('closed')}</p>}
    </>
  )
}

type FormProps = {
  cellKey: CellKey
  title: string
  /** Folded away until it is wanted. */
  open?: boolean
  /** What is left in the cell, and on what grounds; null until there is something to leave. */
  change: (Written & { grounds?: Grounds }) | null
  button: string
  children: ReactNode
}

/** Something else that can be changed of the cell; a submitted sheet asks why, here with it. */
function ChangeForm({ cellKey, title, open = false, change, button, children }: FormProps) {
  const { store } = useEntry()
  const [typed, setReason] = useState(useScreen((screen) => screen.reason))
  const reason = typed.trim()
  const ready = change !== null && (reason !== '' || !store.needsReason())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const { grounds, ...written } = change
    store.leaveAll([{ key: cellKey, ...written }], { ...(reason && { reason }), ...grounds })
    store.showDetails(null)
  }
  return (
    <details open={open} className="rounded-control border border-line px-3 py-2">
      <summary className="min-h-6 cursor-pointer text-sm font-medium">{title}</summary>
      <form className="grid gap-3 pt-2" onSubmit={submit}>
        {children}
        {store.needsReason() ? <ReasonField rows={2} reason={typed} onReason={setReason} /> : null}
        <div>
          <Button type="submit" variant={change?.grounds?.change ? 'primary' : 'secondary'} disabled={!ready}>
            {button}
          </Button>
        </div>
      </form>
    </details>
  )
}

/** Another value for a plan, by decision: the original stays in sight (domain rule 11). */
function Adjust({ cellKey, text }: { cellKey: CellKey; text: string }) {
  const t = useTranslations('entry.details')
  const [value, setValue] = useState('')
  const [document, setDocument] = useState<string | null>(null)
  const change =
    document === null || value.trim() === ''
      ? null
      : { text: value, grounds: { change: 'adjustment' as const, document } }
  return (
    <ChangeForm cellKey={cellKey} title={t('adjust')} button={t('adjustNow')} change={change}>
      <p className="text-xs text-ink-2">{t('adjustHint', { value: text })}</p>
      <Field label={t('newValue')}>
        {(control) => (
          <Input {...control} autoComplete="off" value={value} onChange={(event) => setValue(event.target.value)} />
        )}
      </Field>
      <DocumentPicker chosen={document} onChoose={setDocument} />
    </ChangeForm>
  )
}

/** A few words that stay with the figure. */
function Note({ cellKey, text, note }: { cellKey: CellKey; text: string; note: string }) {
  const t = useTranslations('entry.details')
  const [typed, setTyped] = useState(note)
  const change = typed.trim() === note ? null : { text, note: typed.trim() }
  return (
    <ChangeForm cellKey={cellKey} title={t('note')} button={t('noteNow')} open={note !== ''} change={change}>
      <Field label={t('noteLabel')} hint={t('noteHint')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={2000}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </ChangeForm>
  )
}

/** Where the figure comes from. */
function Source({ cellKey, text }: { cellKey: CellKey; text: string }) {
  const t = useTranslations('entry.details')
  const [document, setDocument] = useState<string | null>(null)
  const change = document === null ? null : { text, grounds: { document } }
  return (
    <ChangeForm cellKey={cellKey} title={t('source')} button={t('sourceNow')} change={change}>
      <DocumentPicker chosen={document} onChoose={setDocument} />
    </ChangeForm>
  )
}
