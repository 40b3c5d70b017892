import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { trendRows, trendSeries } from '#components/charts/trend-row.ts'
import { addLine } from '#db/commands/add-line.ts'
import { openYear } from '#db/commands/open-year.ts'
import { recordSuccession } from '#db/commands/record-succession.ts'
import { removeSuccession } from '#db/commands/remove-succession.ts'
import { saveUnit } from '#db/commands/save-unit.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import type { Engine } from '#db/engine.ts'
import { exportSheets } from '#db/queries/export-sheets.ts'
import { getIndicatorFigures } from '#db/queries/indicator-figures.ts'
import { listYearUnits } from '#db/queries/list-year-units.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { findUnitYears } from '#db/queries/unit-years.ts'
import {
  expectRefused,
  granted,
  type Ledger,
  overtaken,
  type Person,
  refused,
  testLedger,
} from '#tests/support/database.ts'

/** A made-up reorganisation (domain rule 12): Nam Từ Liêm wholly into Phúc Diễn, Ngô Quyền in part. */

const whole = { unit: 'nam-tu-liem', side: 'successor', related: 'phuc-dien', part: 'whole' }
const part = { unit: 'phuc-dien', side: 'predecessor', related: 'ngo-quyen', part: 'part' }

let ledger: Ledger
beforeEach(async () => {
  ledger = await testLedger()
  granted(await record(whole))
  granted(await record(part))
})
afterEach(() => ledger.engine.close())

const record = (input: object, engine?: Engine) =>
  ledger.as('administrator', engine).write(recordSuccession, { ...input })
const remove = (input: object, engine?: Engine) =>
  ledger.as('administrator', engine).write(removeSuccession, { ...input })
const inHanoi = { validFrom: '2020-01-01', recordsOwnAssignedPlan: false }
const southern = { slug: 'nam-tu-liem', code: '019', name: 'Nam Từ Liêm', kind: 'urban_district', parent: 'ha-noi' }
const ward = { slug: 'phuc-dien', code: '00622', name: 'Phúc Diễn', kind: 'ward', parent: 'bac-tu-liem' }
const saving = (unit: { slug: string }) => (days: object, engine?: Engine) =>
  ledger.as('administrator', engine).write(saveUnit, { ...inHanoi, ...unit, unit: unit.slug, ...days })
const saveSouthern = saving(southern)
const saveWard = saving(ward)
const recorded = () => ledger.one('select count(*) from unit_successions')
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
        slug: 'phuc-dien',
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

  test('no growth crosses the break: a successor has no year before, on its sheet, in a trend, a list or an export', async () => {
    await open('cityEditor', 'nam-tu-liem', 2024, '100')
    await open('cityEditor', 'phuc-dien', 2025, '200')
    const { reader } = ledger.engine
    const actor = await ledger.person('administrator')
    expect((await getUnitSheet(reader, actor, 'phuc-dien', 2025))?.previousLines).toEqual([])

    const figures = await getIndicatorFigures(reader, actor, 'NS-THU', ['nam-tu-liem', 'phuc-dien'])
    const rows = trendRows(figures?.rows ?? [])
    expect(trendSeries(rows).map(({ unit, rows: own }) => [unit.slug, own.map(({ year }) => year)])).toEqual([
      ['nam-tu-liem', [2024]],
      ['phuc-dien', [2025]],
    ])
    expect(rows.map(({ assessment }) => assessment.growth.computed)).toEqual([null, null])

    const listed = await listYearUnits(reader, actor, 2025)
    const ofWard = listed.find(({ unit }) => unit.slug === 'phuc-dien')
    expect([ofWard?.sheet === null, ofWard?.previous]).toEqual([false, null])

    const exported: [number, number][] = []
    for await (const { year, previousLines } of exportSheets(reader, actor, { unit: 'phuc-dien' }))
      exported.push([year, previousLines.length])
    expect(exported).toEqual([[2025, 0]])

    // The same figures a year apart in one unit do grow: what is missing above is not missing everywhere.
    await open('cityEditor', 'phuc-dien', 2026, '300')
    const after = await getIndicatorFigures(reader, actor, 'NS-THU', ['phuc-dien'])
    expect(trendRows(after?.rows ?? []).map(({ assessment }) => assessment.growth.computed === null)).toEqual([
      true,
      false,
    ])
  })
})

const invalid = (path: string, reason: string) => ({ code: 'invalid', problems: [{ path, reason }] }) as const

describe('recording a succession', () => {
  test('is one row, and one of the journal of the unit that was', async () => {
    expect(
      granted(await record({ unit: 'bac-tu-liem', side: 'successor', related: 'phuc-dien', part: 'part' })),
    ).toEqual({ predecessor: 'bac-tu-liem', successor: 'phuc-dien' })
    expect(recorded()).toBe(3)
    expect(ledger.journal().at(-1)).toMatchObject({
      action: 'record_succession',
      unit_id: ledger.one("select id from units where slug = 'bac-tu-liem'"),
      detail: '{"predecessor":"bac-tu-liem","successor":"phuc-dien","part":"part"}',
    })
  })

  test.each([
    ['a unit that is not there', { ...whole, unit: 'nowhere' }, { code: 'not_found' }],
    ['another that is not there', { ...whole, related: 'nowhere' }, invalid('related', 'unknown_unit')],
    ['no other', { ...whole, related: '' }, invalid('related', 'required')],
    ['a unit with itself', { ...whole, related: 'nam-tu-liem' }, invalid('related', 'own_succession')],
    ['a pair twice', { ...whole, part: 'part' }, { code: 'taken', reason: 'succession_exists' }],
    [
      'a pair twice, from the other side',
      { unit: 'phuc-dien', side: 'predecessor', related: 'nam-tu-liem', part: 'whole' },
      { code: 'taken', reason: 'succession_exists' },
    ],
    ['the whole of a unit that goes on', { ...whole, unit: 'bac-tu-liem' }, invalid('part', 'predecessor_goes_on')],
    [
      'a pair the other way round',
      { unit: 'phuc-dien', side: 'successor', related: 'ngo-quyen', part: 'part' },
      invalid('related', 'succession_circle'),
    ],
    ['a side that does not exist', { ...whole, side: 'beside' }, invalid('side', 'unknown_side')],
    ['a share that does not exist', { ...whole, part: 'half' }, invalid('part', 'unknown_part')],
  ] as const)('refuses %s', async (_what, input, refusal) => {
    await expectRefused(ledger, () => record(input), refusal)
  })

  test('refuses a successor that had ended by then', async () => {
    ledger.database.exec("update units set valid_to = '2025-06-30' where slug = 'bac-tu-liem'")
    const late = { unit: 'nam-tu-liem', side: 'successor', related: 'bac-tu-liem', part: 'part' }
    await expectRefused(ledger, () => record(late), invalid('related', 'successor_ended_before'))
    ledger.database.exec("update units set valid_to = '2025-07-01' where slug = 'bac-tu-liem'")
    granted(await record(late))
  })

  test('refuses a circle over several units', async () => {
    granted(await record({ unit: 'phuc-dien', side: 'successor', related: 'hai-phong', part: 'part' }))
    const back = { unit: 'hai-phong', side: 'successor', related: 'ngo-quyen', part: 'part' }
    await expectRefused(ledger, () => record(back), invalid('related', 'succession_circle'))
  })

  test('refuses what another administrator made impossible in between', async () => {
    const forth = { unit: 'hai-phong', side: 'successor', related: 'ha-noi', part: 'part' }
    const back = { unit: 'ha-noi', side: 'successor', related: 'hai-phong', part: 'part' }
    const circled = overtaken(ledger.engine, async () => granted(await record(forth)))
    expect(refused(await record(back, circled))).toMatchObject(invalid('related', 'succession_circle'))

    const merged = { unit: 'nam-tu-liem', side: 'successor', related: 'ha-noi', part: 'whole' }
    granted(await remove({ predecessor: 'nam-tu-liem', successor: 'phuc-dien' }))
    const revived = overtaken(ledger.engine, async () => granted(await saveSouthern({})))
    expect(refused(await record(merged, revived))).toMatchObject(invalid('part', 'predecessor_goes_on'))

    const twice = overtaken(ledger.engine, async () => granted(await record({ ...merged, part: 'part' })))
    expect(refused(await record({ ...merged, part: 'part' }, twice))).toMatchObject({ code: 'taken' })
  })
})

describe('removing a succession', () => {
  const pair = { predecessor: 'nam-tu-liem', successor: 'phuc-dien' }

  test('takes the row away and leaves what it said in the journal', async () => {
    granted(await remove({ ...pair, reason: 'Ghi nhầm' }))
    expect(recorded()).toBe(1)
    expect(ledger.journal().at(-1)).toMatchObject({
      action: 'remove_succession',
      unit_id: ledger.one("select id from units where slug = 'nam-tu-liem'"),
      reason: 'Ghi nhầm',
      detail: '{"predecessor":"nam-tu-liem","successor":"phuc-dien","part":"whole"}',
    })
    granted(await record(whole))
  })

  test('refuses one that is not there, or that somebody else removed or recorded otherwise in between', async () => {
    const gone = { code: 'closed', reason: 'succession_gone' } as const
    await expectRefused(ledger, () => remove({ predecessor: 'phuc-dien', successor: 'nam-tu-liem' }), gone)

    const removed = overtaken(ledger.engine, async () => granted(await remove(pair)))
    expect(refused(await remove(pair, removed))).toMatchObject(gone)
    expect(ledger.journal().filter(({ action }) => action === 'remove_succession')).toHaveLength(1)
  })
})

describe('the days of a reorganised unit', () => {
  const refusal = { code: 'closed', reason: 'validity_in_succession' } as const

  test('fit what it came of and what became of it', async () => {
    await expectRefused(ledger, () => saveSouthern({}), refusal)
    granted(await saveSouthern({ validTo: '2025-12-31' }))
    await expectRefused(ledger, () => saveWard({ validTo: '2025-12-31' }), refusal)
    granted(await saveWard({ validTo: '2026-01-01' }))
    await expectRefused(ledger, () => saveSouthern({ validTo: '2026-01-01' }), refusal)
  })

  test('are not changed past a succession that was recorded in between, nor past the days of the other unit', async () => {
    granted(await remove({ predecessor: 'nam-tu-liem', successor: 'phuc-dien' }))
    const meanwhile = overtaken(ledger.engine, async () => granted(await record(whole)))
    expect(refused(await saveSouthern({}, meanwhile))).toMatchObject(refusal)

    const shorter = overtaken(ledger.engine, async () => granted(await saveWard({ validTo: '2025-12-31' })))
    expect(refused(await saveSouthern({ validTo: '2026-06-30' }, shorter))).toMatchObject(refusal)
  })
})

test('only an administrator says what came of what', async () => {
  const denied = { code: 'forbidden', reason: 'administer' } as const
  const pair = { predecessor: 'nam-tu-liem', successor: 'phuc-dien' }
  await expectRefused(ledger, () => ledger.as('cityEditor').write(recordSuccession, whole), denied)
  await expectRefused(ledger, () => ledger.as('cityEditor').write(removeSuccession, pair), denied)
})
