import { expect, test } from 'vitest'
import { cellKey } from '#components/entry/cell-place.ts'
import { createCells } from '#components/entry/cells.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

const revenue = cellKey('NS-THU', 'adopted_plan')

test('cells say once that something changed, and not where nothing did', () => {
  const cells = createCells()
  expect(cells.takeChanged()).toBe(false)
  cells.refresh([sheetLine()])
  expect([cells.takeChanged(), cells.takeChanged()]).toEqual([true, false])
  cells.dispatch(revenue, { type: 'restore' })
  expect(cells.takeChanged()).toBe(false)
})

test('somebody types in a cell that is there, as long as it is', () => {
  const cells = createCells()
  cells.refresh([sheetLine()])
  cells.type(cellKey('NS-CU', 'estimate'))
  expect(cells.typing()).toBeNull()
  cells.type(revenue)
  cells.refresh([sheetLine()])
  expect(cells.typing()).toBe(revenue)
  cells.refresh([])
  expect(cells.typing()).toBeNull()
})
