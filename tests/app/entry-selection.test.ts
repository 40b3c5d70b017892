import { describe, expect, test } from 'vitest'
import { type SelectedFigure, summarizeSelection } from '#components/entry/selection-summary.ts'
import { exactly, type Quantity } from '#domain/quantity.ts'

const indicator = (code: string, more: Partial<SelectedFigure['indicator']> = {}): SelectedFigure['indicator'] => ({
  code,
  parentCode: null,
  unitOfMeasure: 'tỷ đồng',
  valueType: 'amount',
  ...more,
})
const figure = (
  code: string,
  quantity: Quantity | number | null,
  more: Partial<SelectedFigure> = {},
): SelectedFigure => ({
  indicator: indicator(code),
  kind: 'estimate',
  quantity: typeof quantity === 'number' ? exactly(quantity) : quantity,
  doubtful: false,
  ...more,
})

describe('what a selection holds', () => {
  test('is counted with its gaps, which are no zeros, and added up exactly', () => {
    const { sum, ...counts } = summarizeSelection([figure('A', 0.1), figure('B', null), figure('C', 0.2)])
    expect(counts).toEqual({ cells: 3, filled: 2 })
    expect(sum).toEqual(exactly(0.3))
  })

  test('has no sum where one would mislead', () => {
    const one = figure('A', 1)
    const sumWith = (other: SelectedFigure) => summarizeSelection([one, other]).sum
    expect(sumWith(figure('B', 2))).toEqual(exactly(3))
    expect(sumWith(figure('B', null)), 'of one number').toBeNull()
    expect(sumWith(figure('B', 2, { kind: 'official' })), 'of two stages').toBeNull()
    expect(sumWith(figure('B', { ...exactly(2), qualifier: 'above' })), 'with a bound').toBeNull()
    expect(sumWith(figure('B', { ...exactly(2), high: 3 })), 'with a range').toBeNull()
    expect(sumWith(figure('B', { ...exactly(82), denominator: 82 })), 'with a fraction').toBeNull()
    expect(sumWith(figure('B', 2, { doubtful: true })), 'with a text that is refused').toBeNull()
    expect(sumWith(figure('B', null, { doubtful: true })), 'with a cell that is refused and empty').toBeNull()
    expect(sumWith(figure('B', 2, { indicator: indicator('B', { unitOfMeasure: 'hộ' }) })), 'of two units').toBeNull()
    expect(
      sumWith(figure('B', 2, { indicator: indicator('B', { parentCode: 'A' }) })),
      'of a whole and its part',
    ).toBeNull()
  })

  test('adds shares, and neither rates nor what a source reports', () => {
    const sum = (valueType: SelectedFigure['indicator']['valueType'], kind: SelectedFigure['kind'] = 'estimate') =>
      summarizeSelection(
        ['A', 'B'].map((code) =>
          figure(code, 50, { kind, indicator: indicator(code, { unitOfMeasure: '%', valueType }) }),
        ),
      ).sum
    expect(sum('share')).toEqual(exactly(100))
    expect(sum('rate')).toBeNull()
    expect(sum('share', 'reported_percent_assigned')).toBeNull()
  })
})
