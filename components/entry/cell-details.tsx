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
import { Revisions, useRevisions } from './cell-history.tsx'
import type { CellKey } from './cell-place.ts'
import { DocumentPicker } from './document-picker.tsx'
import { nameOf, useCell, useEntry, useScreen, useTextOf } from './entry-context.tsx'

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

/** Folded away until it is wanted. */
function Fold({ title, children, open = false }: { title: string; children: ReactNode; open?: boolean }) {
  return (
    <details open={open} className="rounded-control border border-line px-3 py-2">
      <summary className="min-h-6 cursor-pointer text-sm font-medium">{title}</summary>
      <div className="pt-2">{children}</div>
    </details>
  )
}

/** A submitted sheet asks why; here, with what is changed. */
function useReason() {
  const { store } = useEntry()
  const needed = store.needsReason()
  const [reason, setReason] = useState(useScreen((screen) => screen.reason))
  const t = useTranslations('entry.reason')
  return {
    missing: needed && reason.trim() === '',
    grounds: reason.trim() === '' ? {} : { reason: reason.trim() },
    field: needed ? (
      <Field label={t('label')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    ) : null,
  }
}

/** Another value for a plan, by decision: the original stays in sight (domain rule 11). */
function Adjust({ cellKey, text }: { cellKey: CellKey; text: string }) {
  const t = useTranslations('entry.details')
  const { store } = useEntry()
  const [value, setValue] = useState('')
  const [document, setDocument] = useState<string | null>(null)
  const reason = useReason()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (document === null || value.trim() === '' || reason.missing) return
    store.leaveAll([{ key: cellKey, text: value }], { ...reason.grounds, change: 'adjustment', document })
    store.showDetails(null)
  }
  return (
    <Fold title={t('adjust')}>
      <form className="grid gap-3" onSubmit={submit}>
        <p className="text-xs text-ink-2">{t('adjustHint', { value: text })}</p>
        <Field label={t('newValue')}>
          {(control) => (
            <Input {...control} autoComplete="off" value={value} onChange={(event) => setValue(event.target.value)} />
          )}
        </Field>
        <DocumentPicker chosen={document} onChoose={setDocument} />
        {reason.field}
        <div>
          <Button type="submit" variant="primary" disabled={document === null || value.trim() === '' || reason.missing}>
            {t('adjustNow')}
          </Button>
        </div>
      </form>
    </Fold>
  )
}

/** A few words that stay with the figure. */
function Note({ cellKey, text, note }: { cellKey: CellKey; text: string; note: string }) {
  const t = useTranslations('entry.details')
  const { store } = useEntry()
  const [typed, setTyped] = useState(note)
  const reason = useReason()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === note || reason.missing) return
    store.leaveAll([{ key: cellKey, text, note: typed.trim() }], reason.grounds)
    store.showDetails(null)
  }
  return (
    <Fold title={t('note')} open={note !== ''}>
      <form className="grid gap-3" onSubmit={submit}>
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
        {reason.field}
        <div>
          <Button type="submit" disabled={typed.trim() === note || reason.missing}>
            {t('noteNow')}
          </Button>
        </div>
      </form>
    </Fold>
  )
}

/** Where the figure comes from. */
function Source({ cellKey, text }: { cellKey: CellKey; text: string }) {
  const t = useTranslations('entry.details')
  const { store } = useEntry()
  const [document, setDocument] = useState<string | null>(null)
  const reason = useReason()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (document === null || reason.missing) return
    store.leaveAll([{ key: cellKey, text }], { ...reason.grounds, document })
    store.showDetails(null)
  }
  return (
    <Fold title={t('source')}>
      <form className="grid gap-3" onSubmit={submit}>
        <DocumentPicker chosen={document} onChoose={setDocument} />
        {reason.field}
        <div>
          <Button type="submit" disabled={document === null || reason.missing}>
            {t('sourceNow')}
          </Button>
        </div>
      </form>
    </Fold>
  )
}
