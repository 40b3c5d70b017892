import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addLine } from '#db/commands/add-line.ts'
import { openYear } from '#db/commands/open-year.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { findUnitYears } from '#db/queries/unit-years.ts'
import { granted, type Ledger, type Person, testLedger } from '#tests/support/database.ts'

/** A made-up reorganisation (domain rule 12): Nam Từ Liêm wholly into Phúc Diễn, Ngô Quyền in part. */

let ledger: Ledger
beforeEach(async () => {
  ledger = await testLedger()
  const link = ledger.database.prepare(`insert into unit_successions (predecessor_id, successor_id, part)
    values ((select id from units where slug = ?), (select id from units where slug = 'phuc-dien'), ?)`)
  link.run('nam-tu-liem', 'whole')
  link.run('ngo-quyen', 'part')
})
afterEach(() => ledger.engine.close())

const find = async (who: Person, slug: string) => findUnitYears(ledger.engine.reader, await ledger.person(who), slug)

async function open(who: Person, unit: string, year: number, official?: string) {
  const { lines } = granted(await ledger.as(who).write(openYear, { unit, year }))
  if (official === undefined) return
  const line = { indicator: 'NS-THU', inAssignedSet: true, inAdoptedSet: true }
  if (lines === 0) granted(await ledger.as(who).write(addLine, { unit, year, ...line }))
  const change = { indicator: 'NS-THU', kind: 'official', quantity: official, expectedVersion: null }
  granted(await ledger.as(who).write(setFigures, { unit, year, changes: [change] }))
}

describe('successions', () => {
  test('a former unit has its successors, a new one its predecessors, with what went there', async () => {
    expect((await find('administrator', 'nam-tu-liem'))?.successors).toEqual([
      {
        slug: null,
        name: 'Phúc Diễn',
        kind: 'ward',
        validFrom: '2020-01-01',
        validTo: null,
        part: 'whole',
        year: null,
      },
    ])
    const after = await find('administrator', 'phuc-dien')
    expect(after?.predecessors.map(({ name, part, validTo }) => [name, part, validTo])).toEqual([
      ['Nam Từ Liêm', 'whole', '2025-06-30'],
      ['Ngô Quyền', 'part', null],
    ])
    expect(after?.successors).toEqual([])
  })

  test('the year that a link leads to is the nearest to the break, and only where the unit may be read', async () => {
    for (const year of [2022, 2023]) await open('cityEditor', 'nam-tu-liem', year)
    await open('ngoQuyenEditor', 'ngo-quyen', 2023)
    for (const year of [2026, 2025]) await open('cityEditor', 'phuc-dien', year)
    expect((await find('cityEditor', 'nam-tu-liem'))?.successors.map(({ year }) => year)).toEqual([2025])
    const seen = async (who: Person) =>
      (await find(who, 'phuc-dien'))?.predecessors.map(({ slug, year }) => [slug, year])
    expect(await seen('administrator')).toEqual([
      ['nam-tu-liem', 2023],
      ['ngo-quyen', 2023],
    ])
    expect(await seen('viewer')).toEqual([
      ['nam-tu-liem', 2023],
      [null, null],
    ])
    expect(await seen('editor')).toEqual([
      [null, null],
      [null, null],
    ])
  })

  test('no growth crosses the break: a successor has no year before', async () => {
    await open('cityEditor', 'nam-tu-liem', 2024, '100')
    await open('cityEditor', 'phuc-dien', 2025, '200')
    const actor = await ledger.person('administrator')
    expect((await getUnitSheet(ledger.engine.reader, actor, 'phuc-dien', 2025))?.previousLines).toEqual([])
  })
})
