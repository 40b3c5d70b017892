import { expect, it } from 'vitest'
import { optionalColumns } from '#components/table/sheet-query.ts'
import { csvWriters, workbookWriter } from '#domain/export-cells.ts'
import { type ExportLayout, exportColumns, exportHeader, screenColumns } from '#domain/export-columns.ts'
import { csvMark, exportName, namedFilters } from '#domain/export-name.ts'
import { parseQuantity } from '#domain/quantity.ts'

/** The cell of a workbook that a recorded text becomes, in an indicator with so many decimals. */
function cellOf(typed: string, decimals = 0) {
  const read = parseQuantity(typed, { style: 'vi', words: true })
  if (!read.ok) throw new Error(typed)
  return workbookWriter.quantity(read.value, decimals)
}

it.each([
  ['1.234', 0, 1234, '#,##0'],
  ['1.234', 2, 1234, '#,##0.00'],
  ['97,4', 0, 97.4, '#,##0.0'],
  ['-5,2', 1, -5.2, '#,##0.0'],
  ['0', 0, 0, '#,##0'],
  ['0,123456789012345', 2, 0.123456789012345, '#,##0.000000000000000'],
])(
  'a number is a number, with the decimals of its indicator or as many as were entered: %s',
  (typed, decimals, number, format) => {
    expect(cellOf(typed, decimals)).toEqual({ number, format })
  },
)

it.each(['>14000', '12,7..13', '~7', '82/82', '<4,5', '1 (Phúc Diễn)', 'Xuất siêu'])(
  'what is not one bare number is text, as in excel-vi: %s',
  (typed) => {
    const read = parseQuantity(typed, { style: 'vi', words: true })
    if (!read.ok) throw new Error(typed)
    expect(cellOf(typed)).toBe(csvWriters['excel-vi'].quantity(read.value, 0))
  },
)

it('in a workbook text needs no guard, in a CSV it does', () => {
  expect(workbookWriter.text('=1+1')).toBe('=1+1')
  expect(csvWriters.data.text('=1+1')).toBe("'=1+1")
  // The apostrophe is the quantity's own: words that could be read as a number.
  expect(cellOf("'=1+1")).toBe("'=1+1")
})

it('blank stays blank: missing is not zero', () => {
  expect([workbookWriter.quantity(null, 2), workbookWriter.percent(null), workbookWriter.date('')]).toEqual([
    '',
    '',
    '',
  ])
})

it('a computed percent is whole, shown with one decimal', () => {
  const percent = { value: 102.568493150685, high: null, denominator: null, qualifier: 'exact', text: null } as const
  expect(workbookWriter.percent(percent)).toEqual({ number: 102.568493150685, format: '#,##0.0' })
})

it('what a screen leaves out, its file leaves out; what always stands does', () => {
  expect(exportColumns().map(({ name }) => name)).toEqual(exportHeader)
  expect(screenColumns).toEqual(expect.arrayContaining([...optionalColumns]))
  const left = (shown: Parameters<typeof exportColumns>[0]) => {
    const names = exportColumns(shown).map(({ name }) => name)
    return exportHeader.filter((name) => !names.includes(name))
  }
  expect(left(optionalColumns.filter((column) => column !== 'assigned'))).toEqual(['assigned_plan'])
  expect(left(['fixed'])).toEqual([
    'assigned_plan',
    'adopted_plan',
    'percent_of_assigned',
    'percent_of_adopted',
    'points_vs_assigned',
    'points_vs_adopted',
    'growth_percent',
    'reported_percent_assigned',
    'reported_percent_adopted',
    'reported_growth',
  ])
})

it.each([
  [{ unit: 'bac-tu-liem', year: 2023 }, 'so-chi-tieu_bac-tu-liem_2023_2026-11-21.csv'],
  [{}, 'so-chi-tieu_2026-11-21.csv'],
  [{ parent: 'ha-noi', group: 'budget', from: 2022, to: 2023 }, 'so-chi-tieu_ha-noi_budget_2022-2023_2026-11-21.csv'],
  [{ indicator: 'NS-THU"\r\n/../', from: 2023, to: 2023 }, 'so-chi-tieu_NS-THU_2023_2026-11-21.csv'],
] as const)('a file is named by what it holds: %o', (filters, name) => {
  expect(exportName(namedFilters(filters), { day: '2026-11-21', ending: 'csv' })).toBe(name)
})

it('the two layouts of a CSV never have the same name', () => {
  const nameOf = (layout: ExportLayout) =>
    exportName(['bac-tu-liem', 2023, csvMark(layout)], { day: '2026-11-21', ending: 'csv' })
  expect(nameOf('excel-vi')).toBe('so-chi-tieu_bac-tu-liem_2023_2026-11-21.csv')
  expect(nameOf('data')).toBe('so-chi-tieu_bac-tu-liem_2023_data_2026-11-21.csv')
})
