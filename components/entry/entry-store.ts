import type { SheetLine } from '#domain/sheet.ts'
import { type CellAddress, type CellKey, cellKey } from './cell-place.ts'
import { type Grounds, needsReason as noReason, type Recorded } from './cell-state.ts'
import { createCells, type Draft } from './cells.ts'
import { createEdits } from './edits.ts'
import { isLost, summarize } from './entry-summary.ts'
import { createChecks } from './live-checks.ts'
import { createOutbox } from './outbox.ts'
import { readText } from './read-text.ts'
import { keptTexts, resume } from './resume.ts'
import type { EntryOptions, Screen, Typed } from './screen.ts'
import type { Way } from './undo.ts'
import { noKeeper, type UnsentText } from './unsent.ts'

export type EntryStore = ReturnType<typeof createEntryStore>

/** All cells of a sheet, what was left in them, and their way to the server; outside React, so that one cell is one. */
export function createEntryStore({ lines, locale, needsReason, active, send, ...given }: EntryOptions) {
  const { previousLines = [], findings: found = [], keeper = noKeeper } = given
  const cells = createCells()
  const listeners = new Set<() => void>()
  /** What goes on once a reason is given, besides the cells that wait for one. */
  let afterReason: (() => void) | null = null
  /** Texts of lines that are not on the sheet any more. */
  const strays: UnsentText[] = []
  let screen: Screen = {
    ...{ active, reason: '', asking: false, details: null, stopped: null, findings: found },
    summary: summarize(cells, found),
  }

  const outbox = createOutbox({
    cells,
    read: (place, text) => readText(place, text, locale),
    send,
    onAnswer: (answer) => {
      if (answer.type === 'refused' && answer.all?.reason === noReason.reason) {
        edits.demandReason(true)
        screen = { ...screen, asking: true, reason: '' }
      }
      settle()
    },
  })

  const edits = createEdits({ cells, outbox, locale, needsReason, reason: () => screen.reason })

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
      keeper.keep({ parcels: outbox.parcels(), texts: [...strays, ...keptTexts(cells.all())] })
      show({ ...change, summary: summarize(cells, screen.findings) })
      checks.soon()
    } else show(change)
  }

  function leaveAll(typed: readonly Typed[], grounds: Grounds = {}) {
    const waits = edits.put(typed, grounds)
    if (typed.some(({ key }) => key === cells.draft()?.key)) cells.type(null)
    settle({ stopped: null, ...(waits && { asking: true }) })
  }

  function turn(way: Way) {
    const turned = edits.turn(way)
    if (turned === 'reason') afterReason = () => turn(way)
    const stopped = typeof turned === 'object' ? { way, key: turned.stopped } : null
    settle({ stopped, ...(turned === 'reason' && { asking: true }) })
  }

  /** The page was read: new lines appear, figures that others changed are taken over where nobody is at work. */
  function refresh(current: readonly SheetLine[], submitted = edits.needsReason()) {
    edits.demandReason(submitted)
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
    leave: (key: CellKey, text: string) => leaveAll([{ key, text }]),
    leaveAll,
    undo: () => turn('undo'),
    redo: () => turn('redo'),
    refresh,
    /** What stands in cells by now, whoever wrote it. */
    receive(figures: readonly (CellAddress & Recorded)[]) {
      for (const { indicator, kind, ...recorded } of figures) cells.receive(cellKey(indicator, kind), recorded)
      settle()
    },
    /** Begins in the browser: takes up what an earlier window left unsent, and checks. */
    start() {
      for (const unsent of keeper.take()) {
        strays.push(...resume(unsent, cells, outbox, (place, text) => readText(place, text, locale)))
      }
      cells.touch()
      settle()
      void checks.start()
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
    draft: cells.draft,
    /** Somebody types in a cell; null: they give it up. */
    type(typed: Draft | null) {
      cells.type(typed)
      settle()
    },
    /** Somebody leaves the cell that they opened; as it was then, nothing was typed. */
    endTyping(text: string) {
      const draft = cells.draft()
      if (!draft) return
      if (text !== draft.from) return leaveAll([{ key: draft.key, text }])
      cells.type(null)
      settle()
    },
    /** How many cells hold what leaving the screen would lose. */
    lost: (): number => {
      const draft = cells.draft()
      const typed = draft !== null && draft.text !== draft.from ? draft.key : null
      return [...cells.all()].filter(([key, cell]) => key === typed || isLost(cell)).length
    },
    /** While a dialog is about cells as they are, nothing that others write comes in between. */
    hold(held: boolean) {
      cells.hold(held)
      settle()
    },
    showDetails(details: CellKey | null) {
      cells.hold(details !== null)
      settle({ details })
    },
    askReason: (asking: boolean) => {
      if (!asking) afterReason = null
      show({ asking })
    },
    needsReason: edits.needsReason,
    waiting: edits.waiting,
    isAdjustable: edits.isAdjustable,
    /** Gives the reason, and leaves again what waited for one; plans as adjusted by a document, where one is named. */
    giveReason(reason: string, document?: string) {
      // Where only what others wrote asks for one it is of that change alone.
      show({ reason: edits.needsReason() ? reason : '', asking: false })
      // Before what waited is a step of its own.
      afterReason?.()
      afterReason = null
      const { adjusted = [], others = [] } = Object.groupBy(edits.waiting(), ({ key }) =>
        document !== undefined && edits.isAdjustable(key) ? 'adjusted' : 'others',
      )
      if (others.length > 0) leaveAll(others, { reason })
      if (adjusted.length > 0 && document) leaveAll(adjusted, { reason, document, change: 'adjustment' })
    },
  }
}
