import { describe, expect, test } from 'vitest'
import { cellKey } from '#components/entry/cell-place.ts'
import { type Cell, restingCell, type Trouble } from '#components/entry/cell-state.ts'
import { blockedAt, createHistory, type Step } from '#components/entry/undo.ts'
import { exactly } from '#domain/quantity.ts'

const key = cellKey('NS-THU', 'estimate')
const stepTo = (value: number): Step => [
  { grounds: {}, cell: key, before: null, after: exactly(value), text: String(value) },
]

describe('the steps of a screen', () => {
  test('are five hundred; the oldest goes', () => {
    const history = createHistory()
    for (let value = 0; value <= 500; value += 1) history.add(stepTo(value))
    const taken: Step[] = []
    for (let step = history.next('undo'); step; step = history.next('undo')) {
      taken.push(step)
      history.take('undo')
    }
    expect(taken).toHaveLength(500)
    expect(taken.at(-1)).toEqual(stepTo(1))
  })

  test('that were taken back are there to be made again, until something else is done', () => {
    const history = createHistory()
    history.add(stepTo(1))
    history.take('undo')
    history.add([])
    expect(history.next('redo')).toEqual(stepTo(1))
    expect(history.next('undo')).toBeUndefined()
    history.add(stepTo(2))
    expect(history.next('redo')).toBeUndefined()
  })
})

describe('a step is stopped', () => {
  const mine = (more: Partial<Cell> = {}): Cell => ({
    ...restingCell({ quantity: exactly(3700), version: 3, by: null, at: null }),
    own: 3,
    ...more,
  })
  const refused = (text: string): Trouble => ({
    kind: 'refused',
    grounds: {},
    batch: null,
    text,
    seen: 2,
    problem: { reason: 'line_ended' },
  })
  const isBlocked = (cell: Cell | null, step = stepTo(3700)) =>
    blockedAt(step, 'undo', new Map(cell ? [[key, cell]] : [])) === key

  test('where its line is gone, or the cell holds another value, or somebody else wrote in it', () => {
    expect(isBlocked(mine())).toBe(false)
    expect(isBlocked(null)).toBe(true)
    expect(isBlocked(mine(), stepTo(3800))).toBe(true)
    expect(isBlocked(mine({ own: 2 }))).toBe(true)
  })

  test('not where it changed nothing, or its text was refused', () => {
    const unread = [{ grounds: {}, cell: key, before: exactly(3600), after: exactly(3600), text: '75O' }]
    expect(isBlocked(mine({ own: 2 }), unread)).toBe(false)
    expect(isBlocked(mine({ own: 2, trouble: refused('3800') }), stepTo(3800))).toBe(false)
    expect(isBlocked(mine({ own: 2, trouble: refused('75O') }), stepTo(3800))).toBe(true)
  })
})
