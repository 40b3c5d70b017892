import type { SheetLine } from '#domain/sheet.ts'
import type { CellKey, Locale } from './cell-place.ts'
import type { Grounds, Written } from './cell-state.ts'
import type { Summary } from './entry-summary.ts'
import type { CellFinding } from './find-in-cells.ts'
import type { Answer, Parcel } from './send-parcel.ts'
import type { Way } from './undo.ts'
import type { UnsentKeeper } from './unsent.ts'

export type EntryOptions = {
  lines: readonly SheetLine[]
  /** The live lines of the year before, for the checks. */
  previousLines?: readonly SheetLine[]
  /** What the checks find in the lines as they came. */
  findings?: readonly CellFinding[]
  locale: Locale
  /** A submitted sheet: a change says why. */
  needsReason: boolean
  /** The cell that is active at first. */
  active: CellKey | null
  send: (parcel: Parcel) => Promise<Answer>
  keeper?: UnsentKeeper
}

/** A text for a cell, as a person of this locale types it; '' clears. */
export type Typed = Written & { key: CellKey; grounds?: Grounds }

/** What the whole screen shows besides its cells. */
export type Screen = {
  active: CellKey | null
  /** Given once, it goes with every change until it is changed. */
  reason: string
  /** A change waits for a reason. */
  asking: boolean
  /** The cell whose details are open. */
  details: CellKey | null
  summary: Summary
  /** What checks find in the cells as they stand. */
  findings: readonly CellFinding[]
  /** Nothing was taken back, because somebody else changed this cell since. */
  stopped: { way: Way; key: CellKey } | null
}
