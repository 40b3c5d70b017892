import { describe, expect, it } from 'vitest'
import { onlyCell, type PasteOptions, planPaste } from '#domain/block.ts'
import { foldName } from '#domain/block-names.ts'
import { blockStyle } from '#domain/block-style.ts'
import type { FigureKind } from '#domain/figure.ts'
import { exactly } from '#domain/quantity.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

describe('the style of a block', () => {
  it.each<[string, string[], ReturnType<typeof blockStyle>]>([
    ['1.234 beside 12,5 is Vietnamese', ['1.234', '12,5'], { style: 'vi', undecided: null }],
    ['1.234 beside 12.5 is English', ['1.234', '12.5'], { style: 'en', undecided: null }],
    ['1,234 beside 1.234.567 is Vietnamese', ['1,234', '1.234.567'], { style: 'vi', undecided: null }],
    ['1,234 beside 1,234.5 is English', ['1,234', '1,234.5'], { style: 'en', undecided: null }],
    ['alone it is anybody’s', ['5', '1.234', ''], { style: 'ambiguous', undecided: '1.234' }],
    ['0.123 is no group', ['0.123', '1,234'], { style: 'en', undecided: null }],
    ['neighbours that contradict each other', ['12,5', '12.5', '1.234'], { style: 'ambiguous', undecided: '1.234' }],
    [
      'and leave no other number to ask about',
      ['12,5', '12.5'],
      { style: 'ambiguous', undecided: { vi: '12,5', en: '12.5' } },
    ],
    ['whole numbers are the same in both', ['5', '1234', '82/82', ''], { style: 'either', undecided: null }],
    ['bounds, ranges, percents and units speak too', ['1.234', '> 12,5'], { style: 'vi', undecided: null }],
    ['', ['1.234', '12.7-13'], { style: 'en', undecided: null }],
    ['', ['1.234', '87,65%'], { style: 'vi', undecided: null }],
    ['', ['1.234', 'trên 1,5 tỷ'], { style: 'vi', undecided: null }],
    [
      'words, notes and dates do not',
      ['Điều 12.5', ' Điều 12.5', "'12,5", '5 (12,5)', '05.12.2023'],
      { style: 'either', undecided: null },
    ],
    ['nor does what is no number', ['1.234', '6.1OO', 'B1.5', '1.2.3'], { style: 'ambiguous', undecided: '1.234' }],
    ['nothing says nothing', [], { style: 'either', undecided: null }],
  ])('%s %j', (_, texts, said) => expect(blockStyle(texts)).toEqual(said))
})

const revenue = sheetLine({ indicator: { code: 'NS-THU' }, cells: { adopted_plan: '3504' } })
const land = sheetLine({
  indicator: { code: 'NS-THU-DAT', nameVi: 'Thu tiền sử dụng đất', nameEn: 'Land use fees', parentCode: 'NS-THU' },
})
const structure = sheetLine({
  indicator: { code: 'KT-CO-CAU', nameVi: 'Cơ cấu', nameEn: 'Structure', heading: true, unitOfMeasure: '' },
})
const services = sheetLine({
  indicator: {
    code: 'KT-CO-CAU-DV',
    nameVi: 'Cơ cấu: Dịch vụ - thương mại',
    nameEn: 'Structure: services',
    parentCode: 'KT-CO-CAU',
    valueType: 'share',
    unitOfMeasure: '%',
  },
})
const jobs = sheetLine({
  indicator: {
    code: 'XH-VL',
    nameVi: 'Số người có việc làm',
    nameEn: 'Jobs',
    valueType: 'count',
    unitOfMeasure: 'người',
  },
  cells: { adopted_plan: '6100' },
})
const done = sheetLine({
  indicator: { code: 'HC-DA', nameVi: 'Đề án', nameEn: 'Scheme', valueType: 'milestone', unitOfMeasure: '' },
})
const lines = [revenue, land, structure, services, jobs, done]
const columns = [
  { kind: 'assigned_plan', label: 'KH Thành phố', closed: 'Cột của Thành phố' },
  { kind: 'adopted_plan', label: 'KH quận', closed: null },
  { kind: 'estimate', label: 'Ước TH', closed: null },
] as const satisfies PasteOptions['sheet']['columns']

const cell = (indicator: string, kind: FigureKind) => ({ indicator, kind })
const from = (indicator: string, kind: FigureKind = 'adopted_plan') => {
  const address = cell(indicator, kind)
  return { from: address, to: address }
}
const options = (more: Partial<PasteOptions> = {}): PasteOptions => ({
  sheet: { lines, columns },
  target: from('NS-THU'),
  held: ({ indicator, kind }) =>
    lines.find((line) => line.indicator.code === indicator)?.figures[kind]?.quantity ?? null,
  locale: 'vi',
  answer: null,
  clearBlanks: false,
  ...more,
})
const rowsOf = (text: string) => text.split('\n').map((row) => row.split('|'))
const plan = (text: string, more?: Partial<PasteOptions>) => planPaste(rowsOf(text), options(more))
/** The plan of each cell in a line of text. */
const said = (text: string, more?: Partial<PasteOptions>) =>
  plan(text, more).cells.map((one) => {
    const why = 'problem' in one ? ` ${one.problem.reason}` : 'reason' in one ? ` ${one.reason}` : ''
    return `${one.indicator} ${one.kind} ${one.outcome}${why}${one.outcome === 'change' ? ` “${one.text}”` : ''}`
  })

describe('a block without names goes where it stands', () => {
  it('from the active cell on, a heading taking its row', () =>
    expect(said('3.600|3.594,5\n1.200|\n5|\n70|71')).toEqual([
      'NS-THU adopted_plan change “3.600”',
      'NS-THU estimate change “3.594,5”',
      'NS-THU-DAT adopted_plan change “1.200”',
      'NS-THU-DAT estimate blank',
      'KT-CO-CAU adopted_plan heading',
      'KT-CO-CAU estimate blank',
      'KT-CO-CAU-DV adopted_plan change “70”',
      'KT-CO-CAU-DV estimate change “71”',
    ]))
  it('and never beyond the grid', () => {
    const { cells, outside } = plan('6.200|5|7\nĐạt|9|\n5|6|', { target: from('XH-VL') })
    expect(cells.map(({ indicator, kind }) => `${indicator} ${kind}`)).toEqual([
      'XH-VL adopted_plan',
      'XH-VL estimate',
      'HC-DA adopted_plan',
      'HC-DA estimate',
    ])
    // The 7, and the whole last row; a blank is nothing.
    expect(outside).toBe(3)
  })
  it('with what was there, what will be, and why not', () => {
    expect(plan('3.504|#DIV/0!').cells).toMatchObject([
      { outcome: 'same', before: exactly(3504), after: exactly(3504), line: revenue, column: 'KH quận' },
      { outcome: 'error', problem: { reason: 'formula_error' }, before: null, after: null, source: '#DIV/0!' },
    ])
    expect(plan('3.500|3.600', { target: from('NS-THU', 'assigned_plan') }).cells).toMatchObject([
      { outcome: 'locked', reason: 'Cột của Thành phố', before: null, after: null },
      { outcome: 'change', before: exactly(3504), after: exactly(3600) },
    ])
  })
  it('a locked cell that would not change is no loss', () =>
    expect(said('3.500|5', { target: from('NS-THU', 'assigned_plan'), held: () => exactly(3500) })).toEqual([
      'NS-THU assigned_plan same',
      'NS-THU adopted_plan change “5”',
    ]))
  it.each([
    ['-', 'dash_alone'],
    ['–', 'dash_alone'],
    ['x', 'words_not_allowed'],
    ['#N/A', 'formula_error'],
    ['####', 'narrow_column'],
    ['5 hộ', 'other_unit'],
  ])('%s is refused, not taken for nothing (rule 2)', (text, reason) =>
    expect(said(`${text}|5`)).toEqual([`NS-THU adopted_plan error ${reason}`, 'NS-THU estimate change “5”']),
  )
  it('blanks leave what is there, unless they are to clear it', () => {
    expect(said('|5\n')).toEqual([
      'NS-THU adopted_plan blank',
      'NS-THU estimate change “5”',
      'NS-THU-DAT adopted_plan blank',
    ])
    expect(said('|5\n', { clearBlanks: true })).toEqual([
      'NS-THU adopted_plan change “”',
      'NS-THU estimate change “5”',
      'NS-THU-DAT adopted_plan same',
    ])
    expect(said(' |5', { clearBlanks: true, target: from('NS-THU', 'assigned_plan') })).toEqual([
      'NS-THU assigned_plan blank',
      'NS-THU adopted_plan change “5”',
    ])
  })
  it('nothing happens where the target is not on the sheet, or nothing is pasted', () => {
    expect(plan('5|6', { target: from('GONE') }).cells).toEqual([])
    const half = { from: cell('GONE', 'adopted_plan'), to: cell('NS-THU', 'adopted_plan') }
    expect(plan('5|6', { target: half }).cells).toEqual([])
    expect(planPaste([], options()).cells).toEqual([])
    expect(planPaste([[]], options()).cells).toEqual([])
  })
  it('a whole column of a spreadsheet is no trouble', () => {
    const { cells, outside } = planPaste(Array(200_000).fill(['5', '6']), options())
    expect([cells.length, outside]).toEqual([12, 399_988])
  })
})

describe('the style of the block decides how it is read', () => {
  it('and what is written in another one is written anew', () => {
    const { cells, readAs } = plan('3,600.5|1,234\n12.5|> 1,500')
    expect(readAs).toBe('en')
    expect(cells.map(({ text }) => text)).toEqual(['3.600,5', '1.234', '12,5', '> 1.500'])
  })
  it('what is in the person’s own stays as it was written', () =>
    expect(plan('3600,50|trên  1.234').cells.map(({ text }) => text)).toEqual(['3600,50', 'trên  1.234']))
  it('words and what is cleared are not written anew', () => {
    const { cells } = plan("|'Điều 2.1\n3,600.5|", { clearBlanks: true })
    expect(cells.map(({ outcome, text }) => `${outcome} ${text}`)).toEqual([
      'change ',
      "change 'Điều 2.1",
      'change 3.600,5',
      'same ',
    ])
  })
  it('words are nobody’s', () =>
    expect(said('3,600.5\nĐạt|7.5', { target: from('XH-VL') })).toEqual([
      'XH-VL adopted_plan change “3.600,5”',
      'HC-DA adopted_plan change “Đạt”',
      'HC-DA estimate change “7,5”',
    ]))
  it('an ambiguous one waits for an answer', () => {
    const asked = plan('1.234|2.345')
    expect(asked).toMatchObject({ style: 'ambiguous', undecided: '1.234', readAs: 'vi' })
    expect(plan('1.234|2.345', { answer: 'en' }).cells.map(({ after }) => after)).toEqual([
      exactly(1.234),
      exactly(2.345),
    ])
    expect(plan('1.234|2,5', { answer: 'en' }).readAs).toBe('vi')
  })
  it('one cell alone is read as it would be typed there', () => {
    expect(plan('1.234')).toMatchObject({ style: 'either', readAs: 'vi' })
    expect(said('1,234.5')).toEqual(['NS-THU adopted_plan error wrong_separators'])
    expect(said('1,234.5|\n|')[0]).toBe('NS-THU adopted_plan error wrong_separators')
  })
  it('and needs no preview, unless something is left out', () => {
    expect(onlyCell(plan('1.234'))).toMatchObject({ indicator: 'NS-THU', text: '1.234' })
    expect(onlyCell(plan('|1.234\n|'))).toMatchObject({ kind: 'estimate', text: '1.234' })
    expect(onlyCell(plan('XH-VL|5'))).toMatchObject({ indicator: 'XH-VL', text: '5' })
    expect(onlyCell(plan('1.234|5'))).toBeNull()
    expect(onlyCell(plan('|'))).toBeNull()
    expect(onlyCell(plan('5|6', { target: from('HC-DA', 'estimate') }))).toBeNull()
    expect(onlyCell(plan('XH-VL|5\nHộ nghèo|6'))).toBeNull()
  })
  it('unless it is known how it is written: then it is written anew', () => {
    expect(said('1.234', { locale: 'en', answer: 'vi' })).toEqual(['NS-THU adopted_plan change “1,234”'])
    expect(said('12,5', { locale: 'en', answer: 'vi' })).toEqual(['NS-THU adopted_plan change “12.5”'])
  })
})

describe('one text alone fills what is selected', () => {
  it('whichever corner came first', () => {
    const target = { from: cell('NS-THU-DAT', 'estimate'), to: cell('NS-THU', 'adopted_plan') }
    // As it would be typed there: nothing is asked of one text.
    expect(plan('1.234', { target })).toMatchObject({ style: 'either', headings: [] })
    expect(said('5', { target })).toEqual([
      'NS-THU adopted_plan change “5”',
      'NS-THU estimate change “5”',
      'NS-THU-DAT adopted_plan change “5”',
      'NS-THU-DAT estimate change “5”',
    ])
  })
  it('a block begins in its first corner', () => {
    const target = { from: cell('XH-VL', 'estimate'), to: cell('NS-THU', 'adopted_plan') }
    expect(said('5|6', { target })).toEqual(['NS-THU adopted_plan change “5”', 'NS-THU estimate change “6”'])
  })
})

describe('rows with names go to their lines', () => {
  it.each([
    ['a name', 'so nguoi co viec lam'],
    ['in another case, with numbering', '3.1. SỐ NGƯỜI CÓ VIỆC LÀM'],
    ['with its unit', 'Số người có việc làm (người)'],
    ['in English', 'Jobs:'],
    ['a code', 'XH-VL'],
  ])('%s, in any order', (_, name) =>
    expect(said(`${name}|6.200|6.300\nThu ngân sách nhà nước trên địa bàn|3.600|`)).toEqual([
      'XH-VL adopted_plan change “6.200”',
      'XH-VL estimate change “6.300”',
      'NS-THU adopted_plan change “3.600”',
      'NS-THU estimate blank',
    ]),
  )
  it('a code alone among spaces', () => expect(said(' XH-VL |5')).toEqual(['XH-VL adopted_plan change “5”']))
  it('behind a number, before a unit, below headings and groups, as in the Biểu', () => {
    const { cells, headings, leftOut } = plan(
      [
        'TT|Chỉ tiêu|Đơn vị tính|KH quận|Ước TH',
        'A|KINH TẾ|||',
        '1|Cơ cấu|||',
        '|- Dịch vụ – thương mại|%|70,5|71',
        'B|XÃ HỘI|||',
        '2|Số người có việc làm|Người|6.200|6.100',
      ].join('\n'),
    )
    expect(headings).toEqual(['KH quận', 'Ước TH'])
    expect(leftOut).toEqual([])
    expect(cells.flatMap((one) => (one.outcome === 'change' ? [`${one.indicator} ${one.text}`] : []))).toEqual([
      'KT-CO-CAU-DV 70,5',
      'KT-CO-CAU-DV 71',
      'XH-VL 6.200',
      'XH-VL 6.100',
    ])
  })
  it('headings alone above figures are passed over too', () =>
    expect(plan('kh quận|ước th\n5|6')).toMatchObject({
      headings: ['kh quận', 'ước th'],
      cells: [{ after: exactly(5) }, { after: exactly(6) }],
    }))
  it('labels say which columns the figures are of, wherever the block is pasted', () => {
    const { cells, outside } = plan('Ước TH|Nguồn|KH quận|Ước TH\n5|9|6|7')
    // What is labelled for no column, or for one that is taken, goes nowhere.
    expect(cells.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['estimate 5', 'adopted_plan 6'])
    expect(outside).toBe(2)
    const known = plan('Ước TH||KH quận|TH 2023\n5|9|6|7')
    expect(known.cells.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['estimate 5', 'adopted_plan 6'])
    expect(known.outside).toBe(2)
  })
  it.each([
    ['2023|2024\n5|6', ['2023', '2024']],
    ['Năm 2024|\n5|6', ['Năm 2024']],
    ['Chỉ tiêu|2023|2024\nNS-THU|5|6', ['2023', '2024']],
  ])('a first row of years is none of figures: %s', (block, years) => {
    const { cells, headings, labelled, leftOut } = plan(block)
    expect(cells.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['adopted_plan 5', 'estimate 6'])
    expect([headings, labelled, leftOut]).toEqual([years, false, []])
  })
  it('years above labels leave the labels what they are', () =>
    expect(plan('2024|2023\nƯớc TH|KH quận\n5|6')).toMatchObject({
      ...{ headings: ['Ước TH', 'KH quận'], labelled: true },
      cells: [
        { kind: 'estimate', text: '5' },
        { kind: 'adopted_plan', text: '6' },
      ],
    }))
  it.each(['2023|2024', '2010|2024\n5|6', '2024|\n5|6', 'NS-THU|2023|2024\nXH-VL|5|6'])(
    'numbers like years are numbers: %s',
    (block) =>
      expect(plan(block)).toMatchObject({
        headings: [],
        cells: expect.arrayContaining([expect.objectContaining({ source: '2024' })]),
      }),
  )
  it('headings may be all that there is', () =>
    expect(plan('KH quận|Ước TH')).toMatchObject({ headings: ['KH quận', 'Ước TH'], cells: [] }))
  it('a column of units has no number in it, and stands behind names', () => {
    expect(said('XH-VL||5')).toEqual(['XH-VL adopted_plan blank', 'XH-VL estimate change “5”'])
    expect(said('người|5')).toEqual(['NS-THU adopted_plan error words_not_allowed', 'NS-THU estimate change “5”'])
    expect(said('XH-VL|người|5\nNS-THU|7|6')).toEqual([
      'XH-VL adopted_plan error words_not_allowed',
      'XH-VL estimate change “5”',
      'NS-THU adopted_plan change “7”',
      'NS-THU estimate change “6”',
    ])
    const forest = sheetLine({ indicator: { code: 'MT-RUNG', nameVi: 'Rừng', unitOfMeasure: 'm2' } })
    expect(said('Rừng|m2|5', { sheet: { lines: [forest], columns }, target: from('MT-RUNG') })).toEqual([
      'MT-RUNG adopted_plan change “5”',
    ])
  })
  it('a unit that is another one counts, or is refused', () =>
    expect(said('NS-THU| triệu đồng |3.600.000| > 5\nNS-THU-DAT|tỷ đồng|7|\nXH-VL|hộ|5|#N/A')).toEqual([
      'NS-THU adopted_plan change “3.600.000 triệu đồng”',
      'NS-THU estimate change “> 5 triệu đồng”',
      'NS-THU-DAT adopted_plan change “7”',
      'NS-THU-DAT estimate blank',
      'XH-VL adopted_plan error other_unit',
      'XH-VL estimate error formula_error',
    ]))
  it.each<[string, block: string, string[]]>([
    [
      'in every row, a multiple of the indicator’s',
      'NS-THU|triệu đồng|3.600.000\nNS-THU-DAT|Triệu  VNĐ|7.000.000',
      ['NS-THU adopted_plan change “3.600.000 triệu đồng”', 'NS-THU-DAT adopted_plan change “7.000.000 Triệu  VNĐ”'],
    ],
    ['a power of ten alone', 'NS-THU|tỷ|3.600', ['NS-THU adopted_plan change “3.600 tỷ”']],
    ['of people', 'XH-VL|nghìn người|6,2', ['XH-VL adopted_plan change “6,2 nghìn người”']],
    ['with digits', 'NS-THU|1.000 đồng|3.600.000.000', ['NS-THU adopted_plan change “3.600.000.000 nghìn đồng”']],
    ['', 'NS-THU|(1,000,000 đồng)|3.600.000', ['NS-THU adopted_plan change “3.600.000 triệu đồng”']],
    ['', 'NS-THU|1000000000đ|3.600', ['NS-THU adopted_plan change “3.600 tỷ đ”']],
    [
      'that nobody knows',
      'NS-THU|USD|3.600\nXH-VL|hộ|5',
      ['NS-THU adopted_plan error other_unit', 'XH-VL adopted_plan error other_unit'],
    ],
    [
      'that nobody knows, below a heading',
      'Chỉ tiêu|ĐVT|KH quận\nNS-THU|Tr.đ|3.600',
      ['NS-THU adopted_plan error other_unit'],
    ],
  ])('behind the names is a unit, %s: %s', (_, block, cells) => expect(said(block)).toEqual(cells))
  it.each<[string, block: string, string[]]>([
    ['a bound', 'NS-THU|trên 3.500|3.600', ['change “trên 3.500”', 'change “3.600”']],
    ['nothing', 'NS-THU|x|3.600', ['error words_not_allowed', 'change “3.600”']],
    ['a dash', 'NS-THU|-|3.600', ['error dash_alone', 'change “3.600”']],
    ['words for a milestone', 'HC-DA|Đạt|5', ['change “Đạt”', 'change “5”']],
    ['words, and no number behind', 'NS-THU|hộ|', ['error words_not_allowed', 'blank']],
    [
      'what a label is above',
      'Chỉ tiêu|KH quận|Ước TH\nNS-THU|nhiều|3.600',
      ['error words_not_allowed', 'change “3.600”'],
    ],
  ])('but not %s: %s', (_, block, outcomes) =>
    expect(said(block).map((one) => one.split(' ').slice(2).join(' '))).toEqual(outcomes),
  )
  it.each(['triệu đồng|3.600.000', '1.000 đồng|3.600.000.000', '(VNĐ)|3.600.000.000.000'])(
    'and the figure is recorded in the indicator’s: %s',
    (figures) =>
      expect(plan(`NS-THU|${figures}`).cells).toMatchObject([{ kind: 'adopted_plan', after: exactly(3600) }]),
  )
  it('m2 and m² are one unit', () => {
    const area = sheetLine({ indicator: { code: 'DT', unitOfMeasure: 'm2' } })
    const floor = sheetLine({ indicator: { code: 'SAN', unitOfMeasure: 'm²' } })
    const sheet = { lines: [area, floor], columns }
    const both = 'DT|m²|5\nSAN|m2|6\n'
    expect(said(both, { sheet, target: from('DT') })).toEqual([
      'DT adopted_plan change “5”',
      'SAN adopted_plan change “6”',
    ])
    expect(said('DT|nghìn m²|5\nSAN|nghìn m2|6', { sheet, target: from('DT') })).toEqual([
      'DT adopted_plan change “5 nghìn m²”',
      'SAN adopted_plan change “6 nghìn m2”',
    ])
  })
  it('a unit is not that of percents, of words, or of what has none', () => {
    const percents = [columns[1], { kind: 'reported_percent_adopted', label: '% KH', closed: null } as const]
    const sources = (text: string, more?: Partial<PasteOptions>) =>
      plan(`${text}\nXH-VL|người||`, more)
        .cells.map(({ source }) => source)
        .slice(0, 2)
    expect(sources('NS-THU|triệu đồng|5.000|98', { sheet: { lines, columns: percents } })).toEqual([
      '5.000 triệu đồng',
      '98',
    ])
    expect(sources("NS-THU|triệu đồng|'Điều 5|Đợt 2")).toEqual(["'Điều 5", 'Đợt 2'])
    expect(sources('HC-DA|người| 5 |')).toEqual(['5', ''])
  })
  it('a row of no line, or of one that a row above has taken, is left out', () => {
    const { cells, leftOut } = plan('Số người có việc làm|5|\n Hộ nghèo |6|\n|7|\nXH-VL|8|\nGhi chú||')
    expect(cells.map(({ text }) => text)).toEqual(['5', ''])
    expect(leftOut).toEqual([
      { name: 'Hộ nghèo', why: 'no_line' },
      { name: '', why: 'no_line' },
      { name: 'XH-VL', why: 'twice' },
    ])
  })
  it('a code that looks like a number makes no column of names', () => {
    const numbered = sheetLine({ indicator: { code: '304', nameVi: 'Ba trăm linh tư' } })
    const sheet = { lines: [revenue, numbered], columns }
    expect(said('304|5\n7|6', { sheet })).toContain('NS-THU adopted_plan change “304”')
    expect(
      said('1|5\n2|6', { sheet: { lines: [revenue, sheetLine({ indicator: { code: '1' } })], columns } }),
    ).toHaveLength(4)
    expect(said('304|5', { sheet })).toEqual(['NS-THU adopted_plan change “304”', 'NS-THU estimate change “5”'])
    expect(plan('304|5\nNS-THU|6', { sheet }).cells.map(({ indicator }) => indicator)).toEqual(['304', 'NS-THU'])
  })
})

it('a column of codes names its rows, where all are known and none is as short as an index', () => {
  const coded = (...codes: string[]) => ({
    lines: codes.map((code) => sheetLine({ indicator: { code, nameVi: `Chỉ tiêu ${code}` } })),
    columns,
  })
  const placed = (rows: string[][], ...codes: string[]) =>
    planPaste(rows, options({ sheet: coded(...codes), target: from(codes[0] ?? '') })).cells.map(
      ({ indicator, text }) => `${indicator} ${text}`,
    )
  expect(placed([['302', '5'], [], ['', ''], ['301', '6']], '301', '302')).toEqual(['302 5', '301 6'])
  expect(
    placed(
      [
        ['20 ', '5'],
        ['10 ', '6'],
      ],
      '10',
      '20',
    ),
  ).toEqual(['10 20', '10 5', '20 10', '20 6'])
})

describe('of two namesakes none is guessed', () => {
  const part = (code: string, parentCode: string, nameVi: string) =>
    sheetLine({ indicator: { code, parentCode, nameVi, nameEn: code } })
  const whole = (code: string, nameVi: string) => sheetLine({ indicator: { code, nameVi, nameEn: code } })
  const family = [
    whole('A', 'Lao động'),
    part('A-1', 'A', 'Nữ'),
    part('A-2', 'A', 'Lao động: Nông thôn'),
    whole('B', 'Cán bộ'),
    part('B-1', 'B', 'Nữ'),
    whole('C', 'Nông thôn'),
    part('A-3', 'A', 'Lao động: Hợp đồng'),
    part('A-4', 'A', 'Nông-lâm'),
    whole('D', 'Nông-lâm'),
  ]
  const where = (...names: string[]) => {
    const { cells, leftOut } = planPaste(
      [...names, 'B'].map((name) => (name === '' ? [] : [name, '5'])),
      options({ sheet: { lines: family, columns }, target: from('A') }),
    )
    return [...cells.map(({ indicator }) => indicator), ...leftOut.map(({ name, why }) => `${name} ${why}`)]
  }
  it.each<[string, string[], string[]]>([
    ['a part is named within its parent', ['Cán bộ', '- Nữ', 'Lao động', '+ Nữ'], ['B', 'B-1', 'A', 'A-1', 'B twice']],
    ['in brackets of words too', ['Lao động', 'Trong đó: Nữ'], ['A', 'A-1', 'B']],
    ['below words that lead on', ['Lao động', 'Trong đó:', '- Nữ'], ['A', 'A-1', 'B', 'Trong đó: no_line']],
    ['and so do they without a colon', ['Lao động', 'Trong đó', '- Nữ'], ['A', 'A-1', 'B', 'Trong đó no_line']],
    ['a dash may be missing', ['Lao động', 'Nữ'], ['A', 'A-1', 'B']],
    ['an empty row leads nowhere', ['Lao động', '', '- Nữ'], ['A', 'A-1', 'B']],
    ['without a parent above', ['Nữ'], ['B', 'Nữ several_lines']],
    ['one part of that name needs none', ['Hợp đồng'], ['A-3', 'B']],
    ['nor with a dash', ['- Hợp đồng'], ['A-3', 'B']],
    ['but below another parent it is not meant', ['Cán bộ', 'Hợp đồng'], ['B', 'Hợp đồng no_line', 'B twice']],
    ['the whole name says it at the top, too', ['Lao động: Nông thôn'], ['A-2', 'B']],
    ['a dash inside of a name is part of it', ['Lao động', 'Nông-lâm'], ['A', 'B', 'Nông-lâm several_lines']],
    ['below a parent that is not on the sheet', ['Học sinh', '- Nữ'], ['B', 'Học sinh no_line', '- Nữ no_line']],
    ['below one that has no such part', ['Nông thôn', '- Nữ'], ['C', 'B', '- Nữ no_line']],
    ['a part and a line of its own', ['Lao động', 'Nông thôn'], ['A', 'B', 'Nông thôn several_lines']],
    ['of which a dash says which', ['Lao động', '– Nông thôn'], ['A', 'A-2', 'B']],
    ['the whole name says it anywhere', ['Cán bộ', 'Lao động: Nông thôn'], ['B', 'A-2', 'B twice']],
    ['a list may have dashes throughout', ['- Lao động', '- Cán bộ'], ['A', 'B', 'B twice']],
  ])('%s: %j', (_, names, expected) => expect(where(...names)).toEqual(expected))

  it.each([
    ['– Thu từ thuế, phí', 'thu tu thue, phi'],
    ['I. KINH TẾ', 'kinh te'],
    ['2.1 Chi  ngân sách :', 'chi ngan sach'],
    ['Công nghiệp – xây dựng', 'cong nghiep-xay dung'],
    ['a) Đề án', 'de an'],
    ['a)Đề án', 'de an'],
    ['– 1. Đề án', 'de an'],
    ['-Đề án', 'de an'],
    ['12. Đề án', 'de an'],
    ['1.12. Đề án', 'de an'],
    ['1.1.2. Đề án', 'de an'],
    ['12 Đề án', 'de an'],
    ['III. Đề án', 'de an'],
    ['Đề. Án', 'de. an'],
    ['Trong đó: – Đề án', 'de an'],
    ['Trong đó : đề án', 'de an'],
    ['Án, trong đó: đề', 'an, trong do: de'],
    ['Án: đề', 'an: de'],
    ['Án -đề', 'an-de'],
    ['Án- đề', 'an-de'],
    ['Việc làm', 'viec lam'],
  ])('%s is compared as %s', (name, key) => expect(foldName(name)).toBe(key))
})
