import type { Quantity } from '#domain/quantity.ts'
import { fail, type Result } from '#domain/refusal.ts'
import type { CellKey, Place } from './cell-place.ts'
import { type Cell, type CellProblem, needsReason, owesReason } from './cell-state.ts'
import type { Cells } from './cells.ts'
import type { Outbox } from './outbox.ts'
import type { Unsent, UnsentText } from './unsent.ts'

type Parse = (place: Place, text: string) => Result<Quantity | null, CellProblem>

/** What of these cells is not recorded and not on its way, to be kept by the browser. */
export const keptTexts = (cells: ReadonlyMap<CellKey, Cell>): UnsentText[] =>
  [...cells].flatMap(([cell, { next, trouble }]) => {
    const texts: UnsentText[] = []
    for (const left of [next, trouble]) {
      if (!left) continue
      const { text, note, seen, grounds, batch } = left
      texts.push({
        cell,
        text,
        note,
        seen,
        grounds,
        batch,
        ...(left === trouble && owesReason({ trouble }) && { owes: true }),
      })
    }
    return texts
  })

/**
 * Puts back what an earlier window left unsent; returns what belongs to no line of the sheet any more. What was on its
 * way goes again as it was: only the server knows whether it had arrived. A text that was typed over another value than
 * the one that stands there now is a conflict.
 */
export function resume({ parcels, texts }: Unsent, cells: Cells, outbox: Outbox, parse: Parse): UnsentText[] {
  for (const parcel of parcels) outbox.resume(parcel)
  return texts.filter(({ cell, owes = false, ...left }) => {
    const place = cells.place(cell)
    if (!place) return true
    const read = parse(place, left.text)
    cells.dispatch(cell, { type: 'resumed', read: owes && read.ok ? fail(needsReason) : read, sent: false, ...left })
    outbox.add(cell)
    return false
  })
}
