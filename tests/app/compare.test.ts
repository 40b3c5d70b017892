import { createElement } from 'react'
import { expect, test } from 'vitest'
import type { ComparedSheet } from '#components/table/compare-rows.ts'
import { CompareTable } from '#components/table/compare-table.tsx'
import type { IndicatorView } from '#domain/sheet.ts'
import { rendered, rowsOf } from '#tests/support/render.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

/** Sheets side by side, as the page draws them. */

const sheet = (
  year: number,
  official: string,
  adopted_plan: string,
  indicator: Partial<IndicatorView> = {},
): ComparedSheet => ({
  unit: { slug: 'x', name: 'X', kind: 'ward', parent: null, validFrom: '2014-04-01', validTo: null },
  year,
  state: 'approved',
  lines: [sheetLine({ indicator, cells: { official, adopted_plan } })],
})
/** The cells of the only line. */
const compared = (...sheets: [ComparedSheet, ...ComparedSheet[]]) =>
  rowsOf(rendered(createElement(CompareTable, { sheets, group: null }))).at(-1)

test('one version has its unit of measure once, at the head of the row', () => {
  const [head, first, other] = compared(sheet(2022, '3', '5'), sheet(2023, '4', '5')) ?? []
  expect(head).toContain('tỷ đồng')
  expect(first).not.toContain('đồng')
  expect(other).not.toContain('đồng')
})

test('another version says its own unit of measure with each value (rules 4 and 13)', () => {
  const millions = { id: 'the next version', unitOfMeasure: 'triệu đồng' }
  const [head, first, other, difference] = compared(sheet(2022, '3', '5'), sheet(2023, '4000', '5000', millions)) ?? []
  expect(head).toContain('tỷ đồng')
  expect(first).not.toContain('đồng')
  expect(other).toMatch(/^4\.000 triệu đồng/)
  expect(other).toContain('5.000 triệu đồng')
  expect(difference).toContain('khác định nghĩa')
})
