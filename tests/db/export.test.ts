import { describe, expect, test } from 'vitest'
import { exportFigures } from '#db/commands/export-figures.ts'
import { exportRecords } from '#db/commands/export-records.ts'
import { openYear } from '#db/commands/open-year.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { embeddedEngine } from '#db/engines/embedded.ts'
import { countExportLines } from '#db/queries/export-extent.ts'
import type { ExportFilter } from '#db/queries/export-filter.ts'
import { exportJournal, exportRevisions, type RevisionRecord } from '#db/queries/export-records.ts'
import { exportSheets } from '#db/queries/export-sheets.ts'
import { listYearUnits } from '#db/queries/list-year-units.ts'
import { getSheetChanges } from '#db/queries/sheet-changes.ts'
import type { FigureKind } from '#domain/figure.ts'
import { granted, type Ledger, type Person, refused, testLedger } from '#tests/support/database.ts'

const sheet = { unit: 'bac-tu-liem', year: 2024 }
const asked = { layout: 'data' }

const rows = ({ database }: Ledger) =>
  database
    .prepare(
      "select actor_id, action, unit_id is not null as unit, sheet_id is not null as sheet, detail from journal where action like 'export%'",
    )
    .all()

const enter = async (
  ledger: Ledger,
  quantity: string,
  expectedVersion: number | null = null,
  kind: FigureKind = 'official',
) =>
  granted(
    await ledger.as('editor').write(setFigures, {
      ...sheet,
      changes: [{ indicator: 'NS-THU', kind, quantity, expectedVersion }],
    }),
  )

describe('taking figures away', () => {
  test('is one row of the journal: who, what, how, of which unit and sheet', async () => {
    const ledger = await testLedger()
    granted(
      await ledger.as('viewer').write(exportFigures, { ...asked, unit: 'bac-tu-liem', year: '2024', group: 'budget' }),
    )
    granted(await ledger.as('viewer').write(exportFigures, { ...asked, layout: 'xlsx' }))
    const detail = { layout: 'data', unit: 'bac-tu-liem', year: 2024, group: 'budget' }
    expect(rows(ledger)).toEqual([
      { actor_id: 'viewer', action: 'export_figures', unit: 1, sheet: 1, detail: JSON.stringify(detail) },
      { actor_id: 'viewer', action: 'export_figures', unit: 0, sheet: 0, detail: JSON.stringify({ layout: 'xlsx' }) },
    ])
  })

  test('changes no figure: no sheet is forgotten, no window that is open is told to load again', async () => {
    const ledger = await testLedger()
    const { reader } = ledger.engine
    const actor = await ledger.person('editor')
    const stamp = async () => (await listYearUnits(reader, actor, 2024)).find(({ sheet: one }) => one)?.sheet?.stamp
    const [before, since] = [await stamp(), (await getSheetChanges(reader, actor, { ...sheet, since: 0 }))?.seq ?? 0]
    granted(await ledger.as('viewer').write(exportFigures, asked))
    expect(await stamp()).toBe(before)
    granted(await ledger.as('viewer').write(exportFigures, { ...asked, unit: 'bac-tu-liem', year: '2024' }))
    expect(await getSheetChanges(reader, actor, { ...sheet, since })).toMatchObject({ page: false, figures: [] })
  })

  test('of a unit that one may not know is not found, and leaves nothing', async () => {
    const ledger = await testLedger()
    expect(
      refused(await ledger.as('ngoQuyenEditor').write(exportFigures, { ...asked, unit: 'bac-tu-liem' })),
    ).toMatchObject({ code: 'not_found' })
    expect(refused(await ledger.as('viewer').write(exportFigures, { ...asked, unit: 'nowhere' }))).toMatchObject({
      code: 'not_found',
    })
    expect(refused(await ledger.as('viewer').write(exportFigures, { layout: 'pdf' }))).toMatchObject({
      code: 'invalid',
    })
    expect(refused(await ledger.as('viewer').write(exportFigures, { ...asked, colour: 'red' }))).toMatchObject({
      code: 'invalid',
    })
    expect(rows(ledger)).toEqual([])
  })

  test('the official forms are of a year: of one sheet, or of all, that are there', async () => {
    const ledger = await testLedger()
    const { problems } = refused(await ledger.as('viewer').write(exportFigures, { layout: 'bieu' }))
    expect(problems?.map(({ path }) => path)).toEqual(['year'])
    const nowhere = { layout: 'bieu', unit: 'bac-tu-liem', year: '2030' }
    expect(refused(await ledger.as('viewer').write(exportFigures, nowhere))).toMatchObject({ code: 'not_found' })
    granted(await ledger.as('viewer').write(exportFigures, { ...nowhere, year: '2024' }))
    for (const none of [{ year: '2030' }, { year: '2024', parent: 'hai-phong' }, { year: '2024', q: 'ngô quyền' }]) {
      expect(refused(await ledger.as('viewer').write(exportFigures, { layout: 'bieu', ...none }))).toMatchObject({
        code: 'not_found',
      })
    }
    granted(await ledger.as('viewer').write(exportFigures, { layout: 'bieu', year: '2024', parent: 'ha-noi' }))
  })

  test('a workbook that would hold too much is refused before anything is read; a CSV is not', async () => {
    const ledger = await testLedger()
    ledger.database.exec(`
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 66666)
      insert into sheets select 'sheet ' || i, unit_id, year + i, state, due_date from sheets, n;
      insert into lines select sheets.id || lines.id, sheets.id, indicator_id, position, number, in_assigned_set,
        in_adopted_set, office, ended_at from lines, sheets where sheets.id like 'sheet %';`)
    const { problems } = refused(await ledger.as('viewer').write(exportFigures, { layout: 'xlsx' }))
    expect(problems).toEqual([{ path: 'layout', reason: 'too_many_lines', values: { maximum: 200_000 } }])
    granted(await ledger.as('viewer').write(exportFigures, { layout: 'xlsx', year: '2024' }))
    granted(await ledger.as('viewer').write(exportFigures, asked))
  })

  test('filters as the screens do', async () => {
    const ledger = await testLedger()
    const { reader } = ledger.engine
    const count = async (filter: ExportFilter, who: Person = 'administrator') => {
      const actor = await ledger.person(who)
      const sheets: string[] = []
      for await (const { unit, year, lines } of exportSheets(reader, actor, filter)) {
        sheets.push(`${unit.slug} ${year} ${lines.length}`)
      }
      return [sheets, await countExportLines(reader, actor, filter, 10)]
    }
    const all = [['bac-tu-liem 2024 3'], 3]
    const nothing = [[], 0]
    expect(await count({})).toEqual(all)
    expect(await count({ parent: 'ha-noi', from: 2024, to: 2024 })).toEqual(all)
    expect(await count({ parent: 'bac-tu-liem' })).toEqual(all)
    expect(await count({ q: 'bac tu' })).toEqual(all)
    expect(await count({ q: 'ha noi' })).toEqual(all)
    expect(await count({ parent: 'hai-phong' })).toEqual(nothing)
    expect(await count({ from: 2025 })).toEqual(nothing)
    expect(await count({ to: 2023 })).toEqual(nothing)
    expect(await count({ q: 'ngo quyen' })).toEqual(nothing)
    expect(await count({}, 'ngoQuyenEditor')).toEqual(nothing)
    const actor = await ledger.person('viewer')
    expect(await countExportLines(reader, actor, { indicator: 'NS-CHI' }, 10)).toBe(1)
    expect(await countExportLines(reader, actor, { group: 'economy' }, 10)).toBe(0)
    expect(await countExportLines(reader, actor, {}, 1)).toBe(2)
  })

  test('gives every sheet that one may read once, by unit and year, over as many pages as they need', async () => {
    const ledger = await testLedger()
    const years = [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032]
    for (const year of years) {
      for (const unit of ['bac-tu-liem', 'phuc-dien']) {
        granted(await ledger.as('editor').write(openYear, { unit, year }))
      }
      granted(await ledger.as('ngoQuyenEditor').write(openYear, { unit: 'ngo-quyen', year }))
    }
    const given = async (who: Person, filter: ExportFilter = {}) => {
      const all: string[] = []
      for await (const { unit, year } of exportSheets(ledger.engine.reader, await ledger.person(who), filter)) {
        all.push(`${unit.slug} ${year}`)
      }
      return all
    }
    const of = (unit: string, from = 2025) => years.filter((year) => year >= from).map((year) => `${unit} ${year}`)
    const ofHaNoi = ['bac-tu-liem 2024', ...of('bac-tu-liem'), ...of('phuc-dien')]
    expect(await given('viewer')).toEqual(ofHaNoi)
    expect(await given('ngoQuyenEditor')).toEqual(of('ngo-quyen'))
    expect(await given('administrator')).toEqual([...ofHaNoi.slice(0, 9), ...of('ngo-quyen'), ...ofHaNoi.slice(9)])
    expect(await given('viewer', { from: 2026 })).toEqual([...of('bac-tu-liem', 2026), ...of('phuc-dien', 2026)])
  })

  test('walks to the next page, whoever asks and by whatever filter: to sort all for each would cost their square', async () => {
    const ledger = await testLedger()
    for (let year = 2025; year < 2040; year += 1) {
      granted(await ledger.as('editor').write(openYear, { unit: 'bac-tu-liem', year }))
    }
    const asked: string[] = []
    const { reader } = embeddedEngine(ledger.database, (sql) => asked.push(sql))
    const filters: ExportFilter[] = [
      {},
      { q: 'tu liem' },
      { year: 2024 },
      { from: 2023, to: 2025 },
      { parent: 'ha-noi' },
    ]
    for (const who of ['viewer', 'administrator'] as const) {
      for (const filter of filters) for await (const _ of exportSheets(reader, await ledger.person(who), filter));
    }
    const pages = asked.filter((sql) => sql.includes('"previous"'))
    const later = pages.filter((sql) => sql.includes('"units"."slug" >='))
    // The first pages of all, and the second ones of those filters that leave more than one.
    expect(pages.length - later.length).toBe(2 * filters.length)
    expect(later).toHaveLength(6)
    for (const sql of pages) {
      const values = [...sql.matchAll(/\?/g)].map(() => null)
      const steps = ledger.database.prepare<null[], { detail: string }>(`explain query plan ${sql}`).all(...values)
      expect(steps.map(({ detail }) => detail)).toContainEqual(expect.stringMatching(/units USING INDEX units_slug/))
      expect(steps.map(({ detail }) => detail).join('\n')).not.toMatch(/TEMP B-TREE/)
    }
  })
})

describe('taking records away', () => {
  test('of everything is the administrator’s, of a unit whoever may read it', async () => {
    const ledger = await testLedger()
    const records = { records: 'revisions' }
    granted(await ledger.as('administrator').write(exportRecords, records))
    granted(await ledger.as('viewer').write(exportRecords, { ...records, unit: 'bac-tu-liem' }))
    const denied = { code: 'forbidden', reason: 'administer' }
    expect(refused(await ledger.as('approver').write(exportRecords, records))).toMatchObject(denied)
    const foreign = await ledger.as('ngoQuyenEditor').write(exportRecords, { records: 'journal', unit: 'bac-tu-liem' })
    expect(refused(foreign)).toMatchObject({ code: 'not_found' })
    expect(rows(ledger)).toHaveLength(2)
  })

  test('every revision once, with what stood before, in the order of the journal, however many pages', async () => {
    const ledger = await testLedger()
    for (let version = 0; version < 5; version += 1) await enter(ledger, String(version + 1), version || null)
    const { reader } = ledger.engine
    const read = async (filter = {}) => {
      const found: RevisionRecord[] = []
      for await (const page of exportRevisions(reader, filter)) found.push(...page)
      return found
    }
    const all = await read()
    expect(all.map(({ version, before, after }) => [version, before?.value ?? null, after?.value])).toEqual([
      [1, null, 1],
      [2, 1, 2],
      [3, 2, 3],
      [4, 3, 4],
      [5, 4, 5],
    ])
    expect(all[0]).toMatchObject({
      unit: 'bac-tu-liem',
      year: 2024,
      indicator: 'NS-THU',
      kind: 'official',
      action: 'set_figures',
      entered: '1',
    })
    expect(await read({ unit: 'bac-tu-liem', year: 2024 })).toEqual(all)
    expect(await read({ unit: 'ngo-quyen' })).toEqual([])
    expect(await read({ year: 2023 })).toEqual([])
  })

  test('what stood before may be a verdict, which has no number', async () => {
    const ledger = await testLedger()
    for (const [version, verdict] of ['Hoàn thành', '', 'Chưa đạt', 'Vượt'].entries()) {
      await enter(ledger, verdict, version || null, 'reported_verdict_adopted')
    }
    const found: RevisionRecord[] = []
    for await (const page of exportRevisions(ledger.engine.reader, {})) found.push(...page)
    expect(found.map(({ before, after }) => [before?.text, after?.text])).toEqual([
      [undefined, 'met'],
      ['met', undefined],
      [undefined, 'missed'],
      ['missed', 'exceeded'],
    ])
  })

  test('the journal, a row for each write', async () => {
    const ledger = await testLedger()
    await enter(ledger, '1')
    const actions: string[] = []
    for await (const page of exportJournal(ledger.engine.reader, {})) actions.push(...page.map(({ action }) => action))
    expect(actions).toHaveLength(Number(ledger.database.prepare('select count(*) from journal').pluck().get()))
    const ofSheet: unknown[] = []
    for await (const page of exportJournal(ledger.engine.reader, sheet)) ofSheet.push(...page)
    expect(ofSheet.at(-1)).toMatchObject({ action: 'set_figures', unit: 'bac-tu-liem', year: 2024, username: 'editor' })
  })
})
