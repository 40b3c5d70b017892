import { describe, expect, it } from 'vitest'
import { unguardText } from '#domain/csv.ts'
import { csvWriters } from '#domain/export-cells.ts'
import {
  type ExportLayout,
  type ExportRow,
  exportCells,
  exportHeader,
  exportLayouts,
  layoutSeparator,
} from '#domain/export-columns.ts'
import { parseQuantity } from '#domain/quantity.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

/** The fixed order: other programs rely on it. */
const header = [
  'unit',
  'unit_code',
  'unit_valid_from',
  'unit_name',
  'unit_kind',
  'parent',
  'year',
  'line_number',
  'indicator_code',
  'indicator_version',
  'indicator',
  'group',
  'unit_of_measure',
  'in_assigned_set',
  'in_adopted_set',
  'office',
  'assigned_plan',
  'adopted_plan',
  'estimate',
  'preliminary',
  'official',
  'unstaged',
  'percent_of_assigned',
  'percent_of_adopted',
  'points_vs_assigned',
  'points_vs_adopted',
  'growth_percent',
  'verdict_assigned',
  'verdict_adopted',
  'reported_percent_assigned',
  'reported_percent_adopted',
  'reported_percent_unstated',
  'reported_verdict_assigned',
  'reported_verdict_adopted',
  'reported_verdict_unstated',
  'reported_difference_assigned',
  'reported_difference_adopted',
  'reported_difference_unstated',
  'reported_growth',
  'sheet_state',
  'source',
  'updated_at',
  'updated_by',
]

type Line = Parameters<typeof sheetLine>[0]
type Row = Partial<Omit<ExportRow, 'line' | 'previous'>> & { previous?: Line }

/** The cells of a line by the names of their columns. */
function cellsOf(layout: ExportLayout, line: SheetLine, { previous, ...row }: Row = {}): Record<string, string> {
  const cells = exportCells(
    {
      unit: {
        slug: 'bac-tu-liem',
        code: '021',
        validFrom: '2014-04-01',
        name: 'Quận Bắc Từ Liêm',
        kind: 'urban_district',
      },
      parent: 'ha-noi',
      year: 2023,
      state: 'submitted',
      ...row,
      line,
      previous: previous ? sheetLine(previous) : null,
    },
    csvWriters[layout],
  )
  expect(cells).toHaveLength(header.length)
  return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']))
}
const exported = (layout: ExportLayout, line: Line, row?: Row) => cellsOf(layout, sheetLine(line), row)
const rate = { valueType: 'rate', unitOfMeasure: '%' } as const

it('the header is fixed', () => expect(exportHeader).toEqual(header))
it('the layouts have their separators', () => {
  expect(exportLayouts).toEqual(['data', 'excel-vi'])
  expect(layoutSeparator).toEqual({ data: ',', 'excel-vi': ';' })
})

describe('a whole line', () => {
  const line: Line = {
    number: '5.1',
    office: 'Phòng Tài chính – Kế hoạch',
    inAssignedSet: false,
    cells: {
      adopted_plan: '3504',
      estimate: '3593.5',
      reported_percent_adopted: '103',
      reported_verdict_unstated: 'exceeded',
      reported_growth: '5.25',
    },
    figure: {
      document: {
        code: 'btl',
        title: 'Cơ bản hoàn thành 24 chỉ tiêu',
        publisher: null,
        number: null,
        url: null,
        dated: null,
      },
    },
  }
  const text = {
    unit: 'bac-tu-liem',
    unit_code: '021',
    unit_name: 'Quận Bắc Từ Liêm',
    unit_kind: 'quận',
    parent: 'ha-noi',
    year: '2023',
    line_number: '5.1',
    indicator_code: 'NS-THU',
    indicator_version: '1',
    indicator: 'Thu ngân sách nhà nước trên địa bàn',
    group: 'Ngân sách',
    unit_of_measure: 'tỷ đồng',
    in_assigned_set: 'false',
    in_adopted_set: 'true',
    office: 'Phòng Tài chính – Kế hoạch',
    assigned_plan: '',
    adopted_plan: '3504',
    preliminary: '',
    official: '',
    unstaged: '',
    percent_of_assigned: '',
    points_vs_assigned: '',
    points_vs_adopted: '',
    growth_percent: '',
    verdict_assigned: '',
    verdict_adopted: 'exceeded',
    reported_percent_assigned: '',
    reported_percent_adopted: '103',
    reported_percent_unstated: '',
    reported_verdict_assigned: '',
    reported_verdict_adopted: '',
    reported_verdict_unstated: 'exceeded',
    reported_difference_assigned: '',
    reported_difference_adopted: '',
    reported_difference_unstated: '',
    sheet_state: 'submitted',
    source: 'Cơ bản hoàn thành 24 chỉ tiêu',
    updated_by: 'Nguyễn Thị Nhập',
  }
  it('for programs: decimal dot, ISO dates', () =>
    expect(exported('data', line)).toEqual({
      ...text,
      unit_valid_from: '2014-04-01',
      estimate: '3593.5',
      percent_of_adopted: '102.554223744292',
      reported_growth: '5.25',
      updated_at: '2023-12-15T03:00:00.000Z',
    }))
  it('for Vietnamese Excel: decimal comma, dd/mm/yyyy', () =>
    expect(exported('excel-vi', line)).toEqual({
      ...text,
      unit_valid_from: '01/04/2014',
      estimate: '3593,5',
      percent_of_adopted: '102,554223744292',
      reported_growth: '5,25',
      updated_at: '15/12/2023',
    }))
})

it('guards a line number as any text that somebody wrote', () => {
  const linked = { number: '=HYPERLINK("http://a.example")' }
  for (const layout of exportLayouts) {
    expect(exported(layout, linked).line_number).toBe(`'${linked.number}`)
  }
})

describe('quantities keep their sign and are otherwise plain (rule 5)', () => {
  it.each<[string, string, string]>([
    ['>14000', '>14000', '>14000'],
    ['>=1234.5', '>=1234.5', '>=1234,5'],
    ['<4.5', '<4.5', '<4,5'],
    ['<=4.5', '<=4.5', '<=4,5'],
    ['~7', '~7', '~7'],
    ['12.7..13', '12.7..13', '12,7..13'],
    ['82/82', '82/82', '82/82'],
    ['1 (Phúc Diễn)', '1 (Phúc Diễn)', '1 (Phúc Diễn)'],
    ['1651346', '1651346', '1651346'],
    ['0.0000001', '0.0000001', '0,0000001'],
    ['123456789012345', '123456789012345', '123456789012345'],
    ['0', '0', '0'],
    // A number is no formula: it stays a number.
    ['-5.2', '-5.2', '-5,2'],
    ['-5..-3', '-5..-3', '-5..-3'],
    // Words among numbers keep the apostrophe that says they are meant.
    ["'cao hơn mức thành phố giao", "'cao hơn mức thành phố giao", "'cao hơn mức thành phố giao"],
    // With free text a number is the start of a formula, and the apostrophe of words is part of what is guarded.
    ["-5.2 (=cmd|'/c calc'!A1)", "'-5.2 (=cmd|'/c calc'!A1)", "'-5,2 (=cmd|'/c calc'!A1)"],
    ['-5..-3 (+1)', "'-5..-3 (+1)", "'-5..-3 (+1)"],
    ['5 (=1+1)', '5 (=1+1)', '5 (=1+1)'],
    ['>-5 (=1+1)', '>-5 (=1+1)', '>-5 (=1+1)'],
    ["'=1+1", "''=1+1", "''=1+1"],
    ["'＝1+1", "''＝1+1", "''＝1+1"],
    ["'-5", "''-5", "''-5"],
  ])('%s', (typed, data, excel) => {
    const line: Line = { cells: { official: typed } }
    expect(exported('data', line).official).toBe(data)
    expect(exported('excel-vi', line).official).toBe(excel)
  })
  it.each(["'-5", '-5', "'=1+1", '-5 (=1+1)', '-5..-3 (a)', "'75O", '>14000', '82/82', 'cao hơn', "''=1"])(
    '%s comes back as it was',
    (typed) => {
      const read = (text: string) => parseQuantity(text, { style: 'plain', words: true })
      const { official } = exported('data', { indicator: { valueType: 'milestone' }, cells: { official: typed } })
      expect(read(unguardText(official ?? ''))).toEqual(read(typed))
      expect(read(typed).ok).toBe(true)
    },
  )
  it('a bound makes a bound', () => {
    const line: Line = { cells: { adopted_plan: '10000', estimate: '>14001' } }
    expect(exported('data', line).percent_of_adopted).toBe('>140.01')
    expect(exported('excel-vi', line).percent_of_adopted).toBe('>140,01')
  })
  it('a cleared cell is blank', () => expect(exported('data', { cells: { official: '' } }).official).toBe(''))
})

describe('percents, points and growth (rule 4)', () => {
  const cells = { assigned_plan: '13', adopted_plan: '12.66', estimate: '12.86' }
  it('a rate or a share has points and no percent', () => {
    for (const valueType of ['rate', 'share'] as const) {
      const row = exported('data', { indicator: { ...rate, valueType }, cells })
      expect([row.percent_of_assigned, row.percent_of_adopted]).toEqual(['', ''])
      expect([row.points_vs_assigned, row.points_vs_adopted]).toEqual(['-0.14', '0.2'])
    }
    const row = exported('excel-vi', { indicator: rate, cells })
    expect([row.points_vs_assigned, row.points_vs_adopted]).toEqual(['-0,14', '0,2'])
  })
  it('an amount has percents and no points', () => {
    const row = exported('data', { cells: { assigned_plan: '80', adopted_plan: '100', estimate: '90' } })
    expect([row.percent_of_assigned, row.percent_of_adopted]).toEqual(['112.5', '90'])
    expect([row.points_vs_assigned, row.points_vs_adopted]).toEqual(['', ''])
  })
  it('a plan of zero has neither', () => {
    const row = exported('data', { cells: { adopted_plan: '0', estimate: '5' } })
    expect([row.adopted_plan, row.percent_of_adopted, row.points_vs_adopted]).toEqual(['0', '', ''])
  })
  it('growth is a percent of the year before, blank for a rate', () => {
    const previous = { cells: { official: '100' } }
    expect(exported('data', { cells: { estimate: '94.8' } }, { previous }).growth_percent).toBe('-5.2')
    expect(exported('excel-vi', { cells: { estimate: '94.8' } }, { previous }).growth_percent).toBe('-5,2')
    const grown = exported('data', { indicator: rate, cells }, { previous: { indicator: rate, ...previous } })
    expect(grown.growth_percent).toBe('')
  })
  it('what is stated stays apart from what is computed (rule 7)', () => {
    const row = exported('data', { cells: { reported_growth: '12.86', reported_percent_unstated: '100' } })
    expect([row.growth_percent, row.reported_growth]).toEqual(['', '12.86'])
    expect([row.percent_of_assigned, row.percent_of_adopted, row.reported_percent_unstated]).toEqual(['', '', '100'])
  })
  it.each(exportLayouts)('a derived plan is never exported (rule 6): %s', (layout) => {
    const cells = { estimate: '1570', reported_percent_assigned: '102', reported_percent_adopted: '97.4' }
    const row = exported(layout, { cells })
    expect([row.assigned_plan, row.adopted_plan, row.percent_of_assigned, row.percent_of_adopted]).toEqual([
      '',
      '',
      '',
      '',
    ])
  })
})

describe('a verdict is blank where the line has nothing to do with the plan (rule 1)', () => {
  const outside = { inAssignedSet: false, inAdoptedSet: false }
  const verdicts = (line: Line) => {
    const { verdict_assigned, verdict_adopted } = exported('data', line)
    return [verdict_assigned, verdict_adopted]
  }
  it('monitored only', () => expect(verdicts({ ...outside, cells: { estimate: '5' } })).toEqual(['', '']))
  it('in a set it waits, even before any value is known', () => {
    expect(verdicts({ ...outside, inAssignedSet: true })).toEqual(['awaiting', ''])
    expect(verdicts({ ...outside, inAdoptedSet: true })).toEqual(['', 'awaiting'])
  })
  it('outside of the set a plan is judged all the same', () =>
    expect(verdicts({ ...outside, cells: { adopted_plan: '5', estimate: '5' } })).toEqual(['', 'met']))
  it('a neutral line of the set says so', () =>
    expect(verdicts({ inAssignedSet: false, indicator: { direction: 'neutral' } })).toEqual(['', 'not_judged']))
})

describe('where a line comes from', () => {
  const document = (code: string, title: string) => ({
    code,
    title,
    publisher: null,
    number: null,
    url: null,
    dated: null,
  })
  it('each source once', () => {
    const line = sheetLine({ cells: { adopted_plan: '1', estimate: '2', official: '3', unstaged: '4' } })
    const { adopted_plan, estimate, official } = line.figures
    if (!adopted_plan || !estimate || !official) throw new Error('three figures')
    line.figures.adopted_plan = { ...adopted_plan, document: document('a', 'Nghị quyết 37') }
    line.figures.estimate = { ...estimate, document: document('b', '=Báo cáo') }
    line.figures.official = { ...official, document: document('a', 'Nghị quyết 37') }
    expect(cellsOf('data', line).source).toBe('Nghị quyết 37; =Báo cáo')
  })
  it('a unit below no other has no parent', () => expect(exported('data', {}, { parent: null }).parent).toBe(''))
  it('the day is the one in Vietnam', () => {
    const figure = { at: '2023-12-14T17:30:00.000Z' }
    expect(exported('excel-vi', { cells: { estimate: '1' }, figure }).updated_at).toBe('15/12/2023')
    expect(exported('data', { cells: { estimate: '1' }, figure }).updated_at).toBe('2023-12-14T17:30:00.000Z')
  })
  it.each(exportLayouts)('nothing recorded, nobody named: %s', (layout) => {
    const { source, updated_at, updated_by } = exported(layout, {})
    expect([source, updated_at, updated_by]).toEqual(['', '', ''])
  })
  it('texts cannot be formulas', () => {
    const row = exported(
      'excel-vi',
      {
        office: '@phòng',
        indicator: { code: '-A', nameVi: '=1+1', unitOfMeasure: '＋đồng' },
        cells: { estimate: '1' },
        figure: { by: '+84', document: document('a', '=Báo cáo') },
      },
      { unit: { slug: 'u', code: '021', validFrom: '2014-04-01', name: '-Quận', kind: 'urban_district' } },
    )
    const { office, indicator_code, indicator, unit_of_measure, updated_by, source, unit_name, unit_code } = row
    expect({ office, indicator_code, indicator, unit_of_measure, updated_by, source, unit_name, unit_code }).toEqual({
      office: "'@phòng",
      indicator_code: "'-A",
      indicator: "'=1+1",
      unit_of_measure: "'＋đồng",
      updated_by: "'+84",
      source: "'=Báo cáo",
      unit_name: "'-Quận",
      unit_code: '021',
    })
  })
})

it('the last change is the latest of the figures', () => {
  const line = sheetLine({ cells: { adopted_plan: '1', estimate: '2', reported_growth: '3' } })
  const { estimate } = line.figures
  if (!estimate) throw new Error('an estimate')
  line.figures.estimate = { ...estimate, at: '2024-01-05T03:00:00.000Z', by: 'Trần Văn Sửa' }
  const { updated_at, updated_by } = cellsOf('excel-vi', line)
  expect([updated_at, updated_by]).toEqual(['05/01/2024', 'Trần Văn Sửa'])
})
