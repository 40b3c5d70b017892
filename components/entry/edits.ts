import { nanoid } from 'nanoid'
import { figureKindTable } from '#domain/figure.ts'
import { figureText } from '#domain/figure-text.ts'
import { type Quantity, quantitiesEqual } from '#domain/quantity.ts'
import { fail } from '#domain/refusal.ts'
import { isAboutMore } from './cell-after.ts'
import type { CellKey, Locale } from './cell-place.ts'
import { aim, type Cell, type Grounds, needsReason as noReason } from './cell-state.ts'
import type { Cells } from './cells.ts'
import type { Outbox } from './outbox.ts'
import { readText } from './read-text.ts'
import type { Typed } from './screen.ts'
import { blockedAt, type CellChange, createHistory, type Way, wasNeverRecorded } from './undo.ts'

type Options = {
  cells: Cells
  outbox: Outbox
  locale: Locale
  /** A submitted sheet: a change says why. */
  needsReason: boolean
  /** The one that goes with every change; '' where none was given. */
  reason: () => string
}

/** What came of taking a step back: it waits for a reason; or somebody else wrote in this cell since. */
type Turned = 'nothing' | 'done' | 'reason' | { stopped: CellKey }

/** Leaving texts in cells and taking that back: what changes, what is refused in place, what waits for a reason. */
export function createEdits({ cells, outbox, locale, needsReason, reason }: Options) {
  const history = createHistory()
  let reasonNeeded = needsReason

  /** Over what somebody else wrote nobody writes without saying why. */
  const asksReason = (cell: Cell) => reasonNeeded || cell.trouble?.kind === 'conflict'

  /** As one step and one request. True where something waits for a reason. */
  function put(typed: readonly Typed[], { remember = true, ...given }: Grounds & { remember?: boolean } = {}): boolean {
    const grounds = { ...(reason() && { reason: reason() }), ...given }
    const batch = typed.length > 1 ? nanoid() : null
    let waits = false
    const step = typed.flatMap(({ key, text, ...more }) => {
      const [place, cell] = [cells.place(key), cells.get(key)]
      if (!place || !cell) return []
      // A note that is not recorded goes with whatever is left there next, until it is taken back.
      const note = more.note ?? (remember ? cell.trouble?.note : undefined)
      const read = readText(place, text, locale)
      const before = aim(cell)
      const changes = read.ok && !quantitiesEqual(before, read.value)
      const writes = changes || isAboutMore({ note, grounds })
      const lacksReason = writes && !grounds.reason && asksReason(cell)
      waits ||= lacksReason
      cells.dispatch(key, { type: 'left', text, note, read: lacksReason ? fail(noReason) : read, grounds, batch })
      outbox.add(key)
      if (lacksReason || (read.ok && !changes)) return []
      return [{ cell: key, before, after: read.ok ? read.value : before, text }]
    })
    if (remember) history.add(step)
    return waits
  }

  /** What somebody would type to have this in the cell. */
  const textOf = (key: CellKey, quantity: Quantity | null): string => {
    const place = cells.place(key)
    return place && quantity ? figureText(place.kind, quantity, place.line.indicator, locale) : ''
  }

  /** What taking a change back leaves: under a text that was never recorded that is what stands there by now. */
  function stoodBefore(change: CellChange): Quantity | null {
    const cell = cells.get(change.cell)
    return cell && wasNeverRecorded(change, cell) ? aim(cell) : change.before
  }

  /** Takes the last step back, or makes it again: changes like any other. Not over what somebody else wrote since. */
  function turn(way: Way): Turned {
    const step = history.next(way)
    if (!step) return 'nothing'
    const stopped = blockedAt(step, way, cells.all())
    if (stopped !== null) {
      history.drop(way)
      return { stopped }
    }
    if (reasonNeeded && reason() === '') return 'reason'
    history.take(way)
    const back = step.map((change) => ({
      key: change.cell,
      text: way === 'undo' ? textOf(change.cell, stoodBefore(change)) : change.text,
    }))
    put(back, { remember: false })
    return 'done'
  }

  return {
    put,
    turn,
    needsReason: (): boolean => reasonNeeded,
    /** The sheet was submitted meanwhile. */
    demandReason() {
      reasonNeeded = true
    },
    /** Texts that wait for a reason. */
    waiting: (): Typed[] =>
      [...cells.all()].flatMap(([key, { trouble }]) =>
        trouble?.kind === 'refused' && trouble.problem.reason === noReason.reason ? [{ key, text: trouble.text }] : [],
      ),
    /** A plan that stands may be corrected, or adjusted by a document (domain rule 11). */
    isAdjustable(key: CellKey): boolean {
      const [place, cell] = [cells.place(key), cells.get(key)]
      return place !== undefined && figureKindTable[place.kind].group === 'plan' && cell?.recorded.quantity != null
    },
  }
}
