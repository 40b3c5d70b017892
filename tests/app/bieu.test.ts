import { createElement } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { OverviewBieu } from '#components/print/overview-bieu.tsx'
import { SheetBieu } from '#components/print/sheet-bieu.tsx'
import { sheetRows } from '#components/table/sheet-rows.ts'
import { pageOf } from '#domain/page.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { renderedWith, rowsOf } from '#tests/support/render.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

/** The official forms, as print has them: in a browser, where what only print shows has been written. */
vi.mock('#components/ui/use-in-browser.ts', () => ({ useInBrowser: () => true }))

const kinds = { unitKind: 'urban_district', parentKind: 'city' } as const
const unit = { kind: 'urban_district', name: 'Bắc Từ Liêm' } as const

const print = (lines: SheetLine[], previousLines: SheetLine[] = []): string =>
  renderedWith(kinds, (words) =>
    createElement(SheetBieu, { unit, year: 2023, sheet: sheetRows(lines, previousLines), statements: [], words }),
  )
/** The cells of the only line, from the fourth column on. */
const cellsOf = (line: SheetLine, previous?: SheetLine) =>
  rowsOf(print([line], previous ? [previous] : []))
    .at(-1)
    ?.slice(3)

describe('the printed sheet', () => {
  test('has eleven columns, numbered with their formulas, under the names of both plans', () => {
    const [first, second, formulas, group, line] = rowsOf(print([sheetLine()]))
    expect(first).toContain('Kế hoạch 2023')
    expect(second).toEqual(['Thành phố giao', 'Quận giao', 'KH Thành phố', 'KH quận', 'Cùng kỳ'])
    expect(formulas).toEqual(['1', '2', '3', '4', '5', '6', '7', '8 = 7/5', '9 = 7/6', '10 = 7/4', '11'])
    expect(group).toEqual(['A', 'Thu, chi ngân sách'])
    expect(line).toHaveLength(11)
  })

  test('an amount in percent of both plans and of the year before; missing is blank', () => {
    const cells = { assigned_plan: '80', adopted_plan: '100', official: '90' }
    expect(cellsOf(sheetLine({ cells }), sheetLine({ cells: { official: '75' } }))).toEqual([
      '75',
      '80',
      '100',
      '90',
      '112,5',
      '90,0',
      '120,0',
      'Vượt (KH Thành phố); Không đạt (KH quận)',
    ])
    expect(cellsOf(sheetLine())).toEqual(['', '', '', '', '', '', '', ''])
  })

  test('a rate in points, never a ratio', () => {
    const rate = { valueType: 'rate', unitOfMeasure: '%', decimals: 2 } as const
    const line = sheetLine({ indicator: rate, cells: { adopted_plan: '12.66', estimate: '12.86' } })
    expect(cellsOf(line)?.slice(3)).toEqual(['12,86', '', '+0,20 điểm %', '', 'Vượt'])
  })

  test('growth that a source states of a rate or share stays as stated, never a ratio (rule 4)', () => {
    const share = { valueType: 'share', unitOfMeasure: '%', decimals: 2 } as const
    const line = sheetLine({ indicator: share, cells: { estimate: '35', reported_growth: '0.2' } })
    expect(cellsOf(line)?.[6]).toBe('+0,2% (*)')
  })

  test('the note is true where a source says other than what is computed', () => {
    const cells = { adopted_plan: '100', official: '90', reported_verdict_adopted: 'exceeded' }
    expect(cellsOf(sheetLine({ cells }))?.at(-1)).toBe('Không đạt; Vượt (*)')
    expect(print([sheetLine({ cells })])).toContain('(*) Theo báo cáo, không phải do hệ thống tính.')
  })

  test('what a source reports is marked, and explained below', () => {
    const cells = { estimate: '63275', reported_growth: '12.86', reported_verdict_unstated: 'exceeded' }
    expect(cellsOf(sheetLine({ cells }))?.slice(3)).toEqual(['63.275', '', '', '112,86 (*)', 'Vượt (*)'])
    expect(print([sheetLine({ cells })])).toContain('(*) Theo báo cáo')
    expect(print([sheetLine()])).not.toContain('(*)')
  })

  test('the head says "ước" where all results are estimates; else each that is one does', () => {
    const estimate = sheetLine({ cells: { estimate: '5' } })
    const official = sheetLine({ indicator: { code: 'NS-CHI' }, cells: { official: '6' } })
    expect(print([estimate])).toContain('Ước thực hiện 2023')
    const mixed = print([estimate, official])
    expect(mixed).toContain('Thực hiện 2023')
    expect(mixed).not.toContain('Ước thực hiện 2023')
    expect(rowsOf(mixed).map((row) => row[6])).toEqual(expect.arrayContaining(['5 (ước)', '6']))
  })

  test('counts stand below, plan by plan, and a line for the signer', () => {
    const page = print([sheetLine({ cells: { assigned_plan: '80', adopted_plan: '100', official: '90' } })])
    expect(page).toContain('So với KH Thành phố: hoàn thành 1/1 chỉ tiêu, trong đó vượt 1; không đạt 0')
    expect(page).toContain('So với KH quận: hoàn thành 0/1 chỉ tiêu, trong đó vượt 0; không đạt 1')
    expect(page).toContain('bieu-name-line')
  })

  test('an ended line is not printed', () => {
    expect(rowsOf(print([sheetLine({ endedAt: '2024-01-01T00:00:00.000Z', cells: { official: '1' } })]))).toHaveLength(
      3,
    )
  })
})

test('the printed overview: a row for each unit, counts of both plans, nothing added up', () => {
  const lines = [sheetLine({ cells: { adopted_plan: '100', official: '90' }, inAssignedSet: false })]
  const sheet = {
    unit: { ...unit, slug: 'x', parent: null },
    state: 'approved',
    dueDate: null,
    lines,
    statements: [],
    acknowledgements: [],
    previous: null,
  } as const
  const page = renderedWith(kinds, (words) =>
    createElement(OverviewBieu, { year: 2023, superior: null, sheets: [sheet], place: pageOf([sheet], 1), words }),
  )
  expect(rowsOf(page).slice(2)).toEqual([
    ['1', 'Quận Bắc Từ Liêm', '', '', '', '', '', '1', '0', '0', '1', '0', '', 'Đã duyệt'],
  ])
})

test('a page of a longer list says which part it is, and goes on counting', () => {
  const sheet = {
    unit: { ...unit, slug: 'x', parent: null },
    ...({ state: 'draft', dueDate: null, lines: [], statements: [], acknowledgements: [], previous: null } as const),
  }
  const place = { page: 2, pages: 3, first: 51, last: 51, total: 120 }
  const page = renderedWith(kinds, (words) =>
    createElement(OverviewBieu, { year: 2023, superior: null, sheets: [sheet], place, words }),
  )
  expect(page).toContain('Đơn vị 51–51 trong 120 đơn vị.')
  expect(rowsOf(page).at(-1)?.[0]).toBe('51')
})
