'use client'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import type { Move } from './grid-keys.ts'
import { catchBlock } from './paste.ts'

type Props = {
  label: string
  describedBy: string
  invalid: boolean
  text: string
  draft: string | null
  onDraft: (draft: string | null) => void
  onCommit: (typed: string) => void
  onRestore: () => void
  /** `typed`: after something was typed, on to where more can be. */
  move: (move: Move, typed?: boolean) => void
}

/**
 * The active cell's own input. It has the focus before anything is typed, with its text selected, so that the first
 * character is the browser's (and an input method's) to place: typing replaces, and nothing is lost.
 */
export function CellInput({ label, describedBy, invalid, text, draft, onDraft, onCommit, onRestore, move }: Props) {
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
    const leave = (step: Move) => {
      event.preventDefault()
      onCommit(draft ?? text)
      move(step, true)
    }
    if (editing) {
      event.stopPropagation()
      if (key === 'Enter') leave('down')
      else if (key === 'Tab') leave(shiftKey ? 'left' : 'right')
      else if (key === 'Escape') onDraft(null)
      return
    }
    if (altKey || ctrlKey || metaKey) return
    if (key === 'Enter' || key === 'F2') {
      event.preventDefault()
      edit()
    } else if (key === 'Delete') {
      event.preventDefault()
      onCommit('')
    } else if (key === 'Escape') onRestore()
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
      onPaste={(event) => catchBlock(event, onCommit)}
      className={`absolute inset-0 w-full bg-surface px-2 text-right text-ink outline-none ${
        editing ? '' : 'cursor-cell opacity-0'
      }`}
    />
  )
}
