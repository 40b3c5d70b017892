import { describe, expect, test } from 'vitest'
import { addLine } from '#db/commands/add-line.ts'
import { endLine } from '#db/commands/end-line.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { openYear } from '#db/commands/open-year.ts'
import { saveDocument } from '#db/commands/save-document.ts'
import { saveIndicator } from '#db/commands/save-indicator.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { embeddedEngine } from '#db/engines/embedded.ts'
import { getCellHistory } from '#db/queries/cell-history.ts'
import { type ExportSheet, exportSheets } from '#db/queries/export-sheets.ts'
import { getIndicatorFigures } from '#db/queries/indicator-figures.ts'
import { listDocuments } from '#db/queries/list-documents.ts'
import { listIndicators } from '#db/queries/list-indicators.ts'
import { listPeople } from '#db/queries/list-people.ts'
import { listSheets, listYears } from '#db/queries/list-sheets.ts'
import { getUnit, listUnits } from '#db/queries/list-units.ts'
import { readSheetLines } from '#db/queries/sheet-lines.ts'
import { readRemarks } from '#db/queries/sheet-remarks.ts'
import { getSheetToEnter, getUnitSheet } from '#db/queries/unit-sheet.ts'
import { granted, type Ledger, type Person, revenue, testLedger } from '#tests/support/database.ts'

const bacTuLiem = { unit: 'bac-tu-liem', year: 2024 }
const cell = (quantity: string, kind = 'adopted_plan') => ({
  indicator: 'NS-THU',
  kind,
  quantity,
  expectedVersion: null,
})

/** Three sheets: Bắc Từ Liêm 2023 and 2024 (submitted), Ngô Quyền 2024, each with a plan of NS-THU. */
async function threeSheets(): Promise<Ledger> {
  const ledger = await testLedger()
  const add = { indicator: 'NS-THU', inAssignedSet: true, inAdoptedSet: true }
  const other = { unit: 'ngo-quyen', year: 2024 }
  const earlier = { ...bacTuLiem, year: 2023 }
  granted(await ledger.as('ngoQuyenEditor').write(openYear, other))
  granted(await ledger.as('ngoQuyenEditor').write(addLine, { ...other, ...add }))
  granted(await ledger.as('editor').write(openYear, earlier))
  granted(await ledger.as('editor').write(addLine, { ...earlier, ...add }))
  granted(await ledger.as('ngoQuyenEditor').write(setFigures, { ...other, changes: [cell('1.651,346')] }))
  granted(
    await ledger.as('editor').write(setFigures, { ...earlier, changes: [cell('3.033'), cell('3.100', 'official')] }),
  )
  granted(await ledger.as('editor').write(setFigures, { ...bacTuLiem, document: 'qd-1', changes: [cell('3.504')] }))
  granted(await ledger.as('editor').write(moveSheet.submit, bacTuLiem))
  return ledger
}

const everything = ['bac-tu-liem', 'ha-noi', 'hai-phong', 'nam-tu-liem', 'ngo-quyen', 'phuc-dien']
const reach: [Person, string[]][] = [
  ['administrator', everything],
  ['viewer', ['bac-tu-liem', 'ha-noi', 'nam-tu-liem', 'phuc-dien']],
  ['editor', ['bac-tu-liem', 'phuc-dien']],
  ['ngoQuyenEditor', ['ngo-quyen']],
]

describe.each(reach)('%s', (who, slugs) => {
  test('sees these units, by list and one by one', async () => {
    const { engine, person } = await testLedger()
    const actor = await person(who)
    expect((await listUnits(engine.reader, actor)).map(({ slug }) => slug).sort()).toEqual(slugs)
    for (const slug of everything) {
      expect((await getUnit(engine.reader, actor, slug))?.slug).toBe(slugs.includes(slug) ? slug : undefined)
    }
  })

  test('sees their sheets alone, wherever sheets are read', async () => {
    const { engine, person } = await threeSheets()
    const actor = await person(who)
    const seen = slugs.filter((slug) => ['bac-tu-liem', 'ngo-quyen'].includes(slug))
    expect(seen.length).toBeGreaterThan(0)
    expect((await listSheets(engine.reader, actor, 2024)).map(({ unit }) => unit.slug).sort()).toEqual(seen)
    const figures = await getIndicatorFigures(engine.reader, actor, 'NS-THU', everything)
    expect([...new Set(figures?.rows.map(({ sheet }) => sheet.unit.slug))].sort()).toEqual(seen)
    for (const unit of ['bac-tu-liem', 'ngo-quyen']) {
      const sheet = await getUnitSheet(engine.reader, actor, unit, 2024)
      const history = await getCellHistory(engine.reader, actor, {
        unit,
        year: 2024,
        indicator: 'NS-THU',
        kind: 'adopted_plan',
      })
      expect([sheet?.unit.slug, history?.length]).toEqual(seen.includes(unit) ? [unit, 1] : [undefined, undefined])
    }
  })
})

test('somebody without a grant sees nothing', async () => {
  const ledger = await threeSheets()
  ledger.database.prepare("update grants set ended_at = '2024-06-01' where user_id = 'viewer'").run()
  const actor = await ledger.person('viewer')
  expect(await listUnits(ledger.engine.reader, actor)).toEqual([])
  expect(await listSheets(ledger.engine.reader, actor, 2024)).toEqual([])
  expect(await listYears(ledger.engine.reader, actor)).toEqual({ years: [], latest: null })
})

test('a unit is shown with its parent', async () => {
  const { engine, person } = await testLedger()
  const actor = await person('viewer')
  expect(await getUnit(engine.reader, actor, 'nam-tu-liem')).toEqual({
    slug: 'nam-tu-liem',
    code: '019',
    validFrom: '2020-01-01',
    validTo: '2025-06-30',
    name: 'Nam Từ Liêm',
    kind: 'urban_district',
    recordsOwnAssignedPlan: false,
    parent: { slug: 'ha-noi', name: 'Hà Nội', kind: 'city' },
  })
  expect((await getUnit(engine.reader, actor, 'ha-noi'))?.parent).toBeNull()
})

test('the years, and the latest with a sheet that was submitted', async () => {
  const ledger = await threeSheets()
  const { reader } = ledger.engine
  expect(await listYears(reader, await ledger.person('editor'))).toEqual({ years: [2024, 2023], latest: 2024 })
  expect(await listYears(reader, await ledger.person('ngoQuyenEditor'))).toEqual({ years: [2024], latest: null })
  granted(await ledger.as('approver').write(moveSheet.approve, bacTuLiem))
  granted(await ledger.as('approver').write(moveSheet.lock, bacTuLiem))
  expect((await listYears(reader, await ledger.person('editor'))).latest).toBe(2024)
})

test('one unit in one year: its lines with figures, the year before, and the target of permissions', async () => {
  const { engine, person } = await threeSheets()
  const actor = await person('editor')
  const read = await getUnitSheet(engine.reader, actor, 'bac-tu-liem', 2024)
  expect(read?.sheet).toEqual({ year: 2024, state: 'submitted', dueDate: null })
  expect(read?.target).toMatchObject({ kind: 'unit', authors: ['editor'] })
  expect(read?.lines.map(({ number, indicator }) => [number, indicator.code, indicator.parentCode])).toEqual([
    ['1', 'NS-THU', null],
    ['1.1', 'NS-THU-THUE', 'NS-THU'],
    ['2', 'NS-CHI', null],
  ])
  expect(read?.lines[0]?.figures).toEqual({
    adopted_plan: {
      quantity: { value: 3504, high: null, denominator: null, qualifier: 'exact', text: null },
      version: 1,
      note: null,
      at: expect.stringMatching(/Z$/),
      by: 'Người editor',
      document: expect.objectContaining({ code: 'qd-1' }),
    },
  })
  expect(read?.previousLines.map(({ figures }) => figures.official?.quantity?.value)).toEqual([3100])
  expect((await getUnitSheet(engine.reader, actor, 'bac-tu-liem', 2023))?.previousLines).toEqual([])
  expect(await getUnitSheet(engine.reader, actor, 'bac-tu-liem', 2022)).toBeNull()
  expect(await getUnitSheet(engine.reader, actor, 'nowhere', 2024)).toBeNull()
})

test('an ended line of the year before is nothing to compare with, wherever growth is shown', async () => {
  const ledger = await threeSheets()
  const actor = await ledger.person('editor')
  const previous = async () => {
    const exported: ExportSheet[] = []
    for await (const sheet of exportSheets(ledger.engine.reader, actor, { year: 2024 })) exported.push(sheet)
    const read = await getUnitSheet(ledger.engine.reader, actor, 'bac-tu-liem', 2024)
    const entered = await getSheetToEnter(ledger.engine.reader, actor, 'bac-tu-liem', 2024)
    return [read, entered, ...exported].map((sheet) => sheet?.previousLines.length)
  }
  expect(await previous()).toEqual([1, 1, 1])
  const ended = { ...bacTuLiem, year: 2023, indicator: 'NS-THU', reason: 'Không giao' }
  granted(await ledger.as('editor').write(endLine, ended))
  expect(await previous()).toEqual([0, 0, 0])
})

test('more sheets than SQLite takes parameters are read all the same', async () => {
  const ledger = await threeSheets()
  const { reader } = ledger.engine
  const sheets = await listSheets(reader, await ledger.person('administrator'), 2024)
  const ids = [...sheets.map(({ id }) => id), ...Array.from({ length: 40_000 }, (_, index) => `sheet ${index}`)]
  expect((await readSheetLines(reader, ids)).get(sheets[0]?.id ?? '')).toHaveLength(3)
  expect((await readRemarks(reader, ids)).get(sheets[0]?.id ?? '')).toEqual({ statements: [], acknowledgements: [] })
})

test('the catalogue: every version of every indicator, the newest first', async () => {
  const ledger = await threeSheets()
  granted(await ledger.as('administrator').write(saveIndicator, { ...revenue, newVersion: true, validFromYear: 2030 }))
  const listed = await listIndicators(ledger.engine.reader)
  expect(listed.map(({ code, version, parentCode }) => [code, version, parentCode])).toEqual([
    ['KT-CO-CAU', 1, null],
    ['NS-CHI', 1, null],
    ['NS-THU', 2, null],
    ['NS-THU', 1, null],
    ['NS-THU-DAT', 1, 'NS-THU'],
    ['NS-THU-THUE', 1, 'NS-THU'],
    ['XH-VIEC-LAM', 1, null],
  ])
})

test('one indicator over units and years, without ended lines', async () => {
  const ledger = await threeSheets()
  const { reader } = ledger.engine
  const actor = await ledger.person('administrator')
  const values = async () =>
    (await getIndicatorFigures(reader, actor, 'NS-THU', everything))?.rows.map(({ sheet, line }) => [
      sheet.year,
      sheet.unit.slug,
      line.figures.adopted_plan?.quantity?.value,
    ])
  expect(await values()).toEqual([
    [2023, 'bac-tu-liem', 3033],
    [2024, 'bac-tu-liem', 3504],
    [2024, 'ngo-quyen', 1651.346],
  ])
  const ended = { unit: 'ngo-quyen', year: 2024, indicator: 'NS-THU', reason: 'Không giao' }
  granted(await ledger.as('ngoQuyenEditor').write(endLine, ended))
  expect(await values()).toHaveLength(2)
  expect(
    (await getIndicatorFigures(reader, actor, 'NS-THU', everything))?.versions.map(({ version }) => version),
  ).toEqual([1])
  expect(await getIndicatorFigures(reader, actor, 'KHONG-CO', everything)).toBeNull()
})

test('the history of a cell is null where there is no line, and empty where nothing was written', async () => {
  const { engine, person } = await threeSheets()
  const actor = await person('viewer')
  const history = (more: object) =>
    getCellHistory(engine.reader, actor, { ...bacTuLiem, indicator: 'NS-CHI', kind: 'estimate', ...more })
  expect(await history({})).toEqual([])
  expect(await history({ indicator: 'XH-VIEC-LAM' })).toBeNull()
  expect(await history({ year: 2019 })).toBeNull()
  expect(await history({ unit: 'nowhere' })).toBeNull()
})

test('people are listed by name', async () => {
  const { engine } = await testLedger()
  const people = (await listPeople(engine.reader)).map(({ username }) => username)
  expect(people).toEqual([...people].sort())
  expect(people).toHaveLength(7)
})

describe('documents to cite', () => {
  const others = [
    { code: 'nq-37', title: 'Nghị quyết về nhiệm vụ năm 2023', number: '37/NQ-HĐND', dated: '2022-12-14' },
    { code: 'bao-cao-2023', title: 'Báo cáo', publisher: 'Ủy ban nhân dân quận', dated: '2023-12-20' },
  ]
  const found = async (q?: string) => {
    const ledger = await testLedger()
    for (const other of others) granted(await ledger.as('editor').write(saveDocument, other))
    return (await listDocuments(ledger.engine.reader, q)).map(({ code }) => code)
  }

  test('come newest first, those without a date last', async () => {
    expect(await found()).toEqual(['bao-cao-2023', 'nq-37', 'qd-1'])
    const ledger = await testLedger()
    expect(await listDocuments(ledger.engine.reader)).toEqual([
      { code: 'qd-1', title: 'Quyết định giao chỉ tiêu', publisher: null, number: '1/QĐ-UBND', url: null, dated: null },
    ])
  })

  test.each([
    ['title', 'NHIEM VU', ['nq-37']],
    ['number', '37/nq-hdnd', ['nq-37']],
    ['publisher', 'uy ban', ['bao-cao-2023']],
    ['code', 'bao-cao', ['bao-cao-2023']],
    ['words of several', 'qd giao', ['qd-1']],
    ['nothing that is there', 'không có', []],
  ])('are found by their %s', async (_what, q, codes) => {
    expect(await found(q)).toEqual(codes)
  })

  test('are twenty at most, by one question', async () => {
    const ledger = await testLedger()
    const insert = ledger.database.prepare("insert into documents (id, code, title) values (?, ?, 'Quyết định')")
    for (let count = 0; count < 30; count += 1) insert.run(`d${count}`, `d${count}`)
    const heard: string[] = []
    const { reader } = embeddedEngine(ledger.database, (sql) => heard.push(sql))
    expect(await listDocuments(reader, 'quyet dinh')).toHaveLength(20)
    expect(heard).toHaveLength(1)
  })
})

test('however many sheets there are, a page asks the same few questions', async () => {
  const ledger = await threeSheets()
  const heard: string[] = []
  const { reader } = embeddedEngine(ledger.database, (sql) => heard.push(sql))
  const actor = await ledger.person('administrator')
  const asked = async (question: () => Promise<unknown>) => {
    heard.length = 0
    await question()
    return heard.length
  }
  const sheets = await listSheets(reader, actor, 2024)
  const ids = sheets.map(({ id }) => id)
  expect(ids).toHaveLength(2)
  expect(await asked(() => listUnits(reader, actor))).toBe(1)
  expect(await asked(() => listSheets(reader, actor, 2024))).toBe(1)
  expect(await asked(() => readSheetLines(reader, ids))).toBe(2)
  expect(await asked(() => readRemarks(reader, ids))).toBe(1)
  expect(await asked(() => getIndicatorFigures(reader, actor, 'NS-THU', everything))).toBe(4)
  expect(await asked(() => listIndicators(reader))).toBe(1)
  expect(await asked(() => listPeople(reader))).toBe(1)
  expect(await asked(() => getUnitSheet(reader, actor, 'bac-tu-liem', 2024))).toBeLessThanOrEqual(8)
})

test('a figure is read with each of its parts in its place', async () => {
  const { database, as, engine, one, journal } = await testLedger()
  const decision = {
    code: 'qd-2',
    title: 'Quyết định điều chỉnh',
    publisher: 'UBND quận',
    number: '2/QĐ-UBND',
    url: 'https://example.org/qd-2',
    dated: '2024-07-15',
  }
  granted(await as('administrator').write(saveDocument, decision))
  granted(await as('editor').write(setFigures, { ...bacTuLiem, changes: [cell('5')] }))
  // No text means all of this at once; the columns can hold it.
  database.exec(`insert into revisions (line_id, kind, version, journal_id, change, entered,
      value, high, denominator, qualifier, text, note, document_id)
    select line_id, kind, 2, journal_id, 'correction', 'as typed', 1, 2, 3, 'about', 'words', 'a note',
      (select id from documents where code = 'qd-2') from revisions`)
  const id = String(one('select id from sheets'))
  const line = (await readSheetLines(engine.reader, [id])).get(id)?.find(({ indicator }) => indicator.code === 'NS-THU')
  expect(line?.figures).toEqual({
    adopted_plan: {
      quantity: { value: 1, high: 2, denominator: 3, qualifier: 'about', text: 'words' },
      version: 2,
      note: 'a note',
      document: decision,
      at: journal().at(-1)?.at,
      by: 'Người editor',
    },
  })
})
