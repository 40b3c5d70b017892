/** Workbooks: what each sort of cell is read as, and every archive that is refused before it is unpacked or read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { limits } from '#app/_files/limits.ts'
import { Unreadable } from '#app/_files/unreadable.ts'
import { inspectWorkbook, readWorkbook } from '#app/_files/workbook-table.ts'
import { type AnyPart, workbook, workbookParts, worksheet, zip } from '#tests/support/made-files.ts'
import { expectSentence } from '#tests/support/sentences.ts'

const rowsOf = async (bytes: Buffer, name?: string) => (await readWorkbook(bytes, name)).rows

/** The cells of one row of XML. */
const cells = async (...xml: string[]) => (await rowsOf(worksheet(`<row r="1">${xml.join('')}</row>`)))[0]

async function refusalOf(bytes: Buffer, name?: string) {
  const error = await readWorkbook(bytes, name).then(
    () => null,
    (thrown) => thrown,
  )
  if (!(error instanceof Unreadable)) throw error ?? new Error('It was read.')
  expectSentence(error.problem)
  return error.problem
}

describe('cells', () => {
  test('a number is a number in the 15 digits that a spreadsheet has', async () => {
    expect(
      await cells(
        '<c r="A1"><v>3033</v></c>',
        '<c r="B1"><v>0.30000000000000004</v></c>',
        '<c r="C1"><v>-5.2000000000000002</v></c>',
        '<c r="D1"><v>1.651346E3</v></c>',
        '<c r="E1" t="n"><v>0</v></c>',
      ),
    ).toEqual([3033, 0.3, -5.2, 1651.346, 0])
  })
  test('a number that is stored as text stays text, in either locale', async () => {
    expect(
      await cells(
        '<c r="A1" t="str"><v>1.651,346</v></c>',
        '<c r="B1" t="inlineStr"><is><t>1,651.346</t></is></c>',
        '<c r="C1" t="str"><v>021</v></c>',
      ),
    ).toEqual(['1.651,346', '1,651.346', '021'])
  })
  test('text is NFC, entities and runs resolved, spaces kept', async () => {
    const bytes = workbook(
      [{ name: 'A', data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' }],
      [
        `<t>${'Bắc Từ Liêm'.normalize('NFD')} &amp; &lt;x&gt;</t>`,
        '<r><t>Thu </t></r><r><t xml:space="preserve"> ngân sách</t></r>',
      ],
    )
    expect(await rowsOf(bytes)).toEqual([['Bắc Từ Liêm & <x>', 'Thu  ngân sách']])
  })
  test('what is shown in percent is in points, whatever its format', async () => {
    expect(
      await cells(
        '<c r="A1" s="2"><v>0.1286</v></c>',
        '<c r="B1" s="3"><v>1.07</v></c>',
        '<c r="C1" s="4"><v>12.86</v></c>',
        '<c r="D1" s="2" t="str"><v>12,86%</v></c>',
        '<c r="E1" s="2"/>',
        '<c r="F1" s="2"><f>A1*2</f><v>0.2572</v></c>',
      ),
    ).toEqual([{ percent: 12.86 }, { percent: 107 }, 12.86, '12,86%', '', { percent: 25.72 }])
  })
  test('a date is a date, with a time where it has one', async () => {
    expect(
      await cells(
        '<c r="A1" s="1"><v>45274</v></c>',
        '<c r="B1" s="1"><v>45274.5</v></c>',
        '<c r="C1" t="d"><v>2023-12-14</v></c>',
        '<c r="D1" s="1"><v>1e300</v></c>',
      ),
    ).toEqual([{ date: '2023-12-14' }, { date: '2023-12-14 12:00:00' }, { date: '2023-12-14' }, { error: '####' }])
  })
  test('an error is an error, wherever it stands', async () => {
    const bytes = worksheet(
      '<row r="1"><c r="A1"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c></row><row r="3"><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
    )
    expect(await rowsOf(bytes)).toEqual([[1, '', { error: '#N/A' }], [], ['', { error: '#DIV/0!' }]])
  })
  test('of a formula the value is read that was calculated last; without one it is an error, not a blank', async () => {
    expect(
      await cells(
        '<c r="A1"><f>SUM(B1:B9)</f><v>12</v></c>',
        '<c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
        '<c r="C1"><f>A1&amp;"đồng"</f></c>',
        '<c r="D1"><f t="shared" si="0"/></c>',
        '<c r="E1" t="str"><f>""</f><v></v></c>',
        '<c r="F1"><v>1</v></c>',
      ),
    ).toEqual([12, 'ab', { error: '=A1&"đồng"' }, { error: '=' }, '', 1])
  })
  test('what a merged cell covers is blank, even where a value is hidden there', async () => {
    const row = (number: number) =>
      `<row r="${number}"><c r="A${number}"><v>${number}1</v></c><c r="B${number}"><v>${number}2</v></c><c r="C${number}"><v>${number}3</v></c></row>`
    const bytes = worksheet(
      row(1) + row(2) + row(3),
      '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C2:C1048576"/></mergeCells>',
    )
    expect(await rowsOf(bytes)).toEqual([
      [11, '', 13],
      ['', '', 23],
      [31, 32, ''],
    ])
  })
  test('comments and instructions say nothing, and a text may be in a section', async () => {
    const data = `<!-- <row r="1"><c r="A1"><v>9</v></c></row> --><row r="1"><c r="A1"><v>12<!-- x -->34</v></c><c r="B1"><v><![CDATA[56]]></v></c><c r="C1" t="inlineStr"><is><t>Thủy <?x y?>&amp;<![CDATA[ <hòa>&amp;]]></t></is></c><!-- <c r="D1" t="e"><v>#N/A</v></c> --><c r="D1" t="s"><v>0</v></c></row>`
    const bytes = workbook([{ name: 'A', data }], ['<t>Thu<!-- <!DOCTYPE> --> <![CDATA[& chi]]></t>'])
    expect(await rowsOf(bytes)).toEqual([[1234, 56, 'Thủy & <hòa>&amp;', 'Thu & chi']])
    expect((await inspectWorkbook(bytes)).worksheets).toMatchObject([{ rows: 1, columns: 4 }])
  })
  test('what is no number where one is expected is an error of its cell; spaces are nothing', async () => {
    expect(
      await cells(
        '<c r="A1" t="n"><v>12,5</v></c>',
        '<c r="B1" s="1"><v>hôm qua</v></c>',
        '<c r="C1" s="2"><v>0x10</v></c>',
        '<c r="D1"><v> </v></c>',
        '<c r="E1"><v> 7\n</v></c>',
        '<c r="F1"><v>&#49;2</v></c>',
      ),
    ).toEqual([{ error: '12,5' }, { error: 'hôm qua' }, { error: '0x10' }, '', 7, 12])
  })
  test('cells and rows without an address follow each other', async () => {
    const bytes = worksheet(
      '<row><c><v>1</v></c><c/><c t="n"><v>x</v></c><c r="E1"><v>5</v></c><c t="str"><v>6</v></c></row><row/><row><c><v>7</v></c></row><row r="5"><c/><c><v>8</v></c></row>',
    )
    expect(await rowsOf(bytes)).toEqual([
      [1, '', { error: 'x' }, '', 5, '6'],
      ['', '', '', '', '', ''],
      [7, '', '', '', '', ''],
      ['', '', '', '', '', ''],
      ['', 8, '', '', '', ''],
    ])
    expect((await inspectWorkbook(bytes)).worksheets).toMatchObject([{ rows: 5, columns: 6 }])
  })
  test('true and false are words', async () => {
    expect(await cells('<c r="A1" t="b"><v>1</v></c>', '<c r="B1" t="b"><v>0</v></c>')).toEqual(['TRUE', 'FALSE'])
  })
  test('rows keep their numbers over blank ones', async () => {
    const bytes = worksheet('<row r="3"><c r="B3"><v>1</v></c></row><row r="900000" ht="15"/>')
    expect(await rowsOf(bytes)).toEqual([
      ['', ''],
      ['', ''],
      ['', 1],
    ])
  })
  test('a prefix of the namespace makes no difference', async () => {
    const parts = workbookParts([{ name: 'A', data: '' }])
    const prefixed =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c><x:c r="B1" t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const bytes = zip(parts.map(([name, content]) => [name, name.includes('sheet1') ? prefixed : content]))
    expect(await rowsOf(bytes)).toEqual([[7, { error: '#REF!' }]])
  })
  test("another program's workbook is read", async () => {
    const bytes = await writeXlsxFile([
      [
        { value: 'Chỉ tiêu' },
        { value: 12.86, type: Number, format: '#,##0.00' },
        { value: new Date('2023-12-14'), type: Date, format: 'dd/mm/yyyy' },
      ],
    ]).toBuffer()
    expect(await rowsOf(bytes)).toEqual([['Chỉ tiêu', 12.86, { date: '2023-12-14' }]])
  })
})

describe('worksheets', () => {
  const one = (value: number) => `<row r="1"><c r="A1"><v>${value}</v></c></row>`
  const bytes = workbook([
    { name: 'Bìa', data: '' },
    { name: 'Ẩn', data: one(1), hidden: true },
    { name: 'Thu &amp; chi', data: `${one(2)}<row r="4"><c r="C4" t="str"><v>x</v></c><c r="XFD4" s="1"/></row>` },
    { name: 'Khác', data: one(3) },
  ])
  test('each is found with its extent', async () => {
    expect((await inspectWorkbook(bytes)).worksheets).toEqual([
      { name: 'Bìa', rows: 0, columns: 0, hidden: false },
      { name: 'Ẩn', rows: 1, columns: 1, hidden: true },
      { name: 'Thu & chi', rows: 4, columns: 3, hidden: false },
      { name: 'Khác', rows: 1, columns: 1, hidden: false },
    ])
  })
  test('the first visible one with something in it is read, or the one that is named', async () => {
    expect(await readWorkbook(bytes, undefined)).toMatchObject({ worksheet: 'Thu & chi' })
    expect(await readWorkbook(bytes, 'Khác')).toMatchObject({ worksheet: 'Khác', rows: [[3]] })
    expect(await readWorkbook(bytes, 'Ẩn')).toMatchObject({ rows: [[1]] })
  })
  test('one that is not there or holds nothing is refused', async () => {
    expect(await refusalOf(bytes, 'Không có')).toMatchObject({ path: 'worksheet', reason: 'unknown_worksheet' })
    expect(await refusalOf(bytes, 'Bìa')).toMatchObject({ path: 'worksheet', reason: 'empty_worksheet' })
    expect(await refusalOf(workbook([{ name: 'A', data: '' }]))).toMatchObject({ path: 'file', reason: 'no_rows' })
  })
})

test('whatever is changed in a workbook, it is read or refused', async () => {
  const sound = worksheet('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c></row>')
  const at = fc.nat(sound.length - 1)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 4 }), at, async (changes, cut) => {
      const bytes = Buffer.from(sound)
      for (const [place, byte] of changes) bytes[place] = byte
      for (const source of [bytes, bytes.subarray(0, cut)]) {
        const read = await readWorkbook(source, undefined).catch((error) => error)
        if (read instanceof Error && !(read instanceof Unreadable)) throw read
      }
    }),
    { numRuns: 500 },
  )
})

describe('refused', () => {
  const sound = workbookParts([{ name: 'A', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }])
  const withPart = (name: string, part: AnyPart) => zip([...sound.filter(([other]) => other !== name), [name, part]])
  const sheet1 = sound.find(([name]) => name.includes('sheet1'))?.[1] ?? ''
  const far = '<row r="1048576"><c r="XFD1048576"><v>1</v>'
  const filled = (address: string, row = /\d+$/.exec(address)?.[0]) =>
    worksheet(`<row r="${row}"><c r="${address}"><v>1</v></c></row>`)

  test('the sound one is read', async () => {
    expect(await rowsOf(zip(sound))).toEqual([[1]])
  })
  test.each<[reason: string, path: string, bytes: () => Buffer]>([
    ['too_many_columns', 'row 1048576, column XFD', () => filled('XFD1048576')],
    ['too_many_columns', 'row 5, column XFD', () => filled('XFD5')],
    ['too_many_rows', `row ${limits.rows + 1}, column A`, () => filled(`A${limits.rows + 1}`)],
    ['too_many_cells', 'file', () => filled(`IV${limits.rows}`)],
    ['damaged', 'file', () => worksheet('<row r="99999999999"/><row r="1"><c r="A1"><v>1</v></c></row>')],
    ['damaged', 'file', () => worksheet('<row r="1"><c r="1A"><v>1</v></c></row>')],
    ['too_many_columns', 'row 1048576, column XFD', () => worksheet(`${far}</c ></row>`)],
    ['too_many_columns', 'row 1048576, column XFD', () => worksheet(`${far}`)],
    // A value of an attribute that looks like the address, or ends the tag.
    ['too_many_columns', 'row 5, column XFD', () => worksheet(`<row><c x=" r='A1'" y=">" r="XFD5"><v>1</v></c></row>`)],
    ['damaged', 'file', () => worksheet('<row r="1"><c r="A1" x:r="XFD1048576"><v>1</v></c></row>')],
    ['damaged', 'file', () => worksheet('<row r="1048576"><c r="A1"><v>1</v></c></row>')],
    ['damaged', 'file', () => worksheet('<row r="1"><c r="A1"><v>12<x/>34</v></c></row>')],
    ['damaged', 'file', () => worksheet('<!x><row r="1"><c r="A1"><v>12</v></c></row>')],
    ['not_utf8', 'file', () => withPart('xl/worksheets/sheet1.xml', Buffer.from(`\uFEFF${sheet1}`, 'utf16le'))],
    ['not_utf8', 'file', () => withPart('xl/worksheets/sheet1.xml', Buffer.from(sheet1, 'utf16le'))],
    ['not_utf8', 'file', () => withPart('xl/sharedStrings.xml', Buffer.from('<sst>\xe9</sst>', 'latin1'))],
    [
      'damaged',
      'file',
      () => worksheet('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
    ],
    ['damaged', 'file', () => worksheet('<row r="1"><c r="A1" t="s"><v>5</v></c></row>')],
    ['damaged', 'file', () => zip(sound).subarray(0, -100)],
    ['damaged', 'file', () => zip(sound).subarray(0, 200)],
    ['damaged', 'file', () => zip([...sound, ...sound])],
    ['damaged', 'file', () => zip(sound.filter(([name]) => !name.includes('sheet1')))],
    ['damaged', 'file', () => withPart('xl/styles.xml', { content: '<x/>', claims: { size: 3 } })],
    ['damaged', 'file', () => withPart('xl/styles.xml', { content: '<x/>', claims: { size: 5 } })],
    ['encrypted', 'file', () => withPart('xl/styles.xml', { content: '<x/>', claims: { encrypted: true } })],
    [
      'doctype',
      'file',
      () => withPart('xl/styles.xml', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'),
    ],
    ['unpacks_too_large', 'file', () => withPart('xl/media/image.bin', Buffer.alloc(limits.unpacked + 1))],
    ['unpacks_too_large', 'file', () => withPart('xl/media/image.bin', { content: 'x', claims: { size: 0xfffffffe } })],
    ['file_too_large', 'file', () => Buffer.alloc(limits.packed + 1)],
    ['too_many_parts', 'file', () => zip(Array.from({ length: limits.entries + 1 }, (_, at) => [`xl/${at}.xml`, '']))],
    ['too_many_parts', 'file', () => zip(sound, 60_000)],
    ['damaged', 'file', () => zip(sound, 100)],
  ])('%s at %s (%#)', async (reason, path, bytes) => {
    expect(await refusalOf(bytes())).toMatchObject({ reason, path })
  })
  test.each<[what: string, part: string]>([
    ['word', 'word/document.xml'],
    ['ods', 'content.xml'],
    ['xlsb', 'xl/workbook.bin'],
    ['archive', 'photo.jpg'],
  ])('an archive that is no workbook, by what it is: %s', async (what, part) => {
    expect(await refusalOf(zip([[part, '<x/>']]))).toMatchObject({ reason: 'not_a_table', values: { what } })
  })
  test('a part that is only in the local headers is never seen', async () => {
    // The archive's own list names the sound worksheet; a reader that walks along the bytes would take the other.
    const other = zip(workbookParts([{ name: 'A', data: '<row r="1"><c r="A1"><v>666</v></c></row>' }]))
    const bytes = zip(sound)
    const directory = bytes.readUInt32LE(bytes.length - 6)
    const localOnly = other.subarray(0, other.readUInt32LE(other.length - 6))
    const moved = Buffer.from(bytes)
    moved.writeUInt32LE(directory + localOnly.length, moved.length - 6)
    expect(await rowsOf(Buffer.concat([moved.subarray(0, directory), localOnly, moved.subarray(directory)]))).toEqual([
      [1],
    ])
  })
})
