'use client'
import { Button } from '../ui/button.tsx'
import type { CellKey } from './cell-place.ts'
import { useAdvice } from './cell-words.tsx'
import { useCell, useEntry } from './entry-context.tsx'

type Props = {
  cellKey: CellKey
  id?: string
  className: string
  /** Inside the grid, which is one tab stop: the same buttons stand in the list beside it. */
  untabbed?: boolean
}

/** What is wrong with a cell, in a sentence, and the buttons that settle it; nothing where all is well. */
export function CellAdvice({ cellKey, id, className, untabbed = false }: Props) {
  const { store, goTo } = useEntry()
  const cell = useCell(cellKey)
  const advice = useAdvice()(cell)
  if (!advice) return null
  const acts = {
    leave: (text: string) => store.leave(cellKey, text),
    restore: () => store.restore(cellKey),
    retry: () => store.retry(),
    giveReason: () => store.askReason(true),
  }
  return (
    <div className={className}>
      <p id={id}>{advice.words}</p>
      {advice.choices.length === 0 ? null : (
        <div className="mt-1.5 flex flex-wrap gap-1.5">
          {advice.choices.map(({ label, act, text }) => (
            <Button
              key={act}
              size="small"
              tabIndex={untabbed ? -1 : undefined}
              onClick={() => {
                acts[act](text)
                if (act === 'leave' || act === 'restore') goTo(cellKey)
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
