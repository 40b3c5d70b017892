import { describe, expect, test } from 'vitest'
import { addLine } from '#db/commands/add-line.ts'
import { endLine } from '#db/commands/end-line.ts'
import { openYear } from '#db/commands/open-year.ts'
import { saveIndicator } from '#db/commands/save-indicator.ts'
import { saveUnit } from '#db/commands/save-unit.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import type { Result } from '#domain/refusal.ts'
import {
  expectRefused,
  granted,
  type Ledger,
  overtaken,
  refused,
  revenue,
  testLedger,
} from '#tests/support/database.ts'

const next = { unit: 'bac-tu-liem', year: 2025 }
const linesOf = `select code, version, number, position, in_assigned_set, in_adopted_set, office
  from lines join indicators on indicators.id = indicator_id join sheets on sheets.id = sheet_id
  where year = ? order by position`

test('carries the live lines of the last sheet over, without figures', async () => {
  const ledger = await testLedger()
  const line = { unit: 'bac-tu-liem', year: 2024, indicator: 'XH-VIEC-LAM', inAssignedSet: false, inAdoptedSet: true }
  granted(await ledger.as('editor').write(addLine, { ...line, office: 'Phòng Nội vụ' }))
  granted(await ledger.as('editor').write(endLine, { ...next, year: 2024, indicator: 'NS-CHI', reason: 'Không giao' }))
  const changes = [{ indicator: 'NS-THU', kind: 'adopted_plan', quantity: '3.504', expectedVersion: null }]
  granted(await ledger.as('editor').write(setFigures, { ...next, year: 2024, changes }))

  // A year may be left out: the last earlier sheet counts.
  const later = { ...next, year: 2026 }
  const opened = await ledger.as('editor').write(openYear, { ...later, dueDate: '2026-12-14' })
  expect(granted(opened)).toEqual({ year: 2026, lines: 3 })
  const live = ledger.database
    .prepare(linesOf)
    .all(2024)
    .filter((row) => !JSON.stringify(row).includes('NS-CHI'))
  expect(live).toHaveLength(3)
  expect(ledger.database.prepare(linesOf).all(2026)).toEqual(live)
  expect(ledger.one('select count(*) from figures')).toBe(1)
  expect(ledger.database.prepare('select state, due_date from sheets where year = 2026').get()).toEqual({
    state: 'draft',
    due_date: '2026-12-14',
  })
  expect(ledger.journal().at(-1)).toMatchObject({
    action: 'open_year',
    unit_id: ledger.one("select id from units where slug = 'bac-tu-liem'"),
    sheet_id: ledger.one('select id from sheets where year = 2026'),
    detail: '{"year":2026,"from":2024,"lines":3,"leftOut":[]}',
  })
})

test('the first sheet of a unit is empty, and a later sheet lends no lines to an earlier year', async () => {
  const ledger = await testLedger()
  expect(granted(await ledger.as('cityEditor').write(openYear, { unit: 'ha-noi', year: 2026 })).lines).toBe(0)
  expect(granted(await ledger.as('editor').write(openYear, { unit: 'bac-tu-liem', year: 2023 })).lines).toBe(0)
})

test('a line takes the newest definition of its year; an indicator without one is left out by name', async () => {
  const ledger = await testLedger()
  const save = (input: object) => ledger.as('administrator').write(saveIndicator, { ...revenue, ...input })
  granted(await save({ newVersion: true, validFromYear: 2025 }))
  granted(await save({ newVersion: true, validFromYear: 2030 }))
  granted(await save({ code: 'NS-CHI', version: 1, direction: 'neutral', breakdownRule: 'none', validToYear: 2024 }))
  granted(await ledger.as('editor').write(openYear, next))
  expect(ledger.database.prepare(linesOf).all(2025)).toMatchObject([
    { code: 'NS-THU', version: 2 },
    { code: 'NS-THU-THUE', version: 1 },
  ])
  expect(ledger.journal().at(-1)?.detail).toContain('"leftOut":["NS-CHI"]')
})

test('is refused where the year is open, and in a race with another opening', async () => {
  const ledger = await testLedger()
  const open = () => ledger.as('editor').write(openYear, { ...next, year: 2024 })
  await expectRefused(ledger, open, { code: 'taken', reason: 'year_open' })
  const engine = overtaken(ledger.engine, async () => granted(await ledger.as('colleague').write(openYear, next)))
  const late = await ledger.as('editor', engine).write(openYear, next)
  expect(refused(late)).toMatchObject({ code: 'taken', reason: 'year_open' })
  expect(ledger.one('select count(*) from sheets where year = 2025')).toBe(1)
})

test('is refused outside the days of the unit', async () => {
  const ledger = await testLedger()
  const open = (year: number) => () => ledger.as('cityEditor').write(openYear, { unit: 'nam-tu-liem', year })
  const refusal = { code: 'invalid', problems: [{ path: 'year', reason: 'unit_not_valid' }] } as const
  await expectRefused(ledger, open(2026), refusal)
  await expectRefused(ledger, open(2019), refusal)
  granted(await open(2025)())
  granted(await open(2020)())
})

test('is for editors of the unit and above', async () => {
  const ledger = await testLedger()
  await expectRefused(ledger, () => ledger.as('approver').write(openYear, next), { code: 'forbidden' })
  await expectRefused(ledger, () => ledger.as('administrator').write(openYear, next), { code: 'forbidden' })
  await expectRefused(ledger, () => ledger.as('ngoQuyenEditor').write(openYear, next), { code: 'not_found' })
})

describe('what it rests on and changes in between', () => {
  const line = { unit: 'bac-tu-liem', year: 2024, indicator: 'XH-VIEC-LAM', inAssignedSet: true, inAdoptedSet: true }
  const district = {
    unit: 'bac-tu-liem',
    slug: 'bac-tu-liem',
    code: '021',
    validFrom: '2020-01-01',
    validTo: '2024-12-31',
    name: 'Bắc Từ Liêm',
    kind: 'urban_district',
    parent: 'ha-noi',
    recordsOwnAssignedPlan: false,
  }
  const spending = { ...revenue, code: 'NS-CHI', version: 1, direction: 'neutral', breakdownRule: 'none' }
  const open = async (meanwhile: (ledger: Ledger) => Promise<Result<unknown>>, year = 2025) => {
    const ledger = await testLedger()
    const engine = overtaken(ledger.engine, async () => granted(await meanwhile(ledger)))
    return { ledger, opened: await ledger.as('editor', engine).write(openYear, { ...next, year }) }
  }
  const codes = (ledger: Ledger, year = 2025) =>
    ledger.database
      .prepare(linesOf)
      .all(year)
      .map((row) => row as { code: string; version: number }) // its columns
      .map(({ code, version }) => `${code} ${version}`)

  test('the days of the unit', async () => {
    const { opened } = await open((ledger) => ledger.as('administrator').write(saveUnit, district))
    expect(refused(opened)).toMatchObject({ problems: [{ path: 'year', reason: 'unit_not_valid' }] })
  })

  test('a line that is added to the earlier sheet, or ended on it', async () => {
    const added = await open((ledger) => ledger.as('colleague').write(addLine, line))
    expect(codes(added.ledger)).toContain('XH-VIEC-LAM 1')
    const ended = await open((ledger) =>
      ledger.as('colleague').write(endLine, { ...next, year: 2024, indicator: 'NS-CHI', reason: 'Không giao' }),
    )
    expect(codes(ended.ledger)).toEqual(['NS-THU 1', 'NS-THU-THUE 1'])
  })

  test('a sheet that is opened between the two', async () => {
    const { ledger, opened } = await open((one) => one.as('colleague').write(openYear, next), 2026)
    granted(opened)
    expect(ledger.journal().at(-1)?.detail).toContain('"from":2025')
  })

  test('a definition that is new, or valid no longer', async () => {
    const renewed = await open((ledger) =>
      ledger.as('administrator').write(saveIndicator, { ...revenue, newVersion: true, validFromYear: 2025 }),
    )
    expect(codes(renewed.ledger)).toContain('NS-THU 2')
    const over = await open((ledger) =>
      ledger.as('administrator').write(saveIndicator, { ...spending, validToYear: 2024 }),
    )
    expect(codes(over.ledger)).toEqual(['NS-THU 1', 'NS-THU-THUE 1'])
  })
})
