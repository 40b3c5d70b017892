import { describe, expect, test } from 'vitest'
import type { EntryColumn } from '#components/entry/cell-place.ts'
import { boundsOf, extendSelection, isRange, selectAll, selectedCells } from '#components/entry/grid-range.ts'
import { createSelection } from '#components/entry/grid-selection.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

const columns: EntryColumn[] = (['adopted_plan', 'estimate', 'official'] as const).map((kind) => ({
  ...{ kind, label: kind, closed: null },
}))
const lines = ['A', 'B', 'C'].map((code) => sheetLine({ id: code, indicator: { code } }))
const at = (indicator: string, column: number) => ({
  indicator,
  kind: columns[column]?.kind ?? expect.fail('There is no such column.'),
})
const grid = () => {
  const selection = createSelection(at('B', 1))
  return { lines, selection }
}

describe('what is selected in the grid', () => {
  test('is one cell at first, and a rectangle once its corner has moved, whichever way', () => {
    const table = grid()
    expect(selectedCells(table, columns)).toEqual([['B.estimate']])
    expect(isRange(table, columns)).toBe(false)
    extendSelection(table, columns, 'up')
    extendSelection(table, columns, 'left')
    expect(selectedCells(table, columns)).toEqual([
      ['A.adopted_plan', 'A.estimate'],
      ['B.adopted_plan', 'B.estimate'],
    ])
    expect(isRange(table, columns)).toBe(true)
    expect(table.selection.get()?.anchor).toEqual(at('B', 1))
  })

  test('can be everything, from the first cell', () => {
    const table = grid()
    selectAll(table, columns)
    expect(table.selection.get()?.anchor).toEqual(at('A', 0))
    expect(selectedCells(table, columns).flat()).toHaveLength(9)
  })

  test('is the active cell alone where its corner is gone, and nothing where that is gone too', () => {
    const table = grid()
    table.selection.extend(at('C', 2))
    expect(selectedCells({ ...table, lines: lines.slice(0, 2) }, columns)).toEqual([['B.estimate']])
    expect(boundsOf({ ...table, lines: lines.slice(0, 1) }, columns)).toBeNull()
    expect(selectedCells({ ...table, lines: lines.slice(0, 1) }, columns)).toEqual([])
  })

  test('is heard of when it changes, and only then', () => {
    const { selection } = grid()
    let heard = 0
    const stop = selection.subscribe(() => {
      heard += 1
    })
    selection.select(at('B', 1))
    expect(heard).toBe(0)
    selection.extend(at('C', 1))
    expect(heard).toBe(1)
    stop()
    selection.select(at('A', 0))
    expect(heard).toBe(1)
  })
})
