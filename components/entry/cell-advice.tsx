'use client'
import { Button } from '../ui/button.tsx'
import type { CellKey } from './cell-place.ts'
import { type Choice, useAdvice } from './cell-words.tsx'
import { useEntry } from './entry-context.tsx'

type Props = {
  cellKey: CellKey
  id?: string
  className: string
  /** Inside the grid, which is one tab stop: the same buttons stand in the list beside it. */
  untabbed?: boolean
}

/** After these the cell is where work goes on. */
const settles: readonly Choice['act'][] = ['leave', 'restore', 'accept']

/** What is wrong with a cell, in a sentence, and the buttons that settle it; nothing where all is well. */
export function CellAdvice({ cellKey, id, className, untabbed = false }: Props) {
  const { store, goTo } = useEntry()
  const advice = useAdvice(cellKey)
  if (!advice) return null
  const act = (choice: Choice) => {
    if (choice.act === 'leave') store.leave(cellKey, choice.text)
    else if (choice.act === 'restore') store.restore(cellKey)
    else if (choice.act === 'accept') store.accept(choice.finding)
    else if (choice.act === 'retry') store.retry()
    else store.askReason(true)
    if (settles.includes(choice.act)) goTo(cellKey)
  }
  return (
    <div className={className}>
      <p id={id}>{advice.words}</p>
      {advice.choices.length === 0 ? null : (
        <div className="mt-1.5 flex flex-wrap gap-1.5">
          {advice.choices.map((choice) => (
            <Button key={choice.act} size="small" tabIndex={untabbed ? -1 : undefined} onClick={() => act(choice)}>
              {choice.label}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
