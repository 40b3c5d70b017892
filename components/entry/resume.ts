import type { Quantity } from '#domain/quantity.ts'
import type { Result } from '#domain/refusal.ts'
import { type CellKey, cellKey, type Place } from './cell-place.ts'
import type { Cell, CellProblem } from './cell-state.ts'
import type { Cells } from './cells.ts'
import type { Outbox } from './outbox.ts'
import type { Unsent } from './unsent.ts'

type Parse = (place: Place, text: string) => Result<Quantity | null, CellProblem>

/** What of these cells is not recorded and not on its way, to be kept by the browser. */
export const keptTexts = (cells: ReadonlyMap<CellKey, Cell>): Unsent['texts'] =>
  [...cells].flatMap(([cell, { next, trouble }]) => {
    if (next) {
      const { quantity: _quantity, ...entry } = next
      return [{ cell, ...entry }]
    }
    if (!trouble) return []
    // Theirs was told, not taken: over it the text is a conflict again.
    const seen = trouble.kind === 'refused' ? trouble.seen : null
    const { text, note } = trouble
    return [{ cell, text, note, seen, grounds: {}, batch: null }]
  })

/**
 * Puts back what an earlier window left unsent. What was on its way goes again as it was: only the server knows whether
 * it had arrived. A text that was typed over another value than the one that stands there now is a conflict.
 */
export function resume({ parcels, texts }: Unsent, cells: Cells, outbox: Outbox, parse: Parse): void {
  const put = (key: CellKey, sent: boolean, { text, ...rest }: Omit<Unsent['texts'][number], 'cell'>) => {
    const place = cells.place(key)
    if (place) cells.dispatch(key, { type: 'resumed', read: parse(place, text), text, sent, ...rest })
  }
  for (const parcel of parcels) {
    for (const { indicator, kind, text, note, expectedVersion: seen } of parcel.changes) {
      put(cellKey(indicator, kind), true, { text, note, seen, grounds: parcel.grounds, batch: null })
    }
    outbox.resume(parcel)
  }
  for (const { cell, ...rest } of texts) {
    put(cell, false, rest)
    outbox.add(cell)
  }
}
