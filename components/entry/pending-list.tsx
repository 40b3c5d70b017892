'use client'
import { useTranslations } from 'next-intl'
import { Card } from '../ui/card.tsx'
import { CellAdvice } from './cell-advice.tsx'
import { CellGlyph } from './cell-glyph.tsx'
import type { CellKey } from './cell-place.ts'
import { useEntry, useScreen, useStatus } from './entry-context.tsx'

/** Cells that wait for somebody, each with what is wrong, what settles it, and the way to it. */
export function PendingList() {
  const t = useTranslations('entry')
  const { pending } = useScreen((screen) => screen.summary)
  return (
    <Card title={t('pending')} meta={pending.length}>
      {pending.length === 0 ? <p className="text-sm text-ink-3">{t('nothingPending')}</p> : null}
      <ul className="divide-y divide-line">
        {pending.map((key) => (
          <Pending key={key} cellKey={key} />
        ))}
      </ul>
    </Card>
  )
}

function Pending({ cellKey }: { cellKey: CellKey }) {
  const t = useTranslations('entry')
  const { store, columns, goTo } = useEntry()
  const status = useStatus(cellKey)
  const place = store.place(cellKey)
  if (!place) return null
  const column = columns.find(({ kind }) => kind === place.kind)?.label ?? ''
  const address = t('address', { number: place.line.number, column })
  return (
    <li className="grid grid-cols-[auto_1fr_auto] gap-x-2.5 py-2">
      <span className="pt-0.5">
        <CellGlyph status={status} size={16} />
      </span>
      <p className="text-sm font-medium">{address}</p>
      <button
        type="button"
        aria-label={`${t('goTo')}: ${address}`}
        onClick={() => goTo(cellKey)}
        className="h-6 text-xs font-medium text-accent"
      >
        {t('goTo')}
      </button>
      <CellAdvice cellKey={cellKey} className="col-start-2 col-end-4 text-xs text-ink-2" />
    </li>
  )
}
