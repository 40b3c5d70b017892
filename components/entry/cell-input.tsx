'use client'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useEntry } from './entry-context.tsx'
import type { Move } from './grid-keys.ts'
import { selectedCells } from './grid-range.ts'
import { catchBlock } from './paste.ts'
import type { MoveBy } from './use-entry-table.ts'

type Props = {
  label: string
  describedBy: string
  invalid: boolean
  text: string
  draft: string | null
  onDraft: (draft: string | null) => void
  onCommit: (typed: string) => void
  move: MoveBy
}

/** Where a key that ends the typing leads. */
const steps: Record<string, { alone: Move; withShift: Move }> = {
  Enter: { alone: 'down', withShift: 'up' },
  Tab: { alone: 'right', withShift: 'left' },
}

/**
 * The active cell's own input. It has the focus before anything is typed, with its text selected, so that the first
 * character is the browser's (and an input method's) to place: typing replaces, and nothing is lost.
 */
export function CellInput({ label, describedBy, invalid, text, draft, onDraft, onCommit, move }: Props) {
  const { onPaste, table, columns } = useEntry()
  const input = useRef<HTMLInputElement>(null)
  const editing = draft !== null

  useEffect(() => {
    if (!editing && input.current?.value === text && document.activeElement === input.current) input.current.select()
  }, [editing, text])

  /** Edit mode that keeps the value, the caret at its end. */
  const edit = () => {
    onDraft(text)
    input.current?.setSelectionRange(text.length, text.length)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event
    if (event.nativeEvent.isComposing) {
      event.stopPropagation()
      return
    }
    const modified = altKey || ctrlKey || metaKey
    if (editing) {
      const step = modified ? undefined : steps[key]
      // With a modifier Enter opens the details, of what has been left there.
      if (key === 'Enter' && modified) onCommit(draft)
      else event.stopPropagation()
      if (step) {
        event.preventDefault()
        onCommit(draft)
        move(shiftKey ? step.withShift : step.alone, true)
      } else if (key === 'Escape') onDraft(null)
    } else if (!modified && (key === 'Enter' || key === 'F2')) {
      event.preventDefault()
      edit()
    }
  }
  const onBlur = (event: FocusEvent) => {
    // Leaving the window is not leaving the cell.
    if (editing && document.activeElement !== event.currentTarget) onCommit(draft)
  }
  return (
    <input
      ref={input}
      type="text"
      tabIndex={0}
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      data-editing={editing || undefined}
      value={draft ?? text}
      onChange={(event) => onDraft(event.target.value)}
      onFocus={(event) => event.target.select()}
      onMouseDown={(event) => {
        if (editing) return
        event.preventDefault()
        input.current?.focus()
      }}
      onDoubleClick={() => editing || edit()}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onPaste={(event) => {
        // Outside of editing the grid hears it.
        if (!editing) return
        catchBlock(event, (block) => {
          onDraft(null)
          onPaste(block, selectedCells(table, columns))
        })
      }}
      className={`absolute inset-0 w-full bg-surface px-2 text-right text-ink outline-none ${
        editing ? '' : 'cursor-cell opacity-0'
      }`}
    />
  )
}
