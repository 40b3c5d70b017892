'use client'
import { useTranslations } from 'next-intl'
import type { CellKey } from './cell-place.ts'
import { nameOf, shownText, useCell, useEntry, useScreen } from './entry-context.tsx'

/** Above the grid: which cell is active, what it holds, or why it takes no changes; and the keys. */
export function AddressBar() {
  const active = useScreen((screen) => screen.active)
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1 text-sm">
      {active === null ? <Keys /> : <Address cellKey={active} />}
    </div>
  )
}

function Address({ cellKey }: { cellKey: CellKey }) {
  const t = useTranslations('entry')
  const { store, columns, locale } = useEntry()
  const cell = useCell(cellKey)
  const place = store.place(cellKey)
  const column = columns.find(({ kind }) => kind === place?.kind)
  if (!place || !column) return null
  const { line } = place
  const closed = column.closed ?? (line.indicator.heading ? t('headingLine') : null)
  return (
    <>
      <span className="font-semibold">{t('address', { number: line.number, column: column.label })}</span>
      <span className="min-w-0 border-l border-line-2 pl-3">
        <span className="font-semibold">{shownText(cell, locale)}</span>{' '}
        <span className="text-ink-2">{`${line.indicator.unitOfMeasure} · ${nameOf(line, locale)}`}</span>
      </span>
      {closed === null ? <Keys /> : <span className="ml-auto text-xs text-ink-2">{closed}</span>}
    </>
  )
}

function Keys() {
  const t = useTranslations('entry.keys')
  return (
    <span className="ml-auto flex items-center gap-2 text-xs text-ink-3">
      {(['edit', 'clear', 'restore'] as const).map((name) => (
        <span key={name} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <kbd className="rounded-bar border border-line-2 bg-raised px-1 font-sans text-2xs text-ink-2">
            {t(`${name}Key`)}
          </kbd>
          {t(name)}
        </span>
      ))}
    </span>
  )
}
