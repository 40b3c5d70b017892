import { describe, expect, test } from 'vitest'
import { cellAfter } from '#components/entry/cell-after.ts'
import { cellKey } from '#components/entry/cell-place.ts'
import { emptyCell, needsReason, statusOf } from '#components/entry/cell-state.ts'
import { createEntryStore } from '#components/entry/entry-store.ts'
import { isUnsaved } from '#components/entry/entry-summary.ts'
import { moved, type Position } from '#components/entry/grid-keys.ts'
import { fail } from '#domain/refusal.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

describe('a move over rows that may not be entered', () => {
  /** Rows 1 and 2 are headings, and so are the last two of six. */
  const enters = ({ row }: Position) => ![1, 2, 4, 5].includes(row)
  const from = (row: number) => ({ row, column: 1 })

  test('goes on to the next one that may', () => {
    expect(moved(from(0), 'down', 6, 3, enters)).toEqual(from(3))
    expect(moved(from(3), 'up', 6, 3, enters)).toEqual(from(0))
  })
  test('turns back where there is none before the edge', () => {
    expect(moved(from(0), 'pageDown', 6, 3, enters)).toEqual(from(3))
    expect(moved(from(0), 'last', 6, 3, enters)).toEqual({ row: 3, column: 2 })
    expect(moved(from(3), 'down', 6, 3, enters)).toEqual(from(3))
  })
  test('stays where nothing may be entered', () => {
    expect(moved(from(1), 'down', 6, 3, () => false)).toEqual(from(1))
  })
  test('skips closed columns as well', () => {
    const open = ({ column }: Position) => column !== 1
    expect(moved({ row: 0, column: 0 }, 'right', 6, 3, open)).toEqual({ row: 0, column: 2 })
  })
})

test('a text whose reason is asked for waits, and is no error', () => {
  const cell = cellAfter(emptyCell, {
    type: 'left',
    text: '3.700',
    read: fail(needsReason),
    grounds: {},
    batch: null,
  })
  expect(statusOf(cell)).toBe('waiting')
})

describe('what leaving the screen would lose', () => {
  const line = sheetLine()
  const revenue = cellKey(line.indicator.code, 'adopted_plan')
  const estimate = cellKey(line.indicator.code, 'estimate')
  const desk = () =>
    createEntryStore({
      lines: [line],
      locale: 'vi',
      needsReason: false,
      active: revenue,
      send: () => new Promise(() => undefined),
    })

  test('is a text that is being typed, until it is left or given up, though its line be gone', () => {
    const store = desk()
    expect(store.lost()).toBe(0)
    store.type({ key: revenue, text: '1', from: '' })
    expect(store.lost()).toBe(1)
    // Submitting leaves the cell first: a text that is being typed does not hold it up.
    expect(isUnsaved(store.screen().summary)).toBe(false)
    store.refresh([])
    expect(store.lost()).toBe(1)
    store.type(null)
    expect(store.lost()).toBe(0)
  })
  test('is a refused text, once, though it is being typed at again', () => {
    const store = desk()
    store.leave(revenue, '75O')
    store.type({ key: revenue, text: '1', from: '' })
    expect(store.lost()).toBe(1)
    store.type({ key: estimate, text: '1', from: '' })
    expect(store.lost()).toBe(2)
  })
  test('is not what is on its way', () => {
    const store = desk()
    store.leave(revenue, '3.700')
    expect(store.lost()).toBe(0)
    expect(isUnsaved(store.screen().summary)).toBe(true)
  })
})
