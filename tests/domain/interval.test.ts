import { describe, expect, it } from 'vitest'
import type { Direction, ValueType } from '#domain/indicator.ts'
import {
  add,
  areDisjoint,
  type End,
  easierEnd,
  type Interval,
  intervalOf,
  isPositive,
  percentOf,
  quantityOf,
  subtract,
  widened,
} from '#domain/interval.ts'
import { parseQuantity, type Quantity } from '#domain/quantity.ts'

/** A quantity as it stands in a CSV: ">14000", "12.7..13". */
const quantity = (text: string): Quantity => {
  const result = parseQuantity(text, { style: 'plain', words: true })
  if (!result.ok || result.value === null) throw new Error(text)
  return result.value
}
const interval = (text: string, valueType: ValueType = 'amount'): Interval => {
  const result = intervalOf(quantity(text), valueType)
  if (result === null) throw new Error(text)
  return result
}
/** An interval as mathematics writes it: "[12.7, 13]", "(14000, ∞)"; "≈" in front where it is approximate. */
const written = ({ low, high, approximate }: Interval): string => {
  const edge = ({ infinite, at }: End) => (infinite === 0 ? String(at) : infinite === 1 ? '∞' : '−∞')
  const opens = low.infinite === 0 && low.nudge === 0 ? '[' : low.infinite === 0 && low.nudge !== 1 ? '?' : '('
  const closes = high.infinite === 0 && high.nudge === 0 ? ']' : high.infinite === 0 && high.nudge !== -1 ? '?' : ')'
  return `${approximate ? '≈' : ''}${opens}${edge(low)}, ${edge(high)}${closes}`
}

describe('all the numbers that a quantity states (rule 5)', () => {
  it.each([
    ['7', '[7, 7]'],
    ['12.7..13', '[12.7, 13]'],
    ['>14000', '(14000, ∞)'],
    ['>=60', '[60, ∞)'],
    ['<4.5', '(−∞, 4.5)'],
    ['<=4.5', '(−∞, 4.5]'],
    ['~7', '≈[7, 7]'],
    ['82/82', '[82, 82]'],
  ])('%s: %s', (text, expected) => expect(written(interval(text))).toBe(expected))
  it('a fraction of a share is its percent', () => expect(written(interval('41/82', 'share'))).toBe('[50, 50]'))
  it('words state none', () => {
    expect(intervalOf(quantity('Xuất siêu'), 'amount')).toBeNull()
    expect(widened(quantity('Xuất siêu'), 'amount')).toBeNull()
  })
})

describe('an approximation with all that it may stand for', () => {
  it.each<[string, ValueType, string]>([
    ['~7', 'amount', '≈[6.5, 7.5]'],
    ['~7', 'rate', '≈[6.5, 7.5]'],
    ['~2000', 'count', '≈[1500, 2500]'],
    ['~0', 'amount', '≈[-0.5, 0.5]'],
    ['~50.5..60', 'amount', '≈[50.45, 65]'],
    ['~40/50', 'share', '≈[70, 90]'],
    ['~40/50', 'count', '≈[35, 45]'],
    ['7', 'rate', '[7, 7]'],
    ['>7', 'amount', '(7, ∞)'],
  ])('%s of a %s: %s', (text, valueType, expected) => {
    const wide = widened(quantity(text), valueType)
    expect(wide && written(wide)).toBe(expected)
  })
})

describe('sums and differences', () => {
  it.each([
    ['1', '2', '[3, 3]', '[-1, -1]'],
    ['1..2', '5', '[6, 7]', '[-4, -3]'],
    ['5', '1..2', '[6, 7]', '[3, 4]'],
    ['5', '>2', '(7, ∞)', '(−∞, 3)'],
    ['5', '>=2', '[7, ∞)', '(−∞, 3]'],
    ['5', '<2', '(−∞, 7)', '(3, ∞)'],
    ['5', '<=2', '(−∞, 7]', '[3, ∞)'],
    ['>5', '<=2', '(−∞, ∞)', '(3, ∞)'],
    ['>=5', '<2', '(−∞, ∞)', '(3, ∞)'],
    ['<5', '>=2', '(−∞, ∞)', '(−∞, 3)'],
    ['>=5', '2', '[7, ∞)', '[3, ∞)'],
    ['~5', '2', '≈[7, 7]', '≈[3, 3]'],
    ['5', '~2', '≈[7, 7]', '≈[3, 3]'],
  ])('%s and %s: %s, %s', (a, b, sum, difference) => {
    expect(written(add(interval(a), interval(b)))).toBe(sum)
    expect(written(subtract(interval(a), interval(b)))).toBe(difference)
  })
})

describe('percent of what is above zero', () => {
  it.each([
    ['50', '100', '[50, 50]'],
    ['-50', '100', '[-50, -50]'],
    ['50..60', '100', '[50, 60]'],
    ['50', '50..100', '[50, 100]'],
    ['-50', '50..100', '[-100, -50]'],
    ['-50..50', '50..100', '[-100, 100]'],
    ['>50', '50..100', '(50, ∞)'],
    ['>=50', '50..100', '[50, ∞)'],
    ['<50', '50..100', '(−∞, 100)'],
    ['<-50', '50..100', '(−∞, -50)'],
    ['50', '>100', '(−∞, 50)'],
    ['50', '>=100', '(−∞, 50]'],
    ['-50', '>100', '(-50, ∞)'],
    ['>50', '>100', '(−∞, ∞)'],
    ['0', '>100', '[0, 0]'],
    ['>0', '>100', '(0, ∞)'],
    ['<0', '>100', '(−∞, 0)'],
    ['~50', '100', '≈[50, 50]'],
    ['50', '~100', '≈[50, 50]'],
  ])('%s of %s: %s', (a, b, expected) => expect(written(percentOf(interval(a), interval(b)))).toBe(expected))
  it.each([
    ['5', true],
    ['>5', true],
    ['0.1..5', true],
    ['0', false],
    ['0..5', false],
    ['-5', false],
    ['<5', false],
  ])('%s: %s', (text, expected) => expect(isPositive(interval(text))).toBe(expected))
})

describe('the end that is easier to reach', () => {
  it.each<[string, Direction, number]>([
    ['12.7..13', 'higher', 12.7],
    ['12.7..13', 'lower', 13],
    ['12.7..13', 'neutral', 12.7],
    ['>60', 'lower', 60],
    ['<60', 'higher', 60],
  ])('%s, %s is better: %d', (text, direction, expected) =>
    expect(easierEnd(interval(text), direction).toNumber()).toBe(expected),
  )
})

it('two ends that are written alike are one number', () => {
  const [low, high] = [interval('5').low, interval('5').high]
  expect(low).not.toBe(high)
  expect(quantityOf({ low, high, approximate: false })).toEqual(quantity('5'))
})

describe('no number in both', () => {
  it.each([
    ['1..2', '3..4', true],
    ['1..2', '2..3', false],
    ['1..2', '>2', true],
    ['1..2', '>=2', false],
    ['1..2', '<1', true],
    ['1..2', '<=1', false],
    ['>2', '<2', true],
    ['>2', '>3', false],
    ['1..4', '2..3', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(areDisjoint(interval(a), interval(b))).toBe(expected)
    expect(areDisjoint(interval(b), interval(a))).toBe(expected)
  })
})
