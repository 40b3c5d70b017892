import type { FigureKind } from '#domain/figure.ts'
import { parseFigure } from '#domain/figure-text.ts'
import { type Quantity, quantitiesEqual } from '#domain/quantity.ts'
import { fail, type Result } from '#domain/refusal.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { type CellAddress, type CellKey, cellKey, type Locale, type Place } from './cell-place.ts'
import {
  type Attempt,
  aim,
  type Cell,
  type CellEvent,
  type CellProblem,
  cellAfter,
  needsReason as noReason,
  restingCell,
} from './cell-state.ts'
import { isLost, type Summary, summarize } from './entry-summary.ts'
import { isBlock } from './paste.ts'
import type { Answer } from './save-figure.ts'

type Options = {
  lines: readonly SheetLine[]
  kinds: readonly FigureKind[]
  locale: Locale
  /** A submitted sheet: a change says why. */
  needsReason: boolean
  /** The cell that is active at first. */
  active: CellKey | null
  send: (address: CellAddress, attempt: Attempt) => Promise<Answer>
}

/** What the whole screen shows besides its cells. */
export type Screen = {
  active: CellKey | null
  /** The cell that holds a text which nobody has left there yet. */
  typing: CellKey | null
  /** Given once, it goes with every change until it is changed. */
  reason: string
  /** A change waits for a reason. */
  asking: boolean
  summary: Summary
}

/** A block that was pasted into one cell would run together into another number: it is refused as it is. */
export const manyCells = { reason: 'many_cells' } as const satisfies CellProblem

export type EntryStore = ReturnType<typeof createEntryStore>

/** All cells of a sheet, what was left in them, and their way to the server; outside React, so that one cell is one. */
export function createEntryStore({ lines, kinds, locale, needsReason, active, send }: Options) {
  const places = new Map<CellKey, Place>()
  const cells = new Map<CellKey, Cell>()
  const listeners = new Set<() => void>()
  let reasonNeeded = needsReason
  let screen: Screen = { active, typing: null, reason: '', asking: false, summary: summarize(cells, places) }

  function show(change: Partial<Screen>) {
    screen = { ...screen, ...change }
    for (const listener of listeners) listener()
  }

  function dispatch(key: CellKey, event: CellEvent) {
    const before = cells.get(key)
    if (!before) return
    const cell = cellAfter(before, event)
    if (cell === before) return
    cells.set(key, cell)
    show({ summary: summarize(cells, places) })
    const toSend = cell.attempt !== before.attempt || before.stalled !== null
    if (cell.attempt && cell.stalled === null && toSend) void submit(key, cell.attempt)
  }

  async function submit(key: CellKey, attempt: Attempt) {
    const place = places.get(key)
    if (!place) return
    const answer = await send({ indicator: place.indicator, kind: place.kind }, attempt)
    // An answer to what is no longer on its way says nothing.
    if (cells.get(key)?.attempt !== attempt) return
    if (answer.type === 'refused' && answer.problem.reason === noReason.reason) {
      reasonNeeded = true
      show({ asking: true, reason: '' })
    }
    if (answer.type === 'saved') dispatch(key, { ...answer, at: new Date().toISOString() })
    else if (answer.type === 'conflict') {
      const theirs = read(place, answer.theirs.quantity)
      if (theirs.ok) dispatch(key, { type: 'conflict', theirs: { ...answer.theirs, quantity: theirs.value } })
    } else dispatch(key, answer)
  }

  const read = ({ kind, line }: Place, text: string): Result<Quantity | null, CellProblem> =>
    isBlock(text) ? fail(manyCells) : parseFigure(kind, text, line.indicator, locale)

  /** Leaves a text in a cell: saved, refused in place, or waiting for a reason. */
  function leave(key: CellKey, text: string) {
    const place = places.get(key)
    const cell = cells.get(key)
    if (!place || !cell) return
    const parsed = read(place, text)
    const waits = reasonNeeded && screen.reason === '' && parsed.ok && !quantitiesEqual(aim(cell), parsed.value)
    dispatch(key, {
      type: 'left',
      key: crypto.randomUUID(),
      text,
      read: waits ? fail(noReason) : parsed,
      reason: screen.reason === '' ? undefined : screen.reason,
    })
    if (waits) show({ asking: true })
  }

  /** The page was read: new lines appear, figures that others changed are taken over where nobody is at work. */
  function refresh(current: readonly SheetLine[]) {
    const earlier = new Map(cells)
    cells.clear()
    places.clear()
    for (const line of current) {
      for (const kind of kinds) {
        const key = cellKey(line.indicator.code, kind)
        const figure = line.figures[kind]
        const recorded = { quantity: figure?.quantity ?? null, version: figure?.version ?? null }
        const cell = earlier.get(key)
        places.set(key, { indicator: line.indicator.code, kind, line })
        cells.set(key, cell ? cellAfter(cell, { type: 'refreshed', recorded }) : restingCell(recorded))
      }
    }
    const { typing } = screen
    show({ summary: summarize(cells, places), typing: typing !== null && cells.has(typing) ? typing : null })
  }
  refresh(lines)

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    cell: (key: CellKey): Cell | undefined => cells.get(key),
    place: (key: CellKey): Place | undefined => places.get(key),
    screen: (): Screen => screen,
    leave,
    refresh,
    restore: (key: CellKey) => dispatch(key, { type: 'restore' }),
    /** Sends again what has not arrived, in its order. */
    retry() {
      for (const key of cells.keys()) dispatch(key, { type: 'retry' })
    },
    activate: (key: CellKey) => {
      if (key !== screen.active) show({ active: key })
    },
    /** Says in which cell somebody is typing; null: what was typed has been left there, or given up. */
    type: (key: CellKey | null) => {
      if (key !== screen.typing) show({ typing: key })
    },
    /** How many cells hold what leaving the screen would lose. */
    lost: (): number => [...cells].filter(([key, cell]) => key === screen.typing || isLost(cell)).length,
    askReason: (asking: boolean) => show({ asking }),
    /** Gives the reason, and leaves again what waited for one. */
    giveReason(reason: string) {
      show({ reason, asking: false })
      for (const [key, { trouble }] of cells) {
        if (trouble?.kind === 'refused' && trouble.problem.reason === noReason.reason) leave(key, trouble.text)
      }
    },
  }
}
