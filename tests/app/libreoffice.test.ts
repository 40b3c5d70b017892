/**
 * The published figures in every layout, opened by LibreOffice and written out again: the same numbers and text. Runs
 * where `soffice` is installed, and is skipped, by name, where it is not.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { vietnamese } from '#app/_cli/vietnamese.ts'
import { figureRows, type Taker } from '#app/_export/figure-rows.ts'
import { figuresFile } from '#app/_export/figures-file.ts'
import { dayOf } from '#app/_export/handed-out.ts'
import { workbook } from '#app/_export/workbook.ts'
import { bieuForm } from '#components/print/bieu-form.ts'
import { overviewRow } from '#components/print/overview-form.ts'
import { sheetRows } from '#components/table/sheet-rows.ts'
import { planKindsOf, wordsOf } from '#components/table/words.ts'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { seedPublished } from '#db/seed/seed-published.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { byteOrderMark, csvRecord } from '#domain/csv.ts'
import { csvWriters, type WorkbookCell, workbookWriter } from '#domain/export-cells.ts'
import { exportCells, exportHeader } from '#domain/export-columns.ts'
import type { AskedExport } from '#domain/inputs/export-figures.ts'
import { exactly } from '#domain/quantity.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const installed = spawnSync('soffice', ['--version']).status === 0
const folder = temporaryFolder('libreoffice')
const at = new Date('2026-11-21T20:00:00.000Z')

/** As stored rather than as shown, all worksheets; so LibreOffice puts numbers and days into quotes. */
const asStored = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,false,false,false,-1'
/** How Vietnamese Excel opens a CSV: semicolons, UTF-8, the locale vi, numbers and days made of what looks so. */
const inVietnamese = 'CSV:59,34,76,1,,1066,false,true'
/** As a program reads it: numbers, and text. */
const inEnglish = 'CSV:44,34,76,1,,1033,false,false'

/** Writes a file, has LibreOffice open it, and reads its worksheets as it holds them. */
async function opened(
  name: string,
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string>,
  infilter?: string,
): Promise<(string | number)[][]> {
  const file = join(folder, name)
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(Buffer.from(chunk))
  writeFileSync(file, Buffer.concat(parts))
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const how = infilter === undefined ? [] : [`--infilter=${infilter}`]
  const out = join(folder, `out of ${name}`)
  const words = ['--headless', profile, ...how, '--convert-to', asStored, '--outdir', out, file]
  execFileSync('soffice', words, { stdio: 'ignore' })
  return readdirSync(out).flatMap((worksheet) => read(join(out, worksheet)))
}

const bareNumber = /^-?\d+(\.\d+)?(E[+-]?\d+)?$/

function read(path: string): (string | number)[][] {
  const rows: unknown = parse(readFileSync(path), {
    cast: (value, { quoting }) => (quoting && bareNumber.test(value) ? Number(value) : value),
    relax_column_count: true,
  })
  // What the cast above makes of each cell, which the types of csv-parse do not know.
  return rows as (string | number)[][]
}

/** A cell of ours as LibreOffice should hold it. */
const held = (cell: WorkbookCell, dayOfCell: (iso: string) => string): string | number => {
  if (typeof cell === 'string') return cell
  return 'number' in cell ? cell.number : dayOfCell(cell.date)
}
/** It writes days as the Americans do. */
function american(iso: string): string {
  const [year, month, day] = dayOf(new Date(iso)).split('-')
  return `${month}/${day}/${year}`
}

describe.skipIf(!installed)('opened by LibreOffice, where it is installed', () => {
  let taker: Taker
  beforeAll(async () => {
    const database = openDatabase(':memory:')
    migrateDatabase(database)
    const engine = embeddedEngine(database)
    await seedPublished(engine)
    taker = { reader: engine.reader, actor: await ensureSystemActor(engine, 'operator') }
  })

  /** Every line, but the columns that a file cannot keep; by unit and year, as a CSV has them. */
  async function expected(
    asked: AskedExport,
    without: readonly string[] = [],
    days = american,
  ): Promise<(string | number)[][]> {
    const rows: (string | number)[][] = []
    for await (const sheet of figureRows(taker, asked)) {
      rows.push(...sheet.map((row) => exportCells(row, workbookWriter).map((cell) => held(cell, days))))
    }
    expect(rows.length).toBeGreaterThan(40)
    return rows.map((row) => kept(row, without))
  }
  const kept = (row: readonly (string | number)[], without: readonly string[]) =>
    row.filter((_, index) => !without.includes(exportHeader[index] ?? ''))

  test('excel-vi in the locale vi: the same numbers and text, but for codes, which a CSV cannot mark as text', async () => {
    const asked = { layout: 'excel-vi' } as const
    const [header = [], ...rows] = await opened(
      'vi.csv',
      figuresFile(taker, asked, at, vietnamese).chunks,
      inVietnamese,
    )
    const codes = ['unit_code', 'line_number']
    expect(header).toEqual(exportHeader)
    expect(rows.map((row) => kept(row, codes))).toEqual(await expected(asked, codes))
  })

  test('data as a program reads it: the same, with a decimal point in bounds, and days as ISO writes them', async () => {
    const asked = { layout: 'data' } as const
    const [header = [], ...rows] = await opened('data.csv', figuresFile(taker, asked, at, vietnamese).chunks, inEnglish)
    const codes = ['unit_code', 'line_number']
    expect(header).toEqual(exportHeader)
    const point = (cell: string | number) => (typeof cell === 'string' ? cell.replace(/^(>\d+),(\d+)$/, '$1.$2') : cell)
    const same = (await expected(asked, codes, (iso) => iso)).map((row) => row.map(point))
    expect(rows.map((row) => kept(row, codes))).toEqual(same)
  })

  test.each(['year', 'unit'] as const)('a workbook by %s: everything, codes and days included', async (worksheets) => {
    const asked = { layout: 'xlsx', worksheets } as const
    const rows = await opened(`${worksheets}.xlsx`, figuresFile(taker, asked, at, vietnamese).chunks)
    const lines = rows.filter((row) => row.length === exportHeader.length && row[0] !== 'unit')
    const byText = (all: (string | number)[][]) => all.map((row) => JSON.stringify(row)).sort()
    expect(byText(lines)).toEqual(byText(await expected(asked)))
    expect(rows).toContainEqual(['Xuất lúc', '03:00 22/11/2026 (Asia/Ho_Chi_Minh)'])
    expect(rows).toContainEqual(['Người xuất', 'Dòng lệnh vận hành (system:operator)'])
  })

  test('the official form: numbers as numbers, whatever words stand beside them', async () => {
    const asked = { layout: 'bieu', unit: 'bac-tu-liem', year: 2023 } as const
    const rows = await opened('bieu.xlsx', figuresFile(taker, asked, at, vietnamese).chunks)
    const found = await getUnitSheet(taker.reader, taker.actor, asked.unit, asked.year)
    if (!found) throw new Error('no sheet')
    const { unit, statements, lines, previousLines } = found
    const words = wordsOf(planKindsOf(unit), vietnamese)
    const form = bieuForm({ unit, year: 2023, sheet: sheetRows(lines, previousLines), statements, words })
    const table = form.groups.flatMap(({ letter, name, rows: ofGroup }) => [
      [letter, name, ...Array.from({ length: 9 }, () => '')],
      ...ofGroup.map(({ number, name: line, unitOfMeasure, cells }) => [
        ...[number, line, unitOfMeasure],
        ...cells.map((cell) => cell.number ?? cell.text),
      ]),
    ])
    const first = rows.findIndex(([letter, name]) => letter === 'A' && name === 'Kinh tế')
    expect(rows.slice(first, first + table.length)).toEqual(table)
    expect(rows.flat()).toEqual(expect.arrayContaining([form.title, ...form.notes]))
  })

  test('the official form of all units: every unit of the year, with its counts as numbers', async () => {
    const asked = { layout: 'bieu', year: 2023, parent: 'ha-noi' } as const
    const rows = await opened('bieu-02.xlsx', figuresFile(taker, asked, at, vietnamese).chunks)
    const words = wordsOf({ unitKind: 'province', parentKind: 'other' }, vietnamese)
    const units = ['bac-tu-liem', 'cau-giay', 'nam-tu-liem']
    const table = await Promise.all(
      units.map(async (slug, index) => {
        const found = await getUnitSheet(taker.reader, taker.actor, slug, 2023)
        if (!found) throw new Error('no sheet')
        return [...overviewRow(index + 1, { ...found, state: 'submitted' }, words)]
      }),
    )
    const first = rows.findIndex(([number]) => number === 1)
    expect(rows.slice(first, first + table.length)).toEqual(table)
    expect(rows.flat()).toEqual(expect.arrayContaining(['Biểu số 02', 'Thành phố Hà Nội', 'So với KH cấp trên giao']))
  })

  test('text that looks like a formula, a number or markup stays text; −5,2 stays a number', async () => {
    const texts = ['=1+1', '+84 24', '-cmd', '@SUM(A1)', '＝1+1', '021', '5/6', '<b>&"x"</b>', '_x0041_', 'dòng\nmới']
    const columns = [...texts, 'number'].map((name) => ({ name, width: 10 }))
    const numbers = [-5.2, 0.1, 123456789012345]
    const rows = numbers.map((number) => [...texts, workbookWriter.quantity(exactly(number), 0)])
    const [, ...held] = await opened('text.xlsx', workbook([{ name: 'Chữ', columns, rows, filter: true }]))
    expect(held).toEqual(numbers.map((number) => [...texts, number]))

    const { text, quantity } = csvWriters['excel-vi']
    const record = csvRecord(['=1+1', '-cmd'].map(text).concat(quantity(exactly(-5.2), 0)), ';')
    expect(await opened('text.csv', [byteOrderMark + record], inVietnamese)).toEqual([["'=1+1", "'-cmd", -5.2]])
  })
})
