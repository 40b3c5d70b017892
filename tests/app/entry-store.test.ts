import { describe, expect, test } from 'vitest'
import { type CellAddress, cellKey } from '#components/entry/cell-place.ts'
import type { Attempt } from '#components/entry/cell-state.ts'
import { createEntryStore } from '#components/entry/entry-store.ts'
import { isUnsaved } from '#components/entry/entry-summary.ts'
import { actOf, moved, moveOf } from '#components/entry/grid-keys.ts'
import type { Answer } from '#components/entry/save-figure.ts'
import { exactly } from '#domain/quantity.ts'
import type { SheetLine } from '#domain/sheet.ts'

const line = (code: string, more: Partial<SheetLine['indicator']> = {}): SheetLine => ({
  id: code,
  position: 1,
  number: '1',
  office: null,
  inAssignedSet: true,
  inAdoptedSet: true,
  endedAt: null,
  indicator: {
    id: code,
    code,
    version: 1,
    nameVi: code,
    shortVi: null,
    shortEn: null,
    nameEn: code,
    group: 'budget',
    valueType: 'amount',
    direction: 'higher',
    unitOfMeasure: 'tỷ đồng',
    decimals: 0,
    parentCode: null,
    breakdownRule: 'none',
    heading: false,
    caution: null,
    ...more,
  },
  figures: {},
})

const revenue = cellKey('NS-THU', 'adopted_plan')
const spending = cellKey('NS-CHI', 'adopted_plan')

/** A store whose server answers when the test says so. */
function desk(needsReason = false) {
  const sent: { address: CellAddress; attempt: Attempt; answer: (answer: Answer) => Promise<void> }[] = []
  const store = createEntryStore({
    lines: [line('NS-THU'), line('NS-CHI'), line('NS-CO-CAU', { heading: true })],
    kinds: ['adopted_plan', 'estimate'],
    locale: 'vi',
    needsReason,
    active: revenue,
    send: (address, attempt) =>
      new Promise((resolve) => {
        const answer = async (value: Answer) => {
          resolve(value)
          await new Promise((settled) => setTimeout(settled))
        }
        sent.push({ address, attempt, answer })
      }),
  })
  const summary = () => store.screen().summary
  return { store, sent, summary }
}

describe('the cells of a sheet', () => {
  test('several are on their way at once, each alone', async () => {
    const { store, sent, summary } = desk()
    store.leave(revenue, '3.700')
    store.leave(spending, '1.570,5')
    expect(sent.map(({ address, attempt }) => [address.indicator, attempt.text, attempt.expectedVersion])).toEqual([
      ['NS-THU', '3.700', null],
      ['NS-CHI', '1.570,5', null],
    ])
    expect(summary()).toMatchObject({ counts: { saving: 2 }, filled: 0, total: 2 })
    await sent[1]?.answer({ type: 'saved', version: 1, warning: null })
    expect(store.cell(spending)?.recorded).toEqual({ quantity: exactly(1570.5), version: 1 })
    expect(summary()).toMatchObject({ counts: { saving: 1, saved: 1 }, filled: 1 })
    expect(isUnsaved(summary())).toBe(true)
    await sent[0]?.answer({ type: 'saved', version: 1, warning: null })
    expect(isUnsaved(summary())).toBe(false)
  })

  test.each(['75O', '1 651', '1,2,3', '--5', '1234567890123456', 'Thu vượt dự toán giao'])(
    '%s never leaves the screen',
    (text) => {
      const { store, sent, summary } = desk()
      store.leave(revenue, text)
      expect(sent).toEqual([])
      expect(store.cell(revenue)?.trouble).toMatchObject({ kind: 'refused', text })
      expect(summary().pending).toEqual([revenue])
    },
  )

  test('a network that returns sends again what was sent, with its key', async () => {
    const { store, sent } = desk()
    store.leave(revenue, '3.700')
    await sent[0]?.answer({ type: 'stalled', cause: 'unsent' })
    store.retry()
    expect(sent[1]?.attempt).toEqual(sent[0]?.attempt)
  })

  test('a conflict reads their text as a value', async () => {
    const { store, sent } = desk()
    store.leave(revenue, '3.700')
    const theirs = { quantity: '3.650', version: 4, by: 'Nguyễn Thu Hà', at: '2024-12-01T07:31:00.000Z' }
    await sent[0]?.answer({ type: 'conflict', theirs })
    expect(store.cell(revenue)?.recorded).toEqual({ quantity: exactly(3650), version: 4 })
    store.leave(revenue, '3.700')
    expect(sent[1]?.attempt.expectedVersion).toBe(4)
  })

  test('whoever listens hears of every change, and the page that is read anew brings new lines', () => {
    const { store, summary } = desk()
    let heard = 0
    const stop = store.subscribe(() => {
      heard += 1
    })
    store.refresh([line('NS-MOI')])
    expect(heard).toBe(1)
    expect(summary().total).toBe(1)
    expect(store.cell(revenue)).toBeUndefined()
    stop()
    store.activate(cellKey('NS-MOI', 'estimate'))
    expect(heard).toBe(1)
  })
})

describe('a submitted sheet', () => {
  test('asks for a reason once, then sends it with every change', () => {
    const { store, sent } = desk(true)
    store.leave(revenue, '3.700')
    store.leave(spending, '1.570')
    expect(sent).toEqual([])
    expect(store.screen().asking).toBe(true)
    expect(store.cell(revenue)?.trouble).toMatchObject({ text: '3.700', problem: { reason: 'reason_required' } })
    store.giveReason('Nhập nhầm số')
    expect(sent.map(({ attempt }) => attempt.reason)).toEqual(['Nhập nhầm số', 'Nhập nhầm số'])
    expect(store.screen()).toMatchObject({ asking: false, reason: 'Nhập nhầm số' })
  })

  test('asks for none where nothing changes or the text is no value', () => {
    const { store } = desk(true)
    store.leave(revenue, '')
    store.leave(spending, '75O')
    expect(store.screen().asking).toBe(false)
  })

  test('that was submitted meanwhile asks when the server does', async () => {
    const { store, sent } = desk()
    store.leave(revenue, '3.700')
    await sent[0]?.answer({ type: 'refused', problem: { reason: 'reason_required' } })
    expect(store.screen().asking).toBe(true)
    store.giveReason('Nguồn đã sửa')
    expect(sent[1]?.attempt).toMatchObject({ text: '3.700', reason: 'Nguồn đã sửa' })
  })
})

describe('keys', () => {
  const key = (name: string, more = {}) =>
    moveOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })

  test('mean moves, with Shift of the other corner too, and nothing where they are for menus or typing', () => {
    expect(key('ArrowDown')).toBe('down')
    expect(key('Home')).toBe('rowStart')
    expect(key('Home', { ctrlKey: true })).toBe('first')
    expect(key('ArrowDown', { ctrlKey: true })).toBeNull()
    expect(key('ArrowDown', { shiftKey: true })).toBe('down')
    expect(key('End', { ctrlKey: true, shiftKey: true })).toBe('last')
    expect(key('ArrowDown', { altKey: true })).toBeNull()
    expect(key('7')).toBeNull()
  })

  test('do the rest as in a spreadsheet, whatever the caps lock says', () => {
    const act = (name: string, more = {}) =>
      actOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })
    expect(act('Delete')).toBe('clear')
    expect(act('Backspace')).toBe('clear')
    expect(act('Escape')).toBe('giveUp')
    expect(act('?', { shiftKey: true })).toBe('shortcuts')
    expect(act('A', { ctrlKey: true })).toBe('selectAll')
    expect(act('z', { metaKey: true })).toBe('undo')
    expect(act('Z', { ctrlKey: true, shiftKey: true })).toBe('redo')
    expect(act('y', { ctrlKey: true })).toBe('redo')
    expect(act('Enter', { ctrlKey: true })).toBe('details')
    expect(act('a')).toBeNull()
    expect(act('z', { ctrlKey: true, altKey: true })).toBeNull()
    expect(act('c', { ctrlKey: true })).toBeNull()
  })

  test('never lead out of the grid', () => {
    expect(moved({ row: 0, column: 0 }, 'up', 30, 5)).toEqual({ row: 0, column: 0 })
    expect(moved({ row: 28, column: 4 }, 'pageDown', 30, 5)).toEqual({ row: 29, column: 4 })
    expect(moved({ row: 3, column: 2 }, 'last', 30, 5)).toEqual({ row: 29, column: 4 })
    expect(moved({ row: 3, column: 2 }, 'rowStart', 30, 5)).toEqual({ row: 3, column: 0 })
  })
})
