import { describe, expect, test } from 'vitest'
import { type CellEvent, cellAfter } from '#components/entry/cell-after.ts'
import { type Cell, type Grounds, isForeign, restingCell, statusOf } from '#components/entry/cell-state.ts'
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
const leave = (value: number | null, more: { note?: string; grounds?: Grounds } = {}): CellEvent => ({
  type: 'left',
  text: String(value ?? ''),
  read: ok(value === null ? null : exactly(value)),
  grounds: {},
  batch: null,
  ...more,
})
const left = (seen: number, more: { sent?: boolean; note?: string } = {}): CellEvent => ({
  ...{ type: 'resumed', text: '3700', read: ok(exactly(3700)), seen, grounds: {}, batch: null, sent: false },
  ...more,
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
  test('as it was with a note or a source sends these', () => {
    const noted = follow(held, leave(3504, { note: 'Theo công văn 12' }))
    expect(noted.next).toMatchObject({ note: 'Theo công văn 12', quantity: exactly(3504) })
    expect(follow(held, leave(3504, { grounds: { document: 'qd-1' } })).next).toMatchObject({ seen: 2 })
    expect(follow(held, leave(3504, { grounds: { reason: 'Nhập nhầm' } }))).toBe(held)
    // After a value that is on its way, too.
    const behind = follow(held, leave(3700), sent, leave(3700, { note: '' }), saved(3))
    expect(behind.next).toMatchObject({ note: '', seen: 3 })
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
  test('refused keeps before whose eyes it was: what is typed after it saw no more', () => {
    const newer = follow(held, left(1, { sent: true }), leave(3800))
    for (const answer of [refused, { type: 'returned' }] as const)
      expect(follow(newer, answer).next).toMatchObject({ text: '3800', seen: 1 })
  })
  test('answered once more, after the page has shown it, is one’s own', () => {
    const shown = { ...going, recorded: { ...theirs, version: 3 } }
    expect(follow(shown, saved(3)).recorded).toMatchObject({ quantity: exactly(3700), by: null })
  })
  test('answered late, after others went on from it, does not bring its own value back', () => {
    const stale = { ...going, recorded: { ...theirs, version: 4 } }
    expect(follow(stale, saved(3)).recorded).toMatchObject({ quantity: theirs.quantity, version: 4 })
    // What was typed meanwhile saw one's own value, so the server will tell of theirs.
    expect(follow(stale, leave(3800), saved(3)).next).toMatchObject({ seen: 3 })
  })
})

test('an answer to what is not on its way changes nothing', () => {
  const stalled: CellEvent = { type: 'stalled', cause: 'unsent' }
  for (const answer of [refused, saved(3), conflict, stalled, { type: 'returned' }, { type: 'retry' }] as const)
    expect(follow(held, answer)).toBe(held)
})

describe('a conflict', () => {
  const cell = follow(held, leave(3700), sent, conflict)

  test('shows mine and keeps theirs', () => {
    expect(cell.trouble).toEqual({ kind: 'conflict', text: '3700' })
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
  test('is one where both entered the same, and mine says more', () => {
    const noted = follow(held, leave(3650, { note: 'Theo công văn 12' }), sent, conflict)
    expect(noted.trouble).toEqual({ kind: 'conflict', text: '3650', note: 'Theo công văn 12' })
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
  test('is nothing new where the version is known', () => {
    const again: CellEvent = { type: 'refreshed', recorded: { ...theirs, version: 2 } }
    expect(follow(held, again)).toBe(held)
    const waiting = follow(held, leave(3700))
    expect(follow(waiting, again)).toBe(waiting)
  })
  test('is told by the answer to what is on its way', () => {
    const going = follow(held, leave(3700), sent)
    expect(follow(going, refreshed)).toBe(going)
  })
  test('is a conflict with what waits', () => {
    expect(follow(held, leave(3700), refreshed).trouble).toEqual({ kind: 'conflict', text: '3700' })
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
  test('waits again over the value that was seen', () => {
    expect(follow(held, left(2)).next).toMatchObject({ text: '3700', seen: 2 })
  })
  test('waits no more where it says what stands there, unless it says more', () => {
    const same = restingCell(recorded(3700, 2))
    expect(follow(same, left(2))).toBe(same)
    expect(follow(same, left(2, { note: 'Theo công văn 12' })).next).toMatchObject({ note: 'Theo công văn 12' })
  })
  test('and was typed over once more saw what that had seen', () => {
    expect(follow(held, left(1, { sent: true }), left(1), leave(3900)).next).toMatchObject({ text: '3900', seen: 1 })
  })
  test('is a conflict over another', () => {
    expect(follow(held, left(1)).trouble).toEqual({ kind: 'conflict', text: '3700' })
  })
  test('is nothing where it has arrived', () => {
    const arrived = restingCell(recorded(3700, 3))
    expect(follow(arrived, left(2))).toEqual(arrived)
  })
  test('and was on its way is on its way', () => {
    expect(follow(held, left(1, { sent: true })).attempt).toMatchObject({ seen: 1 })
  })
})
