import { afterEach, describe, expect, test } from 'vitest'
import { cellKey } from '#components/entry/cell-place.ts'
import { statusOf } from '#components/entry/cell-state.ts'
import type { Answer } from '#components/entry/send-parcel.ts'
import { browserKeeper, type Unsent } from '#components/entry/unsent.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { planPaste } from '#domain/block.ts'
import { parseFigure } from '#domain/figure-text.ts'
import { exactly } from '#domain/quantity.ts'
import { testLedger } from '#tests/support/database.ts'
import { entryDesk } from '#tests/support/entry-desk.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

/** What a review of the entry grid found: each of these is a way in which something typed is lost, or shown as it is not. */

const line = (code: string, cells: Parameters<typeof sheetLine>[0] = {}) =>
  sheetLine({ id: code, ...cells, indicator: { code, ...cells.indicator } })
const planned = line('NS-THU', { cells: { adopted_plan: '3504' }, figure: { version: 2 } })
const lines = [planned, line('NS-CHI')]
const revenue = cellKey('NS-THU', 'adopted_plan')
const spending = cellKey('NS-CHI', 'adopted_plan')

const desk = (more: Partial<Parameters<typeof entryDesk>[0]> = {}) => entryDesk({ lines, ...more })
const saved = (version: number, key = revenue): Answer => ({ type: 'saved', versions: new Map([[key, version]]) })
const hers = { by: 'Nguyễn Thu Hà', at: '2024-12-01T07:31:00.000Z' }
const theirs = (quantity: string, version: number): Answer => ({
  type: 'conflict',
  theirs: [{ indicator: 'NS-THU', kind: 'adopted_plan', quantity, version, ...hers }],
})
const wrote = (value: number, version: number) => ({
  ...{ indicator: 'NS-THU', kind: 'adopted_plan' as const, quantity: exactly(value), version, ...hers },
})
const asked: Answer = { type: 'refused', problems: new Map(), all: { reason: 'reason_required' } }
/** All that a store still holds or has sent, as one text: what is not in it is gone. */
const everything = ({ store, sent }: ReturnType<typeof desk>, from = 0) =>
  JSON.stringify([sent.slice(from).map(({ parcel }) => parcel), store.cell(revenue), store.waiting()])

class FakeStorage {
  readonly kept = new Map<string, string>()
  get length() {
    return this.kept.size
  }
  key = (index: number) => [...this.kept.keys()][index] ?? null
  getItem = (name: string) => this.kept.get(name) ?? null
  setItem = (name: string, text: string) => void this.kept.set(name, text)
  removeItem = (name: string) => void this.kept.delete(name)
  clear = () => this.kept.clear()
}
const storage = new FakeStorage()
/** A window of the one browser of these tests, by the keeper that browsers have. */
const openWindow = (of = lines) =>
  desk({ lines: of, keeper: browserKeeper('lan', { unit: 'bac-tu-liem', year: 2024 }, storage) })
const keep = (unsent: Unsent) =>
  storage.setItem(`so-chi-tieu.unsent lan bac-tu-liem 2024 ${storage.length}`, JSON.stringify(unsent))
afterEach(() => storage.clear())

const hersNow = line('NS-THU', { cells: { adopted_plan: '3650' }, figure: { version: 3, ...hers } })

describe('what a window left to the next one', () => {
  test('in a conflict is a conflict there, and does not overwrite theirs unasked', async () => {
    const first = openWindow()
    first.store.leave(revenue, '3.700')
    await first.sent[0]?.answer(theirs('3.650', 3))
    expect(first.store.cell(revenue)?.trouble?.kind).toBe('conflict')

    // Nobody has decided anything; another tab is opened, or the screen is left and opened again.
    const next = openWindow([hersNow, line('NS-CHI')])
    next.store.resume()
    expect(next.sent).toEqual([])
    expect(next.store.cell(revenue)?.trouble).toEqual({ kind: 'conflict', text: '3.700' })
  })

  test('while it waited for a reason to replace theirs waits for it there', async () => {
    const first = openWindow()
    first.store.leave(revenue, '3.700')
    await first.sent[0]?.answer(theirs('3.650', 3))
    first.store.leave(revenue, '3.700')
    expect(first.store.screen().asking).toBe(true)

    const next = openWindow([hersNow, line('NS-CHI')])
    next.store.resume()
    expect(next.sent).toEqual([])
  })

  test('twice, by two windows, is not shown as saved where it was not', async () => {
    const change = { indicator: 'NS-THU', kind: 'adopted_plan' as const, expectedVersion: 2 }
    keep({ parcels: [{ key: 'first window', grounds: {}, changes: [{ ...change, text: '3.700' }] }], texts: [] })
    keep({ parcels: [{ key: 'other window', grounds: {}, changes: [{ ...change, text: '3.800' }] }], texts: [] })
    const one = openWindow()
    one.store.resume()
    await one.sent[0]?.answer(saved(3))
    // The ledger holds 3.700 by now.
    expect(one.store.cell(revenue)?.recorded).toMatchObject({ quantity: exactly(3700), version: 3 })
    await one.sent[1]?.answer(theirs('3.700', 3))
    expect(everything(one, 2)).toContain('3.800')
  })

  test('twice, as texts, is not lost', () => {
    const text = { cell: revenue, seen: 2, grounds: {}, batch: null }
    keep({ parcels: [], texts: [{ ...text, text: '3.700' }] })
    keep({ parcels: [], texts: [{ ...text, text: '3.800' }] })
    const one = openWindow()
    one.store.resume()
    expect(everything(one) + JSON.stringify([...storage.kept])).toContain('3.700')
    expect(everything(one) + JSON.stringify([...storage.kept])).toContain('3.800')
  })

  test('of a line that has been ended is not thrown away', () => {
    keep({ parcels: [], texts: [{ cell: spending, text: '1.570', seen: null, grounds: {}, batch: null }] })
    const one = openWindow([planned])
    one.store.resume()
    expect(JSON.stringify([...storage.kept])).toContain('1.570')
  })

  test('in another shape, as an older release kept it, takes nothing else with it', () => {
    keep({ parcels: [], texts: [{ cell: revenue, text: '3.700', seen: 2, grounds: {}, batch: null }] })
    storage.setItem('so-chi-tieu.unsent lan bac-tu-liem 2024 older', '{"parcels":{},"texts":null}')
    const one = openWindow()
    expect(() => one.store.resume()).not.toThrow()
    expect(everything(one)).toContain('3.700')
  })

  test('is not taken away again from the window that holds it', () => {
    const keeper = browserKeeper('lan', { unit: 'bac-tu-liem', year: 2024 }, storage)
    keeper.keep({ parcels: [], texts: [{ cell: revenue, text: '3.700', seen: 2, grounds: {}, batch: null }] })
    expect(keeper.take()).toEqual([])
  })
})

describe('a note, a source and an adjustment', () => {
  const note = 'Theo báo cáo của Chi cục Thuế'
  const adjustment = { change: 'adjustment' as const, document: '37-nq-hdnd-2024', reason: 'Điều chỉnh' }

  test('stay when the value is typed anew before the note has gone', async () => {
    const one = desk()
    one.store.leave(spending, '1')
    one.store.leaveAll([{ key: revenue, text: '3.504', note }])
    one.store.leave(revenue, '3.700')
    await one.sent[0]?.answer(saved(1, spending))
    expect(everything(one)).toContain(note)
  })

  test('stay where somebody else wrote in between, and left the same value', async () => {
    const one = desk()
    one.store.leaveAll([{ key: revenue, text: '3.504', note }])
    await one.sent[0]?.answer(theirs('3.504', 3))
    expect(everything(one, 1)).toContain(note)
  })

  test('stay in a conflict, whoever wins', async () => {
    const one = desk()
    one.store.leaveAll([{ key: revenue, text: '3.504', note }])
    await one.sent[0]?.answer(theirs('3.650', 3))
    expect(everything(one, 1)).toContain(note)
  })

  test('stay while the reason is asked for, where the sheet was submitted meanwhile', async () => {
    const one = desk()
    one.store.leaveAll([{ key: revenue, text: '3.504', note }])
    await one.sent[0]?.answer(asked)
    one.store.giveReason('Bổ sung')
    expect(everything(one, 1)).toContain(note)
  })

  test('of a plan that was adjusted go with the reason that was asked for', async () => {
    const one = desk()
    one.store.leaveAll([{ key: revenue, text: '3.700' }], { change: 'adjustment', document: '37-nq-hdnd-2024' })
    await one.sent[0]?.answer(asked)
    one.store.giveReason('Điều chỉnh')
    expect(one.sent[1]?.parcel.grounds).toEqual(adjustment)
  })

  test('of a plan that was mistyped are those of the value that is put right', () => {
    const one = desk()
    one.store.leaveAll([{ key: revenue, text: '3 700' }], adjustment)
    expect(one.store.cell(revenue)?.trouble).toMatchObject({ problem: { values: { suggestion: '3.700' } } })
    one.store.leave(revenue, '3.700')
    expect(one.sent[0]?.parcel.grounds).toEqual(adjustment)
  })

  test('of a text in trouble are kept with it', () => {
    const one = desk()
    one.store.leave(revenue, '75O')
    // The drawer of this cell, on which a note is written now.
    one.store.leaveAll([{ key: revenue, text: '75O', note }])
    expect(everything(one)).toContain(note)
  })

  test('are made again by redo as they were made', async () => {
    const one = desk()
    one.store.leaveAll([{ key: revenue, text: '3.700' }], adjustment)
    await one.sent[0]?.answer(saved(3))
    one.store.undo()
    await one.sent[1]?.answer(saved(4))
    one.store.redo()
    expect(one.sent[2]?.parcel.grounds).toEqual(adjustment)
  })
})

describe('what others write', () => {
  test('after my value and before its answer is not lost', async () => {
    const one = desk()
    one.store.leave(revenue, '3.700')
    // Mine became version 3, theirs version 4; the poll says so first, and says it once.
    one.store.receive([wrote(3650, 4)])
    await one.sent[0]?.answer(saved(3))
    expect(one.store.cell(revenue)?.recorded).toMatchObject({ quantity: exactly(3650), version: 4 })
  })

  test('is my own in no conflict: a text put right after the one before it arrived', async () => {
    const one = desk()
    one.store.leave(revenue, '3.700')
    one.store.leave(revenue, '75O')
    await one.sent[0]?.answer(saved(3))
    one.store.leave(revenue, '750')
    expect(one.sent[1]?.parcel.changes).toMatchObject([{ text: '750', expectedVersion: 3 }])
  })

  test('over a line that is ended leaves what was typed there in sight', async () => {
    const one = desk()
    one.store.leave(spending, '75O')
    one.store.refresh([planned])
    expect(JSON.stringify([one.summary().pending, one.store.lost()])).not.toBe('[[],0]')
  })
})

describe('undo on a submitted sheet', () => {
  test('gives up a refused text without asking why, and takes no other step back', () => {
    const one = desk({ needsReason: true })
    one.store.leave(revenue, '75O')
    one.store.undo()
    expect(one.store.screen().asking).toBe(false)
    expect(statusOf(one.store.cell(revenue) ?? expect.fail())).toBe('rest')
  })

  test('that waited for the reason takes back what it was asked for', () => {
    const one = desk({ needsReason: true })
    one.store.leave(revenue, '75O')
    one.store.leave(spending, '1.570')
    one.store.askReason(false)
    one.store.undo()
    one.store.giveReason('Nhập nhầm')
    // Not the cell that was waiting: that has gone with the reason.
    expect(one.store.cell(spending)?.attempt ?? one.store.cell(spending)?.next).toMatchObject({ text: '1.570' })
    expect(one.store.cell(spending)?.next ?? null).toBeNull()
  })
})

describe('the server', () => {
  const sheet = { unit: 'bac-tu-liem', year: 2024 }
  const cell = { indicator: 'NS-THU', kind: 'adopted_plan' as const }

  test('names a version that the next change may be written against', async () => {
    const ledger = await testLedger()
    const write = (quantity: string, expectedVersion: number | null, key: string) =>
      ledger.as('editor').write(setFigures, { ...sheet, key, changes: [{ ...cell, quantity, expectedVersion }] })
    const empty = await write('', null, 'empty stays empty')
    const version = empty.ok ? (empty.value.saved[0]?.version ?? null) : expect.fail()
    expect(await write('3.700', version, 'the next change')).toMatchObject({ ok: true })
  })

  test('says what others wrote as it would be typed: words in a cell of numbers too', async () => {
    const ledger = await testLedger()
    const write = (quantity: string, key: string) =>
      ledger.as('editor').write(setFigures, { ...sheet, key, changes: [{ ...cell, quantity, expectedVersion: null }] })
    expect(await write("'Xuất siêu", 'words for numbers')).toMatchObject({ ok: true })
    const late = await write('3.700', 'somebody who is late')
    const detail = late.ok ? expect.fail() : (late.error.detail as { theirs: { quantity: string }[] })
    const read = parseFigure(cell.kind, detail.theirs[0]?.quantity ?? '', planned.indicator, 'vi')
    expect(read).toMatchObject({ ok: true, value: { text: 'Xuất siêu' } })
  })
})

describe('a block whose unit column names another unit than the sheet', () => {
  const columns = [
    { kind: 'adopted_plan' as const, label: 'KH quận', closed: null },
    { kind: 'estimate' as const, label: 'Ước thực hiện', closed: null },
  ]
  const budget = [
    line('NS-THU', { indicator: { nameVi: 'Thu ngân sách' } }),
    line('NS-CHI', { indicator: { nameVi: 'Chi ngân sách' } }),
  ]
  const corner = { indicator: 'NS-THU', kind: 'adopted_plan' as const }
  test.each([
    ['triệu đồng', '3.504.000'],
    ['nghìn đồng', '3.504.000.000'],
  ])('in every row (%s) is read in that unit, and in the column where it stands', (unit, text) => {
    const plan = planPaste(
      [
        ['Thu ngân sách', unit, text],
        ['Chi ngân sách', unit, text],
      ],
      {
        ...{ sheet: { lines: budget, columns }, target: { from: corner, to: corner } },
        ...{ held: () => null, locale: 'vi', answer: null, clearBlanks: false },
      },
    )
    const written = plan.cells.filter(({ outcome }) => outcome === 'change')
    expect(written.map(({ indicator, kind, after }) => [indicator, kind, after?.value])).toEqual([
      ['NS-THU', 'adopted_plan', 3504],
      ['NS-CHI', 'adopted_plan', 3504],
    ])
  })

  test('that is written with digits puts no figure into the next column', () => {
    const plan = planPaste([['Thu ngân sách', '1.000 đồng', '3.504.000.000']], {
      ...{ sheet: { lines: budget, columns }, target: { from: corner, to: corner } },
      ...{ held: () => null, locale: 'vi', answer: null, clearBlanks: false },
    })
    expect(plan.cells.filter(({ kind, outcome }) => kind === 'estimate' && outcome === 'change')).toEqual([])
  })
})
