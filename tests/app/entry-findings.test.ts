import { expect, test } from 'vitest'
import { findInCells } from '#components/entry/find-in-cells.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

test('what a source reports wrongly is shown at a cell that is always on the screen', () => {
  const line = sheetLine({ cells: { adopted_plan: '100', official: '98', reported_percent_adopted: '50' } })
  const found = findInCells([line], []).filter(({ finding }) => finding.kind === 'stated_differs')
  expect(found.map(({ finding }) => finding.figures[0])).toEqual(['reported_percent_adopted'])
  expect(found.map(({ key }) => key)).toEqual(['NS-THU.official'])
})
