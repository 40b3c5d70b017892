import { describe, expect, test } from 'vitest'
import { type CellKey, cellKey } from '#components/entry/cell-place.ts'
import { isUnsaved } from '#components/entry/entry-summary.ts'
import { actOf, moved, moveOf } from '#components/entry/grid-keys.ts'
import type { Answer, Theirs } from '#components/entry/send-parcel.ts'
import type { Unsent, UnsentKeeper } from '#components/entry/unsent.ts'
import { exactly } from '#domain/quantity.ts'
import { entryDesk } from '#tests/support/entry-desk.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

const line = (code: string, cells: Parameters<typeof sheetLine>[0] = {}) =>
  sheetLine({ id: code, ...cells, indicator: { code, ...cells.indicator } })
const lines = [line('NS-THU'), line('NS-CHI'), line('NS-CO-CAU', { indicator: { heading: true } })]
const revenue = cellKey('NS-THU', 'adopted_plan')
const spending = cellKey('NS-CHI', 'adopted_plan')
const estimate = cellKey('NS-THU', 'estimate')
const official = cellKey('NS-THU', 'official')

const desk = (more: Partial<Parameters<typeof entryDesk>[0]> = {}) => entryDesk({ lines, ...more })
const saved = (versions: Record<CellKey, number>): Answer => ({
  type: 'saved',
  versions: new Map(Object.entries(versions) as [CellKey, number][]),
})
const stalled: Answer = { type: 'stalled', cause: 'unsent' }
const hers = { by: 'Nguyễn Thu Hà', at: '2024-12-01T07:31:00.000Z' }
const theirs = (version: number): Theirs[] => [
  { indicator: 'NS-THU', kind: 'adopted_plan', quantity: '3.650', version, ...hers },
]
const conflict = (version: number): Answer => ({ type: 'conflict', theirs: theirs(version) })
const unknown = { reason: 'other' }
const reasonRequired: Answer = { type: 'refused', problems: new Map(), all: { reason: 'reason_required' } }
const texts = ({ sent }: ReturnType<typeof desk>) => sent.map(({ parcel }) => parcel.changes.map(({ text }) => text))

describe('the way to the server', () => {
  test('is taken by one request at a time: what is left meanwhile goes together in the next', async () => {
    const one = desk()
    one.store.leave(revenue, '3.700')
    one.store.leave(spending, '1.570,5')
    one.store.leave(estimate, '3.600')
    expect(texts(one)).toEqual([['3.700']])
    expect(one.summary()).toMatchObject({ counts: { saving: 3 }, filled: 0, total: 2 })
    await one.sent[0]?.answer(saved({ [revenue]: 1 }))
    expect(texts(one)).toEqual([['3.700'], ['1.570,5', '3.600']])
    await one.sent[1]?.answer(saved({ [spending]: 1, [estimate]: 1 }))
    expect(one.store.cell(spending)?.recorded).toMatchObject({ quantity: exactly(1570.5), version: 1 })
    expect(isUnsaved(one.summary())).toBe(false)
  })

  test('a cell that is left again goes with the version of the first', async () => {
    const one = desk()
    one.store.leave(revenue, '3.700')
    one.store.leave(revenue, '3.800')
    await one.sent[0]?.answer(saved({ [revenue]: 1 }))
    expect(one.sent[1]?.parcel.changes).toEqual([
      { indicator: 'NS-THU', kind: 'adopted_plan', text: '3.800', expectedVersion: 1 },
    ])
  })

  test('a block is a request of its own', async () => {
    const one = desk()
    one.store.leave(estimate, '3.600')
    one.store.leave(spending, '1')
    one.store.leave(official, '3.594')
    one.store.leaveAll([
      { key: revenue, text: '3.700' },
      { key: spending, text: '1.570' },
    ])
    await one.sent[0]?.answer(saved({ [estimate]: 1 }))
    await one.sent[1]?.answer(saved({ [official]: 1 }))
    expect(texts(one)).toEqual([['3.600'], ['3.594'], ['3.700', '1.570']])
  })

  test('what rests on other grounds is a request of its own', async () => {
    const one = desk()
    one.store.leave(estimate, '3.600')
    one.store.leaveAll([{ key: spending, text: '1.570' }], { document: 'qd-1' })
    one.store.leave(official, '3.594')
    one.store.leaveAll([{ key: revenue, text: '3.700' }], { document: 'qd-1' })
    await one.sent[0]?.answer(saved({ [estimate]: 1 }))
    await one.sent[1]?.answer(saved({ [spending]: 1, [revenue]: 1 }))
    expect(one.sent.slice(1).map(({ parcel }) => [parcel.grounds, parcel.changes.map(({ text }) => text)])).toEqual([
      [{ document: 'qd-1' }, ['1.570', '3.700']],
      [{}, ['3.594']],
    ])
  })

  test('more than the server takes at once goes in several', async () => {
    const many = Array.from({ length: 5001 }, (_, index) => `X${index}`)
    const one = desk({ lines: many.map((code) => line(code)) })
    one.store.leaveAll(many.map((code) => ({ key: cellKey(code, 'estimate'), text: '1' })))
    const versions = many.map((code) => [cellKey(code, 'estimate'), 1] as const)
    await one.sent[0]?.answer(saved(Object.fromEntries(versions)))
    expect(one.sent.map(({ parcel }) => parcel.changes.length)).toEqual([5000, 1])
  })

  test('an answer that does not speak of a cell is a refusal, and asked for no more', async () => {
    const one = desk()
    one.store.leave(revenue, '3.700')
    await one.sent[0]?.answer(saved({}))
    expect(one.store.cell(revenue)).toMatchObject({ attempt: null, trouble: { text: '3.700', problem: unknown } })
    one.store.leave(spending, '1.570')
    await one.sent[1]?.answer(conflict(4))
    expect(one.store.cell(spending)).toMatchObject({ attempt: null, trouble: { text: '1.570', problem: unknown } })
    expect(one.sent).toHaveLength(2)
  })

  test.each(['75O', '1 651', '1,2,3', '--5', '1234567890123456', 'Thu vượt dự toán giao'])(
    '%s never takes it',
    (text) => {
      const one = desk()
      one.store.leave(revenue, text)
      expect(one.sent).toEqual([])
      expect(one.store.cell(revenue)?.trouble).toMatchObject({ kind: 'refused', text })
      expect(one.summary().pending).toEqual([revenue])
    },
  )

  test('what is refused because of one cell goes again without it', async () => {
    const one = desk()
    one.store.leaveAll([
      { key: revenue, text: '3.700' },
      { key: spending, text: '1.570' },
    ])
    const problems = new Map([[revenue, { reason: 'line_ended' }]])
    await one.sent[0]?.answer({ type: 'refused', problems, all: null })
    expect(texts(one)).toEqual([['3.700', '1.570'], ['1.570']])
    expect(one.sent[1]?.parcel.key).not.toBe(one.sent[0]?.parcel.key)
    expect(one.store.cell(revenue)?.trouble).toMatchObject({ text: '3.700', problem: { reason: 'line_ended' } })
  })

  test('what is refused because others wrote in one cell goes again without it', async () => {
    const one = desk()
    one.store.leaveAll([
      { key: revenue, text: '3.700' },
      { key: spending, text: '1.570' },
    ])
    // A line that this page has not seen yet is passed over.
    const elsewhere = { indicator: 'NS-MOI', kind: 'adopted_plan', quantity: '1', version: 1, ...hers } as const
    await one.sent[0]?.answer({ type: 'conflict', theirs: [elsewhere, ...theirs(4)] })
    expect(one.store.cell(revenue)?.trouble).toEqual({ kind: 'conflict', text: '3.700' })
    expect(texts(one)).toEqual([['3.700', '1.570'], ['1.570']])
  })

  test('a conflict reads their text as a value, and asks why theirs is to be replaced', async () => {
    const one = desk()
    one.store.leave(revenue, '3.700')
    await one.sent[0]?.answer(conflict(4))
    expect(one.store.cell(revenue)?.recorded).toEqual({ quantity: exactly(3650), version: 4, ...hers })
    one.store.leave(revenue, '3.700')
    expect(one.sent).toHaveLength(1)
    expect(one.store.screen().asking).toBe(true)
    one.store.giveReason('Số của phòng Thống kê')
    expect(one.sent[1]?.parcel).toMatchObject({
      grounds: { reason: 'Số của phòng Thống kê' },
      changes: [{ text: '3.700', expectedVersion: 4 }],
    })
    await one.sent[1]?.answer(saved({ [revenue]: 5 }))
    // Of that change only.
    one.store.leave(spending, '1')
    expect(one.sent[2]?.parcel.grounds).toEqual({})
  })

  test('a network that returns sends again what was sent, with its key, then what waits', async () => {
    const one = desk()
    one.store.leave(revenue, '3.700')
    one.store.leave(estimate, '3.600')
    await one.sent[0]?.answer(stalled)
    expect(one.summary().counts.unsent).toBe(2)
    one.store.leave(spending, '1')
    expect(one.summary().counts.unsent).toBe(3)
    expect(one.sent).toHaveLength(1)
    one.store.retry()
    expect(one.summary().counts).toMatchObject({ unsent: 0, saving: 3 })
    expect(one.sent[1]?.parcel).toEqual(one.sent[0]?.parcel)
    await one.sent[1]?.answer(saved({ [revenue]: 1 }))
    expect(texts(one)).toEqual([['3.700'], ['3.700'], ['3.600', '1']])
  })
})

describe('a window that is gone', () => {
  /** What a browser keeps between two windows. */
  function browser() {
    const windows: Unsent[] = []
    const keeper = (): UnsentKeeper => {
      let own: Unsent | null = null
      return {
        take: () => windows.splice(0).filter((one) => one !== own),
        keep(unsent) {
          if (own) windows.splice(windows.indexOf(own), 1)
          own = JSON.parse(JSON.stringify(unsent)) as Unsent
          windows.push(own)
        },
      }
    }
    return { keeper, windows }
  }
  const kept = (cell: CellKey, text: string, seen: number | null) => ({ cell, text, seen, grounds: {}, batch: null })

  test('leaves what was on its way, what waited and what was refused to the next one', async () => {
    const { keeper } = browser()
    const first = desk({ keeper: keeper() })
    first.store.leave(revenue, '3.700')
    first.store.leave(revenue, '3.800')
    first.store.leave(spending, '75O')

    const next = desk({ keeper: keeper() })
    next.store.resume()
    expect(next.sent[0]?.parcel).toEqual(first.sent[0]?.parcel)
    expect(next.store.cell(spending)?.trouble).toMatchObject({ kind: 'refused', text: '75O' })
    await next.sent[0]?.answer(saved({ [revenue]: 1 }))
    expect(next.sent[1]?.parcel.changes).toMatchObject([{ text: '3.800', expectedVersion: 1 }])
    await next.sent[1]?.answer(saved({ [revenue]: 2 }))
    expect(next.store.cell(revenue)?.recorded).toMatchObject({ quantity: exactly(3800), version: 2 })
  })

  test('leaves what waits in other cells, and nothing of those that are at rest', async () => {
    const { keeper, windows } = browser()
    const first = desk({ keeper: keeper() })
    first.store.leave(revenue, '3.700')
    first.store.leave(spending, '1.570')
    expect(windows[0]?.texts).toEqual([kept(spending, '1.570', null)])

    const next = desk({ keeper: keeper() })
    next.store.resume()
    await next.sent[0]?.answer(saved({ [revenue]: 1 }))
    expect(texts(next)).toEqual([['3.700'], ['1.570']])
  })

  test('leaves a text that was refused with what it had seen, and one in a conflict as a conflict', async () => {
    const { keeper, windows } = browser()
    const first = desk({
      lines: [line('NS-THU', { cells: { estimate: '1' }, figure: { version: 7 } })],
      keeper: keeper(),
    })
    first.store.leave(estimate, '75O')
    first.store.leave(revenue, '3.700')
    await first.sent[0]?.answer(conflict(4))
    expect(windows[0]?.texts).toContainEqual(kept(estimate, '75O', 7))

    const others = line('NS-THU', { cells: { adopted_plan: '3650' }, figure: { version: 4, ...hers } })
    const next = desk({ lines: [others], keeper: keeper() })
    next.store.resume()
    expect(next.sent).toEqual([])
    expect(next.store.cell(revenue)?.trouble).toEqual({ kind: 'conflict', text: '3.700' })
  })

  test('has its texts taken up but for those of lines that are gone', () => {
    const left: Unsent = { parcels: [], texts: [kept('NS-CU.estimate', '1', null), kept(revenue, '3.700', null)] }
    const one = desk({ keeper: { take: () => [left], keep: () => undefined } })
    one.store.resume()
    expect(texts(one)).toEqual([['3.700']])
  })

  test('whose text stands over another value by now is told of both', async () => {
    const { keeper } = browser()
    const first = desk({ keeper: keeper() })
    first.store.leave(estimate, '1')
    first.store.leave(revenue, '3.700')
    await first.sent[0]?.answer(stalled)

    const others = line('NS-THU', { cells: { adopted_plan: '3650' }, figure: { version: 1, ...hers } })
    const next = desk({ lines: [others], keeper: keeper() })
    next.store.resume()
    expect(next.store.cell(revenue)).toMatchObject({ recorded: hers, trouble: { kind: 'conflict', text: '3.700' } })
  })
})

describe('others', () => {
  const wrote = (value: number, version: number) => ({
    ...{ indicator: 'NS-THU', kind: 'adopted_plan' as const },
    ...{ quantity: exactly(value), version, ...hers },
  })
  test('are seen while the sheet is open', () => {
    const one = desk()
    one.store.receive([wrote(3650, 1)])
    expect(one.store.cell(revenue)?.recorded.quantity).toEqual(exactly(3650))
  })
  test('do not write under the hand of somebody who types: leaving the cell is the conflict it is', () => {
    const one = desk()
    one.store.type(revenue)
    one.store.receive([wrote(3650, 1)])
    expect(one.store.cell(revenue)?.recorded.quantity).toBeNull()
    one.store.leave(revenue, '3.700')
    expect(one.store.cell(revenue)?.trouble).toEqual({ kind: 'conflict', text: '3.700' })
    expect(one.sent).toEqual([])
  })
  test('are seen after that, where the typing is given up', () => {
    const one = desk()
    one.store.type(revenue)
    one.store.receive([wrote(3650, 1)])
    one.store.type(null)
    expect(one.store.cell(revenue)?.recorded.quantity).toEqual(exactly(3650))
  })
  test('have a page that is read anew brought lines, and figures', () => {
    const one = desk()
    one.store.refresh([line('NS-MOI')])
    expect(one.summary().total).toBe(1)
    expect(one.store.cell(revenue)).toBeUndefined()
    expect(one.store.place(revenue)).toBeUndefined()
    one.store.refresh(lines)
    one.store.refresh([line('NS-THU', { cells: { adopted_plan: '3650' }, figure: { version: 1, ...hers } })])
    expect(one.store.cell(revenue)?.recorded).toEqual({ quantity: exactly(3650), version: 1, ...hers })
  })
  test('may end a line that is on its way, or waits: the rest arrives', async () => {
    const one = desk()
    one.store.leave(spending, '1.570')
    one.store.leave(revenue, '3.700')
    one.store.leave(cellKey('NS-CHI', 'estimate'), '1.600')
    one.store.refresh([line('NS-THU')])
    await one.sent[0]?.answer(saved({ [spending]: 1 }))
    expect(texts(one)).toEqual([['1.570'], ['3.700']])
    one.store.leave(spending, '1')
    expect(one.store.screen().asking).toBe(false)
  })
  test('do not end the typing in a line that stays', () => {
    const one = desk()
    const newer = [line('NS-THU', { cells: { adopted_plan: '3650' }, figure: { version: 1, ...hers } })]
    one.store.type(revenue)
    one.store.refresh(newer)
    expect(one.store.cell(revenue)?.recorded.quantity).toBeNull()
    one.store.type(null)
    expect(one.store.cell(revenue)?.recorded.quantity).toEqual(exactly(3650))
  })
})

describe('a note', () => {
  const note = 'Theo công văn 12'
  const held = () => [line('NS-THU', { cells: { adopted_plan: '3504' }, figure: { version: 1 } })]
  const sentNotes = ({ sent }: ReturnType<typeof desk>) =>
    sent.map(({ parcel }) => parcel.changes.map((one) => one.note))

  test('that could not be recorded waits with its text, and goes with it', async () => {
    const one = desk({ lines: held() })
    one.store.leaveAll([{ key: revenue, text: '3.504', note }])
    await one.sent[0]?.answer(reasonRequired)
    one.store.giveReason('Nguồn đã sửa')
    expect(sentNotes(one)).toEqual([[note], [note]])
    await one.sent[1]?.answer(conflict(2))
    one.store.leave(revenue, '3.504')
    expect(sentNotes(one)).toEqual([[note], [note], [note]])
    await one.sent[2]?.answer(saved({ [revenue]: 3 }))
    one.store.leave(revenue, '3.700')
    expect(sentNotes(one).at(-1)).toEqual([undefined])
  })

  test('is kept for the next window', () => {
    const keep: Unsent[] = []
    const one = desk({ keeper: { take: () => [], keep: (unsent) => keep.push(unsent) } })
    one.store.leaveAll([{ key: revenue, text: '75O', note }])
    const next = desk({ keeper: { take: () => keep.slice(-1), keep: () => undefined } })
    next.store.resume()
    next.store.leave(revenue, '750')
    expect(sentNotes(next)).toEqual([[note]])
  })

  test('is taken back with its text', () => {
    const one = desk({ lines: held() })
    one.store.leaveAll([{ key: revenue, text: '75O', note }])
    one.store.undo()
    expect(one.store.cell(revenue)).toMatchObject({ trouble: null, next: null, attempt: null })
    expect(one.sent).toEqual([])
  })
})

describe('undo', () => {
  test('takes back nothing where nothing was done, or nothing changed', () => {
    const one = desk()
    one.store.undo()
    one.store.redo()
    one.store.leave(revenue, '3.700')
    one.store.leave(spending, '')
    one.store.leave('NS-CU.estimate', '1')
    one.store.undo()
    expect(one.store.cell(revenue)?.next).toMatchObject({ text: '' })
    expect(one.store.screen().stopped).toBeNull()
  })

  test('gives up a refused text for what stands there now, whoever wrote it', async () => {
    const one = desk()
    one.store.leave(revenue, '75O')
    one.store.receive([{ indicator: 'NS-THU', kind: 'adopted_plan', quantity: exactly(3650), version: 1, ...hers }])
    one.store.undo()
    expect(one.store.cell(revenue)).toMatchObject({ recorded: hers, trouble: null, next: null })
    expect(one.sent).toEqual([])
  })

  test('takes back step by step what was left here, as changes like any other', async () => {
    const one = desk()
    one.store.leave(revenue, '3.700')
    await one.sent[0]?.answer(saved({ [revenue]: 1 }))
    one.store.leave(revenue, '3.800')
    await one.sent[1]?.answer(saved({ [revenue]: 2 }))
    one.store.undo()
    expect(one.sent[2]?.parcel.changes).toMatchObject([{ text: '3.700', expectedVersion: 2 }])
    await one.sent[2]?.answer(saved({ [revenue]: 3 }))
    one.store.undo()
    expect(one.sent[3]?.parcel.changes).toMatchObject([{ text: '', expectedVersion: 3 }])
    await one.sent[3]?.answer(saved({ [revenue]: 4 }))
    one.store.redo()
    expect(one.sent[4]?.parcel.changes).toMatchObject([{ text: '3.700' }])
    await one.sent[4]?.answer(saved({ [revenue]: 5 }))
    one.store.redo()
    expect(one.sent[5]?.parcel.changes).toMatchObject([{ text: '3.800' }])
    one.store.redo()
    expect(one.sent).toHaveLength(6)
  })

  test('takes a block back as one, before it has arrived as well', async () => {
    const one = desk()
    one.store.leaveAll([
      { key: revenue, text: '3.700' },
      { key: spending, text: '1.570' },
    ])
    one.store.undo()
    await one.sent[0]?.answer(saved({ [revenue]: 1, [spending]: 1 }))
    expect(texts(one)).toEqual([
      ['3.700', '1.570'],
      ['', ''],
    ])
  })

  test('gives up a text that was refused', () => {
    const one = desk()
    one.store.leave(revenue, '75O')
    one.store.undo()
    expect(one.store.cell(revenue)?.trouble).toBeNull()
    one.store.redo()
    expect(one.store.cell(revenue)?.trouble).toMatchObject({ text: '75O' })
    expect(one.sent).toEqual([])
  })

  test('stops where somebody else wrote since, says where, and goes on with the step before', async () => {
    const one = desk()
    one.store.leave(spending, '1.570')
    await one.sent[0]?.answer(saved({ [spending]: 1 }))
    one.store.leave(revenue, '3.700')
    await one.sent[1]?.answer(saved({ [revenue]: 1 }))
    one.store.receive([{ indicator: 'NS-THU', kind: 'adopted_plan', quantity: exactly(3700), version: 3, ...hers }])
    one.store.undo()
    expect(one.sent).toHaveLength(2)
    expect(one.store.screen().stopped).toEqual({ way: 'undo', key: revenue })
    one.store.undo()
    expect(one.sent[2]?.parcel.changes).toMatchObject([{ indicator: 'NS-CHI', text: '' }])
    expect(one.store.screen().stopped).toBeNull()
  })

  test('remembers a hundred steps and more', async () => {
    const one = desk()
    for (let value = 1; value <= 120; value += 1) {
      one.store.leave(revenue, String(value))
      await one.sent.at(-1)?.answer(saved({ [revenue]: value }))
    }
    for (let step = 0; step < 120; step += 1) {
      one.store.undo()
      await one.sent.at(-1)?.answer(saved({ [revenue]: 121 + step }))
    }
    expect(one.store.cell(revenue)?.recorded).toMatchObject({ quantity: null, version: 240 })
  })

  test('on a submitted sheet asks for the reason first', () => {
    const one = desk({
      lines: [line('NS-THU', { cells: { adopted_plan: '3504' }, figure: { version: 1 } })],
      needsReason: true,
    })
    one.store.leave(revenue, '3.700')
    one.store.giveReason('Nhập nhầm số')
    one.store.undo()
    expect(one.store.cell(revenue)?.next).toMatchObject({ text: '3.504', grounds: { reason: 'Nhập nhầm số' } })
    // What waited for the reason was no step of its own.
    one.store.undo()
    expect(one.store.screen()).toMatchObject({ stopped: null, asking: false })
  })

  test('of a sheet that was submitted meanwhile asks for the reason, and goes on with it', async () => {
    const one = desk()
    one.store.leave(revenue, '3.700')
    await one.sent[0]?.answer(saved({ [revenue]: 1 }))
    one.store.leave(spending, '75O')
    one.store.leave(estimate, '3.600')
    await one.sent[1]?.answer(reasonRequired)
    one.store.restore(estimate)
    one.store.askReason(false)
    one.store.undo()
    expect(one.store.screen().stopped).toEqual({ way: 'undo', key: estimate })
    one.store.undo()
    expect(one.store.screen().asking).toBe(true)
    one.store.giveReason('Nhập nhầm số')
    expect(one.store.cell(spending)?.trouble).toBeNull()
    one.store.undo()
    expect(one.sent[2]?.parcel).toMatchObject({ grounds: { reason: 'Nhập nhầm số' }, changes: [{ text: '' }] })
  })
})

describe('a submitted sheet', () => {
  test('asks for a reason once, then sends it with every change', async () => {
    const one = desk({ needsReason: true })
    one.store.leave(revenue, '3.700')
    one.store.leave(spending, '1.570')
    expect(one.sent).toEqual([])
    expect(one.store.screen().asking).toBe(true)
    expect(one.store.cell(revenue)?.trouble).toMatchObject({ text: '3.700', problem: { reason: 'reason_required' } })
    one.store.giveReason('Nhập nhầm số')
    expect(one.sent.map(({ parcel }) => [parcel.grounds, parcel.changes.length])).toEqual([
      [{ reason: 'Nhập nhầm số' }, 2],
    ])
    expect(one.store.screen()).toMatchObject({ asking: false, reason: 'Nhập nhầm số' })
    one.store.leave(estimate, '3.600')
    expect(one.store.cell(estimate)?.next?.grounds).toEqual({ reason: 'Nhập nhầm số' })
  })

  test('adjusts by a document the plans that stand; the rest is corrected', () => {
    const cells = { adopted_plan: '3504', estimate: '3594' }
    const one = desk({ lines: [line('NS-THU', { cells }), line('NS-CHI')], needsReason: true })
    const keys = [revenue, estimate, spending, 'NS-CU.adopted_plan'] as const
    expect(keys.map((key) => one.store.isAdjustable(key))).toEqual([true, false, false, false])
    one.store.leaveAll(keys.map((key) => ({ key, text: '3.700' })))
    one.store.leave(official, '75O')
    expect(one.store.waiting()).toEqual([revenue, estimate, spending].map((key) => ({ key, text: '3.700' })))
    one.store.giveReason('Điều chỉnh giữa năm', 'qd-2')
    const corrected = { reason: 'Điều chỉnh giữa năm' }
    expect(one.sent[0]?.parcel.grounds).toEqual(corrected)
    expect(one.sent[0]?.parcel.changes).toHaveLength(2)
    expect(one.store.cell(revenue)?.next?.grounds).toEqual({ ...corrected, document: 'qd-2', change: 'adjustment' })
  })

  test('asks for none where nothing changes or the text is no value', () => {
    const one = desk({ needsReason: true })
    one.store.leave(revenue, '')
    one.store.leave(spending, '75O')
    expect(one.store.screen().asking).toBe(false)
  })

  test('that was submitted meanwhile asks when the server does', async () => {
    const one = desk()
    one.store.leave(revenue, '3.700')
    await one.sent[0]?.answer(reasonRequired)
    expect(one.store.screen().asking).toBe(true)
    one.store.giveReason('Nguồn đã sửa')
    expect(one.sent[1]?.parcel).toMatchObject({ grounds: { reason: 'Nguồn đã sửa' }, changes: [{ text: '3.700' }] })
    one.store.leave(spending, '1.570')
    expect(one.store.cell(spending)?.next?.grounds).toEqual({ reason: 'Nguồn đã sửa' })
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
