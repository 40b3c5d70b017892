import { describe, expect, it, test } from 'vitest'
import { readBlock } from '#components/entry/read-block.ts'
import { planPaste } from '#domain/block.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

describe('the cells of a block', () => {
  it.each<[string, string, string[][]]>([
    ['one', '3.504', [['3.504']]],
    [
      'a line end at the end is no row',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['nor are the others of it', '1\n\n2\n', [['1'], [''], ['2']]],
    [
      'empty ones stay',
      '\t1\t\n\t\t\n',
      [
        ['', '1', ''],
        ['', '', ''],
      ],
    ],
    ['rows may differ in length', '1\n2\t"3"\n', [['1'], ['2', '3']]],
    ['line ends of old', '1\r2\r', [['1'], ['2']]],
    ['a mark of the byte order is none of them', '\uFEFF"1"\t2', [['1', '2']]],
    [
      'quotes keep line breaks and tabs',
      '"a\r\nb"\t"c\td"\r\n5\t6\r\n',
      [
        ['a\r\nb', 'c\td'],
        ['5', '6'],
      ],
    ],
    ['and themselves', '"nói ""đạt"""\t5', [['nói "đạt"', '5']]],
    [
      'quotes inside a text are characters',
      '5"\tThôn "A"\n6\t7',
      [
        ['5"', 'Thôn "A"'],
        ['6', '7'],
      ],
    ],
    [
      'also at its start',
      '"A" và "B"\t5\n6\t7',
      [
        ['"A" và "B"', '5'],
        ['6', '7'],
      ],
    ],
    [
      'and where they are never closed',
      '"A\t5\n6\t7\n',
      [
        ['"A', '5'],
        ['6', '7'],
      ],
    ],
    [
      'nothing is lost by them',
      '5\t"6\n7\t"8""\n',
      [
        ['5', '"6'],
        ['7', '"8""'],
      ],
    ],
    ['nothing', '', [['']]],
  ])('%s', async (_, text, rows) => expect(await readBlock(text)).toEqual(rows))
})

/** What LibreOffice Calc 7.4 puts on the clipboard for one table in Vietnamese and in English number formats. */
const recorded = {
  vi: [
    'TT\tChỉ tiêu\tĐơn vị tính\tKH quận\tƯớc TH',
    'A\tNGÂN SÁCH\t\t\t',
    // The line break inside of this cell comes as a space.
    '1\tThu ngân sách nhà nước trên địa bàn\ttỷ đồng\t3.504\t1.651,346',
    '\t– Thu tiền sử dụng đất\ttỷ đồng\t1.200\t#DIV/0!',
    '2\tChi ngân sách\ttỷ đồng\t1.570,5\t> 14.000',
    '3\tTỷ lệ hộ gia đình "văn hóa"\t%\t87,65%\t12,7–13',
    '4\tSố trường đạt chuẩn\ttrường\t82/82\t',
    '5\tCân đối\t\t-5,2\t#N/A',
    '',
  ].join('\n'),
  en: [
    'TT\tChỉ tiêu\tĐơn vị tính\tKH quận\tƯớc TH',
    'A\tNGÂN SÁCH\t\t\t',
    '1\tThu ngân sách nhà nước trên địa bàn\ttỷ đồng\t3,504\t1,651.346',
    '\t– Thu tiền sử dụng đất\ttỷ đồng\t1,200\t#DIV/0!',
    '2\tChi ngân sách\ttỷ đồng\t1,570.5\t> 14,000',
    '3\tTỷ lệ hộ gia đình "văn hóa"\t%\t87.65%\t12.7–13',
    '4\tSố trường đạt chuẩn\ttrường\t82/82\t',
    '5\tCân đối\t\t-5.2\t#N/A',
    '',
  ].join('\n'),
}

const line = (code: string, nameVi: string, unitOfMeasure: string, parentCode: string | null = null) =>
  sheetLine({ indicator: { code, nameVi, nameEn: code, unitOfMeasure, parentCode } })
const lines = [
  line('CAN-DOI', 'Cân đối', 'tỷ đồng'),
  line('THU', 'Thu ngân sách nhà nước trên địa bàn', 'tỷ đồng'),
  line('DAT', 'Thu tiền sử dụng đất', 'tỷ đồng', 'THU'),
  line('CHI', 'Chi ngân sách', 'tỷ đồng'),
  line('GDVH', 'Tỷ lệ hộ gia đình "văn hóa"', '%'),
  line('TRUONG', 'Số trường đạt chuẩn', 'trường'),
]

describe.each(['vi', 'en'] as const)('to a person who works in %s', (locale) => {
  test.each(['vi', 'en'] as const)('a table of LibreOffice in %s says the same', async (written) => {
    const address = { indicator: 'CAN-DOI', kind: 'adopted_plan' } as const
    const plan = planPaste(await readBlock(recorded[written]), {
      sheet: {
        lines,
        columns: [
          { kind: 'adopted_plan', label: 'KH quận', closed: null },
          { kind: 'estimate', label: 'Ước TH', closed: null },
        ],
      },
      target: { from: address, to: address },
      held: () => null,
      locale,
      answer: null,
      clearBlanks: false,
    })
    expect(plan).toMatchObject({ style: written, outside: 0, leftOut: [], headings: ['KH quận', 'Ước TH'] })
    const told = plan.cells.map((cell) => {
      const value = cell.after && formatQuantity(cell.after, { style: 'plain' })
      return [cell.indicator, cell.outcome === 'error' ? cell.problem.reason : (value ?? cell.outcome)].join(' ')
    })
    expect(told).toEqual([
      'THU 3504',
      'THU 1651.346',
      'DAT 1200',
      'DAT formula_error',
      'CHI 1570.5',
      'CHI >14000',
      'GDVH 87.65',
      'GDVH 12.7..13',
      'TRUONG 82/82',
      'TRUONG blank',
      'CAN-DOI -5.2',
      'CAN-DOI formula_error',
    ])
  })
})
