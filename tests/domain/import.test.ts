import { describe, expect, it } from 'vitest'
import type { FigureKind } from '#domain/figure.ts'
import type { FileCell } from '#domain/file-table.ts'
import { readCell } from '#domain/import-cell.ts'
import { cellText, columnsOf, findHeader, unguarded } from '#domain/import-columns.ts'
import { rolesOfLabels } from '#domain/import-labels.ts'
import { styleOfFile } from '#domain/import-style.ts'
import { unitFinder } from '#domain/import-units.ts'
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
    expect(found).toEqual({ row: 4, labels: ['TT', 'Chỉ tiêu', 'Tỉnh giao', 'Huyện giao'], own: false })
  })
  it('is the one that was chosen, and none is invented', () => {
    const rows = table(['a', 'b'], ['Tên', 'Số'], ['NS-THU', '1'])
    expect(findHeader(rows, undefined).row).toBeNull()
    expect(findHeader(rows, 2)).toMatchObject({ row: 2, labels: ['Tên', 'Số'] })
    expect(columnsOf(findHeader(rows, 2), { 0: 'indicator' }, { 0: 'unit', 1: 'official' })).toEqual([
      { label: 'Tên', role: 'indicator', from: 'chosen' },
      { label: 'Số', role: 'official', from: 'remembered' },
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
    expect(own('01/04/2014')).toBe('plain_vi')
    expect(own({ date: '2014-04-01' })).toBe('plain_vi')
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
  const read = (cell: FileCell, more: object = {}) =>
    readCell(cell, { kind: 'official' as FigureKind, indicator: amount, unit: '', style: 'vi', ...more })
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
    // Our own export writes words bare.
    ['Xuất siêu', { style: 'plain' }, { is: 'quantity', quantity: { ...exactly(0), value: null, text: 'Xuất siêu' } }],
    [
      'Vượt',
      { kind: 'reported_verdict_adopted' },
      { is: 'quantity', quantity: { ...exactly(0), value: null, text: 'exceeded' } },
    ],
    ['-', {}, { is: 'problem', problem: { reason: 'dash_alone' } }],
    ['75O', {}, { is: 'problem', problem: { reason: 'letter_in_number' } }],
  ])('%j %j', (cell, more, expected) => expect(read(cell, more)).toMatchObject(expected))

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
