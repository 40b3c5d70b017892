'use client'
import { Subscribe } from '@tanstack/react-table'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import { Breakable } from './breakable.tsx'
import { CellAdvice } from './cell-advice.tsx'
import { CellGlyph, cellTint, fades } from './cell-glyph.tsx'
import { CellInput } from './cell-input.tsx'
import { cellKey, type EntryColumn, isOpen } from './cell-place.ts'
import { nameOf, shownText, useCell, useEntry, useStatus } from './entry-context.tsx'
import type { Move } from './grid-keys.ts'
import type { EntryRow } from './use-entry-table.ts'

type Props = {
  row: EntryRow
  column: EntryColumn
  move: (move: Move, typed?: boolean) => void
  /** The advice opens upwards where there is no room below. */
  upwards: boolean
}

/** Keys besides the characters that would change a cell. */
const writing = ['Delete', 'Backspace', 'F2']
const popover = (upwards: boolean) =>
  `absolute right-0 z-20 w-64 rounded-popover border border-line bg-raised p-2.5 text-left text-xs whitespace-normal text-ink shadow-popover ${
    upwards ? 'bottom-full mb-1' : 'top-full mt-1'
  }`

/** One cell of figures: it renders again when it becomes active or its own state changes. */
export function FigureCell(props: Props) {
  const { row, column } = props
  return (
    <Subscribe
      source={row.table.atoms.cellSelection}
      selector={(ranges) => {
        const last = ranges.at(-1)
        return last?.anchorRowId === row.id && last.anchorColumnId === column.kind
      }}
    >
      {(active: boolean) => <Cell {...props} active={active} />}
    </Subscribe>
  )
}

function Cell({ row, column, move, upwards, active }: Props & { active: boolean }) {
  const t = useTranslations('entry')
  const { store, locale, goTo } = useEntry()
  const line = row.original
  const key = cellKey(row.id, column.kind)
  const cell = useCell(key)
  const status = useStatus(key)
  const text = shownText(cell, locale)
  const open = isOpen(column, line)
  /** What is being typed; null outside of edit mode. */
  const [draft, setDraft] = useState<string | null>(null)
  const adviceId = `advice-${key}`

  /** Somebody tried to write into a closed cell: it says why not until they go on. */
  const [tried, setTried] = useState(false)
  if (tried && (!active || open)) setTried(false)

  const hold = (typed: string | null) => {
    setDraft(typed)
    store.type(typed === null || typed === text ? null : key)
  }
  const commit = (typed: string) => {
    hold(null)
    store.leave(key, typed)
  }
  const onClosedKey = (event: KeyboardEvent) => {
    const { key: pressed, altKey, ctrlKey, metaKey } = event
    if (altKey || ctrlKey || metaKey) return
    if (pressed === 'Enter') move('down')
    else if (pressed.length === 1 || writing.includes(pressed)) setTried(true)
    else return
    event.preventDefault()
  }
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid
      role="gridcell"
      tabIndex={active && !open ? 0 : -1}
      aria-readonly={!open}
      onClick={() => draft === null && goTo(key)}
      onKeyDown={open ? undefined : onClosedKey}
      onPaste={open ? undefined : () => setTried(true)}
      className={`relative h-8 border-r border-b border-line px-2 text-right outline-none ${
        open ? '' : 'bg-sunken text-ink-2'
      } ${active ? 'z-10' : ''} ${cellTint[status]}`}
    >
      <span
        key={cell.savedAt}
        className={`absolute inset-y-0 left-1.5 flex items-center ${status === 'saved' ? fades : ''}`}
      >
        <CellGlyph status={status} />
      </span>
      <span aria-hidden={active && open ? true : undefined} className={`block ${status === 'rest' ? '' : 'pl-4'}`}>
        <Breakable text={text} />
      </span>
      {status === 'rest' || status === 'saved' ? null : <span className="sr-only">{`, ${t(`status.${status}`)}`}</span>}
      {active && open ? (
        <CellInput
          label={`${nameOf(line, locale)}, ${column.label}`}
          describedBy={adviceId}
          invalid={status === 'refused' || status === 'conflict'}
          text={text}
          draft={draft}
          onDraft={hold}
          onCommit={commit}
          onRestore={() => store.restore(key)}
          move={move}
        />
      ) : null}
      {active ? <span aria-hidden className="pointer-events-none absolute inset-0 border-2 border-accent" /> : null}
      {active ? <CellAdvice cellKey={key} id={adviceId} untabbed className={popover(upwards)} /> : null}
      {active && !open ? (
        <span role="status">
          {tried ? <span className={popover(upwards)}>{column.closed ?? t('headingLine')}</span> : null}
        </span>
      ) : null}
    </td>
  )
}
