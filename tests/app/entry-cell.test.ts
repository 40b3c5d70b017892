import { describe, expect, test } from 'vitest'
import { type Cell, type CellEvent, cellAfter, restingCell, statusOf } from '#components/entry/cell-state.ts'
import { exactly } from '#domain/quantity.ts'
import { fail, ok } from '#domain/refusal.ts'

const held = restingCell({ quantity: exactly(3504), version: 2 })
const follow = (cell: Cell, ...events: CellEvent[]): Cell => events.reduce(cellAfter, cell)
const leave = (value: number | null, key = String(value)): CellEvent => ({
  type: 'left',
  key,
  text: String(value ?? ''),
  read: ok(value === null ? null : exactly(value)),
  reason: undefined,
})
const saved = (version: number): CellEvent => ({
  type: 'saved',
  version,
  warning: null,
  at: '2024-12-01T07:32:00.000Z',
})
const refused: CellEvent = { type: 'refused', problem: { reason: 'line_ended' } }
const bad: CellEvent = {
  type: 'left',
  key: 'bad',
  text: '75O',
  read: fail({ reason: 'letter_in_number', values: { character: 'O' } }),
  reason: undefined,
}
const theirs = { quantity: exactly(3650), version: 3, by: 'Nguyễn Thu Hà', at: '2024-12-01T07:31:00.000Z' }

describe('a cell that is left', () => {
  test('as it was sends nothing', () => {
    expect(follow(held, leave(3504))).toBe(held)
    expect(follow(restingCell({ quantity: null, version: null }), leave(null)).attempt).toBeNull()
  })

  test('with another value is on its way against the version that was seen', () => {
    const cell = follow(held, leave(3700))
    expect(cell.attempt).toMatchObject({ text: '3700', expectedVersion: 2 })
    expect(statusOf(cell)).toBe('saving')
  })

  test('empty is cleared', () => {
    const cell = follow(held, leave(null), saved(3))
    expect(cell.recorded).toEqual({ quantity: null, version: 3 })
    expect(statusOf(cell)).toBe('saved')
  })

  test('with a text that is no value keeps the text and sends nothing', () => {
    const cell = follow(held, bad)
    expect(cell.trouble).toMatchObject({ kind: 'refused', text: '75O' })
    expect(cell.attempt).toBeNull()
    expect(statusOf(cell)).toBe('refused')
    expect(follow(cell, { type: 'restore' })).toEqual(held)
    expect(statusOf(follow(cell, leave(3504)))).toBe('rest')
  })
})

describe('a cell that is on its way', () => {
  test('may be left again: the next value waits for the version of the first', () => {
    const waiting = follow(held, leave(3700), leave(3800))
    expect(waiting.attempt?.quantity).toEqual(exactly(3700))
    expect(waiting.next?.quantity).toEqual(exactly(3800))
    const sent = follow(waiting, saved(3))
    expect(sent.attempt).toMatchObject({ text: '3800', expectedVersion: 3 })
    expect(follow(sent, saved(4)).recorded).toEqual({ quantity: exactly(3800), version: 4 })
  })

  test('and back to what it was still sends the way back', () => {
    const cell = follow(held, leave(3700), leave(3504, 'back'), saved(3))
    expect(cell.attempt).toMatchObject({ quantity: exactly(3504), expectedVersion: 3, key: 'back' })
  })

  test('sends nothing more where the last value is the one on its way', () => {
    const cell = follow(held, leave(3700), leave(3800), leave(3700, 'again'), saved(3))
    // 3.800 was overtaken by the value that is recorded now.
    expect(cell.attempt).toBeNull()
    expect(cell.recorded.quantity).toEqual(exactly(3700))
  })

  test('refused by the server keeps the text, unless a newer one goes on', () => {
    expect(follow(held, leave(3700), refused).trouble).toMatchObject({ kind: 'refused', text: '3700' })
    const newer = follow(held, leave(3700), leave(3800), refused)
    expect(newer.trouble).toBeNull()
    expect(newer.attempt).toMatchObject({ text: '3800', expectedVersion: 2 })
  })

  test('and a newer text that is no value: both answers stay true', () => {
    const cell = follow(held, leave(3700), bad, saved(3))
    expect(cell.recorded).toEqual({ quantity: exactly(3700), version: 3 })
    expect(cell.trouble).toMatchObject({ text: '75O' })
  })

  test('without a network keeps its key, so that trying again has one effect', () => {
    const stalled = follow(held, leave(3700, 'first'), { type: 'stalled', cause: 'unsent' })
    expect(statusOf(stalled)).toBe('unsent')
    const again = follow(stalled, { type: 'retry' })
    expect(again.attempt).toEqual(stalled.attempt)
    expect(again.stalled).toBeNull()
    const newer = follow(stalled, leave(3800))
    expect(newer).toMatchObject({ attempt: { key: 'first' }, next: { text: '3800' }, stalled: null })
  })

  test('knows an ended session from a missing network', () => {
    expect(statusOf(follow(held, leave(3700), { type: 'stalled', cause: 'signed_out' }))).toBe('signed_out')
  })
})

describe('a conflict', () => {
  const conflict: CellEvent = { type: 'conflict', theirs }
  const cell = follow(held, leave(3700), conflict)

  test('shows mine and keeps theirs', () => {
    expect(cell.trouble).toEqual({ kind: 'conflict', text: '3700', theirs })
    expect(cell.recorded).toEqual({ quantity: exactly(3650), version: 3 })
  })
  test('settled by keeping mine goes against their version', () => {
    expect(follow(cell, leave(3700, 'kept')).attempt).toMatchObject({ key: 'kept', expectedVersion: 3 })
  })
  test('settled by taking theirs sends nothing', () => {
    const taken = follow(cell, { type: 'restore' })
    expect(taken.attempt).toBeNull()
    expect(taken.recorded.quantity).toEqual(exactly(3650))
  })
  test('is none where both entered the same', () => {
    expect(follow(held, leave(3650), conflict).trouble).toBeNull()
  })
  test('is about the newest of my values', () => {
    expect(follow(held, leave(3700), leave(3800), conflict).trouble).toMatchObject({ text: '3800' })
  })
})

test('a page that was read anew brings newer versions, and disturbs nobody at work', () => {
  const newer: CellEvent = { type: 'refreshed', recorded: { quantity: exactly(1), version: 3 } }
  expect(follow(held, newer).recorded.version).toBe(3)
  expect(follow(held, leave(3700), newer).recorded.version).toBe(2)
  expect(follow(held, { type: 'refreshed', recorded: { quantity: exactly(1), version: 1 } })).toBe(held)
})

test('a warning goes with the value it is about', () => {
  const warned = follow(held, leave(3.7), {
    type: 'saved',
    version: 3,
    warning: { reason: 'scale', suggestion: '3.700' },
    at: '2024-12-01T07:32:00.000Z',
  })
  expect(statusOf(warned)).toBe('warning')
  expect(statusOf(follow(warned, leave(3700), saved(4)))).toBe('saved')
})
