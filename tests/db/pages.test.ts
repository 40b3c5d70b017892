import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOverview } from '#app/(desk)/overview.ts'
import { addLine } from '#db/commands/add-line.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { openYear } from '#db/commands/open-year.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import type { Reader } from '#db/engine.ts'
import { embeddedEngine } from '#db/engines/embedded.ts'
import { findActor } from '#db/queries/find-actor.ts'
import { listCoverage } from '#db/queries/indicator-coverage.ts'
import { getIndicatorFigures } from '#db/queries/indicator-figures.ts'
import { listEntrySheets, listEntryUnits } from '#db/queries/list-entry-sheets.ts'
import { listIndicators } from '#db/queries/list-indicators.ts'
import { listParts } from '#db/queries/list-parts.ts'
import { listPeople } from '#db/queries/list-people.ts'
import { listUnits } from '#db/queries/list-units.ts'
import { getSheetToEnter, getUnitSheet } from '#db/queries/unit-sheet.ts'
import { listUnitYears } from '#db/queries/unit-years.ts'
import type { Actor } from '#domain/permissions.ts'
import { granted, type Ledger, type Person, testLedger } from '#tests/support/database.ts'

/** A page asks the database few questions (at most six), and not more of them when the ledger grows. */

type Session = { reader: Reader; actor: Actor }

/** What each page of app/(desk) reads, as the page does. */
const pages: [page: string, who: Person, read: (session: Session) => Promise<unknown>][] = [
  ['overview', 'administrator', (session) => readOverview(session, { year: undefined, parent: undefined })],
  ['units', 'administrator', ({ reader, actor }) => listUnitYears(reader, actor)],
  ['a draft', 'editor', ({ reader, actor }) => getUnitSheet(reader, actor, 'bac-tu-liem', 2024)],
  ['a submitted sheet', 'approver', ({ reader, actor }) => getUnitSheet(reader, actor, 'bac-tu-liem', 2021)],
  [
    'entry of a draft',
    'editor',
    async ({ reader, actor }) => [
      await getSheetToEnter(reader, actor, 'bac-tu-liem', 2024),
      await listIndicators(reader),
    ],
  ],
  ['entry of a submitted sheet', 'editor', ({ reader, actor }) => getSheetToEnter(reader, actor, 'bac-tu-liem', 2021)],
  [
    'the sheets to enter into',
    'editor',
    async ({ reader, actor }) => [
      ...(await listEntrySheets(reader, actor, ['official'])),
      ...(await listEntryUnits(reader, actor)),
    ],
  ],
  [
    'indicators',
    'administrator',
    async ({ reader, actor }) => [await listIndicators(reader), await listCoverage(reader, actor)],
  ],
  ['one indicator', 'administrator', ({ reader, actor }) => getIndicatorFigures(reader, actor, 'NS-THU')],
  [
    'a heading indicator',
    'administrator',
    async ({ reader, actor }) => [
      await getIndicatorFigures(reader, actor, 'NS-THU'),
      await listParts(reader, actor, 'NS-THU'),
    ],
  ],
  ['people', 'administrator', async ({ reader, actor }) => [await listPeople(reader), await listUnits(reader, actor)]],
]

async function openFilled(ledger: Ledger, who: Person, unit: string, year: number): Promise<void> {
  const editor = ledger.as(who)
  const { lines } = granted(await editor.write(openYear, { unit, year }))
  const line = { indicator: 'NS-THU', inAssignedSet: true, inAdoptedSet: true }
  if (lines === 0) granted(await editor.write(addLine, { unit, year, ...line }))
  const change = { indicator: 'NS-THU', kind: 'official', quantity: String(year), expectedVersion: null }
  granted(await editor.write(setFigures, { unit, year, changes: [change] }))
}

describe('statements of a page', () => {
  let small: Ledger
  let large: Ledger
  beforeAll(async () => {
    small = await testLedger()
    large = await testLedger()
    for (const ledger of [small, large]) {
      await openFilled(ledger, 'editor', 'bac-tu-liem', 2021)
      await openFilled(ledger, 'editor', 'bac-tu-liem', 2020)
      granted(await ledger.as('editor').write(moveSheet.submit, { unit: 'bac-tu-liem', year: 2021 }))
    }
    await openFilled(large, 'editor', 'bac-tu-liem', 2023)
    await openFilled(large, 'ngoQuyenEditor', 'ngo-quyen', 2024)
    for (const unit of ['ha-noi', 'nam-tu-liem', 'phuc-dien']) {
      for (const year of [2022, 2023, 2024, 2025]) await openFilled(large, 'cityEditor', unit, year)
    }
  })
  afterAll(() => {
    small.engine.close()
    large.engine.close()
  })

  async function hear(ledger: Ledger, who: Person, read: (session: Session) => Promise<unknown>) {
    let statements = 0
    const { reader } = embeddedEngine(ledger.database, () => {
      statements += 1
    })
    const actor = await findActor(reader, who)
    if (!actor) throw new Error(who)
    const answer = await read({ reader, actor })
    return { statements, size: JSON.stringify(answer).length }
  }

  test.each(pages)('%s', async (_page, who, read) => {
    const few = await hear(small, who, read)
    const many = await hear(large, who, read)
    expect(few.statements).toBeGreaterThan(1)
    expect(many.statements).toBeLessThanOrEqual(6)
    expect(many.statements).toBe(few.statements)
  })

  test.each(pages.filter(([page]) => page !== 'people'))(
    '%s has more to show in the larger ledger',
    async (_page, who, read) => {
      const [few, many] = [await hear(small, who, read), await hear(large, who, read)]
      expect(many.size).toBeGreaterThan(few.size)
    },
  )
})

describe('the overview', () => {
  test('without a sheet there is nothing to show', async () => {
    const ledger = await testLedger()
    const actor = await ledger.person('ngoQuyenEditor')
    const session = { reader: ledger.engine.reader, actor }
    expect(await readOverview(session, { year: '2024', parent: undefined })).toBeNull()
  })

  test('the year that is asked for, its units in order, and those without a sheet; what does not exist is passed over', async () => {
    const ledger = await testLedger()
    await openFilled(ledger, 'cityEditor', 'nam-tu-liem', 2024)
    await openFilled(ledger, 'ngoQuyenEditor', 'ngo-quyen', 2024)
    await openFilled(ledger, 'cityEditor', 'nam-tu-liem', 2023)
    const session = { reader: ledger.engine.reader, actor: await ledger.person('administrator') }
    const read = async (year?: string, parent?: string) => {
      const found = await readOverview(session, { year, parent })
      return (
        found && {
          year: found.year,
          parent: found.parent?.slug ?? null,
          sheets: found.sheets.map(({ unit, lines }) => [unit.slug, lines.length]),
          unopened: found.unopened.map(({ slug }) => slug).sort(),
        }
      )
    }
    expect(await read()).toEqual({
      year: 2024,
      parent: null,
      sheets: [
        ['bac-tu-liem', 3],
        ['nam-tu-liem', 1],
        ['ngo-quyen', 1],
      ],
      unopened: ['ha-noi', 'hai-phong', 'phuc-dien'],
    })
    expect(await read('1999', 'nowhere')).toEqual(await read())
    expect(await read('2024', 'hai-phong')).toEqual({
      year: 2024,
      parent: 'hai-phong',
      sheets: [['ngo-quyen', 1]],
      unopened: ['hai-phong'],
    })
    expect((await read('2023'))?.sheets).toEqual([['nam-tu-liem', 1]])
  })
})

describe('the parts of an indicator', () => {
  const names = { 'NS-THU-DAT': ['Đất', 'Land'], 'NS-THU-THUE': ['Thuế', 'Taxes'] } as const
  const part = (code: keyof typeof names, onSheets: boolean) => {
    const [nameVi, nameEn] = names[code]
    return { code, nameVi, nameEn, onSheets }
  }
  const asked: [who: Person, code: string, parts: ReturnType<typeof part>[]][] = [
    ['editor', 'NS-THU', [part('NS-THU-DAT', false), part('NS-THU-THUE', true)]],
    ['ngoQuyenEditor', 'NS-THU', [part('NS-THU-DAT', false), part('NS-THU-THUE', false)]],
    ['administrator', 'NS-CHI', []],
  ]
  test.each(asked)('as %s of %s: whether a sheet that they may read has each', async (who, code, parts) => {
    const ledger = await testLedger()
    expect(await listParts(ledger.engine.reader, await ledger.person(who), code)).toEqual(parts)
  })
})
