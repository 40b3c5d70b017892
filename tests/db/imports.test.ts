/** Importing: what comes of each cell, that nothing else does, and that it can be taken back. */
import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { nanoid } from 'nanoid'
import { describe, expect, test } from 'vitest'
import { addLine } from '#db/commands/add-line.ts'
import { chooseImport } from '#db/commands/choose-import.ts'
import { discardImport } from '#db/commands/discard-import.ts'
import { endGrant } from '#db/commands/end-grant.ts'
import { endLine } from '#db/commands/end-line.ts'
import { exportFigures } from '#db/commands/export-figures.ts'
import { grantRole } from '#db/commands/grant-role.ts'
import { markLine } from '#db/commands/mark-line.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { openYear } from '#db/commands/open-year.ts'
import { saveIndicator } from '#db/commands/save-indicator.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { startImport } from '#db/commands/start-import.ts'
import { undoImport } from '#db/commands/undo-import.ts'
import { openDatabase } from '#db/engines/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { exportJournal } from '#db/queries/export-records.ts'
import { planImport } from '#db/queries/plan-import.ts'
import { getSheetChanges } from '#db/queries/sheet-changes.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { seedPublished } from '#db/seed/seed-published.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { write } from '#db/write.ts'
import { csvRecord, unguardText } from '#domain/csv.ts'
import { layoutSeparator } from '#domain/export-columns.ts'
import { figureKinds, figureKindTable } from '#domain/figure.ts'
import { figureText } from '#domain/figure-text.ts'
import type { FileTable } from '#domain/file-table.ts'
import { exactly, type Quantity } from '#domain/quantity.ts'
import { qualifiers } from '#domain/quantity-words.ts'
import { reportableVerdicts } from '#domain/verdict.ts'
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
import { committing, exportedTable, imported, previewed, started, tableOf } from '#tests/support/imports.ts'

const of2024 = { unit: 'bac-tu-liem', year: 2024 }
/** A file without columns for it is of Bắc Từ Liêm 2024. */
const attempt = async (ledger: Ledger, who: Person, ...rows: Parameters<typeof tableOf>) => ({
  engine: ledger.engine,
  actor: await ledger.person(who),
  table: tableOf(...rows),
  choices: of2024,
})
const outcomes = async (given: Parameters<typeof previewed>[0]) =>
  (await previewed(given)).groups.flat().map(({ row, outcome, reason, kind }) => [row, outcome, reason, kind])

const set = (ledger: Ledger, who: Person, indicator: string, kind: string, quantity: string, more: object = {}) =>
  ledger
    .as(who)
    .write(setFigures, { ...of2024, changes: [{ indicator, kind, quantity, expectedVersion: null }], ...more })

/** Every line on a sheet with its figures, in the order of the sheets: all that an export is about. */
const figuresIn = ({ database }: Ledger) =>
  database
    .prepare(`select units.slug, year, indicators.code, indicators.version, number, in_assigned_set, in_adopted_set, office,
        figures.kind, value, high, denominator, qualifier, text
      from lines join sheets on sheets.id = sheet_id join units on units.id = unit_id
      join indicators on indicators.id = indicator_id
      left join figures on line_id = lines.id and qualifier is not null
      where ended_at is null order by slug, year, lines.position, figures.kind`)
    .all()
/** What stands in every cell that holds something, notes and documents included. */
const hashOfFigures = ({ database }: Ledger): string => {
  const rows = database
    .prepare(`select line_id, kind, value, high, denominator, qualifier, text, note, document_id from figures
      where qualifier is not null or note is not null order by line_id, kind`)
    .all()
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

describe('a cell', () => {
  const header = ['Chỉ tiêu', 'Cấp trên giao', 'Đơn vị giao', 'Chính thức']

  test('is new, changed, unchanged, skipped or in error; blank ones stay as they are', async () => {
    const ledger = await testLedger()
    granted(await set(ledger, 'editor', 'NS-THU', 'adopted_plan', '3.504'))
    granted(await set(ledger, 'editor', 'NS-CHI', 'official', '10'))
    const given = await attempt(
      ledger,
      'cityEditor',
      header,
      ['Kinh tế', '', '', ''],
      ['NS-THU', '3.400,5', '3.504', '#DIV/0!'],
      ['Chi ngân sách', '', '', 12.5],
      ['NS-THU-THUE', { date: '2024-05-01' }, '75O', { error: '#N/A' }],
    )
    expect(await outcomes(given)).toEqual([
      [5, 'error', 'date', 'assigned_plan'],
      [5, 'error', 'letter_in_number', 'adopted_plan'],
      [4, 'changed', null, 'official'],
      [3, 'new', null, 'assigned_plan'],
      [3, 'skipped', 'formula_error', 'official'],
      [5, 'skipped', 'formula_error', 'official'],
      [2, 'skipped', 'no_figures', null],
      [3, 'unchanged', null, 'adopted_plan'],
    ])
    const { summary } = await previewed(given)
    expect(summary).toMatchObject({
      counts: { new: 1, changed: 1, unchanged: 1, skipped: 3, error: 2 },
      blank: 2,
      errorRows: 1,
      addedLines: 0,
      sheets: [{ unit: 'bac-tu-liem', year: 2024, state: 'draft', newFigures: 1, changedFigures: 1 }],
    })
  })

  test('is read in the unit above the table where its indicator is in a multiple of that, and nothing else says one', async () => {
    const ledger = await testLedger()
    const given = await attempt(
      ledger,
      'editor',
      ['Biểu 01', '', '', ''],
      ['Đơn vị tính: triệu đồng', '', '', ''],
      ['STT', 'Chỉ tiêu', 'ĐVT', 'Chính thức'],
      ['1.', 'NS-THU', '', '3.504.000'],
      ['2.', 'NS-CHI', 'tỷ đồng', '10,5'],
      ['3.', 'XH-VIEC-LAM', '', '6.100'],
    )
    const { groups } = await previewed(given)
    const read = groups.flat().map(({ indicator, outcome, after }) => [indicator, outcome, after?.value])
    expect(read).toEqual([
      ['NS-THU', 'new', 3504],
      ['NS-CHI', 'new', 10.5],
      ['XH-VIEC-LAM', 'new', 6100],
    ])
  })

  test('that stands twice in a file is an error on both rows', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', header, ['NS-THU', '', '1', ''], ['Thu ngân sách', '', '1', '5'])
    expect(await outcomes(given)).toEqual([
      [2, 'error', 'same_cell_twice', 'adopted_plan'],
      [3, 'error', 'same_cell_twice', 'adopted_plan'],
      [3, 'new', null, 'official'],
    ])
  })

  test('is read in the unit that its row names, and in the one style that the file has', async () => {
    const ledger = await testLedger()
    const given = await attempt(
      ledger,
      'editor',
      ['Chỉ tiêu', 'ĐVT', 'Đơn vị giao', 'Chính thức'],
      ['NS-THU', 'triệu đồng', '3.504.000', '3.593.500,5'],
      ['NS-CHI', 'tỷ đồng', '1.570', 'trên 14.000'],
    )
    await imported(given)
    expect(ledger.database.prepare('select kind, value, qualifier from figures order by value').all()).toEqual([
      { kind: 'adopted_plan', value: 1570, qualifier: 'exact' },
      { kind: 'adopted_plan', value: 3504, qualifier: 'exact' },
      { kind: 'official', value: 3593.5005, qualifier: 'exact' },
      { kind: 'official', value: 14000, qualifier: 'above' },
    ])
  })

  test('is read in the unit that its column names', async () => {
    const ledger = await testLedger()
    const given = await attempt(
      ledger,
      'editor',
      ['Chỉ tiêu', 'ĐVT', 'Đơn vị giao (phấn đấu)', 'Ước thực hiện (triệu đồng)', 'Chính thức (triệu đồng)'],
      ['NS-THU', '', '1', '3.593.500', 3_594_000],
      ['NS-CHI', 'tỷ đồng', '1', '3.593.500', ''],
      ['XH-VIEC-LAM', 'người', '1', '5', ''],
    )
    const diff = await previewed(given)
    expect(diff.groups.flat().map(({ row, kind, reason, after }) => [row, kind, reason, after?.value])).toEqual([
      [3, 'estimate', 'units_disagree', undefined],
      [2, 'estimate', null, 3593.5],
      [2, 'official', null, 3594],
      [4, 'estimate', null, 5],
    ])
  })

  test('of another year than the chosen one is no figure of this sheet', async () => {
    const ledger = await testLedger()
    const labels = ['Chỉ tiêu', 'Ước thực hiện 2023', 'KH quận giao 2023', 'KH quận giao 2024']
    const given = await attempt(ledger, 'cityEditor', labels, ['NS-THU', '3.593,5', '3.500', '3.504'])
    const kinds = async (year: number) =>
      (await previewed({ ...given, choices: { ...of2024, year, style: 'vi' } })).groups
        .flat()
        .map(({ kind, text }) => [kind, text])
    expect(await kinds(2024)).toEqual([['adopted_plan', '3.504']])
    expect(await kinds(2023)).toEqual([
      ['estimate', '3.593,5'],
      ['adopted_plan', '3.500'],
    ])
  })

  test('that says its stage in brackets is of that stage, or in error where both are there', async () => {
    const ledger = await testLedger()
    const labels = ['Chỉ tiêu', 'Chính thức', 'Sơ bộ']
    const given = await attempt(
      ledger,
      'editor',
      ...[labels, ['NS-THU', '3.593,5 (ước)', ''], ['NS-CHI', '5,5 (sơ bộ)', '6']],
      ['XH-VIEC-LAM', '5 (ước 11 tháng)', ''],
    )
    expect(await outcomes(given)).toEqual([
      [3, 'error', 'same_cell_twice', 'preliminary'],
      [3, 'error', 'same_cell_twice', 'preliminary'],
      [4, 'error', 'other_stage', 'official'],
      [2, 'new', null, 'estimate'],
    ])
  })

  test.each(['constructor', 'toString', '__proto__'])('%s is a name like any other', async (name) => {
    const ledger = await testLedger()
    const given = await attempt(
      ledger,
      'editor',
      ['Đơn vị', 'ĐVT', 'Chỉ tiêu', 'Chính thức'],
      [name, name, 'NS-THU', '1'],
      ['bac-tu-liem', name, name, '1'],
      ['bac-tu-liem', '', 'NS-THU', name],
    )
    expect((await outcomes(given)).map(([row, outcome]) => [row, outcome])).toEqual([
      [2, 'error'],
      [3, 'error'],
      [4, 'error'],
    ])
    expect((await previewed(given)).summary.unmatched).toMatchObject({
      units: [{ text: name }],
      indicators: [{ text: name }],
    })
  })

  test('in a row with an error is downloaded as Vietnamese Excel writes it', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', header, ['Lạ', 3504.5, { percent: 12.5 }, { date: '2024-05-12' }])
    const { errors } = await previewed(given)
    expect(errors.header).toEqual(header)
    expect(errors.rows.map(({ cells }) => cells)).toEqual([['Lạ', '3504,5', '12,5%', '12/05/2024']])
  })

  test('that is 1.000 times off its plan or the year before is remarked on, and may be written', async () => {
    const ledger = await testLedger()
    const year2023 = { ...of2024, year: 2023 }
    await imported({
      ...(await attempt(ledger, 'editor', header, ['NS-THU', '', '3.000,5', ''], ['NS-CHI', '', '', '1.500,5'])),
      choices: year2023,
    })
    const rows: Parameters<typeof tableOf> = [
      header,
      ['NS-THU', '', '3.504.000', '3.593.500'],
      ['NS-CHI', '', '1.570,5', '1,5705'],
      ['XH-VIEC-LAM', '', '100', '608'],
    ]
    const given = await attempt(ledger, 'editor', ...rows)
    const { summary } = await previewed(given)
    expect(summary.suspects).toEqual({
      count: 2,
      first: [
        { row: 2, kind: 'official', value: exactly(3_593_500), suggestion: exactly(3593.5) },
        { row: 3, kind: 'official', value: exactly(1.5705), suggestion: exactly(1570.5) },
      ],
    })
    expect(summary.counts).toMatchObject({ new: 6, error: 0 })
  })

  test('of a name that nobody has is matched by hand, and such a match is remembered for the next file', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', header, ['Tổng thu', '', '1', ''], ['Ghi chú', '', 'x', ''])
    expect((await previewed(given)).summary.unmatched.indicators).toEqual([
      { text: 'Tổng thu', rows: 1, several: false },
      { text: 'Ghi chú', rows: 1, several: false },
    ])
    const matched = { ...of2024, indicators: { 'Tổng thu': 'NS-THU', 'Ghi chú': null } }
    await imported({ ...given, choices: matched })
    expect(ledger.one('select value from figures')).toBe(1)
    const next = await attempt(ledger, 'editor', header, ['Tổng thu', '', '2', ''])
    expect(await outcomes(next)).toEqual([[2, 'changed', null, 'adopted_plan']])
    // It says so, until something else is chosen; of names that are not in the file it says nothing.
    const nothing = { units: {}, indicators: {} }
    expect((await previewed(next)).summary.remembered).toEqual({ ...nothing, indicators: { 'Tổng thu': 'NS-THU' } })
    const other = { ...next, choices: { ...of2024, indicators: { 'Tổng thu': 'NS-CHI' } } }
    expect((await previewed(other)).summary.remembered).toEqual(nothing)
    expect(await outcomes(other)).toEqual([[2, 'new', null, 'adopted_plan']])
    const colleague = await attempt(ledger, 'colleague', header, ['Tổng thu', '', '2', ''])
    expect(await outcomes(colleague)).toEqual([[2, 'error', 'unknown_indicator', null]])
  })

  test('under another definition than that of its line is an error', async () => {
    const ledger = await testLedger()
    granted(
      await ledger.as('administrator').write(saveIndicator, { ...revenue, newVersion: true, validFromYear: 2020 }),
    )
    const given = await attempt(
      ledger,
      'editor',
      ['indicator_code', 'indicator_version', 'official'],
      ['NS-THU', '2', '1'],
    )
    expect(await outcomes(given)).toEqual([[2, 'error', 'other_version', null]])
    // Without a version the line says which one is meant.
    const bare = await attempt(ledger, 'editor', ['indicator_code', 'official'], ['NS-THU', '1'])
    expect(await outcomes(bare)).toEqual([[2, 'new', null, 'official']])
  })
})

describe('what cannot be known is asked', () => {
  const questions = async (ledger: Ledger, ...rows: Parameters<typeof tableOf>) =>
    (await planImport(ledger.engine.reader, await ledger.person('editor'), tableOf(...rows), {})).questions

  test('the row of labels, the columns, the unit, the year, the style', async () => {
    const ledger = await testLedger()
    expect(await questions(ledger, ['a', 'b'], ['1', '2'])).toEqual([{ ask: 'header_row' }])
    expect(await questions(ledger, ['Chỉ tiêu', 'Năm'], ['NS-THU', '2024'])).toEqual([
      { ask: 'columns', missing: ['figures'] },
      { ask: 'unit' },
    ])
    expect(await questions(ledger, ['Chỉ tiêu', 'Chính thức'], ['NS-THU', '1.234'])).toEqual([
      { ask: 'unit' },
      { ask: 'year' },
      { ask: 'style', undecided: '1.234' },
    ])
  })

  test('the official Biểu: two rows of labels and one of numbers, groups, parts, results of the year before', async () => {
    const ledger = await testLedger()
    const given = await attempt(
      ledger,
      'cityEditor',
      ['', '', 'BIỂU SỐ 01', '', '', '', '', ''],
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện 2023', 'Kế hoạch 2024', '', 'Ước thực hiện 2024', 'So sánh (%)'],
      ['', '', '', '', 'Thành phố giao', 'Quận giao', '', 'KH Thành phố'],
      ['1', '2', '3', '4', '5', '6', '7', '8 = 7/5'],
      ['A', 'Ngân sách', '', '', '', '', '', ''],
      ['1', 'Thu ngân sách', 'tỷ đồng', '3.000,5', '3.400', '3.504', '3.593,5', '105,7'],
      ['', '– Thuế', 'tỷ đồng', '', '', '2.304', '', ''],
    )
    expect(await outcomes(given)).toEqual([
      [6, 'new', null, 'assigned_plan'],
      [6, 'new', null, 'adopted_plan'],
      [6, 'new', null, 'estimate'],
      [7, 'new', null, 'adopted_plan'],
      [5, 'skipped', 'no_figures', null],
    ])
  })
})

const quantities: fc.Arbitrary<Quantity> = (() => {
  const number = fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat({ max: 4 }))
    .map(([digits, places]) => Number(`${digits}e-${places}`))
    .map((value) => (value === 0 ? 0 : value))
  const words = fc
    .string({ unit: fc.constantFrom(..."aăđôoàệừ 59.,-–/()%'=+@"), minLength: 1, maxLength: 20 })
    .map((text) => text.normalize('NFC').trim())
    .filter((text) => text !== '')
  const note = fc.option(
    words.filter((text) => !/[()]/.test(text)),
    { nil: null, freq: 2 },
  )
  return fc.oneof(
    fc
      .tuple(number, fc.constantFrom(...qualifiers), note)
      .map(([value, qualifier, text]) => ({ ...exactly(value), qualifier, text })),
    fc
      .tuple(number, number)
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({ ...exactly(Math.min(a, b)), high: Math.max(a, b) })),
    fc
      .tuple(fc.nat({ max: 99 }), fc.integer({ min: 1, max: 99 }))
      .map(([value, denominator]) => ({ ...exactly(value), denominator })),
    words.map((text) => ({ ...exactly(0), value: null, text })),
  )
})()
const percents = quantities.filter(({ value, denominator }) => value !== null && denominator === null)
const verdicts = fc.constantFrom(...reportableVerdicts).map((text): Quantity => ({ ...exactly(0), value: null, text }))
const contents = { quantity: quantities, percent: percents, verdict: verdicts }
const cells = fc.array(
  fc.constantFrom(...figureKinds).chain((kind) =>
    fc.record({
      sheet: fc.constantFrom('bac-tu-liem 2024', 'nam-tu-liem 2022', 'nam-tu-liem 2023', 'ngo-quyen 2024'),
      indicator: fc.constantFrom('NS-THU', 'NS-THU-THUE', 'NS-CHI', 'XH-VIEC-LAM'),
      kind: fc.constant(kind),
      quantity: contents[figureKindTable[kind].content],
    }),
  ),
  { minLength: 1, maxLength: 40 },
)

/** The same rows as our workbooks have them: numbers and days are such, and text is not guarded. */
const asWorkbook = ({ rows }: FileTable): FileTable => ({
  worksheet: 'Số liệu',
  rows: rows.map((row, index) =>
    row.map((cell, column) => {
      const text = unguardText(String(cell))
      if (index === 0) return text
      if (rows[0]?.[column] === 'unit_valid_from') return { date: '2020-01-01' }
      const isFigure = figureKinds.some((kind) => kind === rows[0]?.[column])
      return isFigure && /^-?\d+(,\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text
    }),
  ),
})

describe('export → import', () => {
  const operator = (ledger: Ledger) => ensureSystemActor(ledger.engine, 'operator')

  /** A ledger with these figures; the lines that are needed are added in the order in which they come. */
  async function ledgerWith(all: typeof cells extends fc.Arbitrary<infer Cells> ? Cells : never): Promise<Ledger> {
    const ledger = await testLedger()
    const { write } = await import('#db/write.ts')
    const actor = await operator(ledger)
    const unique = new Map(all.map((cell) => [`${cell.sheet} ${cell.indicator} ${cell.kind}`, cell]))
    for (const [sheet, some] of Map.groupBy(unique.values(), (cell) => cell.sheet)) {
      const [unit = '', year = ''] = sheet.split(' ')
      const place = { unit, year: Number(year), key: nanoid() }
      await write(ledger.engine, openYear, actor, place)
      for (const indicator of [...new Set(some.map((cell) => cell.indicator)), 'KT-CO-CAU']) {
        const line = { inAssignedSet: year === '2022', inAdoptedSet: unit !== 'ngo-quyen', office: '-Phòng 1; 2' }
        await write(ledger.engine, addLine, actor, { ...place, key: nanoid(), indicator, ...line })
      }
      const changes = some.map(({ indicator, kind, quantity }) => ({
        ...{ indicator, kind, expectedVersion: null },
        quantity: figureText(kind, quantity, { valueType: 'amount' }, 'vi'),
      }))
      granted(await write(ledger.engine, setFigures, actor, { ...place, key: nanoid(), changes }))
    }
    return ledger
  }

  test.each(['data', 'excel-vi', 'workbook'] as const)(
    '%s: gives identical sheets, lines and figures',
    { timeout: 120_000 },
    async (layout) => {
      const written = layout === 'workbook' ? 'excel-vi' : layout
      const separator = layoutSeparator[written]
      await fc.assert(
        fc.asyncProperty(cells, async (all) => {
          const [source, copy] = [await ledgerWith(all), await testLedger()]
          const exported = await exportedTable(source.engine, await operator(source), written)
          const file = exported.rows.map((row) => csvRecord(row.map(String), separator)).join('')
          const texts = tableOf(...parse(file, { delimiter: separator }))
          const table = layout === 'workbook' ? asWorkbook(texts) : texts
          const { output } = await imported({ engine: copy.engine, actor: await operator(copy), table })
          expect(figuresIn(copy)).toEqual(figuresIn(source))
          expect(output.figures).toBe(source.one('select count(*) from figures'))
          // Once more it changes nothing.
          const again = await previewed({ engine: copy.engine, actor: await operator(copy), table })
          expect(again.summary.counts).toMatchObject({ new: 0, changed: 0, error: 0, unchanged: output.figures })
        }),
        { numRuns: 15 },
      )
    },
  )

  test('the published figures', async () => {
    const made = async () => {
      const database = openDatabase(':memory:')
      migrateDatabase(database)
      const ledger = await testLedger(database)
      await seedPublished(ledger.engine)
      return ledger
    }
    const [source, copy] = [await made(), await made()]
    const table = await exportedTable(source.engine, await operator(source), 'data')
    // The same catalogue, and nothing in it: what the triggers forbid is done where they are gone.
    for (const trigger of copy.database
      .prepare("select name from sqlite_master where type = 'trigger'")
      .pluck()
      .all()) {
      copy.database.exec(`drop trigger "${trigger}"`)
    }
    copy.database.pragma('foreign_keys = off')
    for (const name of ['figures', 'revisions', 'lines', 'statements', 'sheets'])
      copy.database.exec(`delete from ${name}`)
    copy.database.exec(
      copy.database.prepare('select 1').get()
        ? (source.database
            .prepare("select group_concat(sql, ';') from sqlite_master where type = 'trigger'")
            .pluck()
            .get() as string)
        : '',
    )
    await imported({ engine: copy.engine, actor: await operator(copy), table })
    expect(figuresIn(copy)).toEqual(figuresIn(source))
  })
})

describe('a commit', () => {
  const rows: Parameters<typeof tableOf> = [
    ['Chỉ tiêu', 'Đơn vị giao', 'Chính thức'],
    ['NS-THU', '3.504', '3.593,5'],
    ['XH-VIEC-LAM', '1.000', '996'],
  ]

  test('is one row of the journal that names the file, and adds the lines that are missing', async () => {
    const ledger = await testLedger()
    const before = ledger.journal().length
    const { id, output } = await imported(await attempt(ledger, 'editor', ...rows), { document: 'qd-1' })
    expect(output).toEqual({ figures: 4, lines: 1, sheets: 1 })
    // Handed in, chosen, committed.
    expect(ledger.journal()).toHaveLength(before + 3)
    const row = ledger.journal().at(-1)
    expect(row).toMatchObject({
      action: 'commit_import',
      actor_id: 'editor',
      sheet_id: ledger.one('select id from sheets'),
    })
    expect(JSON.parse(String(row?.detail))).toMatchObject({
      ...{ import: id, fileName: 'số liệu.csv', size: 1000, figures: 4, lines: 1 },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(ledger.one('select count(distinct journal_id) from revisions')).toBe(1)
    expect(ledger.one('select count(*) from figures where document_id is not null')).toBe(4)
    const added = ledger.database.prepare(`select number, in_assigned_set, in_adopted_set from lines
      join indicators on indicators.id = indicator_id where code = 'XH-VIEC-LAM'`)
    expect(added.get()).toEqual({ number: '3', in_assigned_set: 0, in_adopted_set: 1 })
    expect(ledger.one('select state from imports')).toBe('committed')
  })

  test('that is sent again has one effect, and another one of the same import is refused', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', ...rows)
    const id = await started(given)
    const key = nanoid()
    const { summary } = await previewed(given)
    const once = granted(await committing(given, id, { key, diff: summary.hash }))
    const contents = ledger.contents()
    expect(granted(await committing(given, id, { key, diff: summary.hash }))).toEqual(once)
    expect(refused(await committing(given, id))).toMatchObject({ code: 'closed', reason: 'import_committed' })
    expect(ledger.contents()).toEqual(contents)
  })

  test('of what the ledger holds already is refused: there is nothing to write', async () => {
    const ledger = await testLedger()
    await imported(await attempt(ledger, 'editor', ...rows))
    const again = await attempt(ledger, 'editor', ...rows)
    const id = await started(again)
    await expectRefused(ledger, () => committing(again, id), { code: 'invalid', reason: 'nothing_to_import' })
  })

  test('writes what the preview showed, or nothing', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', ...rows)
    const id = await started(given)
    const { summary } = await previewed(given)
    expect((await previewed(given)).summary).toEqual(summary)
    granted(await set(ledger, 'colleague', 'NS-THU', 'adopted_plan', '1'))
    await expectRefused(ledger, () => committing(given, id, { diff: summary.hash }), {
      code: 'conflict',
      reason: 'diff_changed',
    })
  })

  test('is planned anew where somebody writes on its sheet in between, and refused then', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', ...rows)
    const id = await started(given)
    const raced = {
      ...given,
      engine: overtaken(ledger.engine, () => set(ledger, 'colleague', 'NS-THU', 'estimate', '1')),
    }
    // Another cell of the sheet: the difference is the same, and lands.
    granted(await committing(raced, id))
    const next = await attempt(ledger, 'editor', ...rows.slice(0, 1), ['NS-CHI', '5', ''])
    const other = await started(next)
    const write = () => set(ledger, 'colleague', 'NS-CHI', 'adopted_plan', '4')
    const result = await committing({ ...next, engine: overtaken(ledger.engine, write) }, other)
    expect(refused(result)).toMatchObject({ code: 'conflict', reason: 'diff_changed' })
  })

  test('is not held up by what others only look at, take away or hand in', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', ...rows)
    const id = await started(given)
    let planned = 0
    const quiet = async () => {
      await started(await attempt(ledger, 'colleague', ...rows))
      granted(await ledger.as('colleague').write(exportFigures, { unit: 'bac-tu-liem', year: '2024', layout: 'data' }))
    }
    const engine = overtaken(ledger.engine, quiet)
    const counted = {
      ...engine,
      commit: (statements: Parameters<typeof engine.commit>[0]) => {
        planned += 1
        return engine.commit(statements)
      },
    }
    granted(await committing({ ...given, engine: counted }, id))
    expect(planned).toBe(1)
  })

  test('brings a line back in the sets that the file says, and shows the figures that come with it', async () => {
    const ledger = await testLedger()
    const jobs = { ...of2024, indicator: 'XH-VIEC-LAM' }
    granted(
      await ledger
        .as('editor')
        .write(addLine, { ...jobs, inAssignedSet: true, inAdoptedSet: false, office: 'Phòng Nội vụ' }),
    )
    granted(await set(ledger, 'editor', 'XH-VIEC-LAM', 'estimate', '1.234,5'))
    granted(await ledger.as('editor').write(endLine, { ...jobs, reason: 'Không giao' }))
    const header = ['indicator_code', 'in_adopted_set', 'official']
    const given = await attempt(ledger, 'editor', header, ['XH-VIEC-LAM', 'true', '1'])
    expect((await previewed(given)).groups.flat()).toMatchObject([
      { row: 2, kind: 'official', outcome: 'new' },
      // Not in the file, and in force again with the line.
      { row: 2, kind: 'estimate', outcome: 'skipped', reason: 'comes_back', after: { value: 1234.5 } },
    ])
    await imported(given)
    const back = ledger.database.prepare(`select in_assigned_set, in_adopted_set, office, ended_at from lines
      join indicators on indicators.id = indicator_id where code = 'XH-VIEC-LAM'`)
    expect(back.get()).toEqual({ in_assigned_set: 1, in_adopted_set: 1, office: 'Phòng Nội vụ', ended_at: null })
  })

  test('is planned anew where the sheet is another one in between', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', ...rows.slice(0, 2))
    const id = await started(given)
    const submit = () => ledger.as('colleague').write(moveSheet.submit, of2024)
    const result = await committing({ ...given, engine: overtaken(ledger.engine, submit) }, id)
    // As a draft it would have taken the same figures without a reason.
    expect(refused(result)).toMatchObject({ code: 'conflict', reason: 'diff_changed' })
    expect(ledger.one('select count(*) from figures')).toBe(0)
  })

  test('keeps the note of a figure that it changes', async () => {
    const ledger = await testLedger()
    const noted = { indicator: 'NS-THU', kind: 'adopted_plan', quantity: '1', note: 'Tạm giao', expectedVersion: null }
    granted(await ledger.as('editor').write(setFigures, { ...of2024, changes: [noted] }))
    await imported(await attempt(ledger, 'editor', ...rows))
    expect(ledger.database.prepare('select value, note from figures where note is not null').all()).toEqual([
      { value: 3504, note: 'Tạm giao' },
    ])
  })

  test('holds where the right that it rests on has ended in between', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', ...rows)
    const id = await started(given)
    const dismiss = () => ledger.as('administrator').write(endGrant, { grant: 'grant of editor' })
    const result = await committing({ ...given, engine: overtaken(ledger.engine, dismiss) }, id)
    expect(refused(result).code).toBe('not_found')
    expect(ledger.one('select count(*) from figures')).toBe(0)
  })

  test('with errors needs a word that they stay out', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', ...rows, ['NS-CHI', '75O', '5'])
    const id = await started(given)
    await expectRefused(ledger, () => committing(given, id), {
      code: 'invalid',
      problems: [{ path: 'withoutErrors', reason: 'has_errors' }],
    })
    expect(granted(await committing(given, id, { withoutErrors: true }))).toMatchObject({ figures: 5 })
  })

  test('corrects a submitted sheet with a reason, and adds no line to it', async () => {
    const ledger = await testLedger()
    granted(await set(ledger, 'editor', 'NS-THU', 'adopted_plan', '3.500'))
    granted(await ledger.as('editor').write(moveSheet.submit, of2024))
    const given = await attempt(ledger, 'editor', ...rows)
    expect(await outcomes(given)).toEqual([
      [3, 'error', 'line_needs_draft', 'adopted_plan'],
      [3, 'error', 'line_needs_draft', 'official'],
      [2, 'changed', null, 'adopted_plan'],
      [2, 'new', null, 'official'],
    ])
    const id = await started(given)
    const withoutErrors = true
    await expectRefused(ledger, () => committing(given, id, { withoutErrors }), {
      code: 'invalid',
      problems: [{ path: 'reason', reason: 'reason_required' }],
    })
    granted(await committing(given, id, { withoutErrors, reason: 'Số chính thức' }))
    expect(ledger.journal().at(-1)).toMatchObject({ reason: 'Số chính thức' })
    expect(
      ledger.database.prepare('select kind, change from revisions where version > 1 or kind = ?').all('official'),
    ).toEqual([
      { kind: 'adopted_plan', change: 'correction' },
      { kind: 'official', change: 'entry' },
    ])
  })

  test('adds no line with a number or an office that is none', async () => {
    const ledger = await testLedger()
    const header = ['Chỉ tiêu', 'STT', 'Đơn vị phụ trách', 'Chính thức']
    const link = '=HYPERLINK("http://a.example")'
    const given = await attempt(ledger, 'editor', header, ['XH-VIEC-LAM', link, '', '1'], ['NS-CHI', link, '', '2'])
    expect(await outcomes(given)).toEqual([
      [2, 'error', 'bad_line_number', 'official'],
      // Its line is there, and keeps its number.
      [3, 'new', null, 'official'],
    ])
    const long = await attempt(ledger, 'editor', header, ['XH-VIEC-LAM', '9', 'x'.repeat(201), '1'])
    expect(await outcomes(long)).toEqual([[2, 'error', 'bad_line_office', 'official']])
  })

  test.each([
    ['a)', 'a'],
    ['(1)', '1'],
    ['5.', '5'],
    ['IV.', 'IV'],
    [2.1, '2.1'],
  ])('gives a line with %j in front of it the number %s', async (text, number) => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', ['STT', 'Chỉ tiêu', 'Chính thức'], [text, 'XH-VIEC-LAM', 1])
    const { writes } = await previewed(given)
    expect(writes[0]?.added[0]?.first.number).toBe(number)
  })

  test('gives a line that only a dash sets off the next number', async () => {
    const ledger = await testLedger()
    await imported(await attempt(ledger, 'editor', ['STT', 'Chỉ tiêu', 'Chính thức'], ['-', 'XH-VIEC-LAM', 1]))
    const query = `select number from lines join indicators on indicators.id = indicator_id where code = 'XH-VIEC-LAM'`
    expect(ledger.database.prepare(query).pluck().get()).toMatch(/^\d+$/)
  })

  test('gives no number twice', async () => {
    const ledger = await testLedger()
    const header = ['Chỉ tiêu', 'STT', 'Chính thức']
    const lines = [
      ['XH-VIEC-LAM', '1.2', '1'],
      // The next part below 1, where 1.1 is, would be 1.2.
      ['NS-THU-DAT', '', '2'],
    ]
    await imported(await attempt(ledger, 'editor', header, ...lines))
    const numbers = ledger.database.prepare('select number from lines order by number').pluck().all()
    expect(numbers).toEqual(['1', '1.1', '1.2', '1.3', '2'])
  })

  test('adjusts plans by a document', async () => {
    const ledger = await testLedger()
    granted(await set(ledger, 'editor', 'NS-THU', 'adopted_plan', '3.500'))
    const given = await attempt(ledger, 'editor', ...rows)
    const id = await started(given)
    await expectRefused(ledger, () => committing(given, id, { adjustment: true }), {
      problems: [{ path: 'document', reason: 'document_required' }],
    })
    granted(await committing(given, id, { adjustment: true, document: 'qd-1' }))
    expect(ledger.one("select count(*) from revisions where change = 'adjustment'")).toBe(1)
  })
})

describe('rights', () => {
  const rows: Parameters<typeof tableOf> = [
    ['unit', 'year', 'indicator_code', 'assigned_plan', 'adopted_plan'],
    ['bac-tu-liem', '2024', 'NS-THU', '1', '2'],
    ['nam-tu-liem', '2024', 'NS-THU', '3', '4'],
    ['ngo-quyen', '2024', 'NS-THU', '5', '6'],
  ]
  const by = async (who: Person) => {
    const ledger = await testLedger()
    return outcomes({ ...(await attempt(ledger, who, ...rows)), choices: {} })
  }

  test('of each cell are those of typing it', async () => {
    expect(await by('editor')).toEqual([
      [3, 'error', 'unknown_unit', null],
      [4, 'error', 'unknown_unit', null],
      [2, 'error', 'write_assigned_plan', 'assigned_plan'],
      [2, 'new', null, 'adopted_plan'],
    ])
    expect(await by('cityEditor')).toEqual([
      [4, 'error', 'unknown_unit', null],
      [2, 'new', null, 'assigned_plan'],
      [2, 'new', null, 'adopted_plan'],
      [3, 'new', null, 'assigned_plan'],
      [3, 'new', null, 'adopted_plan'],
    ])
    // Its own assigned plan, because it records that itself.
    expect((await by('ngoQuyenEditor')).slice(2)).toEqual([
      [4, 'new', null, 'assigned_plan'],
      [4, 'new', null, 'adopted_plan'],
    ])
    expect((await by('viewer')).map(([, outcome]) => outcome)).toEqual(['error', 'error', 'error', 'error', 'error'])
  })

  test('of one unit add no line to another, and open no year of it', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('cityEditor').write(openYear, { unit: 'nam-tu-liem', year: 2024 }))
    ledger.database.exec(`insert into grants (id, user_id, role, unit_id, granted_at)
      select 'second', 'viewer', 'editor', id, '2024-01-01T00:00:00.000Z' from units where slug = 'bac-tu-liem'`)
    const listed: Parameters<typeof tableOf> = [
      ['unit', 'year', 'indicator_code', 'in_adopted_set', 'official'],
      ['bac-tu-liem', '2024', 'XH-VIEC-LAM', 'true', '1'],
      ['nam-tu-liem', '2024', 'XH-VIEC-LAM', 'true', ''],
      ['nam-tu-liem', '2023', 'XH-VIEC-LAM', 'true', ''],
    ]
    expect(await outcomes({ ...(await attempt(ledger, 'viewer', ...listed)), choices: {} })).toEqual([
      [3, 'error', 'edit_lines', null],
      [4, 'error', 'open_year', null],
      [2, 'new', null, 'official'],
    ])
  })

  test('open no year in which the unit or the indicator is not', async () => {
    const ledger = await testLedger()
    const later = { ...revenue, newVersion: true, validFromYear: 2025 }
    granted(await ledger.as('administrator').write(saveIndicator, later))
    const early = await attempt(
      ledger,
      'cityEditor',
      ['unit', 'year', 'indicator_code', 'indicator_version', 'official'],
      ['nam-tu-liem', '2026', 'NS-CHI', '1', '1'],
      ['bac-tu-liem', '2024', 'NS-THU', '2', '1'],
    )
    expect(await outcomes({ ...early, choices: {} })).toEqual([
      [2, 'error', 'unit_not_valid', 'official'],
      [3, 'error', 'not_in_year', null],
    ])
  })

  const simple: Parameters<typeof tableOf> = [
    ['Chỉ tiêu', 'Chính thức'],
    ['NS-THU', '5'],
  ]

  test('a viewer may not even begin, and an import is nobody else’s', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', ...rows)
    await expect(started({ ...given, actor: await ledger.person('viewer') })).rejects.toThrow('forbidden')
    const id = await started(given)
    const discarded = await ledger.as('colleague').write(discardImport, { import: id })
    expect(refused(discarded)).toMatchObject({ code: 'not_found' })
    granted(await ledger.as('editor').write(discardImport, { import: id }))
    expect(refused(await committing({ ...given, choices: {} }, id, { withoutErrors: true }))).toMatchObject({
      ...{ code: 'closed', reason: 'import_discarded' },
    })
    const gone = { code: 'closed', reason: 'import_discarded' } as const
    await expectRefused(ledger, () => ledger.as('editor').write(chooseImport, { import: id, choices: {} }), gone)
    await expectRefused(ledger, () => ledger.as('editor').write(discardImport, { import: id }), gone)
  })

  test('are asked for at every step: whose right to import ended goes no further', async () => {
    const ledger = await testLedger()
    const { id: committed } = await imported(await attempt(ledger, 'editor', ...simple))
    const next = await attempt(ledger, 'editor', ...simple.slice(0, 1), ['NS-CHI', '7'])
    const open = await started(next)
    granted(await ledger.as('administrator').write(endGrant, { grant: 'grant of editor' }))
    const reads = { username: 'editor', role: 'viewer', unit: 'bac-tu-liem' }
    granted(await ledger.as('administrator').write(grantRole, reads))
    const file = { fileName: 'x.csv', sha256: 'a'.repeat(64), size: 1 }
    const actor = await ledger.person('editor')
    const steps = [
      () => ledger.as('editor').write(startImport, file),
      () => ledger.as('editor').write(chooseImport, { import: open, choices: of2024 }),
      () => committing({ ...next, actor }, open),
      () => ledger.as('editor').write(discardImport, { import: open }),
      () => ledger.as('editor').write(undoImport, { import: committed }),
    ]
    for (const step of steps) await expectRefused(ledger, step, { code: 'forbidden', reason: 'import_figures' })
  })

  test('to write are those that still stand, though who they were a moment ago had more, and another one lets them in', async () => {
    const both = [...rows.slice(0, 2), ['ngo-quyen', '2024', 'NS-THU', '3', '4']]
    const ledger = await testLedger()
    const more = { username: 'cityeditor', role: 'editor', unit: 'hai-phong' }
    const grant = async () => granted(await ledger.as('administrator').write(grantRole, more))
    const end = async (one: { grant: string }) => granted(await ledger.as('administrator').write(endGrant, one))
    const given = async () => ({ ...(await attempt(ledger, 'cityEditor', ...both)), choices: {} })

    const first = await grant()
    const earlier = await given()
    const id = await started(earlier)
    await end(first)
    expect(refused(await committing(earlier, id))).toMatchObject({ code: 'conflict', reason: 'diff_changed' })
    expect(ledger.one('select count(*) from figures')).toBe(0)

    const second = await grant()
    const later = await given()
    const { id: committed } = await imported(later)
    await end(second)
    const undone = await write(ledger.engine, undoImport, later.actor, { key: nanoid(), import: committed })
    expect(refused(undone)).toMatchObject({ code: 'forbidden', reason: 'write_assigned_plan' })
  })

  test('a person has twenty open imports at most: another one takes the place of the oldest', async () => {
    const ledger = await testLedger()
    const given = await attempt(ledger, 'editor', ...rows)
    const others = await started({ ...given, actor: await ledger.person('colleague') })
    const ids: string[] = []
    for (let more = 0; more < 21; more += 1) {
      ids.push(await started({ engine: given.engine, actor: given.actor, table: given.table }))
      await setTimeout(2)
    }
    const discarded = ledger.database.prepare("select id from imports where state = 'discarded'").pluck()
    expect(discarded.all()).toEqual([ids[0]])
    expect(ledger.one('select state from imports where id = ?', others)).toBe('open')
  })

  test('a closed sheet takes nothing but what it holds', async () => {
    const ledger = await testLedger()
    granted(await set(ledger, 'editor', 'NS-THU', 'adopted_plan', '2'))
    granted(await ledger.as('editor').write(moveSheet.submit, of2024))
    granted(await ledger.as('approver').write(moveSheet.approve, of2024))
    const given = await attempt(ledger, 'cityEditor', ...rows.slice(0, 2))
    expect(await outcomes({ ...given, choices: {} })).toEqual([
      [2, 'error', 'sheet_approved', 'assigned_plan'],
      [2, 'unchanged', null, 'adopted_plan'],
    ])
  })
})

describe('an undo', () => {
  /** The sheet that stands empty after it. */
  const emptied = { unit: 'nam-tu-liem', year: 2024 }
  const rows: Parameters<typeof tableOf> = [
    ['unit', 'year', 'indicator_code', 'assigned_plan', 'adopted_plan', 'official'],
    ['bac-tu-liem', '2024', 'NS-THU', '1', '2', '>3'],
    ['bac-tu-liem', '2024', 'XH-VIEC-LAM', '', '7', ''],
    ['nam-tu-liem', '2024', 'NS-THU', '3', '4', ''],
  ]

  test('restores exactly what was there, and the journal shows both', async () => {
    const ledger = await testLedger()
    const changes = [
      { indicator: 'NS-THU', kind: 'adopted_plan', quantity: 'trên 3.504', note: 'Ghi chú', expectedVersion: null },
    ]
    granted(await ledger.as('editor').write(setFigures, { ...of2024, changes, document: 'qd-1' }))
    const [figures, lines] = [hashOfFigures(ledger), figuresIn(ledger)]
    const { id } = await imported({ ...(await attempt(ledger, 'cityEditor', ...rows)), choices: {} })
    expect(hashOfFigures(ledger)).not.toBe(figures)
    const undone = granted(await ledger.as('cityEditor').write(undoImport, { import: id }))
    expect(undone).toEqual({ figures: 6, lines: 2 })
    expect(hashOfFigures(ledger)).toBe(figures)
    expect(figuresIn(ledger)).toEqual(lines)
    expect(ledger.one('select count(*) from sheets where year = 2024')).toBe(2)
    expect(
      ledger
        .journal()
        .map(({ action }) => action)
        .slice(-2),
    ).toEqual(['commit_import', 'undo_import'])
    const again = await ledger.as('cityEditor').write(undoImport, { import: id })
    expect(refused(again)).toMatchObject({ code: 'closed', reason: 'import_undone' })
    // And the same file may come again: the ended lines come back.
    await imported({ ...(await attempt(ledger, 'cityEditor', ...rows)), choices: {} })
    expect(
      ledger.one(
        'select count(*) from lines where ended_at is null and sheet_id in (select id from sheets where year = 2024)',
      ),
    ).toBe(5)
  })

  test('is refused where a figure changed since, and names it', async () => {
    const ledger = await testLedger()
    const { id } = await imported({ ...(await attempt(ledger, 'cityEditor', ...rows)), choices: {} })
    const changes = [{ indicator: 'NS-THU', kind: 'official', quantity: '5', expectedVersion: 1 }]
    granted(await ledger.as('colleague').write(setFigures, { ...of2024, changes }))
    // A figure of a line that the import added: it would go with the line.
    granted(await set(ledger, 'editor', 'XH-VIEC-LAM', 'estimate', '9'))
    const since = { unit: 'bac-tu-liem', year: 2024, at: expect.any(String) }
    await expectRefused(ledger, () => ledger.as('cityEditor').write(undoImport, { import: id }), {
      code: 'conflict',
      reason: 'import_changed_since',
      detail: {
        count: 2,
        changed: expect.arrayContaining([
          { ...since, indicator: 'NS-THU', kind: 'official', by: 'Người colleague' },
          { ...since, indicator: 'XH-VIEC-LAM', kind: 'estimate', by: 'Người editor' },
        ]),
      },
    })
  })

  test('is refused where a colleague wrote on a line that it brought back', async () => {
    const ledger = await testLedger()
    const jobs = { ...of2024, indicator: 'XH-VIEC-LAM' }
    granted(await ledger.as('editor').write(addLine, { ...jobs, inAssignedSet: true, inAdoptedSet: true }))
    granted(await set(ledger, 'editor', 'XH-VIEC-LAM', 'official', '4'))
    granted(await ledger.as('editor').write(endLine, { ...jobs, reason: 'Không giao' }))
    const { id } = await imported({ ...(await attempt(ledger, 'cityEditor', ...rows)), choices: {} })
    granted(await set(ledger, 'colleague', 'XH-VIEC-LAM', 'estimate', '9'))
    const by = { unit: 'bac-tu-liem', year: 2024, indicator: 'XH-VIEC-LAM', by: 'Người colleague' }
    await expectRefused(ledger, () => ledger.as('cityEditor').write(undoImport, { import: id }), {
      ...{ code: 'conflict', reason: 'import_changed_since' },
      // Not the official figure: it was there before.
      detail: { count: 1, changed: [{ ...by, kind: 'estimate', at: expect.any(String) }] },
    })
  })

  test('is refused where a line that it added was marked or ended since', async () => {
    const jobs = { ...of2024, indicator: 'XH-VIEC-LAM' }
    const marks = { ...jobs, seen: { inAssignedSet: false, inAdoptedSet: true, office: '' } }
    const changes = [
      (ledger: Ledger) => ledger.as('editor').write(endLine, { ...jobs, reason: 'Không giao' }),
      (ledger: Ledger) => ledger.as('editor').write(markLine, { ...marks, inAssignedSet: true, inAdoptedSet: true }),
    ]
    for (const change of changes) {
      const ledger = await testLedger()
      const { id } = await imported({ ...(await attempt(ledger, 'cityEditor', ...rows)), choices: {} })
      granted(await change(ledger))
      await expectRefused(ledger, () => ledger.as('cityEditor').write(undoImport, { import: id }), {
        code: 'conflict',
        detail: { count: 1, changed: [{ kind: null, indicator: 'XH-VIEC-LAM', by: 'Người editor' }] },
      })
    }
  })

  test('holds where somebody writes on its line in between, and takes no line off a submitted sheet', async () => {
    const ledger = await testLedger()
    const given = { ...(await attempt(ledger, 'cityEditor', ...rows)), choices: {} }
    const { id } = await imported(given)
    const estimate = () => set(ledger, 'colleague', 'XH-VIEC-LAM', 'estimate', '9')
    const raced = await ledger.as('cityEditor', overtaken(ledger.engine, estimate)).write(undoImport, { import: id })
    expect(refused(raced)).toMatchObject({ code: 'conflict', reason: 'import_changed_since', detail: { count: 1 } })

    const other = await testLedger()
    const second = await imported({ ...given, engine: other.engine, actor: await other.person('cityEditor') })
    granted(await other.as('editor').write(moveSheet.submit, of2024))
    const undo = () => other.as('cityEditor').write(undoImport, { import: second.id, reason: 'Sai tệp' })
    await expectRefused(other, undo, { code: 'closed', reason: 'sheet_submitted' })
  })

  test('leaves no step of a plan behind', async () => {
    const ledger = await testLedger()
    granted(await set(ledger, 'editor', 'NS-THU', 'adopted_plan', '90'))
    const adjustment = { kind: 'adopted_plan', indicator: 'NS-THU', quantity: '100', expectedVersion: 1 }
    const how = { ...of2024, change: 'adjustment', document: 'qd-1', reason: 'Giao lại' }
    granted(await ledger.as('editor').write(setFigures, { ...how, changes: [adjustment] }))
    const plan = async () => {
      const read = await getUnitSheet(ledger.engine.reader, await ledger.person('editor'), of2024.unit, of2024.year)
      return read?.lines.find(({ indicator }) => indicator.code === 'NS-THU')?.figures.adopted_plan
    }
    const before = await plan()
    expect(before?.steps).toHaveLength(2)
    const given = await attempt(ledger, 'editor', ['Chỉ tiêu', 'Đơn vị giao'], ['NS-THU', '120'])
    const { id } = await imported(given, { adjustment: true, document: 'qd-1' })
    expect((await plan())?.steps).toHaveLength(3)
    granted(await ledger.as('editor').write(undoImport, { import: id }))
    expect(await plan()).toMatchObject({ quantity: before?.quantity, document: before?.document, steps: before?.steps })
  })

  test('leaves a year that it opened to be opened', async () => {
    const ledger = await testLedger()
    const line = { unit: 'nam-tu-liem', year: 2023, inAssignedSet: true, inAdoptedSet: true }
    granted(await ledger.as('cityEditor').write(openYear, { unit: 'nam-tu-liem', year: 2023 }))
    for (const indicator of ['NS-THU', 'NS-CHI']) {
      granted(await ledger.as('cityEditor').write(addLine, { ...line, indicator }))
    }
    const { id } = await imported({ ...(await attempt(ledger, 'cityEditor', ...rows)), choices: {} })
    const open = () => ledger.as('cityEditor').write(openYear, { unit: 'nam-tu-liem', year: 2024 })
    expect(refused(await open())).toMatchObject({ code: 'taken', reason: 'year_open' })
    granted(await ledger.as('cityEditor').write(undoImport, { import: id }))
    expect(granted(await open())).toEqual({ year: 2024, lines: 2 })
    expect(refused(await open())).toMatchObject({ code: 'taken', reason: 'year_open' })
    const live = ledger.database.prepare(`select indicators.code, in_assigned_set from lines
      join indicators on indicators.id = indicator_id join sheets on sheets.id = sheet_id
      join units on units.id = unit_id where slug = 'nam-tu-liem' and year = 2024 and ended_at is null order by indicators.code`)
    expect(live.all()).toEqual([
      { code: 'NS-CHI', in_assigned_set: 1 },
      { code: 'NS-THU', in_assigned_set: 1 },
    ])
    expect(ledger.one('select count(*) from figures where qualifier is not null')).toBe(0)
  })

  test.each([
    [
      'a line that somebody adds',
      (ledger: Ledger) =>
        ledger
          .as('cityEditor')
          .write(addLine, { ...emptied, indicator: 'NS-CHI', inAssignedSet: true, inAdoptedSet: true }),
    ],
    [
      'its end as a draft',
      async ({ database }: Ledger) =>
        database.exec(`update sheets set state = 'submitted'
          where year = 2024 and unit_id = (select id from units where slug = 'nam-tu-liem')`),
    ],
  ])('leaves a year that is not opened over %s in between', async (_what, meanwhile) => {
    const ledger = await testLedger()
    const line = { unit: 'nam-tu-liem', year: 2023, inAssignedSet: true, inAdoptedSet: true }
    granted(await ledger.as('cityEditor').write(openYear, { unit: 'nam-tu-liem', year: 2023 }))
    granted(await ledger.as('cityEditor').write(addLine, { ...line, indicator: 'NS-THU' }))
    const { id } = await imported({ ...(await attempt(ledger, 'cityEditor', ...rows)), choices: {} })
    granted(await ledger.as('cityEditor').write(undoImport, { import: id }))
    const engine = overtaken(ledger.engine, () => meanwhile(ledger))
    const opened = await ledger.as('cityEditor', engine).write(openYear, emptied)
    expect(refused(opened)).toMatchObject({ code: 'taken', reason: 'year_open' })
  })

  test('leaves a year that is open already where no earlier one has lines to take over', async () => {
    const ledger = await testLedger()
    const { id } = await imported({ ...(await attempt(ledger, 'cityEditor', ...rows)), choices: {} })
    granted(await ledger.as('cityEditor').write(undoImport, { import: id }))
    const open = () => ledger.as('cityEditor').write(openYear, emptied)
    await expectRefused(ledger, open, { code: 'taken', reason: 'year_open' })
  })

  test('over several sheets is told of on each: to an open page, and in its journal', async () => {
    const ledger = await testLedger()
    const { reader } = ledger.engine
    const changes = async (since: number) =>
      getSheetChanges(reader, await ledger.person('editor'), { ...of2024, since })
    const page = async () => (await getUnitSheet(reader, await ledger.person('editor'), of2024.unit, 2024))?.seq ?? 0
    const ofSheet = async () => {
      const actions: string[] = []
      for await (const some of exportJournal(reader, of2024)) actions.push(...some.map(({ action }) => action))
      return actions.slice(-2)
    }
    let since = await page()
    const { id } = await imported({ ...(await attempt(ledger, 'cityEditor', ...rows)), choices: {} })
    expect(await changes(since)).toMatchObject({ page: true })
    since = await page()
    expect(await changes(since)).toEqual({ seq: since, page: false, figures: [] })
    granted(await ledger.as('cityEditor').write(undoImport, { import: id }))
    expect(await changes(since)).toMatchObject({ page: true })
    expect(await ofSheet()).toEqual(['commit_import', 'undo_import'])
  })

  test('is refused where a sheet is closed since, and of a submitted one without a reason', async () => {
    const ledger = await testLedger()
    const given = { ...(await attempt(ledger, 'cityEditor', ...rows.slice(0, 2))), choices: {} }
    const { id } = await imported(given)
    const undo = (more: object = {}) => ledger.as('cityEditor').write(undoImport, { import: id, ...more })
    granted(await ledger.as('editor').write(moveSheet.submit, of2024))
    await expectRefused(ledger, undo, { code: 'invalid', problems: [{ path: 'reason', reason: 'reason_required' }] })
    granted(await ledger.as('approver').write(moveSheet.approve, of2024))
    await expectRefused(ledger, undo, { code: 'closed', reason: 'sheet_approved' })
    granted(await ledger.as('approver').write(moveSheet.reopen, { ...of2024, comment: 'Sai tệp' }))
    granted(await undo({ reason: 'Sai tệp' }))
    expect(ledger.one('select count(*) from figures where qualifier is not null')).toBe(0)
  })
})

describe('the ledger itself keeps', () => {
  test('the triggers of imports, after every migration', () => {
    const database = openDatabase(':memory:')
    migrateDatabase(database)
    const triggers = database.prepare(
      "select name from sqlite_master where type = 'trigger' and name like 'import%' order by name",
    )
    const appendOnly = ['new_rows_only', 'no_delete', 'no_update', 'rowid']
    expect(triggers.pluck().all()).toEqual([
      ...appendOnly.map((what) => `import_lines_${what}`),
      ...appendOnly.map((what) => `import_sheets_${what}`),
      ...['go_forward', 'new_rows_only', 'no_delete', 'rowid', 'stay_themselves'].map((what) => `imports_${what}`),
    ])
  })

  test('an import from being another file, going back or away', async () => {
    const ledger = await testLedger()
    const rows = [
      ['Chỉ tiêu', 'Chính thức'],
      ['XH-VIEC-LAM', '5'],
    ]
    await imported(await attempt(ledger, 'editor', ...rows))
    await started(await attempt(ledger, 'colleague', ...rows))
    const refusals: [sql: string, why: RegExp][] = [
      ["update imports set sha256 = 'x' where state = 'open'", /another file/],
      ["update imports set state = 'open', committed_id = null", /not the next state/],
      ["update imports set state = 'undone'", /not the next state/],
      ['update imports set committed_id = (select id from journal limit 1)', /not the next state/],
      ['delete from imports', /never deleted/],
      ['insert or replace into imports select * from imports', /never replaced/],
      ['update import_sheets set opened = 1', /append-only/],
      ['delete from import_sheets', /append-only/],
      ['insert or replace into import_sheets select * from import_sheets', /append-only/],
      ["update import_lines set ended_at = 'x'", /append-only/],
      ['delete from import_lines', /append-only/],
      // A row that takes a number for itself could come before those that are there.
      [
        `insert into imports (rowid, id, user_id, file_name, sha256, size, at, choices, state)
          select -1, 'other', user_id, file_name, sha256, size, at, choices, 'open' from imports limit 1`,
        /never replaced/,
      ],
      [
        `insert into import_sheets (rowid, import_id, sheet_id, opened)
          select -1, imports.id, sheets.id, 0 from imports, sheets where imports.state = 'open' limit 1`,
        /append-only/,
      ],
      [
        `insert into import_lines (rowid, import_id, line_id)
          select -1, imports.id, lines.id from imports, lines where imports.state = 'open' limit 1`,
        /append-only/,
      ],
      ['insert or replace into import_lines select * from import_lines', /append-only/],
    ]
    for (const [sql, why] of refusals) expect(() => ledger.database.exec(sql), sql).toThrow(why)
  })
})
