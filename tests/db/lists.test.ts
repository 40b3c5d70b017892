import { describe, expect, test } from 'vitest'
import { addLine } from '#db/commands/add-line.ts'
import { endLine } from '#db/commands/end-line.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { openYear } from '#db/commands/open-year.ts'
import { saveUnit } from '#db/commands/save-unit.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { embeddedEngine } from '#db/engines/embedded.ts'
import { readEntryProgress } from '#db/queries/entry-progress.ts'
import type { ExportFilter } from '#db/queries/export-filter.ts'
import { type ExportSheet, exportSheets } from '#db/queries/export-sheets.ts'
import { coveredUnits, listCoverage } from '#db/queries/indicator-coverage.ts'
import { listEntrySheets } from '#db/queries/list-entry-sheets.ts'
import { listUnits } from '#db/queries/list-units.ts'
import { listYearUnits } from '#db/queries/list-year-units.ts'
import { listUnitYears } from '#db/queries/unit-years.ts'
import { granted, type Ledger, type Person, testLedger } from '#tests/support/database.ts'

const bacTuLiem = { unit: 'bac-tu-liem', year: 2024 }
/** Empty text clears the cell. */
const figure = (quantity: string, kind: string, expectedVersion: number | null = null) => ({
  indicator: 'NS-THU',
  kind,
  quantity,
  expectedVersion,
})

async function open(ledger: Ledger, who: Person, unit: string, year: number): Promise<void> {
  const { lines } = granted(await ledger.as(who).write(openYear, { unit, year }))
  const line = { unit, year, indicator: 'NS-THU', inAssignedSet: true, inAdoptedSet: true }
  if (lines === 0) granted(await ledger.as(who).write(addLine, line))
}
const record = async (ledger: Ledger, who: Person, unit: string, year: number, ...changes: unknown[]) =>
  granted(await ledger.as(who).write(setFigures, { unit, year, changes }))

/** A reader that counts its statements. */
function counting(ledger: Ledger) {
  const heard: string[] = []
  return { heard, reader: embeddedEngine(ledger.database, (sql) => heard.push(sql)).reader }
}

describe('the units of a year', () => {
  const slugs = async (ledger: Ledger, who: Person, year: number) =>
    (await listYearUnits(ledger.engine.reader, await ledger.person(who), year)).map(({ unit }) => unit.slug)

  test('are those that exist on some day of it, the first and the last day included', async () => {
    const ledger = await testLedger()
    const days = [
      ['ends-on-new-year', '2020-01-01', '2024-01-01'],
      ['ended-the-day-before', '2020-01-01', '2023-12-31'],
      ['begins-on-the-last-day', '2024-12-31', undefined],
      ['begins-the-day-after', '2025-01-01', undefined],
    ] as const
    for (const [index, [slug, validFrom, validTo]] of days.entries()) {
      const unit = {
        slug,
        name: slug,
        code: `9${index}`,
        kind: 'city',
        validFrom,
        validTo,
        recordsOwnAssignedPlan: false,
      }
      granted(await ledger.as('administrator').write(saveUnit, unit))
    }
    const edges = async (year: number) =>
      (await slugs(ledger, 'administrator', year)).filter((slug) => slug.startsWith('end') || slug.startsWith('begin'))
    expect(await edges(2023)).toEqual(['ends-on-new-year', 'ended-the-day-before'])
    expect(await edges(2024)).toEqual(['ends-on-new-year', 'begins-on-the-last-day'])
    expect(await edges(2025)).toEqual(['begins-on-the-last-day', 'begins-the-day-after'])
    expect(await slugs(ledger, 'viewer', 2025)).toContain('nam-tu-liem')
    expect(await slugs(ledger, 'viewer', 2026)).not.toContain('nam-tu-liem')
  })

  test('a unit that is gone stays while it has a sheet of the year', async () => {
    const ledger = await testLedger()
    await open(ledger, 'cityEditor', 'nam-tu-liem', 2024)
    ledger.database.prepare("update units set valid_to = '2022-06-30' where slug = 'nam-tu-liem'").run()
    expect(await slugs(ledger, 'viewer', 2024)).toContain('nam-tu-liem')
    expect(await slugs(ledger, 'viewer', 2023)).not.toContain('nam-tu-liem')
  })

  test('each with its parent and its sheet of that year alone', async () => {
    const ledger = await testLedger()
    await open(ledger, 'editor', 'bac-tu-liem', 2025)
    const found = await listYearUnits(ledger.engine.reader, await ledger.person('editor'), 2024)
    expect(found.map(({ unit, sheet }) => [unit.slug, unit.parent?.slug, sheet?.state ?? null])).toEqual([
      ['phuc-dien', 'bac-tu-liem', null],
      ['bac-tu-liem', 'ha-noi', 'draft'],
    ])
    expect(found[1]?.sheet?.id).toBe(ledger.one('select id from sheets where year = 2024'))
  })

  const reach: [Person, string[]][] = [
    ['administrator', ['bac-tu-liem', 'ha-noi', 'hai-phong', 'nam-tu-liem', 'ngo-quyen', 'phuc-dien']],
    ['viewer', ['bac-tu-liem', 'ha-noi', 'nam-tu-liem', 'phuc-dien']],
    ['ngoQuyenEditor', ['ngo-quyen']],
  ]
  test.each(reach)('%s sees their own and those below, in one statement', async (who, expected) => {
    const ledger = await testLedger()
    const actor = await ledger.person(who)
    const { heard, reader } = counting(ledger)
    expect((await listYearUnits(reader, actor, 2024)).map(({ unit }) => unit.slug).sort()).toEqual(expected)
    expect((await listUnits(reader, actor)).map(({ slug }) => slug).sort()).toEqual(expected)
    const all = await listUnitYears(
      reader,
      actor,
      reach.flatMap(([, slugs]) => slugs),
    )
    expect(all.map(({ unit }) => unit.slug).sort()).toEqual(expected)
    expect(heard).toHaveLength(3)
  })
})

describe('the years of units', () => {
  test('ascending, with the lineage that permissions ask about; none where no year was opened', async () => {
    const ledger = await testLedger()
    await open(ledger, 'editor', 'bac-tu-liem', 2026)
    await open(ledger, 'editor', 'bac-tu-liem', 2023)
    granted(await ledger.as('editor').write(moveSheet.submit, bacTuLiem))
    const slugs = ['bac-tu-liem', 'phuc-dien', 'ngo-quyen', 'nowhere']
    const found = await listUnitYears(ledger.engine.reader, await ledger.person('editor'), slugs)
    const id = (slug: string) => ledger.one('select id from units where slug = ?', slug)
    expect(found.map(({ unit, years }) => [unit.slug, years.map(({ year, state }) => `${year} ${state}`)])).toEqual([
      ['phuc-dien', []],
      ['bac-tu-liem', ['2023 draft', '2024 submitted', '2026 draft']],
    ])
    expect(found.map(({ target }) => target.lineage)).toEqual([
      [id('phuc-dien'), id('bac-tu-liem'), id('ha-noi')],
      [id('bac-tu-liem'), id('ha-noi')],
    ])
    expect(found[0]?.target).not.toHaveProperty('authors')
  })

  test('of one unit by its slug, within what may be read', async () => {
    const ledger = await testLedger()
    const of = async (who: Person, slug: string) =>
      (await listUnitYears(ledger.engine.reader, await ledger.person(who), [slug])).map(({ unit }) => unit.slug)
    expect(await of('ngoQuyenEditor', 'ngo-quyen')).toEqual(['ngo-quyen'])
    expect(await of('ngoQuyenEditor', 'bac-tu-liem')).toEqual([])
    expect(await of('administrator', 'nowhere')).toEqual([])
  })
})

describe('where an indicator is kept', () => {
  test('the years with a figure, ascending, once each; a cleared cell and an ended line count for nothing', async () => {
    const ledger = await testLedger()
    await open(ledger, 'editor', 'bac-tu-liem', 2025)
    await open(ledger, 'editor', 'bac-tu-liem', 2023)
    await open(ledger, 'ngoQuyenEditor', 'ngo-quyen', 2024)
    await record(ledger, 'editor', 'bac-tu-liem', 2025, figure('5', 'adopted_plan'))
    await record(ledger, 'editor', 'bac-tu-liem', 2023, figure('3', 'adopted_plan'), figure('4', 'official'))
    await record(ledger, 'editor', 'bac-tu-liem', 2024, figure('7', 'official'))
    const coverage = async (who: Person) =>
      (await listCoverage(ledger.engine.reader, await ledger.person(who))).units
        .filter(({ code }) => code === 'NS-THU')
        .map(({ unit, years }) => [unit.slug, years])
    expect(await coverage('administrator')).toEqual([
      ['bac-tu-liem', [2023, 2024, 2025]],
      ['ngo-quyen', []],
    ])
    expect(await coverage('ngoQuyenEditor')).toEqual([['ngo-quyen', []]])

    await record(ledger, 'editor', 'bac-tu-liem', 2024, figure('', 'official', 1))
    const end = { unit: 'bac-tu-liem', year: 2025, indicator: 'NS-THU', reason: 'Không giao' }
    granted(await ledger.as('editor').write(endLine, end))
    expect(await coverage('viewer')).toEqual([['bac-tu-liem', [2023]]])
  })

  test('of many units the first by code are looked at, and it is said that there are more', async () => {
    const ledger = await testLedger()
    await open(ledger, 'ngoQuyenEditor', 'ngo-quyen', 2024)
    const actor = await ledger.person('administrator')
    const coverage = async () => {
      const { units, complete } = await listCoverage(ledger.engine.reader, actor)
      return { complete, slugs: [...new Set(units.map(({ unit }) => unit.slug))] }
    }
    // Six are there; 304, the code of Ngô Quyền, comes after all 0….
    const wards = Array.from({ length: coveredUnits - 6 }, (_, index) => `0${1000 + index}`)
    for (const code of wards) {
      const ward = { slug: `ward-${code}`, code, name: code, kind: 'city', validFrom: '2020-01-01' }
      granted(await ledger.as('administrator').write(saveUnit, { ...ward, recordsOwnAssignedPlan: false }))
    }
    expect(await coverage()).toEqual({ complete: true, slugs: ['bac-tu-liem', 'ngo-quyen'] })
    const last = { slug: 'last', code: '02', name: 'Sau', kind: 'city', validFrom: '2020-01-01' }
    granted(await ledger.as('administrator').write(saveUnit, { ...last, recordsOwnAssignedPlan: false }))
    expect((await coverage()).complete).toBe(false)
  })
})

describe('the sheets to enter into', () => {
  const listed = async (
    ledger: Ledger,
    who: Person,
    kinds: Parameters<typeof readEntryProgress>[2] = ['official'],
  ): Promise<string[]> => {
    const { reader } = ledger.engine
    const sheets = await listEntrySheets(reader, await ledger.person(who))
    const ids = sheets.map(({ id }) => id)
    const progress = await readEntryProgress(reader, ids, kinds)
    return sheets.map(({ id, unit, year, state }) => {
      const { filled, total } = progress.get(id) ?? { filled: 0, total: 0 }
      return `${unit.slug} ${year} ${state} ${filled}/${total}`
    })
  }

  test('drafts first, then the latest year; closed ones are left out', async () => {
    const ledger = await testLedger()
    await open(ledger, 'editor', 'bac-tu-liem', 2025)
    await open(ledger, 'editor', 'bac-tu-liem', 2023)
    await open(ledger, 'cityEditor', 'nam-tu-liem', 2025)
    granted(await ledger.as('editor').write(moveSheet.submit, { unit: 'bac-tu-liem', year: 2025 }))
    expect(await listed(ledger, 'cityEditor')).toEqual([
      'nam-tu-liem 2025 draft 0/1',
      'bac-tu-liem 2024 draft 0/3',
      'bac-tu-liem 2023 draft 0/1',
      'bac-tu-liem 2025 submitted 0/3',
    ])
    granted(await ledger.as('approver').write(moveSheet.approve, { unit: 'bac-tu-liem', year: 2025 }))
    expect(await listed(ledger, 'editor')).toEqual(['bac-tu-liem 2024 draft 0/3', 'bac-tu-liem 2023 draft 0/1'])
  })

  test('a line is filled by a kind that was asked for; headings, ended lines and cleared cells are not counted', async () => {
    const ledger = await testLedger()
    const heading = { ...bacTuLiem, indicator: 'KT-CO-CAU', inAssignedSet: false, inAdoptedSet: false }
    granted(await ledger.as('editor').write(addLine, heading))
    granted(await ledger.as('editor').write(endLine, { ...bacTuLiem, indicator: 'NS-CHI', reason: 'Không giao' }))
    await record(ledger, 'editor', 'bac-tu-liem', 2024, figure('3504', 'adopted_plan'), figure('3594', 'official'))
    expect(await listed(ledger, 'editor', ['official', 'adopted_plan'])).toEqual(['bac-tu-liem 2024 draft 1/2'])
    expect(await listed(ledger, 'editor', ['estimate'])).toEqual(['bac-tu-liem 2024 draft 0/2'])
    await record(ledger, 'editor', 'bac-tu-liem', 2024, figure('', 'official', 1))
    expect(await listed(ledger, 'editor', ['official'])).toEqual(['bac-tu-liem 2024 draft 0/2'])
  })

  test('a sheet without lines is there to be filled', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('ngoQuyenEditor').write(openYear, { unit: 'ngo-quyen', year: 2024 }))
    expect(await listed(ledger, 'ngoQuyenEditor')).toEqual(['ngo-quyen 2024 draft 0/0'])
  })

  const reach: [Person, string[]][] = [
    ['cityEditor', ['bac-tu-liem 2024 draft 0/3']],
    ['editor', ['bac-tu-liem 2024 draft 0/3']],
    ['ngoQuyenEditor', []],
    ['viewer', []],
    ['approver', []],
    ['administrator', []],
  ]
  test.each(reach)('%s enters where they are an editor, not where they may only read', async (who, expected) => {
    expect(await listed(await testLedger(), who)).toEqual(expected)
  })
})

describe('the export', () => {
  const years = Array.from({ length: 29 }, (_, index) => 2020 + index)

  /** Bắc Từ Liêm and Ngô Quyền over the same years, and Nam Từ Liêm in one: more than a page of 40. */
  async function manySheets(): Promise<Ledger> {
    const ledger = await testLedger()
    for (const year of years) {
      if (year !== 2024) await open(ledger, 'editor', 'bac-tu-liem', year)
      await open(ledger, 'ngoQuyenEditor', 'ngo-quyen', year)
      await record(ledger, 'ngoQuyenEditor', 'ngo-quyen', year, figure(String(year), 'official'))
    }
    await open(ledger, 'cityEditor', 'nam-tu-liem', 2020)
    return ledger
  }
  async function exported(ledger: Ledger, who: Person, filter: ExportFilter = {}) {
    const { heard, reader } = counting(ledger)
    const sheets: ExportSheet[] = []
    for await (const sheet of exportSheets(reader, await ledger.person(who), filter)) sheets.push(sheet)
    return { sheets, places: sheets.map(({ unit, year }) => `${unit.slug} ${year}`), statements: heard.length }
  }

  test('over several pages: every readable sheet once, by unit and year, with its lines and those of the year before', async () => {
    const ledger = await manySheets()
    const all = ledger.database
      .prepare(`select slug || ' ' || year from sheets join units on units.id = unit_id order by slug, year`)
      .pluck()
      .all()
    expect(all).toHaveLength(59)
    const { sheets, places, statements } = await exported(ledger, 'administrator')
    expect(places).toEqual(all)
    // Five pages, six statements each.
    expect(statements).toBe(30)
    const ngoQuyen = sheets.filter(({ unit }) => unit.slug === 'ngo-quyen')
    const values = ngoQuyen.map(({ lines, previousLines }) => [
      lines[0]?.figures.official?.quantity?.value,
      previousLines[0]?.figures.official?.quantity?.value,
    ])
    expect(values).toEqual(years.map((year) => [year, year === 2020 ? undefined : year - 1]))
    expect(new Set(sheets.map(({ parent }) => parent))).toEqual(new Set(['ha-noi', 'hai-phong']))
  })

  test('a page that is exactly full is not followed by a repetition', async () => {
    const ledger = await testLedger()
    for (let year = 2020; year < 2060; year += 1) if (year !== 2024) await open(ledger, 'editor', 'bac-tu-liem', year)
    const { places } = await exported(ledger, 'editor')
    expect(places).toHaveLength(40)
    expect(new Set(places).size).toBe(40)
  })

  test('holds what the person may read, filtered by unit, year and indicator', async () => {
    const ledger = await manySheets()
    const ngoQuyen = years.map((year) => `ngo-quyen ${year}`)
    expect((await exported(ledger, 'ngoQuyenEditor')).places).toEqual(ngoQuyen)
    expect((await exported(ledger, 'administrator', { unit: 'ngo-quyen' })).places).toEqual(ngoQuyen)
    expect((await exported(ledger, 'viewer', { year: 2020 })).places).toEqual(['bac-tu-liem 2020', 'nam-tu-liem 2020'])
    expect((await exported(ledger, 'viewer', { unit: 'ngo-quyen' })).places).toEqual([])
    expect((await exported(ledger, 'administrator', { unit: 'nowhere' })).places).toEqual([])

    const { sheets } = await exported(ledger, 'editor', { year: 2024, indicator: 'NS-CHI' })
    expect(sheets.map(({ lines }) => lines.map(({ indicator }) => indicator.code))).toEqual([['NS-CHI']])
    const before = await exported(ledger, 'ngoQuyenEditor', { year: 2024, indicator: 'NS-THU' })
    expect(before.sheets[0]?.previousLines[0]?.figures.official?.quantity?.value).toBe(2023)
  })
})
