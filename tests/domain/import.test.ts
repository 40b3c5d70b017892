import { describe, expect, it } from 'vitest'
import type { FigureKind } from '#domain/figure.ts'
import type { FileCell } from '#domain/file-table.ts'
import { readCell } from '#domain/import-cell.ts'
import {
  cellText,
  columnsOf,
  csvCell,
  findHeader,
  tableUnit,
  unguarded,
  unreadColumns,
} from '#domain/import-columns.ts'
import { rolesOfLabels } from '#domain/import-labels.ts'
import { stageOfCell } from '#domain/import-stage.ts'
import { styleOfFile } from '#domain/import-style.ts'
import { unitFinder } from '#domain/import-units.ts'
import type { NumberStyle } from '#domain/number-format.ts'
import { exactly } from '#domain/quantity.ts'

const table = (...rows: FileCell[][]) => ({ worksheet: '', rows })

describe('labels', () => {
  it.each<[string[], (string | null)[]]>([
    [
      ['STT', 'Chỉ tiêu', 'ĐVT', 'Ghi chú', 'Lạ'],
      ['line_number', 'indicator', 'unit_of_measure', 'ignored', null],
    ],
    [
      ['Đơn vị', 'Năm', 'Mã chỉ tiêu'],
      ['unit', 'year', 'indicator'],
    ],
    [
      ['KH Thành phố', 'KH quận'],
      ['assigned_plan', 'adopted_plan'],
    ],
    [
      ['Quận giao', 'Thành phố giao'],
      ['adopted_plan', 'assigned_plan'],
    ],
    // Two that sound alike: the superior's stands first.
    [
      ['Huyện giao', 'Xã giao'],
      ['assigned_plan', 'adopted_plan'],
    ],
    [
      ['Cấp trên giao', 'Thành phố giao'],
      ['assigned_plan', 'adopted_plan'],
    ],
    [
      ['Thực hiện 2022', 'Ước thực hiện năm 2023'],
      ['ignored', 'estimate'],
    ],
    // A plan tells the year as a result does, and one of an earlier year is not the superior's of this one.
    [
      ['Ước thực hiện 2023', 'KH quận giao 2024'],
      ['ignored', 'adopted_plan'],
    ],
    [
      ['KH quận giao 2023', 'KH quận giao 2024'],
      ['ignored', 'adopted_plan'],
    ],
    [
      ['Huyện giao 2024', 'Xã giao 2024'],
      ['assigned_plan', 'adopted_plan'],
    ],
    [
      ['Ước thực hiện (2)', 'KH quận (năm 2024)'],
      ['estimate', 'adopted_plan'],
    ],
    [
      ['Sơ bộ', 'Chính thức', 'So với KH quận'],
      ['preliminary', 'official', 'ignored'],
    ],
    [
      ['Chính thức', 'Kết quả'],
      ['official', null],
    ],
    [
      ['percent_of_assigned', 'verdict_adopted', 'reported_growth'],
      ['ignored', 'ignored', 'reported_growth'],
    ],
  ])('%j', (labels, roles) => expect(rolesOfLabels(labels)).toEqual(roles))

  it('of another year than the chosen one are not of this sheet, earlier or later', () => {
    const labels = ['KH quận 2022', 'Ước thực hiện 2023', 'KH quận 2024']
    expect(rolesOfLabels(labels, { year: 2023 })).toEqual(['ignored', 'estimate', 'ignored'])
    expect(rolesOfLabels(labels, { year: 2025 })).toEqual(['ignored', 'ignored', 'ignored'])
  })
  it('whose brackets are no unit of measure are left to the person', () => {
    const labels = ['Ước thực hiện (triệu đồng)', 'KH quận (phấn đấu)']
    expect(rolesOfLabels(labels, { isUnit: (text) => text === 'triệu đồng' })).toEqual(['estimate', null])
  })
})

describe('the row of labels', () => {
  it('is the last of those that stand one above the other', () => {
    const found = findHeader(
      table(
        ['Biểu 01'],
        ['TT', 'Chỉ tiêu', 'Kế hoạch', ''],
        ['', '', 'Tỉnh giao', 'Huyện giao'],
        ['1', '2', '3', '4'],
        ['1', 'Thu', '5', '6'],
      ),
      undefined,
    )
    expect(found).toMatchObject({ row: 4, labels: ['TT', 'Chỉ tiêu', 'Tỉnh giao', 'Huyện giao'] })
  })
  it('of another year is not taken as it was remembered, but as it is chosen', () => {
    const found = findHeader(table(['Chỉ tiêu', 'Đạt 2023'], ['NS-THU', 1]), 1)
    const roleIn = (year: number, more: object = {}) =>
      columnsOf(found, { remembered: { 1: 'official' }, year, ...more })[1]?.role
    expect([roleIn(2023), roleIn(2024), roleIn(2024, { chosen: { 1: 'official' } })]).toEqual([
      'official',
      'ignored',
      'official',
    ])
  })
  it('gives columns the year and the unit that stand over several, or below the label', () => {
    const found = findHeader(
      table(
        ['Chỉ tiêu', 'Kế hoạch 2023 (triệu đồng)', '', 'Kế hoạch 2024 (triệu đồng)', '', 'Ước thực hiện 2024', ''],
        ['', 'Tỉnh giao', 'Huyện giao', 'Tỉnh giao', 'Huyện giao', '', ''],
        ['', '', '', '', '', '(ĐVT: nghìn đồng)', ''],
        ['Thu', 1, 2, 3, 4, 5, 6],
      ),
      undefined,
    )
    const isUnit = (text: string) => text.endsWith('đồng')
    expect(found.row).toBe(3)
    expect(columnsOf(found, { isUnit }).map(({ role, unit }) => [role, unit])).toEqual([
      ['indicator', ''],
      ['ignored', 'triệu đồng'],
      ['ignored', 'triệu đồng'],
      ['assigned_plan', 'triệu đồng'],
      ['adopted_plan', 'triệu đồng'],
      ['estimate', 'nghìn đồng'],
      ['ignored', ''],
    ])
  })
  it.each([
    ['Đơn vị tính: Triệu đồng', 'Triệu đồng'],
    ['(ĐVT: triệu đồng)', 'triệu đồng'],
    ['Kèm theo Quyết định số 12. Đơn vị: nghìn đồng', 'nghìn đồng'],
    ['Unit: million VND', ''],
    ['Đơn vị: Phòng Tài chính', ''],
    ['Giá trị tính theo triệu đồng', ''],
  ])('has titles above it, of which "%s" states the unit "%s" of the whole table', (title, unit) => {
    const found = findHeader(table(['Biểu 01'], [title], ['Chỉ tiêu', 'Chính thức'], ['NS-THU', 1]), undefined)
    expect(tableUnit(found, (text) => text.endsWith('đồng'))).toBe(unit)
  })
  it('leaves columns with numbers of which it says nothing to the person', () => {
    const rows = table(
      ['Chỉ tiêu', 'TH năm 2024', 'Chính thức', 'So với KH', 'Lý do', 'Mã QĐ'],
      ['NS-THU', '', 1, 2, 'Thu khá', '12/QĐ-UBND'],
      ['NS-CHI', '1.234,5', 1, 2, '', ''],
    )
    const columns = columnsOf(findHeader(rows, undefined))
    expect(unreadColumns(columns, rows.rows.slice(1))).toEqual([1])
  })
  it('is the one that was chosen, and none is invented', () => {
    const rows = table(['a', 'b'], ['Tên', 'Số'], ['NS-THU', '1'])
    expect(findHeader(rows, undefined).row).toBeNull()
    expect(findHeader(rows, 2)).toMatchObject({ row: 2, labels: ['Tên', 'Số'] })
    const [chosen, remembered] = [{ 0: 'indicator' }, { 0: 'unit', 1: 'official' }] as const
    expect(columnsOf(findHeader(rows, 2), { chosen, remembered })).toEqual([
      { label: 'Tên', unit: '', role: 'indicator', from: 'chosen' },
      { label: 'Số', unit: '', role: 'official', from: 'remembered' },
    ])
  })
})

describe('the style', () => {
  const own = (date: FileCell) => {
    const rows = table(
      ['unit', 'unit_valid_from', 'year', 'indicator_code', 'official'],
      ['a', date, '2024', 'X', '1.234'],
    )
    return styleOfFile(rows, 1, columnsOf(findHeader(rows, undefined)), undefined).style
  }
  it('of our own export is said by its dates', () => {
    expect(own('2014-04-01')).toBe('plain')
    expect(own('01/04/2014')).toBe('vi')
    expect(own({ date: '2014-04-01' })).toBe('vi')
    // Saved again as a workbook: then the figures say it, or nobody.
    expect(own('')).toBeNull()
  })
  it('of any other is that of all its figures; nobody is asked about true numbers', () => {
    const style = (...figures: FileCell[]) => {
      const rows = table(['Chỉ tiêu', 'Chính thức'], ...figures.map((figure) => ['X', figure]))
      return styleOfFile(rows, 1, columnsOf(findHeader(rows, undefined)), undefined)
    }
    expect(style('1.234', '5,5')).toEqual({ style: 'vi', undecided: null })
    expect(style('1.234', '5.5')).toEqual({ style: 'en', undecided: null })
    expect(style('1.234', '1.234')).toEqual({ style: null, undecided: '1.234' })
    expect(style('1,5', '2.5')).toEqual({ style: null, undecided: { vi: '1,5', en: '2.5' } })
    expect(style(1.234, '7')).toEqual({ style: 'vi', undecided: null })
  })
})

describe('a cell', () => {
  const amount = { valueType: 'amount', unitOfMeasure: 'tỷ đồng' } as const
  const rate = { valueType: 'rate', unitOfMeasure: '%' } as const
  const said = (text: string) => ({ ...exactly(0), value: null, text })
  const read = (cell: FileCell, more: object = {}) =>
    readCell(cell, { kind: 'official' as FigureKind, indicator: amount, unit: '', style: 'vi', before: null, ...more })
  it.each<[FileCell, object, object]>([
    ['', {}, { is: 'blank' }],
    ['  ', {}, { is: 'blank' }],
    ['1.234,5', {}, { is: 'quantity', quantity: exactly(1234.5) }],
    ['-5 (=1+1)', {}, { is: 'quantity', quantity: { ...exactly(-5), text: '=1+1' } }],
    [1234.5, {}, { is: 'quantity', quantity: exactly(1234.5) }],
    [-5.2, { style: 'en' }, { is: 'quantity', quantity: exactly(-5.2) }],
    [1500, { unit: 'triệu đồng' }, { is: 'quantity', quantity: exactly(1.5) }],
    [{ percent: 12.86 }, { indicator: rate }, { is: 'quantity', quantity: exactly(12.86) }],
    [{ percent: 102 }, { kind: 'reported_percent_adopted' }, { is: 'quantity', quantity: exactly(102) }],
    [{ percent: 102 }, {}, { is: 'problem', problem: { reason: 'percent_not_expected' } }],
    [{ date: '2024-05-12' }, {}, { is: 'problem', problem: { reason: 'date' } }],
    [{ error: '#DIV/0!' }, {}, { is: 'failed' }],
    ['#N/A', {}, { is: 'failed' }],
    ['Xuất siêu', {}, { is: 'problem', problem: { reason: 'words_not_allowed' } }],
    // Nor in our own layout, where somebody typed it: the export writes an apostrophe.
    ['chưa có', { style: 'plain' }, { is: 'problem', problem: { reason: 'words_not_allowed' } }],
    ['O', { style: 'plain_vi' }, { is: 'problem', problem: { reason: 'words_not_allowed' } }],
    ["'Xuất siêu", { style: 'plain' }, { is: 'quantity', quantity: said('Xuất siêu') }],
    ['Xuất siêu', { before: said('Xuất siêu') }, { is: 'quantity', quantity: said('Xuất siêu') }],
    ['constructor', { indicator: rate }, { is: 'problem', problem: { reason: 'words_not_allowed' } }],
    ['__proto__', { unit: 'toString' }, { is: 'problem' }],
    [
      'Vượt',
      { kind: 'reported_verdict_adopted' },
      { is: 'quantity', quantity: { ...exactly(0), value: null, text: 'exceeded' } },
    ],
    ['-', {}, { is: 'problem', problem: { reason: 'dash_alone' } }],
    ['75O', {}, { is: 'problem', problem: { reason: 'letter_in_number' } }],
  ])('%j %j', (cell, more, expected) => expect(read(cell, more)).toMatchObject(expected))

  it.each<[FileCell, FigureKind, NumberStyle, ReturnType<typeof stageOfCell>]>([
    ['3.593,5 (ước)', 'official', 'vi', { kind: 'estimate', cell: '3.593,5' }],
    ['3.593,5 (sơ bộ)', 'estimate', 'vi', { kind: 'preliminary', cell: '3.593,5' }],
    ['5 (không rõ mức)', 'official', 'vi', { kind: 'unstaged', cell: '5' }],
    ['1 (Phúc Diễn) (Ước cả năm)', 'official', 'vi', { kind: 'estimate', cell: '1 (Phúc Diễn)' }],
    ['3,593.5 (est.)', 'official', 'en', { kind: 'estimate', cell: '3,593.5' }],
    ['5 (chính thức)', 'official', 'vi', { kind: 'official', cell: '5' }],
    ['5 (theo số chính thức)', 'official', 'vi', { kind: 'official', cell: '5 (theo số chính thức)' }],
    ['5 (ước đến 30/11)', 'official', 'vi', 'other_stage'],
    ['5 (ước)', 'adopted_plan', 'vi', 'other_stage'],
    ['1 (Phúc Diễn)', 'official', 'vi', { kind: 'official', cell: '1 (Phúc Diễn)' }],
    ['5 (được giao; cấp nước)', 'official', 'vi', { kind: 'official', cell: '5 (được giao; cấp nước)' }],
    // Our own export has a column for each stage; what stands in brackets there is a note.
    ['5 (ước)', 'official', 'plain', { kind: 'official', cell: '5 (ước)' }],
    [5, 'official', 'vi', { kind: 'official', cell: 5 }],
  ])('%j in a column of %s, written as %s, is of its stage', (cell, kind, style, expected) =>
    expect(stageOfCell(kind, cell, style)).toEqual(expected),
  )

  it('is guarded in a CSV alone', () => {
    const rows = [["'=1+1", "''a", "'a", 5]]
    expect(unguarded({ worksheet: '', rows }).rows).toEqual([['=1+1', "''a", "'a", 5]])
    expect(unguarded({ worksheet: 'Sheet1', rows }).rows).toEqual(rows)
  })

  it.each<[FileCell, string]>([
    ['a', 'a'],
    [1.5, '1.5'],
    [{ percent: 5 }, '5%'],
    [{ date: '2024-05-12' }, '2024-05-12'],
    [{ error: '#N/A' }, '#N/A'],
  ])('%j is shown as %s', (cell, text) => expect(cellText(cell)).toBe(text))

  it.each<[FileCell, NumberStyle, string]>([
    ['1.234', 'vi', '1.234'],
    [1234.5, 'vi', '1234,5'],
    [3.504, 'plain_vi', '3,504'],
    [3.504, 'en', '3.504'],
    [{ percent: 12.86 }, 'vi', '12,86%'],
    [{ date: '2024-05-12' }, 'vi', '12/05/2024'],
    [{ error: '#N/A' }, 'vi', '#N/A'],
  ])('%j beside text in %s is %s in a CSV for Vietnamese Excel', (cell, style, text) =>
    expect(csvCell(cell, style)).toBe(text),
  )
})

describe('a unit', () => {
  const unit = { validFrom: '2000-01-01', validTo: null }
  const district = {
    ...unit,
    slug: 'ngo-quyen',
    code: '304',
    name: 'Ngô Quyền',
    kind: 'urban_district',
    validTo: '2025-06-30',
  } as const
  const ward = {
    ...unit,
    slug: 'phuong-ngo-quyen',
    code: '304',
    name: 'Ngô Quyền',
    kind: 'ward',
    validFrom: '2025-07-01',
  } as const
  const town = { ...unit, slug: 'son-tay', code: '269', name: 'Sơn Tây', kind: 'town' } as const
  const find = unitFinder([district, ward, town])
  it.each([
    ['ngo-quyen', 2026, district],
    ['304', 2023, district],
    ['304', 2026, ward],
    ['304', 2025, 'several_units'],
    ['Ngô Quyền', 2023, district],
    ['quận ngo quyen', 2025, district],
    ['UBND phường Ngô Quyền', 2025, ward],
    ['Q. Ngô Quyền', 2023, district],
    ['Ngô Quyền', null, 'several_units'],
    ['TX Sơn Tây', 2023, town],
    ['thị xã Sơn Tây', 2023, town],
    // It is named, and did not exist then: that is said of it, not that nobody knows it.
    ['phường Ngô Quyền', 2020, ward],
    ['Hoàn Kiếm', 2023, 'unknown_unit'],
    ['', 2023, 'unknown_unit'],
  ] as const)('%s in %s', (text, year, expected) => expect(find(text, year)).toBe(expected))
})
