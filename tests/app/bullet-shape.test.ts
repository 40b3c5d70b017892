import { describe, expect, test } from 'vitest'
import { bulletShape } from '#components/table/bullet-shape.ts'
import { assessLine } from '#domain/assessment.ts'
import type { Direction, ValueType } from '#domain/indicator.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

type Cells = NonNullable<Parameters<typeof sheetLine>[0]>['cells']

const bullet = (cells: NonNullable<Cells>, direction: Direction = 'higher', valueType: ValueType = 'rate') => {
  const line = sheetLine({ cells, indicator: { valueType, direction, unitOfMeasure: '%', decimals: 2 } })
  return bulletShape(assessLine(line), line.indicator)
}

describe('a rate or a share is drawn in points around its plan, never as a ratio (rule 4)', () => {
  test.each<ValueType>(['rate', 'share'])('%s: 12,86 against 12,66 and an assigned 12,5', (valueType) => {
    const cells = { assigned_plan: '12.5', adopted_plan: '12.66', estimate: '12.86' }
    expect(bullet(cells, 'higher', valueType)).toEqual({ points: 0.2, adoptedAt: 0, assignedAt: -0.16, tone: 'good' })
  })
  test('below the plan', () =>
    expect(bullet({ adopted_plan: '12.86', estimate: '12.66' })).toMatchObject({ points: -0.2, tone: 'miss' }))
  test('where lower is better the side stays, the colour changes', () => {
    expect(bullet({ adopted_plan: '0.5', official: '0.3' }, 'lower')).toMatchObject({ points: -0.2, tone: 'good' })
    expect(bullet({ adopted_plan: '0.3', official: '0.5' }, 'lower')).toMatchObject({ points: 0.2, tone: 'miss' })
  })
  test('a neutral share has no good or bad', () =>
    expect(bullet({ adopted_plan: '32.21', official: '30' }, 'neutral', 'share')).toMatchObject({
      points: -2.21,
      tone: 'neutral',
    }))
  test('an approximation that may be either is not judged', () =>
    expect(bullet({ adopted_plan: '6.9', official: '~7' })).toMatchObject({ points: 0.1, tone: 'neutral' }))
  test('the assigned plan is the zero where it is the only one', () =>
    expect(bullet({ assigned_plan: '12', official: '13' })).toEqual({
      points: 1,
      adoptedAt: null,
      assignedAt: 0,
      tone: 'good',
    }))
  test('a plan of zero or below is a plan', () => {
    expect(bullet({ adopted_plan: '0', official: '0' }, 'lower')).toMatchObject({ points: 0, tone: 'good' })
    expect(bullet({ adopted_plan: '-1', official: '1.5' })).toMatchObject({ points: 2.5, tone: 'good' })
  })
  test('a fraction is a percent, a range plan its easier end', () => {
    expect(bullet({ adopted_plan: '95', official: '82/82' }, 'higher', 'share')).toMatchObject({ points: 5 })
    expect(bullet({ adopted_plan: '12.7..13', official: '12.86' })).toMatchObject({ points: 0.16 })
    expect(bullet({ adopted_plan: '12.7..13', official: '12.86' }, 'lower')).toMatchObject({ points: -0.14 })
  })
  test('awaited: the plans without a bar', () =>
    expect(bullet({ adopted_plan: '12.66' })).toEqual({
      points: null,
      adoptedAt: 0,
      assignedAt: null,
      tone: 'neutral',
    }))
  test('a stated percent of a plan that is not recorded is a ratio: not drawn', () =>
    expect(bullet({ official: '91.3', reported_percent_adopted: '103' })).toBeNull())
})

test('of an amount a stated fraction of the plan is a percent', () =>
  expect(bullet({ reported_percent_adopted: '1/2' }, 'higher', 'amount')).toMatchObject({
    percent: 50,
    adoptedAt: 100,
  }))
