'use client'
import { useTranslations } from 'next-intl'
import { Key } from '../ui/key.tsx'
import type { CellKey } from './cell-place.ts'
import { nameOf, useCell, useEntry, useScreen, useTextOf } from './entry-context.tsx'

/**
 * Above the grid: which cell is active, what it holds, or why it takes no changes; and the keys. One line high whatever
 * it says, so that no cell moves away under the mouse.
 */
export function AddressBar({ onShortcuts }: { onShortcuts: () => void }) {
  const active = useScreen((screen) => screen.active)
  return (
    <div className="flex h-9 items-center gap-3 border-b border-line px-3 text-sm whitespace-nowrap">
      {active === null ? null : <Address cellKey={active} />}
      <ShortcutsButton onShortcuts={onShortcuts} />
    </div>
  )
}

function Address({ cellKey }: { cellKey: CellKey }) {
  const t = useTranslations('entry')
  const { store, columns, locale } = useEntry()
  const cell = useCell(cellKey)
  const textOf = useTextOf()
  const place = store.place(cellKey)
  const column = columns.find(({ kind }) => kind === place?.kind)
  if (!place || !column) return null
  const { line } = place
  const closed = column.closed ?? (line.indicator.heading ? t('headingLine') : null)
  const rest = closed ?? `${line.indicator.unitOfMeasure} · ${nameOf(line, locale)}`
  return (
    <>
      <span className="font-semibold">{t('address', { number: line.number, column: column.label })}</span>
      <span title={rest} className="min-w-0 flex-1 truncate border-l border-line-2 pl-3 text-ink-2">
        <span className="font-semibold text-ink">{textOf(cell, place.kind)}</span> {rest}
      </span>
      {closed === null ? <Hints /> : null}
    </>
  )
}

/** The two keys that a beginner asks for first, where there is room. */
function Hints() {
  const t = useTranslations('entry.keys')
  return (['edit', 'clear'] as const).map((name) => (
    <span key={name} className="hidden shrink-0 items-center gap-1.5 text-xs text-ink-3 wide:inline-flex">
      <Key>{t(`${name}Key`)}</Key>
      {t(name)}
    </span>
  ))
}

function ShortcutsButton({ onShortcuts }: { onShortcuts: () => void }) {
  const t = useTranslations('entry.keys')
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={onShortcuts}
      className="ml-auto inline-flex h-6 shrink-0 items-center gap-1.5 rounded-bar text-xs text-ink-3 hover:text-ink"
    >
      <Key>?</Key>
      {t('shortcuts')}
    </button>
  )
}
