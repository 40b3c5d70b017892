import { expect, test } from 'vitest'
import { cellKey } from '#components/entry/cell-place.ts'
import { createCells } from '#components/entry/cells.ts'
import { exactly } from '#domain/quantity.ts'
import { ok } from '#domain/refusal.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

const revenue = cellKey('NS-THU', 'adopted_plan')
const estimate = cellKey('NS-THU', 'estimate')
const gone = cellKey('NS-CU', 'estimate')
const theirs = { quantity: exactly(3650), version: 1, by: 'Nguyễn Thu Hà', at: '2024-12-01T07:31:00.000Z' }
function sheet() {
  const cells = createCells()
  cells.refresh([sheetLine()])
  return cells
}
const leave = { type: 'left', text: '1', read: ok(exactly(1)), grounds: {}, batch: null } as const

test('cells say once that something changed, and not where nothing did', () => {
  expect(createCells().takeChanged()).toBe(false)
  const cells = sheet()
  expect([cells.takeChanged(), cells.takeChanged()]).toEqual([true, false])
  cells.dispatch(revenue, { type: 'restore' })
  cells.dispatch(gone, { type: 'restore' })
  expect(cells.takeChanged()).toBe(false)
})

test('behind a dialog nothing changes until it is closed', () => {
  const cells = sheet()
  cells.hold(true)
  cells.receive(revenue, theirs)
  expect(cells.get(revenue)?.recorded.quantity).toBeNull()
  cells.hold(false)
  expect(cells.get(revenue)?.recorded).toEqual(theirs)
})

test('of a line that has ended those stay in which something was typed, until it has gone', () => {
  for (const events of [[leave], [leave, { type: 'sent' }]] as const) {
    const cells = sheet()
    for (const event of events) cells.dispatch(estimate, event)
    cells.refresh([])
    expect([...cells.places().keys()]).toEqual([estimate])
    expect([...cells.all().keys()]).toEqual([estimate])
    expect(cells.isLive(estimate)).toBe(false)
    cells.refresh([sheetLine()])
    expect(cells.isLive(estimate)).toBe(true)
    expect(cells.isLive(revenue)).toBe(true)
  }
})
