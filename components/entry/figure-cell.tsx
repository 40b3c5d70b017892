'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type MouseEvent, useEffect, useState } from 'react'
import { isOpen } from '#domain/entry-column.ts'
import { Breakable } from './breakable.tsx'
import { CellAdvice } from './cell-advice.tsx'
import { CellGlyph, cellTint, fades } from './cell-glyph.tsx'
import { CellInput } from './cell-input.tsx'
import { cellKey, type EntryColumn } from './cell-place.ts'
import type { CellStatus } from './cell-state.ts'
import { nameOf, type TextOf, useActive, useCell, useDraft, useEntry, useStatus } from './entry-context.tsx'
import type { EntryRow, MoveBy } from './use-entry-table.ts'

type Props = {
  row: EntryRow
  column: EntryColumn
  /** Counted from 1, as a screen reader says it. */
  columnIndex: number
  move: MoveBy
  textOf: TextOf
  /** The advice opens upwards where there is no room below. */
  upwards: boolean
}

/** Keys besides the characters that would change a cell. */
const writing = ['Delete', 'Backspace', 'F2']
const popover = (upwards: boolean) =>
  `absolute right-0 z-20 w-64 rounded-popover border border-line bg-raised p-2.5 text-left text-xs whitespace-normal text-ink shadow-popover ${
    upwards ? 'bottom-full mb-1' : 'top-full mt-1'
  }`
const calm: readonly CellStatus[] = ['rest', 'saving', 'saved']
const needsAdvice = (status: CellStatus) => !calm.includes(status)
/** How a cell of the range is filled; the active one stays as it is. */
const inRange =
  'aria-selected:bg-accent-weak forced-colors:aria-selected:bg-[Highlight] forced-colors:aria-selected:text-[HighlightText] forced-colors:aria-selected:forced-color-adjust-none forced-colors:aria-selected:[&_svg]:text-[HighlightText]'

/**
 * One cell of figures: it renders again when it becomes active, no longer is, or its own state changes. There may be
 * thousands, and a browser pays for each element in it, most of all for one that is positioned: a cell at rest is empty
 * but for its text, and only one with something to show above it is positioned.
 */
export function FigureCell({ row, column, columnIndex, move, textOf, upwards }: Props) {
  const { store, locale, goTo } = useEntry()
  const line = row.original
  const key = cellKey(row.id, column.kind)
  const active = useActive(key)
  const cell = useCell(key)
  const status = useStatus(key)
  const text = textOf(cell, column.kind)
  const open = isOpen(column, line)
  const draft = useDraft(key)
  const adviceId = `advice-${key}`

  /** Somebody tried to write into a closed cell: it says why not until they go on. */
  const [tried, setTried] = useState(false)
  if (tried && (!active || open)) setTried(false)

  const hold = (typed: string | null) => store.type(typed === null ? null : { key, text: typed, from: text })
  // The cell was closed under the hand that types: the server says why, and the text stays.
  useEffect(() => {
    if (!open && draft !== null) store.endTyping(draft)
  }, [open, draft, store])
  const onClosedKey = (event: KeyboardEvent) => {
    const { key: pressed, altKey, ctrlKey, metaKey } = event
    if (altKey || ctrlKey || metaKey || pressed === '?') return
    if (pressed === 'Enter') move('down')
    else if (pressed.length === 1 || writing.includes(pressed)) setTried(true)
    else return
    event.preventDefault()
  }
  /** The mouse begins a range here, or with Shift ends one. */
  const onMouseDown = (event: MouseEvent<HTMLElement>) => {
    const inside = event.target instanceof Element && event.target.closest('button') !== null
    if (event.button !== 0 || draft !== null || inside) return
    event.preventDefault()
    // What is being typed elsewhere is left there before its cell is no longer the active one.
    if (!active && document.activeElement instanceof HTMLElement) document.activeElement.blur()
    row.getAllCellsByColumnId()[column.kind]?.getSelectionStartHandler()(event)
    goTo(key, event.shiftKey)
  }
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid
      role="gridcell"
      tabIndex={active && !open ? 0 : -1}
      aria-colindex={columnIndex}
      aria-readonly={!open}
      aria-selected={false}
      onMouseDown={onMouseDown}
      onMouseEnter={(event) => row.getAllCellsByColumnId()[column.kind]?.getSelectionExtendHandler()(event)}
      onKeyDown={open ? undefined : onClosedKey}
      className={`h-8 border-r border-b border-line px-2 text-right outline-none ${open ? '' : 'bg-sunken text-ink-2'} ${
        active ? 'relative z-10' : inRange
      } ${status === 'rest' ? '' : 'relative'} ${cellTint[status]}`}
    >
      {status === 'rest' ? null : (
        <span
          key={cell.savedAt}
          className={`absolute inset-y-0 left-1.5 flex items-center ${status === 'saved' ? fades : ''}`}
        >
          <CellGlyph status={status} />
        </span>
      )}
      {text === '' ? null : (
        <Breakable
          aria-hidden={active && open ? true : undefined}
          text={text}
          className={status === 'rest' ? '' : 'block pl-4'}
        />
      )}
      {status === 'rest' || status === 'saved' ? null : <StatusWords status={status} />}
      {active && open ? (
        <CellInput
          label={`${nameOf(line, locale)}, ${column.label}`}
          describedBy={adviceId}
          invalid={status === 'refused' || status === 'conflict'}
          text={text}
          draft={draft}
          onDraft={hold}
          onCommit={store.endTyping}
          move={move}
        />
      ) : null}
      {active ? (
        <span aria-hidden className="pointer-events-none absolute inset-0 border-2 border-accent">
          <span className="absolute -right-[5px] -bottom-[5px] size-2 border border-surface bg-accent" />
        </span>
      ) : null}
      {active && needsAdvice(status) ? (
        <CellAdvice cellKey={key} id={adviceId} untabbed className={popover(upwards)} />
      ) : null}
      {active && !open ? (
        <span role="status">{tried ? <WhyClosed column={column} className={popover(upwards)} /> : null}</span>
      ) : null}
    </td>
  )
}

// Words are looked up where they are said: thousands of cells at rest say none.

const StatusWords = ({ status }: { status: Exclude<CellStatus, 'rest' | 'saved'> }) => (
  <span className="sr-only">{`, ${useTranslations('entry.status')(status)}`}</span>
)

const WhyClosed = ({ column, className }: { column: EntryColumn; className: string }) => {
  const t = useTranslations('entry')
  return <span className={className}>{column.closed ?? t('headingLine')}</span>
}
