import { describe, expect, test } from 'vitest'
import { endLine } from '#db/commands/end-line.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { saveDocument } from '#db/commands/save-document.ts'
import { saveIndicator } from '#db/commands/save-indicator.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import type { Statement } from '#db/engine.ts'
import { getCellHistory } from '#db/queries/cell-history.ts'
import {
  expectRefused,
  granted,
  type Ledger,
  overtaken,
  type Person,
  refused,
  revenue,
  testLedger,
} from '#tests/support/database.ts'

const sheet = { unit: 'bac-tu-liem', year: 2024 }
type Cell = { indicator?: string; kind?: string; note?: string }
const cell = (quantity: string, expectedVersion: number | null = null, more: Cell = {}) => ({
  indicator: 'NS-THU',
  kind: 'adopted_plan',
  quantity,
  expectedVersion,
  ...more,
})
const put = (ledger: Ledger, change: object, more: object = {}, who: Person = 'editor') =>
  ledger.as(who).write(setFigures, { ...sheet, ...more, changes: [change] })
const history = async (ledger: Ledger) =>
  getCellHistory(ledger.engine.reader, await ledger.person('editor'), {
    ...sheet,
    indicator: 'NS-THU',
    kind: 'adopted_plan',
  })
const submit = async (ledger: Ledger) => granted(await ledger.as('editor').write(moveSheet.submit, sheet))
const invalid = (path: string, reason: string) => ({ code: 'invalid', problems: [{ path, reason }] }) as const

test('a cell is written, corrected, emptied and filled again, and its history says who, when and what', async () => {
  const ledger = await testLedger()
  expect(granted(await put(ledger, cell('3.504', null, { note: 'Nghị quyết' })))).toMatchObject({
    saved: [{ indicator: 'NS-THU', kind: 'adopted_plan', quantity: '3.504', version: 1 }],
  })
  granted(await put(ledger, cell('3,600.5', 1), { locale: 'en', change: 'correction', reason: 'Gõ nhầm' }, 'colleague'))
  granted(await put(ledger, cell('', 2)))
  granted(await put(ledger, cell('>14.000', 3)))
  const revisions = await history(ledger)
  expect(
    revisions?.map(({ version, change, entered, by, note, reason }) => ({
      version,
      change,
      entered,
      by,
      note,
      reason,
    })),
  ).toEqual([
    { version: 4, change: 'entry', entered: '>14.000', by: 'Người editor', note: 'Nghị quyết', reason: null },
    { version: 3, change: 'entry', entered: '', by: 'Người editor', note: 'Nghị quyết', reason: null },
    {
      version: 2,
      change: 'correction',
      entered: '3,600.5',
      by: 'Người colleague',
      note: 'Nghị quyết',
      reason: 'Gõ nhầm',
    },
    { version: 1, change: 'entry', entered: '3.504', by: 'Người editor', note: 'Nghị quyết', reason: null },
  ])
  const values = revisions?.map(({ before, after }) => [before?.value, after?.value])
  expect(values).toEqual([
    [undefined, 14000],
    [3600.5, undefined],
    [3504, 3600.5],
    [undefined, 3504],
  ])
  expect(revisions?.[0]?.after?.qualifier).toBe('above')
})

describe('a document', () => {
  test('stays with a figure whose note alone changes, and leaves with another quantity', async () => {
    const ledger = await testLedger()
    granted(await put(ledger, cell('3.504'), { document: 'qd-1' }))
    granted(await put(ledger, cell('3504', 1, { note: 'đã đối chiếu' })))
    granted(await put(ledger, cell('3504', 2, { note: '' })))
    granted(await put(ledger, cell('3.600', 3)))
    const revisions = await history(ledger)
    expect(revisions?.map(({ note, document }) => [note, document?.code])).toEqual([
      [null, undefined],
      [null, 'qd-1'],
      ['đã đối chiếu', 'qd-1'],
      [null, 'qd-1'],
    ])
  })

  test('is a change where it is another one, and none where it is the same', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('editor').write(saveDocument, { code: 'qd-2', title: 'Quyết định khác' }))
    granted(await put(ledger, cell('3.504'), { document: 'qd-1' }))
    expect(granted(await put(ledger, cell('3.504', 1), { document: 'qd-1' })).saved[0]?.version).toBe(1)
    expect(granted(await put(ledger, cell('3.504', 1), { document: 'qd-2' })).saved[0]?.version).toBe(2)
  })

  test('that nobody knows is refused', async () => {
    const ledger = await testLedger()
    await expectRefused(
      ledger,
      () => put(ledger, cell('1'), { document: 'qd-9' }),
      invalid('document', 'unknown_document'),
    )
  })
})

describe('what is answered of a cell', () => {
  const answered = (quantity: string, version: number | null) => ({
    saved: [{ indicator: 'NS-THU', kind: 'adopted_plan', quantity, version }],
    warnings: [],
  })

  test('that is emptied, and of one that was empty', async () => {
    const ledger = await testLedger()
    expect(granted(await put(ledger, cell('')))).toEqual(answered('', null))
    expect(await history(ledger)).toEqual([])
    granted(await put(ledger, cell('3.504')))
    expect(granted(await put(ledger, cell('', 1)))).toEqual(answered('', 2))
  })

  test('is what would be typed there: words stand behind an apostrophe in a cell of numbers', async () => {
    const ledger = await testLedger()
    expect(granted(await put(ledger, cell("'Xuất siêu")))).toEqual(answered("'Xuất siêu", 1))
    await expectRefused(ledger, () => put(ledger, cell('3.504')), {
      ...{ code: 'conflict', reason: 'changed_since' },
      detail: { theirs: [expect.objectContaining({ quantity: "'Xuất siêu", version: 1 })] },
    })
  })

  test('whose note or document says nothing new, and whose document is the first', async () => {
    const ledger = await testLedger()
    granted(await put(ledger, cell('3.504')))
    expect(granted(await put(ledger, cell('3504', 1, { note: '' })))).toEqual(answered('3.504', 1))
    expect(granted(await put(ledger, cell('3504', 1), { document: 'qd-1' }))).toEqual(answered('3.504', 2))
  })

  test('that is empty, and gets a note or a document that says why', async () => {
    const ledger = await testLedger()
    expect(granted(await put(ledger, cell('', null, { note: 'Chưa giao' })))).toEqual(answered('', 1))
    const cited = await testLedger()
    expect(granted(await put(cited, cell(''), { document: 'qd-1' }))).toEqual(answered('', 1))
  })

  test('that is sent as it stands, without its document', async () => {
    const ledger = await testLedger()
    granted(await put(ledger, cell('3.504'), { document: 'qd-1' }))
    expect(granted(await put(ledger, cell('3.504', 1)))).toEqual(answered('3.504', 1))
  })

  test('that was thought to hold something, and holds nothing', async () => {
    const ledger = await testLedger()
    const nothing = { indicator: 'NS-THU', kind: 'adopted_plan', quantity: '', version: null, by: null, at: null }
    await expectRefused(ledger, () => put(ledger, cell('3.504', 7)), {
      code: 'conflict',
      reason: 'changed_since',
      detail: { theirs: [nothing] },
    })
  })
})

describe('the state of the sheet', () => {
  test('a submitted sheet takes a change with a reason, as a correction of what is there', async () => {
    const ledger = await testLedger()
    granted(await put(ledger, cell('3.504')))
    await submit(ledger)
    await expectRefused(ledger, () => put(ledger, cell('3.600', 1)), invalid('reason', 'reason_required'))
    granted(await put(ledger, cell('3.600', 1), { reason: 'Số chính thức của Chi cục Thuế' }))
    granted(await put(ledger, cell('1.570', null, { indicator: 'NS-CHI' }), { reason: 'Bổ sung' }))
    expect(ledger.database.prepare('select change from revisions order by rowid').pluck().all()).toEqual([
      'entry',
      'correction',
      'entry',
    ])
  })

  test('what changes after an approval is a correction with its reason', async () => {
    const ledger = await testLedger()
    granted(await put(ledger, cell('3.504')))
    await submit(ledger)
    granted(await ledger.as('approver').write(moveSheet.approve, sheet))
    granted(await ledger.as('approver').write(moveSheet.reopen, { ...sheet, comment: 'Chi cục báo số khác' }))
    await expectRefused(ledger, () => put(ledger, cell('3.600', 1)), invalid('reason', 'reason_required'))
    granted(await put(ledger, cell('3.600', 1), { reason: 'Số chính thức' }))
    expect((await history(ledger))?.[0]?.change).toBe('correction')
  })

  test.each([
    ['approve', 'sheet_approved'],
    ['lock', 'sheet_locked'],
  ] as const)('after %s it is closed, whatever the reason', async (last, reason) => {
    const ledger = await testLedger()
    await submit(ledger)
    granted(await ledger.as('approver').write(moveSheet.approve, sheet))
    if (last === 'lock') granted(await ledger.as('approver').write(moveSheet.lock, sheet))
    await expectRefused(ledger, () => put(ledger, cell('1'), { reason: 'Xin sửa' }), { code: 'closed', reason })
  })
})

describe('the assigned plan', () => {
  const assigned = cell('3.504', null, { kind: 'assigned_plan' })

  test('is written by an editor above the unit, not by its own', async () => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => put(ledger, assigned), { code: 'forbidden', reason: 'write_assigned_plan' })
    granted(await put(ledger, assigned, {}, 'cityEditor'))
    expect(ledger.one('select kind from figures')).toBe('assigned_plan')
  })

  test('in a paste with other cells stops all of them', async () => {
    const ledger = await testLedger()
    await expectRefused(
      ledger,
      () => ledger.as('editor').write(setFigures, { ...sheet, changes: [cell('1'), assigned] }),
      {
        code: 'forbidden',
      },
    )
  })
})

describe('an adjustment', () => {
  const adjust = { change: 'adjustment', document: 'qd-1' }

  test('changes a plan that is there, by a document', async () => {
    const ledger = await testLedger()
    granted(await put(ledger, cell('3.504')))
    granted(await put(ledger, cell('3.600', 1), adjust))
    expect((await history(ledger))?.[0]).toMatchObject({ change: 'adjustment', document: { code: 'qd-1' } })
  })

  test.each([
    ['without its document', cell('3.600', 1), { change: 'adjustment' }, 'document', 'document_required'],
    ['of an actual', cell('1', null, { kind: 'estimate' }), adjust, 'changes.0.kind', 'only_plans_are_adjusted'],
    [
      'of a plan that is not there',
      cell('1', null, { indicator: 'NS-CHI' }),
      adjust,
      'changes.0.kind',
      'no_plan_to_adjust',
    ],
  ])('%s is refused', async (_what, change, more, path, reason) => {
    const ledger = await testLedger()
    granted(await put(ledger, cell('3.504')))
    await expectRefused(ledger, () => put(ledger, change, more), invalid(path, reason))
  })
})

describe('what is typed', () => {
  test.each(['75O', '1 651', '1,2,3', '--5', '1234567890123456', 'đạt kế hoạch đề ra'])(
    '%s is refused in place',
    async (typed) => {
      const ledger = await testLedger()
      await expectRefused(ledger, () => put(ledger, cell(typed)), {
        code: 'invalid',
        problems: [expect.objectContaining({ path: 'changes.0.quantity', reason: expect.stringMatching(/./) })],
      })
    },
  )

  test.each([
    [
      'a line that is not on the sheet',
      cell('1', null, { indicator: 'XH-VIEC-LAM' }),
      'changes.0.indicator',
      'not_on_sheet',
    ],
    ['a kind that does not exist', cell('1', null, { kind: 'guess' }), 'changes.0.kind', 'unknown_kind'],
    ['version 0', cell('1', 0), 'changes.0.expectedVersion', 'bad_version'],
  ])('%s is refused in place', async (_what, change, path, reason) => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => put(ledger, change), invalid(path, reason))
  })

  test('the same cell twice is refused', async () => {
    const ledger = await testLedger()
    const twice = { ...sheet, changes: [cell('1'), cell('2')] }
    await expectRefused(
      ledger,
      () => ledger.as('editor').write(setFigures, twice),
      invalid('changes', 'same_cell_twice'),
    )
  })

  test('a value is kept to the last of 15 digits', async () => {
    const ledger = await testLedger()
    granted(await put(ledger, cell('1651,34600000001')))
    expect(ledger.one('select value from figures')).toBe(1651.34600000001)
  })
})

describe('what the typed text was read under', () => {
  test('a save does not land on a line that was ended in between', async () => {
    const ledger = await testLedger()
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('colleague').write(endLine, { ...sheet, indicator: 'NS-THU', reason: 'Không giao' })),
    )
    const late = await ledger.as('editor', engine).write(setFigures, { ...sheet, changes: [cell('1')] })
    expect(refused(late)).toMatchObject(invalid('changes.0.indicator', 'line_ended'))
    expect(ledger.one('select count(*) from revisions')).toBe(0)
  })

  const definition = { ...revenue, version: 1 }
  test.each([
    ['type of value', { valueType: 'milestone' }, 'Hoàn thành', { valueType: 'amount' }],
    ['unit of measure', { unitOfMeasure: '%' }, '12,5%', { unitOfMeasure: 'tỷ đồng' }],
    ['heading', { heading: false }, '1', { heading: true }],
  ])('nor under another %s', async (_what, before, typed, after) => {
    const ledger = await testLedger()
    const define = async (more: object) =>
      granted(await ledger.as('administrator').write(saveIndicator, { ...definition, ...more }))
    await define(before)
    let overtook = false
    const engine = overtaken(ledger.engine, async () => {
      overtook = true
      await define(after)
    })
    const late = await ledger.as('editor', engine).write(setFigures, { ...sheet, changes: [cell(typed)] })
    expect(overtook).toBe(true)
    expect(refused(late).code).toBe('invalid')
    expect(ledger.one('select count(*) from revisions')).toBe(0)
  })

  test('is guarded by as many statements for many cells as for one', async () => {
    const ledger = await testLedger()
    const batches: (readonly Statement[])[] = []
    const engine = {
      ...ledger.engine,
      commit: (statements: readonly Statement[]) => {
        batches.push(statements)
        return ledger.engine.commit(statements)
      },
    }
    for (const indicators of [['NS-THU'], ['NS-THU-THUE', 'NS-CHI']]) {
      const changes = indicators.map((indicator) => cell('1', null, { indicator }))
      granted(await ledger.as('editor', engine).write(setFigures, { ...sheet, changes }))
    }
    const guards = batches.map((batch) => batch.filter(({ sql }) => sql.includes('insert into "_guard"')).length)
    expect(guards[0]).toBeGreaterThan(3)
    expect(guards[1]).toBe(guards[0])
  })
})
