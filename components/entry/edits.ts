import { nanoid } from 'nanoid'
import { figureKindTable } from '#domain/figure.ts'
import { figureText } from '#domain/figure-text.ts'
import { type Quantity, quantitiesEqual } from '#domain/quantity.ts'
import { fail } from '#domain/refusal.ts'
import { isAboutMore } from './cell-after.ts'
import type { CellKey, Locale } from './cell-place.ts'
import { aim, type Cell, type Grounds, needsReason as noReason, owesReason } from './cell-state.ts'
import type { Cells } from './cells.ts'
import type { Outbox } from './outbox.ts'
import { readText } from './read-text.ts'
import type { Typed } from './screen.ts'
import { blockedAt, createHistory, type Way } from './undo.ts'

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

  /** As one step and one request; `anew`: it is a step already. True where something waits for a reason. */
  function put(typed: readonly Typed[], { anew = false, ...given }: Grounds & { anew?: boolean } = {}): boolean {
    const general = { ...(reason() && { reason: reason() }), ...given }
    const batch = typed.length > 1 ? nanoid() : null
    let waits = false
    const step = typed.flatMap(({ key, text, note, grounds: own }) => {
      const grounds = { ...general, ...own }
      const [place, cell] = [cells.place(key), cells.get(key)]
      if (!place || !cell) return []
      const read = readText(place, text, locale)
      const before = aim(cell)
      const changes = read.ok && !quantitiesEqual(before, read.value)
      const writes = changes || isAboutMore({ note, grounds })
      const lacksReason = writes && !grounds.reason && asksReason(cell)
      waits ||= lacksReason
      cells.dispatch(key, { type: 'left', anew, text, note, read: lacksReason ? fail(noReason) : read, grounds, batch })
      outbox.add(key)
      if (lacksReason || (read.ok && !changes)) return []
      return [{ cell: key, before, after: read.ok ? read.value : before, text, note, grounds }]
    })
    if (!anew) history.add(step)
    return waits
  }

  /** What somebody would type to have this in the cell. */
  const textOf = (key: CellKey, quantity: Quantity | null): string => {
    const place = cells.place(key)
    return place && quantity ? figureText(place.kind, quantity, place.line.indicator, locale) : ''
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
    // Giving up a text that was never recorded needs none.
    const writes = step.some(({ before, after }) => !quantitiesEqual(before, after))
    if (writes && reasonNeeded && reason() === '') return 'reason'
    history.take(way)
    for (const { cell } of step) cells.dispatch(cell, { type: 'restore' })
    const turned = step.map(({ cell: key, before, text, note, grounds }) =>
      way === 'undo' ? { key, text: textOf(key, before) } : { key, text, note, grounds },
    )
    put(turned, { anew: true })
    return 'done'
  }

  return {
    put,
    turn,
    needsReason: (): boolean => reasonNeeded,
    /** The sheet was submitted meanwhile, or is a draft again. */
    demandReason(needed: boolean) {
      reasonNeeded = needed
    },
    /** Texts that wait for a reason. */
    waiting: (): Typed[] =>
      [...cells.all()].flatMap(([key, { trouble }]) =>
        trouble && owesReason({ trouble }) ? [{ key, text: trouble.text }] : [],
      ),
    /** A plan that stands may be corrected, or adjusted by a document (domain rule 11). */
    isAdjustable(key: CellKey): boolean {
      const [place, cell] = [cells.place(key), cells.get(key)]
      return place !== undefined && figureKindTable[place.kind].group === 'plan' && cell?.recorded.quantity != null
    },
  }
}
