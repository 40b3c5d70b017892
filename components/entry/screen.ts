import type { CellKey } from './cell-place.ts'
import type { Summary } from './entry-summary.ts'
import type { Way } from './undo.ts'

/** What the whole screen shows besides its cells. */
export type Screen = {
  active: CellKey | null
  /** Given once, it goes with every change until it is changed. */
  reason: string
  /** A change waits for a reason. */
  asking: boolean
  summary: Summary
  /** Nothing was taken back, because somebody else changed this cell since. */
  stopped: { way: Way; key: CellKey } | null
}
