import { nanoid } from 'nanoid'
import { type Quantity, quantitiesEqual } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import { fail } from '#domain/refusal.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { type CellAddress, type CellKey, cellKey, type Place } from './cell-place.ts'
import { aim, type Cell, type Grounds, needsReason as noReason, type Recorded } from './cell-state.ts'
import { createCells } from './cells.ts'
import { isLost, summarize } from './entry-summary.ts'
import { createChecks } from './live-checks.ts'
import { createOutbox } from './outbox.ts'
import { readText } from './read-text.ts'
import { keptTexts, resume } from './resume.ts'
import type { EntryOptions, Screen, Typed } from './screen.ts'
import { blockedAt, createHistory, type Way } from './undo.ts'
import { noKeeper } from './unsent.ts'

export type EntryStore = ReturnType<typeof createEntryStore>

/** All cells of a sheet, what was left in them, and their way to the server; outside React, so that one cell is one. */
export function createEntryStore({ lines, locale, needsReason, active, send, ...given }: EntryOptions) {
  const { previousLines = [], keeper = noKeeper } = given
  const cells = createCells()
  const history = createHistory()
  const listeners = new Set<() => void>()
  let reasonNeeded = needsReason
  /** What goes on once a reason is given, besides the cells that wait for one. */
  let afterReason: (() => void) | null = null
  let screen: Screen = {
    ...{ active, reason: '', asking: false, stopped: null, findings: [] },
    summary: summarize(cells, []),
  }

  const outbox = createOutbox({
    cells,
    read: (place, text) => {
      const read = parse(place, text)
      return read.ok ? read.value : null
    },
    send,
    onAnswer: (answer) => {
      if (answer.type === 'refused' && answer.all?.reason === noReason.reason) {
        reasonNeeded = true
        screen = { ...screen, asking: true, reason: '' }
      }
      settle()
    },
  })

  const checks = createChecks({
    ...{ cells, previousLines },
    onFound: (findings) => show({ findings, summary: summarize(cells, findings) }),
  })

  function show(change: Partial<Screen>) {
    screen = { ...screen, ...change }
    for (const listener of listeners) listener()
  }

  /** What changed goes on its way, is kept by the browser, and is shown. */
  function settle(change: Partial<Screen> = {}) {
    outbox.pump()
    if (cells.takeChanged()) {
      keeper.keep({ parcels: outbox.parcels(), texts: keptTexts(cells.all()) })
      show({ ...change, summary: summarize(cells, screen.findings) })
      checks.soon()
    } else show(change)
  }

  const parse = (place: Place, text: string) => readText(place, text, locale)

  /** Over what somebody else wrote nobody writes without saying why. */
  const asksReason = (cell: Cell) => reasonNeeded || cell.trouble?.kind === 'conflict'

  /** Leaves texts in cells, as one step and one request: each is sent, refused in place, or waits for a reason. */
  function put(typed: readonly Typed[], { remember = true, ...given }: Grounds & { remember?: boolean } = {}) {
    const grounds = { ...(screen.reason && { reason: screen.reason }), ...given }
    const batch = typed.length > 1 ? nanoid() : null
    let waits = false
    const step = typed.flatMap(({ key, text }) => {
      const [place, cell] = [cells.place(key), cells.get(key)]
      if (!place || !cell) return []
      const read = parse(place, text)
      const before = aim(cell)
      const changes = read.ok && !quantitiesEqual(before, read.value)
      const lacksReason = changes && !grounds.reason && asksReason(cell)
      waits ||= lacksReason
      cells.dispatch(key, { type: 'left', text, read: lacksReason ? fail(noReason) : read, grounds, batch })
      outbox.add(key)
      if (lacksReason || (read.ok && !changes)) return []
      return [{ cell: key, before, after: read.ok ? read.value : before, text }]
    })
    if (remember) history.add(step)
    return waits
  }

  function leaveAll(typed: readonly Typed[], grounds: Grounds = {}) {
    const waits = put(typed, grounds)
    if (typed.some(({ key }) => key === cells.typing())) cells.type(null)
    settle({ stopped: null, ...(waits && { asking: true }) })
  }

  const textOf = (quantity: Quantity | null) => (quantity ? formatQuantity(quantity, { style: locale }) : '')

  /** Takes the last step back, or makes it again: changes like any other. Not over what somebody else wrote since. */
  function turn(way: Way) {
    const step = history.next(way)
    if (!step) return
    const key = blockedAt(step, way, cells.all())
    if (key !== null) {
      history.drop(way)
      return settle({ stopped: { way, key } })
    }
    if (reasonNeeded && screen.reason === '') {
      afterReason = () => turn(way)
      return settle({ asking: true })
    }
    history.take(way)
    const back = step.map(({ cell, before, text }) => ({ key: cell, text: way === 'undo' ? textOf(before) : text }))
    put(back, { remember: false })
    settle({ stopped: null })
  }

  /** The page was read: new lines appear, figures that others changed are taken over where nobody is at work. */
  function refresh(current: readonly SheetLine[]) {
    cells.refresh(current)
    settle()
    checks.of(current)
  }
  refresh(lines)

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    cell: cells.get,
    place: cells.place,
    screen: (): Screen => screen,
    leave: (key: CellKey, text: string, grounds: Grounds = {}) => leaveAll([{ key, text }], grounds),
    leaveAll,
    undo: () => turn('undo'),
    redo: () => turn('redo'),
    refresh,
    /** What stands in cells by now, whoever wrote it. */
    receive(figures: readonly (CellAddress & Recorded)[]) {
      for (const { indicator, kind, ...recorded } of figures) cells.receive(cellKey(indicator, kind), recorded)
      settle()
    },
    /** Takes up what an earlier window left unsent. */
    resume() {
      for (const unsent of keeper.take()) resume(unsent, cells, outbox, parse)
      settle()
    },
    restore(key: CellKey) {
      cells.dispatch(key, { type: 'restore' })
      settle()
    },
    /** Sends again what has not arrived. */
    retry() {
      outbox.retry()
      settle()
    },
    accept: checks.accept,
    activate: (key: CellKey) => {
      if (key !== screen.active) show({ active: key })
    },
    /** Says in which cell somebody is typing; null: what was typed has been left there, or given up. */
    type(key: CellKey | null) {
      if (key === cells.typing()) return
      cells.type(key)
      settle()
    },
    /** How many cells hold what leaving the screen would lose. */
    lost: (): number => [...cells.all()].filter(([key, cell]) => key === cells.typing() || isLost(cell)).length,
    askReason: (asking: boolean) => {
      if (!asking) afterReason = null
      show({ asking })
    },
    /** Gives the reason, and leaves again what waited for one. */
    giveReason(reason: string) {
      // Where only what others wrote asks for one it is of that change alone.
      show({ reason: reasonNeeded ? reason : '', asking: false })
      const waiting = [...cells.all()].flatMap(([key, { trouble }]) =>
        trouble?.kind === 'refused' && trouble.problem.reason === noReason.reason ? [{ key, text: trouble.text }] : [],
      )
      if (waiting.length > 0) leaveAll(waiting, { reason })
      afterReason?.()
      afterReason = null
    },
  }
}
