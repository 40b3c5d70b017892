import { describe, expect, test } from 'vitest'
import { addLine } from '#db/commands/add-line.ts'
import { endLine } from '#db/commands/end-line.ts'
import { placeLine } from '#db/commands/line-place.ts'
import { markLine } from '#db/commands/mark-line.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { saveIndicator } from '#db/commands/save-indicator.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { expectRefused, granted, overtaken, refused, revenue, testLedger } from '#tests/support/database.ts'

const sheet = { unit: 'bac-tu-liem', year: 2024 }
const line = (indicator: string, more = {}) => ({
  ...sheet,
  indicator,
  inAssignedSet: true,
  inAdoptedSet: false,
  ...more,
})
const end = (indicator: string) => ({ ...sheet, indicator, reason: 'Không còn giao' })
const onSheet = `select number || ' ' || code from lines join indicators on indicators.id = indicator_id
  where ended_at is null order by position`

test('a line goes where it belongs, and no number changes', async () => {
  const ledger = await testLedger()
  const codes = () => ledger.database.prepare(onSheet).pluck().all()
  expect(codes()).toEqual(['1 NS-THU', '1.1 NS-THU-THUE', '2 NS-CHI'])
  const added = await ledger.as('editor').write(addLine, line('NS-THU-DAT'))
  expect(granted(added)).toEqual({ indicator: 'NS-THU-DAT', number: '1.2' })
  expect(granted(await ledger.as('editor').write(addLine, line('XH-VIEC-LAM'))).number).toBe('3')
  expect(granted(await ledger.as('editor').write(addLine, line('KT-CO-CAU', { number: 'I' }))).number).toBe('I')
  expect(codes()).toEqual(['I KT-CO-CAU', '1 NS-THU', '1.1 NS-THU-THUE', '1.2 NS-THU-DAT', '2 NS-CHI', '3 XH-VIEC-LAM'])
})

describe('the place of a line', () => {
  const at = (code: string, number: string, position: number, more = {}) => ({
    code,
    number,
    position,
    parentCode: null,
    group: 'budget' as const,
    ...more,
  })
  const present = [
    at('A', '1', 1, { group: 'economy' }),
    at('B', '2', 2),
    at('B1', '2.9', 3, { parentCode: 'B' }),
    at('C', '10', 9, { group: 'society' }),
  ]

  test.each([
    ['the end of its group, the next number of the sheet', at('X', '', 0), { number: '11', position: 4 }],
    [
      'between groups, where its own is empty',
      at('X', '', 0, { group: 'environment' }),
      { number: '11', position: 10 },
    ],
    ['the top, where every group is a later one', at('X', '', 0, { group: 'economy' }), { number: '11', position: 2 }],
    ['behind the last child', at('X', '', 0, { parentCode: 'B' }), { number: '2.10', position: 4 }],
    [
      'behind a parent without children',
      at('X', '', 0, { parentCode: 'C', group: 'society' }),
      { number: '10.1', position: 10 },
    ],
    [
      'as a line of its own, where the parent is not on the sheet',
      at('X', '', 0, { parentCode: 'Z' }),
      { number: '11', position: 4 },
    ],
  ])('is %s', (_where, newcomer, place) => {
    expect(placeLine(newcomer, present)).toEqual(place)
  })

  test('on an empty sheet is the first', () => {
    expect(placeLine(at('X', '', 0), [])).toEqual({ number: '1', position: 1 })
  })
})

test('two lines that are added at once get two numbers', async () => {
  const ledger = await testLedger()
  const engine = overtaken(ledger.engine, async () =>
    granted(await ledger.as('colleague').write(addLine, line('XH-VIEC-LAM'))),
  )
  expect(granted(await ledger.as('editor', engine).write(addLine, line('KT-CO-CAU'))).number).toBe('4')
  expect(ledger.database.prepare(onSheet).pluck().all()).toHaveLength(5)
})

test('an ended line comes back as itself, with its figures, in the sets that are named now', async () => {
  const ledger = await testLedger()
  const cell = { indicator: 'NS-CHI', kind: 'adopted_plan', quantity: '1.570', expectedVersion: null }
  granted(await ledger.as('editor').write(setFigures, { ...sheet, changes: [cell] }))
  granted(await ledger.as('editor').write(endLine, end('NS-CHI')))
  expect(ledger.journal().at(-1)).toMatchObject({
    action: 'end_line',
    reason: 'Không còn giao',
    detail: '{"year":2024,"indicator":"NS-CHI","number":"2"}',
  })
  await expectRefused(
    ledger,
    () => ledger.as('editor').write(setFigures, { ...sheet, changes: [{ ...cell, expectedVersion: 1 }] }),
    {
      code: 'invalid',
      problems: [{ path: 'changes.0.indicator', reason: 'line_ended' }],
    },
  )
  await expectRefused(ledger, () => ledger.as('editor').write(endLine, end('NS-CHI')), {
    code: 'invalid',
    problems: [{ path: 'indicator', reason: 'line_ended' }],
  })
  granted(await ledger.as('editor').write(addLine, line('NS-CHI', { office: 'Phòng Tài chính' })))
  const row =
    'select number, in_assigned_set, in_adopted_set, office, ended_at, value from lines join figures on line_id = id'
  expect(ledger.database.prepare(row).all()).toEqual([
    { number: '2', in_assigned_set: 1, in_adopted_set: 0, office: 'Phòng Tài chính', ended_at: null, value: 1570 },
  ])
  expect(ledger.one('select count(*) from lines')).toBe(3)
})

test('an indicator that was redefined since its line ended gets a new line, and figures go there', async () => {
  const ledger = await testLedger()
  granted(await ledger.as('editor').write(endLine, end('NS-CHI')))
  const redefined = { ...revenue, code: 'NS-CHI', newVersion: true, validFromYear: 2024 }
  granted(await ledger.as('administrator').write(saveIndicator, redefined))
  expect(granted(await ledger.as('editor').write(addLine, line('NS-CHI'))).number).toBe('3')
  const cell = { indicator: 'NS-CHI', kind: 'adopted_plan', quantity: '5', expectedVersion: null }
  granted(await ledger.as('editor').write(setFigures, { ...sheet, changes: [cell] }))
  const version = `select version from indicators where id = (select indicator_id from lines
    where id = (select line_id from figures))`
  expect(ledger.one(version)).toBe(2)
})

test('is refused: on the sheet already, number in use, unknown or not yet valid, of another shape', async () => {
  const ledger = await testLedger()
  const add = (input: object) => () => ledger.as('editor').write(addLine, { ...line('XH-VIEC-LAM'), ...input })
  const unknown = { code: 'invalid', problems: [{ path: 'indicator', reason: 'unknown_indicator' }] } as const
  granted(await ledger.as('administrator').write(saveIndicator, { ...revenue, code: 'MOI', validFromYear: 2025 }))
  await expectRefused(ledger, add({ indicator: 'NS-CHI' }), { code: 'taken', reason: 'line_exists' })
  await expectRefused(ledger, add({ number: '1.1' }), { code: 'taken', reason: 'line_number' })
  await expectRefused(ledger, add({ indicator: 'KHONG-CO' }), unknown)
  await expectRefused(ledger, add({ indicator: 'MOI' }), unknown)
  await expectRefused(ledger, add({ number: '1..2' }), { problems: [{ path: 'number', reason: 'bad_number' }] })
  await expectRefused(ledger, () => ledger.as('editor').write(endLine, end('XH-VIEC-LAM')), {
    problems: [{ path: 'indicator', reason: 'not_on_sheet' }],
  })
  await expectRefused(ledger, () => ledger.as('editor').write(endLine, { ...end('NS-CHI'), reason: ' ' }), {
    problems: [{ path: 'reason', reason: 'reason_required' }],
  })
})

describe('lines belong to the draft', () => {
  const submitted = { code: 'closed', reason: 'sheet_submitted' } as const

  test('and are closed when it is submitted', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('editor').write(moveSheet.submit, sheet))
    await expectRefused(ledger, () => ledger.as('editor').write(addLine, line('XH-VIEC-LAM')), submitted)
    await expectRefused(ledger, () => ledger.as('editor').write(endLine, end('NS-CHI')), submitted)
  })

  test('even where it is submitted in between', async () => {
    for (const attempt of ['add', 'end'] as const) {
      const ledger = await testLedger()
      const engine = overtaken(ledger.engine, async () =>
        granted(await ledger.as('colleague').write(moveSheet.submit, sheet)),
      )
      const editor = ledger.as('editor', engine)
      const late = attempt === 'add' ? editor.write(addLine, line('XH-VIEC-LAM')) : editor.write(endLine, end('NS-CHI'))
      expect(refused(await late)).toMatchObject(submitted)
      expect(ledger.database.prepare(onSheet).all()).toHaveLength(3)
    }
  })

  test('and to the editors', async () => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => ledger.as('approver').write(addLine, line('XH-VIEC-LAM')), { code: 'forbidden' })
    await expectRefused(ledger, () => ledger.as('viewer').write(endLine, end('NS-CHI')), { code: 'forbidden' })
    await expectRefused(ledger, () => ledger.as('ngoQuyenEditor').write(endLine, end('NS-CHI')), { code: 'not_found' })
  })
})

describe('what an added or ended line rests on and changes in between', () => {
  test('an ended line that somebody else brought back stays as they did it', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('editor').write(endLine, end('NS-CHI')))
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('colleague').write(addLine, line('NS-CHI', { office: 'Phòng Tài chính' }))),
    )
    const late = await ledger.as('editor', engine).write(addLine, line('NS-CHI', { office: 'Phòng khác' }))
    expect(refused(late)).toMatchObject({ code: 'taken', reason: 'line_exists' })
    expect(ledger.one("select office from lines where office <> ''")).toBe('Phòng Tài chính')
  })

  test('a line that somebody else ended is not ended again', async () => {
    const ledger = await testLedger()
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('colleague').write(endLine, end('NS-CHI'))),
    )
    const before = ledger.journal().length
    const late = await ledger.as('editor', engine).write(endLine, end('NS-CHI'))
    expect(refused(late)).toMatchObject({ problems: [{ path: 'indicator', reason: 'line_ended' }] })
    expect(ledger.journal()).toHaveLength(before + 1)
  })

  const jobs = { ...revenue, code: 'XH-VIEC-LAM', nameVi: 'Việc làm', group: 'society', unitOfMeasure: 'người' }
  const add = async (definition: object) => {
    const ledger = await testLedger()
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('administrator').write(saveIndicator, { ...jobs, ...definition })),
    )
    return { ledger, added: await ledger.as('editor', engine).write(addLine, line('XH-VIEC-LAM')) }
  }

  test('a definition that is valid no longer is not added', async () => {
    const { added } = await add({ version: 1, validToYear: 2023 })
    expect(refused(added)).toMatchObject({ problems: [{ path: 'indicator', reason: 'unknown_indicator' }] })
  })

  test('a newer definition is the one that is added, and a part goes below its parent', async () => {
    const renewed = await add({ newVersion: true })
    granted(renewed.added)
    const version = 'select max(version) from indicators join lines on indicator_id = indicators.id'
    expect(renewed.ledger.one(version)).toBe(2)
    const part = await add({ version: 1, parent: 'NS-THU' })
    expect(granted(part.added).number).toBe('1.2')
  })
})

describe('the marks of a line', () => {
  const both = { inAssignedSet: true, inAdoptedSet: true }
  const monitored = { inAssignedSet: false, inAdoptedSet: false, office: 'Phòng Tài chính' }
  const mark = (marks: object, seen: object = both, indicator = 'NS-CHI') => ({ ...sheet, indicator, ...marks, seen })
  const standing = (ledger: Awaited<ReturnType<typeof testLedger>>) =>
    ledger.database
      .prepare(`select in_assigned_set, in_adopted_set, office from lines
        join indicators on indicators.id = indicator_id where code = 'NS-CHI'`)
      .raw()
      .get()

  test('are its sets and its office; the journal says what they were', async () => {
    const ledger = await testLedger()
    expect(granted(await ledger.as('editor').write(markLine, mark(monitored)))).toEqual({ indicator: 'NS-CHI' })
    expect(standing(ledger)).toEqual([0, 0, 'Phòng Tài chính'])
    expect(ledger.journal().at(-1)).toMatchObject({
      action: 'mark_line',
      sheet_id: ledger.one('select id from sheets'),
      detail: JSON.stringify({
        year: 2024,
        indicator: 'NS-CHI',
        number: '2',
        changed: {
          inAssignedSet: [true, false],
          inAdoptedSet: [true, false],
          office: [null, 'Phòng Tài chính'],
        },
      }),
    })
    granted(await ledger.as('editor').write(markLine, mark({ ...both, office: '' }, monitored)))
    expect(standing(ledger)).toEqual([1, 1, null])
    expect(ledger.one('select count(*) from lines where in_assigned_set = 1')).toBe(3)
  })

  test('that stand already are no change, whatever was seen', async () => {
    const ledger = await testLedger()
    const before = ledger.contents()
    for (const seen of [both, monitored]) granted(await ledger.as('editor').write(markLine, mark(both, seen)))
    expect(ledger.contents()).toEqual(before)
  })

  test.each([
    ['set', { inAssignedSet: true, inAdoptedSet: false }],
    ['other set', { inAssignedSet: false, inAdoptedSet: true }],
    ['office', { ...both, office: 'Phòng Tài chính' }],
  ])('that somebody else changed since are not written over: the %s', async (_what, theirs) => {
    const ledger = await testLedger()
    const mine = mark({ inAssignedSet: false, inAdoptedSet: false })
    const theirMarks = () => ledger.as('colleague').write(markLine, mark(theirs))
    const engine = overtaken(ledger.engine, async () => granted(await theirMarks()))
    const conflict = { code: 'conflict', reason: 'line_changed' } as const
    expect(refused(await ledger.as('editor', engine).write(markLine, mine))).toMatchObject(conflict)
    await expectRefused(ledger, () => ledger.as('editor').write(markLine, mine), conflict)
    granted(await ledger.as('editor').write(markLine, { ...mine, seen: theirs }))
  })

  test('are those of a line that is on the sheet', async () => {
    const ledger = await testLedger()
    const attempt = (indicator: string) => () => ledger.as('editor').write(markLine, mark(monitored, both, indicator))
    const problem = (reason: string) => ({ code: 'invalid', problems: [{ path: 'indicator', reason }] }) as const
    await expectRefused(ledger, attempt('XH-VIEC-LAM'), problem('not_on_sheet'))
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('colleague').write(endLine, end('NS-CHI'))),
    )
    const late = await ledger.as('editor', engine).write(markLine, mark(monitored))
    expect(refused(late)).toMatchObject(problem('line_ended'))
    expect(standing(ledger)).toEqual([1, 1, null])
  })

  test('are closed with the sheet, even where it is submitted in between, and to all but its editors', async () => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => ledger.as('approver').write(markLine, mark(monitored)), { code: 'forbidden' })
    await expectRefused(ledger, () => ledger.as('ngoQuyenEditor').write(markLine, mark(monitored)), {
      code: 'not_found',
    })
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('colleague').write(moveSheet.submit, sheet)),
    )
    const submitted = { code: 'closed', reason: 'sheet_submitted' } as const
    expect(refused(await ledger.as('editor', engine).write(markLine, mark(monitored)))).toMatchObject(submitted)
    await expectRefused(ledger, () => ledger.as('editor').write(markLine, mark(monitored)), submitted)
  })
})
