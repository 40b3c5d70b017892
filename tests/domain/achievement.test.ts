import { describe, expect, it } from 'vitest'
import { type Achievement, achieve, derivePlan, growth } from '#domain/achievement.ts'
import type { Direction, Measure, ValueType } from '#domain/indicator.ts'
import { exactly, parseQuantity, type Quantity } from '#domain/quantity.ts'
import { formatComputed, formatPoints, formatQuantity } from '#domain/quantity-format.ts'

/** A quantity as it stands in a CSV: ">14000", "12.7..13"; '' is an empty cell. */
const quantity = (text: string): Quantity | null => {
  const result = parseQuantity(text, { style: 'plain', words: true })
  if (!result.ok) throw new Error(`${text}: ${result.error.reason}`)
  return result.value
}
const known = (text: string): Quantity => quantity(text) ?? exactly(Number.NaN)
const measure = (valueType: ValueType, direction: Direction = 'higher'): Measure => ({ valueType, direction })
const said = (achievement: Achievement, decimals = 2): string => {
  if (achievement.kind === 'ratio') return formatComputed(achievement.percent, { style: 'plain', decimals })
  if (achievement.kind === 'points') return formatPoints(achievement.points, { style: 'plain' })
  return achievement.kind === 'no_ratio' ? achievement.why : achievement.kind
}

describe('an amount or a count is a percent of its plan', () => {
  it.each<[string, string, string]>([
    ['3504', '3594', '102.57'],
    ['1535.6', '1570', '102.24'],
    ['100', '0', '0.00'],
    ['100', '-50', '-50.00'],
    ['82', '82/82', '100.00'],
    ['15', '15 (dẫn đầu thành phố)', '100.00'],
  ])('plan %s, actual %s: %s', (plan, actual, percent) => {
    expect(said(achieve(quantity(plan), quantity(actual), measure('amount')))).toBe(percent)
    expect(said(achieve(quantity(plan), quantity(actual), measure('count')))).toBe(percent)
  })

  it('is kept to 15 significant digits; only display rounds (rule 7)', () => {
    const achievement = achieve(exactly(3504), exactly(3594), measure('amount'))
    expect(achievement).toEqual({ kind: 'ratio', percent: exactly(102.568493150685) })
    expect(said(achievement, 0)).toBe('103')
  })

  it('is the plain percent where lower is better, too', () =>
    expect(said(achieve(exactly(15), exactly(19), measure('count', 'lower')))).toBe('126.67'))
})

describe('missing is not zero (rule 2)', () => {
  it('no plan', () => expect(achieve(null, exactly(1), measure('amount'))).toEqual({ kind: 'no_plan' }))
  it('no plan and no actual', () => expect(achieve(null, null, measure('amount'))).toEqual({ kind: 'no_plan' }))
  it('not reported', () => expect(achieve(exactly(1), null, measure('amount'))).toEqual({ kind: 'not_reported' }))
  it.each(['0', '5'])('a plan of zero is never divided by: actual %s', (actual) =>
    expect(achieve(exactly(0), quantity(actual), measure('count', 'lower'))).toEqual({
      kind: 'no_ratio',
      why: 'zero_plan',
    }),
  )
  it('nor is a range that begins at zero', () =>
    expect(said(achieve(quantity('0..5'), exactly(3), measure('count', 'neutral')))).toBe('zero_plan'))
  it('a plan of zero points is a plan', () =>
    expect(said(achieve(exactly(0), exactly(0.5), measure('rate')))).toBe('+0.50'))
  it('a negative plan has no percent', () =>
    expect(achieve(exactly(-5), exactly(3), measure('amount'))).toEqual({ kind: 'no_ratio', why: 'negative_plan' }))
  it.each([
    ['Xuất siêu', '5'],
    ['5', 'Xuất siêu'],
    ['Hoàn thành', 'Hoàn thành'],
  ])('words have no percent: %s, %s', (plan, actual) =>
    expect(achieve(quantity(plan), quantity(actual), measure('amount'))).toEqual({ kind: 'no_ratio', why: 'words' }),
  )
})

describe('rates and shares are points, never a ratio (rule 4)', () => {
  it.each<ValueType>(['rate', 'share'])('%s: 12,86 against 12,66 is exactly +0,20', (valueType) => {
    const achievement = achieve(exactly(12.66), exactly(12.86), measure(valueType))
    expect(achievement).toEqual({ kind: 'points', points: exactly(0.2) })
    expect(said(achievement)).toBe('+0.20')
  })
  it.each<[string, string, string]>([
    ['12.86', '12.66', '-0.20'],
    ['99', '>99.9', '>+0.90'],
    ['99', '<99.9', '<+0.90'],
    ['99', '>=99.9', '>=+0.90'],
    ['99', '<=99.9', '<=+0.90'],
    ['12.7..13', '12.86', '+0.16'],
    ['>=12.7', '12.86', '+0.16'],
    ['12.7', '12.6..12.8', '-0.10..+0.10'],
    ['95', '82/82', '+5.00'],
    ['40/50', '82', '+2.00'],
  ])('plan %s, actual %s: %s', (plan, actual, points) =>
    expect(said(achieve(quantity(plan), quantity(actual), measure('share')))).toBe(points),
  )
})

describe('a bound makes a bound (rule 5)', () => {
  it.each<[string, string, string]>([
    ['11663', '>14000', '>120.03'],
    ['11663', '>=14000', '>=120.03'],
    ['100', '<50', '<50.00'],
    ['100', '<=50', '<=50.00'],
    ['100', '~50', '~50.00'],
    ['~100', '50', '~50.00'],
    ['100', '50..60', '50.00..60.00'],
    ['100', '-60..-50', '-60.00..-50.00'],
    ['100', '~50..60', '~50.00..60.00'],
  ])('plan %s, actual %s: %s', (plan, actual, percent) =>
    expect(said(achieve(quantity(plan), quantity(actual), measure('amount')))).toBe(percent),
  )
})

describe('a range plan is taken at its easier end, by direction (rule 5)', () => {
  it.each<[Direction, string, string, string]>([
    ['higher', '50..100', '50', '100.00'],
    ['lower', '50..100', '50', '50.00'],
    ['neutral', '50..100', '50', '50.00..100.00'],
    ['neutral', '50..100', '-50', '-100.00..-50.00'],
    ['neutral', '50..100', '>50', '>50.00'],
    ['neutral', '50..100', '<50', '<100.00'],
    ['neutral', '50..100', '>-50', '>-100.00'],
    ['neutral', '50..100', '<-50', '<-50.00'],
    ['higher', '~50..100', '50', '~100.00'],
  ])('%s, plan %s, actual %s: %s', (direction, plan, actual, percent) =>
    expect(said(achieve(quantity(plan), quantity(actual), measure('amount', direction)))).toBe(percent),
  )
  it.each<Direction>(['higher', 'lower', 'neutral'])('a bound plan at the number it states: %s', (direction) => {
    for (const plan of ['>50', '>=50', '<50', '<=50']) {
      expect(said(achieve(quantity(plan), exactly(40), measure('amount', direction)))).toBe('80.00')
    }
  })
})

describe('a plan derived from a stated percent is an interval (rule 6)', () => {
  it.each<[string, string, number, string]>([
    ['1570', '102', 1, '1531.7..1546.8'],
    ['1570', '97.4', 1, '1611.1..1612.7'],
    ['8015.589', '115', 1, '6939.9..7000.5'],
    ['6100', '100', 0, '6070..6131'],
    ['>14000', '120.04', 1, '>11662.2'],
    ['>1800', '148.03', 1, '>1215.9'],
    ['<1800', '100', 1, '<1809.1'],
    ['~1570', '102', 1, '~1531.7..1546.8'],
    ['100', '>50', 0, '<200'],
    ['100', '>=50', 0, '<=200'],
    ['100', '50..200', 0, '50..200'],
    ['0', '102', 0, '0'],
    ['50', '1/2', 1, '99.0..101.0'],
  ])('%s at %s%%', (actual, percent, decimals, plan) => {
    const derived = derivePlan(known(actual), known(percent), measure('amount'))
    expect(derived && formatComputed(derived, { style: 'plain', decimals })).toBe(plan)
  })
  it.each<[string, string]>([
    ['Xuất siêu', '102'],
    ['1570', 'vượt'],
    ['1570', '0'],
    ['1570', '-5'],
    ['1570', '<50'],
    ['-1570', '102'],
    ['<50', '-1..5'],
  ])('nothing follows from %s at %s%%', (actual, percent) =>
    expect(derivePlan(known(actual), known(percent), measure('amount'))).toBeNull(),
  )
  it.each<[ValueType, string]>([
    ['share', '99.5..100.5'],
    ['rate', '99.5..100.5'],
    ['count', '81.6..82.4'],
  ])('82/82 at 100%% is a percent where the plan is one: %s', (valueType, plan) => {
    const derived = derivePlan(known('82/82'), known('100'), measure(valueType))
    expect(derived && formatComputed(derived, { style: 'plain', decimals: 1 })).toBe(plan)
  })
})

describe('growth over the previous year', () => {
  const grown = (current: string, previous: string, valueType: ValueType = 'amount') => {
    const result = growth(quantity(current), quantity(previous), measure(valueType))
    return result && `${formatComputed(result.change, { style: 'plain', decimals: 2, signed: true })} ${result.unit}`
  }
  it.each<[string, string, string]>([
    ['63275', '56065', '+12.86 percent'],
    ['50', '100', '-50.00 percent'],
    ['100', '100', '0.00 percent'],
    ['0', '100', '-100.00 percent'],
    ['0', '>100', '-100.00 percent'],
    ['0', '100..150', '-100.00 percent'],
    ['-100', '100', '-200.00 percent'],
    ['>120', '100', '>+20.00 percent'],
    ['120', '>100', '<+20.00 percent'],
    ['120', '>=100', '<=+20.00 percent'],
    ['-120', '>100', '>-220.00 percent'],
    ['120', '100..150', '-20.00..+20.00 percent'],
    ['~120', '100', '~+20.00 percent'],
  ])('%s after %s: %s', (current, previous, expected) => expect(grown(current, previous)).toBe(expected))
  it.each<ValueType>(['rate', 'share'])('%s: in points, and zero is a base', (valueType) => {
    expect(grown('12.86', '12.66', valueType)).toBe('+0.20 points')
    expect(grown('5', '0', valueType)).toBe('+5.00 points')
    expect(grown('12.86', '', valueType)).toBeNull()
  })
  it.each([
    ['12.86', '>12.66', '<+0.20 points'],
    ['12.86', '>=12.66', '<=+0.20 points'],
    ['12.86', '<12.66', '>+0.20 points'],
    ['12.86', '<=12.66', '>=+0.20 points'],
    ['>12.86', '<=12.66', '>+0.20 points'],
    ['12.86', '12.66..12.76', '+0.10..+0.20 points'],
    ['12.86', '~12.66', '~+0.20 points'],
  ])('in points, over a bound or a range: %s after %s', (current, previous, expected) =>
    expect(grown(current, previous, 'rate')).toBe(expected),
  )
  it.each([
    ['5', ''],
    ['', '5'],
    ['', ''],
    ['5', '0'],
    ['5', '-5'],
    ['5', '<5'],
    ['Xuất siêu', '5'],
    ['5', 'Xuất siêu'],
    ['>5', '>5'],
  ])('cannot be said: %j after %j', (current, previous) => expect(grown(current, previous)).toBeNull())
  it('cannot be said in points of bounds that cancel out', () => expect(grown('>5', '>5', 'rate')).toBeNull())
})

describe('what is computed can be written and read', () => {
  it('a percent has at most 15 digits', () => {
    const achievement = achieve(exactly(3), exactly(1), measure('amount'))
    expect(achievement.kind === 'ratio' && formatQuantity(achievement.percent, { style: 'plain' })).toBe(
      '33.3333333333333',
    )
  })
  it.each([-5, 0, 5])('a difference of nothing is zero without a sign: %d', (value) => {
    const achievement = achieve(exactly(value), exactly(value), measure('rate'))
    expect(achievement.kind === 'points' && Object.is(achievement.points.value, 0)).toBe(true)
  })
})
