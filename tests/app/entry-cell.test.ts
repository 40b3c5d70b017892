import { describe, expect, test } from 'vitest'
import { type CellEvent, cellAfter } from '#components/entry/cell-after.ts'
import { type Cell, isForeign, restingCell, statusOf } from '#components/entry/cell-state.ts'
import { exactly } from '#domain/quantity.ts'
import { fail, ok } from '#domain/refusal.ts'

const recorded = (value: number | null, version: number | null) => ({
  quantity: value === null ? null : exactly(value),
  version,
  by: null,
  at: null,
})
const held = restingCell(recorded(3504, 2))
const follow = (cell: Cell, ...events: CellEvent[]): Cell => events.reduce(cellAfter, cell)
const leave = (value: number | null): CellEvent => ({
  type: 'left',
  text: String(value ?? ''),
  read: ok(value === null ? null : exactly(value)),
  grounds: {},
  batch: null,
})
const sent: CellEvent = { type: 'sent' }
const saved = (version: number): CellEvent => ({ type: 'saved', version, at: '2024-12-01T07:32:00.000Z' })
const refused: CellEvent = { type: 'refused', problem: { reason: 'line_ended' } }
const bad: CellEvent = {
  type: 'left',
  text: '75O',
  read: fail({ reason: 'letter_in_number', values: { character: 'O' } }),
  grounds: {},
  batch: null,
}
const theirs = { quantity: exactly(3650), version: 3, by: 'Nguyễn Thu Hà', at: '2024-12-01T07:31:00.000Z' }
const conflict: CellEvent = { type: 'conflict', theirs }
const refreshed: CellEvent = { type: 'refreshed', recorded: theirs }

describe('a cell that is left', () => {
  test('as it was sends nothing', () => {
    expect(follow(held, leave(3504))).toBe(held)
    expect(follow(restingCell(recorded(null, null)), leave(null)).next).toBeNull()
  })
  test('with another value waits to be sent, against the version that was seen', () => {
    const cell = follow(held, leave(3700))
    expect(cell.next).toMatchObject({ text: '3700', seen: 2 })
    expect(statusOf(cell)).toBe('saving')
  })
  test('and left again as it was, before it was sent, sends nothing', () => {
    expect(follow(held, leave(3700), leave(3504)).next).toBeNull()
  })
  test('empty is cleared', () => {
    const cell = follow(held, leave(null), sent, saved(3))
    expect(cell.recorded).toMatchObject({ quantity: null, version: 3 })
    expect(statusOf(cell)).toBe('saved')
  })
  test('with a text that is no value keeps the text and sends nothing', () => {
    const cell = follow(held, bad)
    expect(cell.trouble).toMatchObject({ kind: 'refused', text: '75O' })
    expect(cell.next).toBeNull()
    expect(statusOf(cell)).toBe('refused')
    expect(follow(cell, { type: 'restore' })).toEqual(held)
    expect(statusOf(follow(cell, leave(3504)))).toBe('rest')
  })
})

describe('a cell that is on its way', () => {
  const going = follow(held, leave(3700), sent)

  test('may be left again: the next value waits for the version of the first', () => {
    const waiting = follow(going, leave(3800))
    expect(waiting.attempt?.quantity).toEqual(exactly(3700))
    expect(waiting.next?.quantity).toEqual(exactly(3800))
    const again = follow(waiting, saved(3), sent)
    expect(again.attempt).toMatchObject({ text: '3800', seen: 3 })
    expect(follow(again, saved(4)).recorded).toMatchObject({ quantity: exactly(3800), version: 4 })
  })
  test('and back to what it was still sends the way back', () => {
    expect(follow(going, leave(3504), saved(3)).next).toMatchObject({ quantity: exactly(3504), seen: 3 })
  })
  test('sends nothing more where the last value is the one on its way', () => {
    const cell = follow(going, leave(3800), leave(3700), saved(3))
    // 3.800 was overtaken by the value that is recorded now.
    expect(cell.next).toBeNull()
    expect(cell.recorded.quantity).toEqual(exactly(3700))
  })
  test('refused by the server keeps the text, unless a newer one goes on', () => {
    expect(follow(going, refused).trouble).toMatchObject({ kind: 'refused', text: '3700' })
    const newer = follow(going, leave(3800), refused)
    expect(newer.trouble).toBeNull()
    expect(newer.next).toMatchObject({ text: '3800', seen: 2 })
  })
  test('and a newer text that is no value: both answers stay true', () => {
    const cell = follow(going, bad, saved(3))
    expect(cell.recorded).toMatchObject({ quantity: exactly(3700), version: 3 })
    expect(cell.trouble).toMatchObject({ text: '75O' })
  })
  test('waits again, where it was sent with another that is refused', () => {
    expect(follow(going, { type: 'returned' })).toEqual(follow(held, leave(3700)))
    expect(follow(going, leave(3800), { type: 'returned' }).next).toMatchObject({ text: '3800', seen: 2 })
  })
  test('without a network stays on its way, and goes again', () => {
    const stalled = follow(going, { type: 'stalled', cause: 'unsent' })
    expect(statusOf(stalled)).toBe('unsent')
    expect(follow(stalled, { type: 'retry' })).toEqual(going)
    expect(statusOf(follow(going, { type: 'stalled', cause: 'signed_out' }))).toBe('signed_out')
  })
  test('answered late, after others went on from it, does not bring its own value back', () => {
    const stale = { ...going, recorded: { ...theirs, version: 4 } }
    expect(follow(stale, saved(3)).recorded).toMatchObject({ quantity: theirs.quantity, version: 4 })
    // What was typed meanwhile saw one's own value, so the server will tell of theirs.
    expect(follow(stale, leave(3800), saved(3)).next).toMatchObject({ seen: 3 })
  })
})

describe('a conflict', () => {
  const cell = follow(held, leave(3700), sent, conflict)

  test('shows mine and keeps theirs', () => {
    expect(cell.trouble).toMatchObject({ kind: 'conflict', text: '3700' })
    expect(cell.recorded).toEqual(theirs)
  })
  test('settled by keeping mine goes against their version', () => {
    expect(follow(cell, leave(3700)).next).toMatchObject({ text: '3700', seen: 3 })
  })
  test('settled by taking theirs sends nothing', () => {
    const taken = follow(cell, { type: 'restore' })
    expect(taken).toMatchObject({ attempt: null, next: null, recorded: theirs })
  })
  test('is none where both entered the same', () => {
    expect(follow(held, leave(3650), sent, conflict).trouble).toBeNull()
  })
  test('is about the newest of my values', () => {
    expect(follow(held, leave(3700), sent, leave(3800), conflict).trouble).toMatchObject({ text: '3800' })
  })
})

describe('what others write while the sheet is open', () => {
  test('is taken over where nobody is at work', () => {
    expect(follow(held, refreshed).recorded).toEqual(theirs)
    expect(follow(held, { type: 'refreshed', recorded: recorded(1, 1) })).toBe(held)
  })
  test('is told by the answer to what is on its way', () => {
    const going = follow(held, leave(3700), sent)
    expect(follow(going, refreshed)).toMatchObject({ attempt: going.attempt, trouble: null })
  })
  test('is a conflict with what waits', () => {
    expect(follow(held, leave(3700), refreshed).trouble).toMatchObject({ kind: 'conflict', text: '3700' })
  })
  test('is no longer what somebody saw who is at a refused text: the server will tell', () => {
    expect(follow(held, bad, refreshed, leave(750)).next).toMatchObject({ text: '750', seen: 2 })
  })
  test('makes a value foreign, until something is written from here again', () => {
    const own = follow(held, leave(3700), sent, saved(3))
    expect(isForeign(own)).toBe(false)
    expect(isForeign(follow(own, { type: 'refreshed', recorded: { ...theirs, version: 4 } }))).toBe(true)
  })
})

describe('what an earlier window left', () => {
  const left = (seen: number, sentBefore = false): CellEvent => ({
    ...{ type: 'resumed', text: '3700', read: ok(exactly(3700)), seen, grounds: {}, batch: null },
    sent: sentBefore,
  })
  test('waits again over the value that was seen', () => {
    expect(follow(held, left(2)).next).toMatchObject({ text: '3700', seen: 2 })
  })
  test('is a conflict over another', () => {
    expect(follow(held, left(1)).trouble).toMatchObject({ kind: 'conflict', text: '3700' })
  })
  test('is nothing where it has arrived', () => {
    const arrived = restingCell(recorded(3700, 3))
    expect(follow(arrived, left(2))).toEqual(arrived)
  })
  test('and was on its way is on its way', () => {
    expect(follow(held, left(1, true)).attempt).toMatchObject({ seen: 1 })
  })
})
