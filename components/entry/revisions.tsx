'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import type { Change } from '#domain/figure.ts'
import { figureText } from '#domain/figure-text.ts'
import type { Quantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import type { DocumentView } from '#domain/sheet.ts'
import { Button } from '../ui/button.tsx'
import type { CellKey } from './cell-place.ts'
import { useCell, useEntry } from './entry-context.tsx'
import { sheetApi } from './send-parcel.ts'

type Revision = {
  version: number
  change: Change
  before: Quantity | null
  after: Quantity | null
  /** As it was typed. */
  entered: string
  note: string | null
  reason: string | null
  document: DocumentView | null
  at: string
  by: string
}
type Answer = { key: CellKey; revisions: Revision[] | null }
/** 'failed': they could not be read; null: not yet. */
type Read = Revision[] | 'failed' | null

/** While the arrows run through the grid, nothing is fetched. */
const PAUSE = 250

/** What became of a cell, newest first: read when it has been looked at for a moment, and after each change of it. */
export function useRevisions(cellKey: CellKey): Read {
  const { store, sheet } = useEntry()
  const { version } = useCell(cellKey).recorded
  const place = store.place(cellKey)
  const address = place && new URLSearchParams({ indicator: place.indicator, kind: place.kind }).toString()
  const [answer, setAnswer] = useState<Answer | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is what makes the history new
  useEffect(() => {
    const abort = new AbortController()
    const timer = setTimeout(() => {
      fetch(`${sheetApi(sheet)}/history?${address}`, { signal: abort.signal })
        // The shape is that of our own route, history/route.ts.
        .then((response) => (response.ok ? (response.json() as Promise<{ revisions: Revision[] }>) : null))
        .then((body) => setAnswer({ key: cellKey, revisions: body?.revisions ?? null }))
        .catch(() => abort.signal.aborted || setAnswer({ key: cellKey, revisions: null }))
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [cellKey, address, sheet, version])

  return answer?.key === cellKey ? (answer.revisions ?? 'failed') : null
}

export function CellRevisions({ cellKey }: { cellKey: CellKey }) {
  return <Revisions cellKey={cellKey} revisions={useRevisions(cellKey)} />
}

/** `restorable`: an earlier value may be put back. */
export function Revisions({
  cellKey,
  revisions,
  restorable = false,
}: {
  cellKey: CellKey
  revisions: Read
  restorable?: boolean
}) {
  const t = useTranslations('entry.history')
  if (revisions === null) return <p className="text-sm text-ink-3">…</p>
  if (revisions === 'failed') return <p className="text-sm text-ink-2">{t('failed')}</p>
  if (revisions.length === 0) return <p className="text-sm text-ink-3">{t('none')}</p>
  return (
    <ol aria-live="off" className="ml-1 border-l border-line-2">
      {revisions.map((revision, index) => (
        <RevisionItem key={revision.version} revision={revision} newest={index === 0}>
          {restorable && index > 0 ? <Restore cellKey={cellKey} quantity={revision.after} /> : null}
        </RevisionItem>
      ))}
    </ol>
  )
}

/** An earlier value again is a change like any other. */
function Restore({ cellKey, quantity }: { cellKey: CellKey; quantity: Quantity | null }) {
  const t = useTranslations('entry.history')
  const { store, locale } = useEntry()
  const place = store.place(cellKey)
  if (!place) return null
  return (
    <Button
      size="small"
      className="mt-1"
      onClick={() => {
        store.showDetails(null)
        store.leave(cellKey, quantity ? figureText(place.kind, quantity, place.line.indicator, locale) : '')
      }}
    >
      {t('restore')}
    </Button>
  )
}

function RevisionItem({ revision, newest, children }: { revision: Revision; newest: boolean; children: ReactNode }) {
  const t = useTranslations('entry')
  const change = useTranslations('change')
  const format = useFormatter()
  const { locale } = useEntry()
  const { before, after, entered, at, by, reason, note, document } = revision
  const write = (quantity: Quantity | null) => (quantity ? formatQuantity(quantity, { style: locale }) : t('empty'))
  const time = format.dateTime(new Date(at), 'moment')
  return (
    <li className="relative pb-2.5 pl-4 text-xs text-ink-2 last:pb-0">
      <span
        aria-hidden
        className={`absolute top-1 -left-[4.5px] size-2 rounded-full border ${
          newest ? 'border-accent bg-accent' : 'border-control bg-surface'
        }`}
      />
      <p className="text-sm text-ink">
        <span className="text-ink-3">{before ? <s>{write(before)}</s> : t('empty')}</span>
        {' → '}
        <span className="font-semibold">{write(after)}</span>
      </p>
      {after && entered.trim() !== write(after) ? <p>{t('history.entered', { text: entered })}</p> : null}
      <p>{`${by} · ${time}`}</p>
      {revision.change === 'entry' ? null : <p>{change(revision.change)}</p>}
      {reason ? <p className="text-ink">{t('history.reason', { reason })}</p> : null}
      {note ? <p>{t('history.note', { note })}</p> : null}
      {document ? (
        <p>
          {t('history.document')} {/* In another window: here something may be half typed. */}
          <a href={`/documents/${document.code}`} target="_blank" rel="noreferrer" className="text-accent underline">
            {document.title}
          </a>
        </p>
      ) : null}
      {children}
    </li>
  )
}
