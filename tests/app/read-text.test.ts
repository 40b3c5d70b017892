/** Text in columns: every separator, quote, line end and encoding that is read, and what is refused with its place. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '#app/_files/limits.ts'
import { inspectText, readText } from '#app/_files/text-table.ts'
import { Unreadable } from '#app/_files/unreadable.ts'
import { csvRecord } from '#domain/csv.ts'
import { type Encoding, type Separator, separators } from '#domain/file-found.ts'
import { windows1258 } from '#tests/support/made-files.ts'
import { expectSentence } from '#tests/support/sentences.ts'

type Choices = { encoding?: Encoding; separator?: Separator }

async function read(source: string | Buffer, choices: Choices = {}) {
  const rows: string[][] = []
  const found = await readText(Buffer.from(source), choices, async (row) => void rows.push(row))
  return { rows, found }
}
const rowsOf = async (source: string | Buffer, choices?: Choices) => (await read(source, choices)).rows

/** The problem that a file is refused with. */
async function refusalOf(source: string | Buffer, choices?: Choices) {
  const error = await read(source, choices).then(
    () => null,
    (thrown) => thrown,
  )
  if (!(error instanceof Unreadable)) throw error ?? new Error('It was read.')
  expectSentence(error.problem)
  return error.problem
}

describe("csv-spectrum's cases, written anew from their description", () => {
  const cases: [name: string, text: string, rows: string[][]][] = [
    [
      'simple',
      'a,b,c\n1,2,3\n',
      [
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ],
    ],
    [
      'simple, CRLF',
      'a,b,c\r\n1,2,3\r\n',
      [
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'comma in quotes',
      'tên,nơi\nNgô Quyền,"Hải Phòng, Việt Nam"\n',
      [
        ['tên', 'nơi'],
        ['Ngô Quyền', 'Hải Phòng, Việt Nam'],
      ],
    ],
    [
      'empty cells',
      'a,b,c\n1,"",""\n,,2\n',
      [
        ['a', 'b', 'c'],
        ['1', '', ''],
        ['', '', '2'],
      ],
    ],
    [
      'empty cells, CRLF',
      'a,b\r\n1,""\r\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'escaped quotes',
      'a,b\n1,"nói ""vượt"" rồi"\n',
      [
        ['a', 'b'],
        ['1', 'nói "vượt" rồi'],
      ],
    ],
    [
      'JSON in a cell',
      'khóa,giá trị\n1,"{""loại"": ""điểm"", ""xy"": [102.0, 0.5]}"\n',
      [
        ['khóa', 'giá trị'],
        ['1', '{"loại": "điểm", "xy": [102.0, 0.5]}'],
      ],
    ],
    [
      'newlines',
      'a,b\n1,"một\nhai\n"\n3,4\n',
      [
        ['a', 'b'],
        ['1', 'một\nhai\n'],
        ['3', '4'],
      ],
    ],
    [
      'newlines, CRLF',
      'a,b\r\n1,"một\r\nhai"\r\n3,4\r\n',
      [
        ['a', 'b'],
        ['1', 'một\r\nhai'],
        ['3', '4'],
      ],
    ],
    [
      'quotes and newlines',
      'a,b\n1,"một ""hai""\n\n""ba"""\n',
      [
        ['a', 'b'],
        ['1', 'một "hai"\n\n"ba"'],
      ],
    ],
    [
      'UTF-8',
      'a,b\n1,ʤ 漢 đ\n',
      [
        ['a', 'b'],
        ['1', 'ʤ 漢 đ'],
      ],
    ],
    [
      'coordinates',
      'nơi,vĩ độ,kinh độ\n"Cầu Giấy, Hà Nội",21.0362,-105.79\n',
      [
        ['nơi', 'vĩ độ', 'kinh độ'],
        ['Cầu Giấy, Hà Nội', '21.0362', '-105.79'],
      ],
    ],
  ]
  test.each(cases)('%s', async (_name, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows)
  })
})

describe('rows', () => {
  test('blank ones count, and rows are as long as they are', async () => {
    expect(await rowsOf('BIỂU 01\n\na;b;c\n1;2\n1;2;3;4\n')).toEqual([
      ['BIỂU 01'],
      [''],
      ['a', 'b', 'c'],
      ['1', '2'],
      ['1', '2', '3', '4'],
    ])
  })
  test('line ends may be mixed, and the old CR alone', async () => {
    expect(await rowsOf('a,b\r\n1,2\n3,4\r5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })
  test('spaces are text', async () => {
    expect(await rowsOf('a, b\n 1 ,2\n')).toEqual([
      ['a', ' b'],
      [' 1 ', '2'],
    ])
  })
  test('what this product writes is read as it was, in every separator', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'aế đ0,5;-"\t\n\r=') }).map((text) => text.normalize('NFC'))
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(...separators), async (rows, separator) => {
        fc.pre(rows.flat().join('').trim() !== '')
        const text = rows.map((row) => csvRecord(row, separator)).join('')
        expect(await rowsOf(text, { separator })).toEqual(rows)
      }),
      { numRuns: 200 },
    )
  })
})

describe('separator', () => {
  test.each([
    ['a;b;c\n1,5;2,5;3\n4;5;6\n', ';', 3],
    ['a\tb\n1,5\t2;5\n', '\t', 2],
    ['a,b\n"1;5",2\n', ',', 2],
    // One decimal comma in each row, one column of numbers: the row of headers has none.
    ['tên;số\nmột;1,5\nhai;2,5\n', ';', 2],
    ['BIỂU SỐ 01, NĂM 2023;;\nChỉ tiêu;Kế hoạch;Thực hiện\nThu;1,5;2\nChi;3,5;4,5\n', ';', 3],
  ])('%j is separated by %j, because most rows agree', async (text, separator, columns) => {
    const { found } = await read(text)
    expect(found).toMatchObject({ separator, columns, separatorBy: 'counted' })
  })
  test('the reason is told in numbers', async () => {
    const { found } = await read('BIỂU\n\na;b\n1;2\n3;4\n')
    expect(found).toMatchObject({ separator: ';', agreeing: 3, rows: 4, columns: 2 })
  })
  test('a file of one column has none', async () => {
    expect((await read('tên\nmột\n')).found).toMatchObject({ separatorBy: 'one_column', columns: 1 })
  })
  test("Excel's own word for it decides, and is no row of the table", async () => {
    const { rows, found } = await read('sep=;\na,5;b\n')
    expect(rows).toEqual([[], ['a,5', 'b']])
    expect(found).toMatchObject({ separator: ';', separatorBy: 'declared' })
  })
  test('a wrong one that was chosen is used, and shows', async () => {
    const { rows, found } = await read('a;b\n1;2\n', { separator: ',' })
    expect(rows).toEqual([['a;b'], ['1;2']])
    expect(found).toMatchObject({ separatorBy: 'chosen', columns: 1 })
  })
})

describe('encoding', () => {
  const text = 'đơn vị;chỉ tiêu\nBắc Từ Liêm;Tỷ lệ hộ nghèo\nCầu Giấy;Tổng thu ngân sách\n'
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split(';'))
  const wide = (mark: string) => Buffer.from(mark + text, 'utf16le')

  test.each<[string, Buffer, Encoding, string]>([
    ['UTF-8', Buffer.from(text), 'utf-8', 'valid_utf8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8', 'byte_order_mark'],
    ['UTF-16 LE with a mark', wide('\uFEFF'), 'utf-16le', 'byte_order_mark'],
    ['UTF-16 BE with a mark', wide('\uFEFF').swap16(), 'utf-16be', 'byte_order_mark'],
    ['UTF-8, decomposed', Buffer.from(text.normalize('NFD')), 'utf-8', 'valid_utf8'],
  ])('%s is certain', async (_name, bytes, encoding, by) => {
    const result = await read(bytes)
    expect(result.rows).toEqual(rows)
    expect(result.found).toMatchObject({ encoding, encodingBy: by })
    expect(inspectText(bytes)).toMatchObject({ certain: true, firstRows: rows })
  })

  test.each<[string, Buffer, Encoding]>([
    ['Windows-1258', windows1258(text), 'windows-1258'],
    ['UTF-16 LE without a mark', wide(''), 'utf-16le'],
    ['UTF-16 BE without a mark', wide('').swap16(), 'utf-16be'],
  ])('%s is offered with its first rows, never guessed', async (_name, bytes, encoding) => {
    expect(await refusalOf(bytes)).toMatchObject({ path: 'file', reason: 'encoding_not_certain' })
    expect(inspectText(bytes)).toMatchObject({ certain: false, offers: [{ encoding, rows }] })
    const result = await read(bytes, { encoding })
    expect(result.rows).toEqual(rows)
    expect(result.found).toMatchObject({ encoding, encodingBy: 'chosen' })
  })

  test('Windows-1258 is composed to NFC', async () => {
    const [[cell = ''] = []] = await rowsOf(windows1258('ế ợ ữ ạ ỏ\n'), { encoding: 'windows-1258' })
    expect(cell).toBe('ế ợ ữ ạ ỏ')
    expect([...cell]).toHaveLength(9)
  })
  test('a piece in another encoding is named by its place', async () => {
    const mixed = Buffer.concat([
      Buffer.from('tên;nơi\nThủy;"Cầu\nGiấy"\nmột;'),
      windows1258('Hà Nội'),
      Buffer.from('\n'),
    ])
    expect(await refusalOf(mixed)).toEqual({
      path: 'row 3, column B',
      reason: 'wrong_encoding',
      values: { row: 3, column: 'B', encoding: 'utf-8' },
    })
  })
  test('a wrong one that was chosen is refused where it cannot be', async () => {
    expect(await refusalOf(windows1258('a;b\nc;Hà Nội\n'), { encoding: 'utf-8' })).toMatchObject({
      path: 'row 2, column B',
      reason: 'wrong_encoding',
    })
    // 0x81 and 0x8d, of UTF-8's two bytes a letter, are no letters of Windows-1258.
    expect(await refusalOf('a;b\nc;Á\n', { encoding: 'windows-1258' })).toMatchObject({
      path: 'row 2, column B',
      reason: 'wrong_encoding',
    })
  })
  test('half a character at the end of UTF-16 is refused', async () => {
    expect(await refusalOf(wide('\uFEFF').subarray(0, -1))).toMatchObject({ reason: 'wrong_encoding' })
  })
})

describe('refused with the place', () => {
  test.each([
    ['quote_not_closed', 'row 3, column B', 'a,b\n1,2\n3,"4\n5,6\n'],
    ['quote_in_text', 'row 2, column B', 'a,b\n1,x"y"\n'],
    ['text_after_quote', 'row 2, column A', 'a,b\n"1"x,2\n'],
    ['zero_byte', 'row 2, column B', 'a,b\n1,2\0\n'],
    ['zero_byte', 'row 1, column A', '\0chỉ tiêu,kế hoạch\n'],
    ['record_too_long', 'row 2, column B', `a,b\n1,"${'x'.repeat(limits.record + 1)}`],
    ['too_many_columns', 'row 2', `a,b\n${'1,'.repeat(limits.columns)}\n`],
    ['too_many_rows', `row ${limits.rows + 1}`, 'a\n'.repeat(limits.rows + 1)],
    ['too_many_cells', 'row 80001', `${'1,'.repeat(99)}1\n`.repeat(80_001)],
    ['no_rows', 'file', ''],
    ['no_rows', 'file', ' \n\r\n \n'],
    ['no_rows', 'file', '\uFEFF'],
  ])('%s at %s', async (reason, path, text) => {
    expect(await refusalOf(text)).toMatchObject({ reason, path })
  })
  test('columns have the letters of a spreadsheet', async () => {
    expect(await refusalOf(`${'a,'.repeat(27)}x"\n`)).toMatchObject({ path: 'row 1, column AB' })
  })
})
