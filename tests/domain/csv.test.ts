import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteOrderMark, csvRecord, guardText, unguardText } from '#domain/csv.ts'

const separators = [',', ';'] as const
const read = (text: string, delimiter: ',' | ';'): string[][] => parse(text, { delimiter, recordDelimiter: '\r\n' })

describe('RFC 4180', () => {
  it('quotes what must be quoted, and ends every record', () => {
    expect(csvRecord(['a', '', 'b c'], ',')).toBe('a,,b c\r\n')
    expect(csvRecord(['a,b', 'c;d'], ';')).toBe('a,b;"c;d"\r\n')
    expect(csvRecord(['nói "đạt"', 'hai\ndòng', 'hai\r\ndòng', '\r'], ',')).toBe(
      '"nói ""đạt""","hai\ndòng","hai\r\ndòng","\r"\r\n',
    )
  })

  it.each(separators)('a reader gets every cell back: %s', (separator) => {
    const special = fc.constantFrom('"', ',', ';', '\r', '\n', "'", '=', ' ', '\t', 'ạ', '\u0323', '😀', '\uFEFF')
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: special }))
    // A first cell keeps readers from taking a lone empty cell for an empty line.
    const records = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(
        fc.array(cell, { minLength: width, maxLength: width }).map((cells) => ['x', ...cells]),
        { minLength: 1, maxLength: 5 },
      ),
    )
    fc.assert(
      fc.property(records, (rows) => {
        const text = rows.map((cells) => csvRecord(cells, separator)).join('')
        expect(read(text, separator)).toEqual(rows)
      }),
    )
  })

  it('the byte order mark is the one of UTF-8', () =>
    expect(Buffer.from(byteOrderMark)).toEqual(Buffer.from([0xef, 0xbb, 0xbf])))
})

describe('a text is never a formula', () => {
  it.each(['=1+1', '+84', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋84', '－5', '＠SUM', '=', '-', "'=1"])(
    '%j is held back by an apostrophe',
    (text) => {
      expect(guardText(text)).toBe(`'${text}`)
      expect(unguardText(guardText(text))).toBe(text)
    },
  )
  it.each(['', 'Thu ngân sách', '5-6', 'a=b', ' =1', '−5,2', '“=1”', '> 14.000', '…'])('%j is left alone', (text) =>
    expect(guardText(text)).toBe(text),
  )
  it.each(["'", "'a", "'cao hơn"])('%j was not guarded', (cell) => expect(unguardText(cell)).toBe(cell))

  it('no guarded text begins as a formula does', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', "'", 'a'),
    })
    fc.assert(fc.property(text, (value) => !/^[=+\-@\t\r\n＝＋－＠]/u.test(guardText(value))))
  })
})
