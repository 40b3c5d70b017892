import { createFormatter, createTranslator } from 'next-intl'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatsOf } from '#app/_i18n/formats.ts'
import messages from '#app/_i18n/vi.json' with { type: 'json' }
import { type ClosedPage, pages as policies } from '#app/_server/policies.ts'
import { comparisonAddress, readComparison } from '#app/(desk)/compare/comparison.ts'
import { readDocument } from '#app/(desk)/documents/[code]/read-document.ts'
import { readTrend } from '#app/(desk)/indicators/[code]/trend.ts'
import { overviewAddress, readOverview } from '#app/(desk)/overview.ts'
import { placesFor } from '#app/(desk)/search/find-places.ts'
import { compareUnits } from '#components/overview/overview-sheet.ts'
import { addLine } from '#db/commands/add-line.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { openYear } from '#db/commands/open-year.ts'
import { saveDocument } from '#db/commands/save-document.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import type { Reader } from '#db/engine.ts'
import { embeddedEngine } from '#db/engines/embedded.ts'
import { listFiledDocuments } from '#db/queries/document-files.ts'
import { readEntryProgress } from '#db/queries/entry-progress.ts'
import { figuresExist } from '#db/queries/figures-exist.ts'
import { findActor } from '#db/queries/find-actor.ts'
import { getImport, listImports } from '#db/queries/find-import.ts'
import { listCoverage } from '#db/queries/indicator-coverage.ts'
import { getLineHistory } from '#db/queries/line-history.ts'
import { listEntrySheets } from '#db/queries/list-entry-sheets.ts'
import { listIndicators } from '#db/queries/list-indicators.ts'
import { listParts } from '#db/queries/list-parts.ts'
import { listPeople } from '#db/queries/list-people.ts'
import { selectSheets } from '#db/queries/list-sheets.ts'
import { listUnits } from '#db/queries/list-units.ts'
import { readJournal } from '#db/queries/read-journal.ts'
import { getSheetToEnter, getUnitSheet } from '#db/queries/unit-sheet.ts'
import { findUnitYears, listUnitYears } from '#db/queries/unit-years.ts'
import type { Actor } from '#domain/permissions.ts'
import { granted, type Ledger, type Person, testLedger } from '#tests/support/database.ts'

/** A page asks the database few questions (at most six), and not more of them when the ledger grows. */

type Session = { reader: Reader; actor: Actor }

const speech = {
  t: createTranslator({ locale: 'vi', messages }),
  format: createFormatter({ locale: 'vi', formats: formatsOf('vi'), timeZone: 'UTC' }),
  locale: 'vi',
} as const

/** What each page of app/(desk) reads, as the page does; a page whose reading differs by what it shows, more than once. */
const readings: [page: ClosedPage, what: string, who: Person, read: (session: Session) => Promise<unknown>][] = [
  ['/', 'overview', 'administrator', (session) => readOverview(session, {})],
  [
    '/',
    'overview with the year before',
    'administrator',
    (session) => readOverview(session, { year: '2021', previous: '1' }),
  ],
  [
    '/units',
    'units',
    'administrator',
    async ({ reader, actor }) => {
      const slugs = (await listUnits(reader, actor)).map(({ slug }) => slug)
      return listUnitYears(reader, actor, slugs)
    },
  ],
  [
    '/journal',
    'the journal, by somebody somewhere',
    'editor',
    ({ reader, actor }) => readJournal(reader, actor, { who: 'a', unit: 'a' }),
  ],
  ['/documents', 'documents', 'administrator', ({ reader }) => listFiledDocuments(reader)],
  ['/documents/[code]', 'a document', 'viewer', (session) => readDocument(session, 'qd-1', 1)],
  [
    '/units/[unit]',
    'the years of a unit',
    'editor',
    ({ reader, actor }) => findUnitYears(reader, actor, 'bac-tu-liem'),
  ],
  [
    '/units/[unit]/[year]',
    'a year without a sheet',
    'editor',
    async ({ reader, actor }) => [
      await getUnitSheet(reader, actor, 'bac-tu-liem', 2035),
      await findUnitYears(reader, actor, 'bac-tu-liem'),
    ],
  ],
  [
    '/units/[unit]/[year]',
    'a draft',
    'editor',
    ({ reader, actor }) => getUnitSheet(reader, actor, 'bac-tu-liem', 2024),
  ],
  [
    '/units/[unit]/[year]',
    'a submitted sheet',
    'approver',
    ({ reader, actor }) => getUnitSheet(reader, actor, 'bac-tu-liem', 2021),
  ],
  [
    '/units/[unit]/[year]/entry',
    'entry of a draft',
    'editor',
    async ({ reader, actor }) => [
      await getSheetToEnter(reader, actor, 'bac-tu-liem', 2024),
      await listIndicators(reader),
    ],
  ],
  [
    '/units/[unit]/[year]/entry',
    'entry of a submitted sheet',
    'editor',
    ({ reader, actor }) => getSheetToEnter(reader, actor, 'bac-tu-liem', 2021),
  ],
  [
    '/entry',
    'the sheets to enter into',
    'editor',
    async ({ reader, actor }) => {
      const ids = (await listEntrySheets(reader, actor)).map(({ id }) => id)
      return [...(await readEntryProgress(reader, ids, ['official']))]
    },
  ],
  [
    '/import',
    'imports and the names in one',
    'editor',
    async ({ reader, actor }) => [
      ...[await listImports(reader, actor), await getImport(reader, actor, 'none')],
      ...[await listUnits(reader, actor), await listIndicators(reader)],
    ],
  ],
  [
    '/indicators',
    'indicators',
    'administrator',
    async ({ reader, actor }) => [await listIndicators(reader), await listCoverage(reader, actor)],
  ],
  ['/indicators/[code]', 'one indicator', 'administrator', (session) => readTrend(session, 'NS-THU', {})],
  [
    '/compare',
    'compare',
    'administrator',
    (session) => readComparison(session, { a: 'bac-tu-liem.2021', b: 'bac-tu-liem.2020', c: 'nam-tu-liem.2022' }),
  ],
  ['/indicators/[code]', 'a heading indicator', 'administrator', (session) => readTrend(session, 'KT-CO-CAU', {})],
  [
    '/catalogue/indicators',
    'the catalogue of indicators',
    'administrator',
    async ({ reader }) => {
      const [first] = await listIndicators(reader)
      return [first && (await figuresExist(reader, first.id))]
    },
  ],
  [
    '/users',
    'people',
    'administrator',
    async ({ reader, actor }) => [await listPeople(reader), await listUnits(reader, actor)],
  ],
  [
    '/units/[unit]/[year]/lines/[code]',
    'the history of a line',
    'viewer',
    ({ reader, actor }) => getLineHistory(reader, actor, { unit: 'bac-tu-liem', year: 2021, code: 'NS-THU' }),
  ],
  ['/search', 'units and indicators', 'administrator', (session) => placesFor(session, 'bac tu liem 2021', speech)],
  ['/search', 'a year', 'administrator', (session) => placesFor(session, '2021', speech)],
]

/** These ask nothing but a list that other pages ask for too. */
const askLittle: ClosedPage[] = ['/account', '/catalogue/units']

test('every page that has a gate is among them', () => {
  const closed = Object.entries(policies).flatMap(([page, policy]) => (policy === 'public' ? [] : [page]))
  expect([...new Set([...readings.map(([page]) => page), ...askLittle])].sort()).toEqual(closed.sort())
})

async function openFilled(ledger: Ledger, who: Person, unit: string, year: number): Promise<void> {
  const editor = ledger.as(who)
  const { lines } = granted(await editor.write(openYear, { unit, year }))
  const line = { indicator: 'NS-THU', inAssignedSet: true, inAdoptedSet: true }
  if (lines === 0) granted(await editor.write(addLine, { unit, year, ...line }))
  const change = { indicator: 'NS-THU', kind: 'official', quantity: String(year), expectedVersion: null }
  granted(await editor.write(setFigures, { unit, year, document: 'qd-1', changes: [change] }))
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
      const heading = { indicator: 'KT-CO-CAU', inAssignedSet: false, inAdoptedSet: false }
      granted(await ledger.as('editor').write(addLine, { unit: 'bac-tu-liem', year: 2020, ...heading }))
      granted(await ledger.as('editor').write(moveSheet.submit, { unit: 'bac-tu-liem', year: 2021 }))
    }
    granted(await large.as('editor').write(saveDocument, { title: 'Báo cáo' }))
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
    const statements: string[] = []
    const { reader } = embeddedEngine(ledger.database, (sql) => statements.push(sql))
    const actor = await findActor(reader, who)
    if (!actor) throw new Error(who)
    const answer = await read({ reader, actor })
    return { statements, size: JSON.stringify(answer).length }
  }

  test.each(readings)('%s: %s', async (_page, _what, who, read) => {
    const few = await hear(small, who, read)
    const many = await hear(large, who, read)
    expect(few.statements.length).toBeGreaterThan(1)
    expect(many.statements.length).toBeLessThanOrEqual(6)
    expect(many.statements.length).toBe(few.statements.length)
  })

  /** How SQLite goes through a table that grows with units × years: never from one end to the other. */
  test.each(readings)('%s: %s looks up what it shows', async (_page, _what, who, read) => {
    const { statements } = await hear(large, who, read)
    for (const sql of statements) {
      const plan = large.database.prepare(`explain query plan ${sql}`).all(...[...sql.matchAll(/\?/g)].map(() => null))
      const details = plan.map((step) => String(Object(step).detail))
      expect(details.filter((detail) => /^SCAN (lines|figures|revisions|journal)\b/.test(detail))).toEqual([])
    }
  })

  const alike = [
    'overview with the year before',
    'people',
    'imports and the names in one',
    'a heading indicator',
    'the catalogue of indicators',
    'the history of a line',
    'units and indicators',
    'a year',
    // Of a unit it is as long in either.
    'the journal, by somebody somewhere',
  ]
  const growing = readings.filter(([, what]) => !alike.includes(what))
  test.each(growing)('%s: %s has more to show in the larger ledger', async (_page, _what, who, read) => {
    const [few, many] = [await hear(small, who, read), await hear(large, who, read)]
    expect(many.size).toBeGreaterThan(few.size)
  })
})

describe('more units than a page holds', () => {
  const count = 120
  let ledger: Ledger
  let session: Session
  beforeAll(async () => {
    ledger = await testLedger()
    const { database } = ledger
    const unit = database.prepare(
      `insert into units (id, slug, code, valid_from, name, kind, parent_id, records_own_assigned_plan)
      values (?, ?, ?, '2020-01-01', ?, 'ward', (select id from units where slug = 'bac-tu-liem'), 0)`,
    )
    const sheet = database.prepare("insert into sheets (id, unit_id, year, state) values (?, ?, 2024, 'draft')")
    const line = database.prepare(
      `insert into lines (id, sheet_id, indicator_id, position, number, in_assigned_set, in_adopted_set)
      values (?, ?, (select id from indicators where code = 'NS-THU'), 1, '1', 1, 1)`,
    )
    for (let index = 0; index < count; index += 1) {
      const id = `ward-${index}`
      unit.run(id, id, `8${String(index).padStart(4, '0')}`, `${index % 2 === 0 ? 'Đông' : 'Dương'} ${index}`)
      sheet.run(id, id)
      line.run(id, id)
    }
    session = { reader: ledger.engine.reader, actor: await ledger.person('administrator') }
  })
  afterAll(() => ledger.engine.close())

  test('the overview reads the lines of one page, and its pages together are every unit once, in order', async () => {
    const pagesOf = [1, 2, 3].map((page) => readOverview(session, { year: '2024', page: String(page) }))
    const shown = (await Promise.all(pagesOf)).map((page) => page?.sheets ?? [])
    expect(shown.map((sheets) => sheets.length)).toEqual([50, 50, count + 1 - 100])
    const units = shown.flat().map(({ unit }) => unit)
    expect(new Set(units.map(({ slug }) => slug)).size).toBe(count + 1)
    expect(units).toEqual(units.toSorted(compareUnits))
    expect(shown.flat().every(({ lines }) => lines.length > 0)).toBe(true)
  })

  test('the overview counts all, searches without diacritics, and opens the last page for one too many', async () => {
    const found = await readOverview(session, { year: '2024', q: 'DUONG 1' })
    expect(found?.sheets.every(({ unit }) => /^Dương \d*1/.test(unit.name))).toBe(true)
    expect(found?.sheets.length).toBeGreaterThan(5)
    const last = await readOverview(session, { year: '2024', page: '99' })
    expect(last?.place).toEqual({ page: 3, pages: 3, first: 101, last: 121, total: 121 })
    expect(last?.kinds).toHaveLength(121)
    expect((await readOverview(session, { year: '2024', q: 'nowhere' }))?.place.total).toBe(0)
    const without = await readOverview(session, { year: '2024', q: 'phuc dien' })
    expect([without?.sheets, without?.unopened.map(({ slug }) => slug)]).toEqual([[], ['phuc-dien']])
  })

  test('an indicator shows the units of a page, those that are searched for, or the one that is asked for', async () => {
    const unitsOf = async (search: Parameters<typeof readTrend>[2]) => {
      const trend = await readTrend(session, 'NS-THU', search)
      return { units: new Set(trend?.rows.map(({ unit }) => unit.slug)), place: trend?.place }
    }
    // 126 units can be read; five of them have no sheet.
    const all = await Promise.all(Array.from({ length: 11 }, (_, index) => unitsOf({ page: String(index + 1) })))
    expect(all[0]?.place).toEqual({ page: 1, pages: 11, first: 1, last: 12, total: 126 })
    expect(all.reduce((sum, { units }) => sum + units.size, 0)).toBe(121)
    expect([...(await unitsOf({ q: 'bac tu' })).units]).toEqual(['bac-tu-liem'])
    expect([...(await unitsOf({ unit: 'ward-7', page: '2' })).units]).toEqual(['ward-7'])
    const long = `bac tu${' '.repeat(100)}`
    expect([...(await unitsOf({ q: `${long}nowhere` })).units]).toEqual(['bac-tu-liem'])
    expect((await unitsOf({ q: 'hai phong' })).units.size).toBe(0)
    expect(await readTrend(session, 'KHONG-CO', {})).toBeNull()
  })

  test('a ranking has every unit while they can be drawn, whatever the page; of more, those of the page', async () => {
    const few = await testLedger()
    for (const unit of ['nam-tu-liem', 'bac-tu-liem']) await openFilled(few, 'cityEditor', unit, 2023)
    const { database } = few
    database.exec(`
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 40)
        insert into units (id, slug, code, valid_from, name, kind, parent_id, records_own_assigned_plan)
        select 'w' || i, 'w' || i, '9' || i, '2020-01-01', 'An ' || i, 'ward', null, 0 from n;
      insert into sheets (id, unit_id, year, state) select id, id, 2023, 'draft' from units where slug like 'w%';
      insert into lines (id, sheet_id, indicator_id, position, number, in_assigned_set, in_adopted_set)
        select sheets.id, sheets.id, indicators.id, 1, '1', 1, 1 from sheets, indicators
        where sheets.id in (select id from units where slug like 'w%') and indicators.code = 'NS-THU'`)
    const all = { reader: few.engine.reader, actor: await few.person('administrator') }
    const unitsOf = async (of: Session, search: Parameters<typeof readTrend>[2]) => {
      const trend = await readTrend(of, 'NS-THU', search)
      const count = (rows: readonly { unit: { slug: string } }[] = []) =>
        new Set(rows.map(({ unit }) => unit.slug)).size
      return [count(trend?.rows), count(trend?.ranked)]
    }
    expect(await unitsOf(all, {})).toEqual([12, 42])
    expect(await unitsOf(all, { unit: 'w7' })).toEqual([1, 42])
    expect(await unitsOf(session, {})).toEqual([12, 12])
    few.engine.close()
  })

  test('a comparison offers the first of many, those that are searched for, and what is chosen', async () => {
    const all = await readComparison(session, { a: 'ward-119.2024', q: 'duong 11' })
    expect(all.searched).toBe(true)
    expect(all.offered.map(({ name }) => name)).toEqual(expect.arrayContaining(['Dương 11', 'Dương 111', 'Dương 119']))
    expect(all.offered.every(({ name }) => /^Dương 11/.test(name))).toBe(true)
    expect((await readComparison(session, {})).offered.length).toBeLessThanOrEqual(20)
    expect((await readComparison(session, { a: 'ward-4.2024', q: 'nowhere' })).offered).toHaveLength(1)
  })
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
          year: found.view.year,
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

  test('the address says the filters, without what goes without saying; unknown ones fall back', async () => {
    const ledger = await testLedger()
    await openFilled(ledger, 'editor', 'bac-tu-liem', 2023)
    const session = { reader: ledger.engine.reader, actor: await ledger.person('administrator') }
    const query = { year: '2024', group: 'budget', against: 'assigned', previous: '1' }
    const found = await readOverview(session, query)
    expect(found?.view).toEqual({ year: 2024, group: 'budget', against: 'assigned', previous: true, sentences: false })
    expect(found?.sheets.map(({ lines, previous }) => [lines.length, previous?.lines.length])).toEqual([[3, 1]])
    if (!found) throw new Error('nothing found')
    expect(overviewAddress(found, 'bac')).toBe('/?year=2024&group=budget&against=assigned&previous=1&q=bac')
    expect(overviewAddress(found, '', { against: undefined })).toBe('/?year=2024&group=budget&previous=1')
    const other = await readOverview(session, { year: 'x', group: 'x', against: 'x', previous: 'x' })
    expect(other?.view).toEqual({ year: 2024, group: null, against: 'adopted', previous: false, sentences: false })
  })
})

describe('a comparison', () => {
  test('has the sheets that can be read, each once, and names what it was asked for besides', async () => {
    const ledger = await testLedger()
    for (const year of [2021, 2022]) await openFilled(ledger, 'cityEditor', 'nam-tu-liem', year)
    await openFilled(ledger, 'ngoQuyenEditor', 'ngo-quyen', 2024)
    const session = { reader: ledger.engine.reader, actor: await ledger.person('cityEditor') }
    const read = async (search: Parameters<typeof readComparison>[1]) => {
      const found = await readComparison(session, search)
      return {
        sheets: found.sheets.map(({ unit, year, lines }) => [unit.slug, year, lines.length > 0]),
        unknown: found.unknown,
        address: comparisonAddress(found),
      }
    }
    expect(
      await read({ a: 'nam-tu-liem.2022', b: 'nam-tu-liem.2021', c: 'nam-tu-liem.2022', group: 'budget' }),
    ).toEqual({
      sheets: [
        ['nam-tu-liem', 2022, true],
        ['nam-tu-liem', 2021, true],
      ],
      unknown: [],
      address: '/compare?a=nam-tu-liem.2022&b=nam-tu-liem.2021&c=nam-tu-liem.2022&group=budget',
    })
    // One that is another's, one that does not exist, and no address at all are answered alike.
    const unknown = ['ngo-quyen.2024', 'nam-tu-liem.1999', 'nowhere.2022', 'nam-tu-liem']
    const [a, b, c, d] = unknown
    expect(await read({ a, b, c, d, group: 'nothing' })).toEqual({ sheets: [], unknown, address: '/compare' })
    expect(await read({ a: ['nam-tu-liem.2022', 'x'], b: '' })).toMatchObject({ sheets: [], unknown: [] })
    const { offered, searched } = await readComparison(session, {})
    expect(offered.map(({ value }) => value)).not.toContain('ngo-quyen.2024')
    expect(offered.map(({ value }) => value)).toContain('nam-tu-liem.2021')
    expect(searched).toBe(false)
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
    const sheets = await selectSheets(ledger.engine.reader, await ledger.person(who), undefined)
    const ids = sheets.map(({ id }) => id)
    expect(await listParts(ledger.engine.reader, code, ids)).toEqual(parts)
  })
})
