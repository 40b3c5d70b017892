import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Direction, ValueType } from '#domain/indicator.ts'
import { judge } from '#domain/judge.ts'
import { exactly, parseQuantity, type Quantity } from '#domain/quantity.ts'
import { parseVerdict, reportableVerdicts, type Verdict, verdicts } from '#domain/verdict.ts'

/** A quantity as it stands in a CSV: ">14000", "12.7..13"; '' is an empty cell. */
const quantity = (text: string): Quantity | null => {
  const result = parseQuantity(text, { style: 'plain', words: true })
  if (!result.ok) throw new Error(`${text}: ${result.error.reason}`)
  return result.value
}
const verdict = (plan: string, actual: string, direction: Direction = 'higher', valueType: ValueType = 'amount') =>
  judge(quantity(plan), quantity(actual), { direction, valueType })

describe('higher is better (rule 3)', () => {
  it.each<[string, string, Verdict]>([
    ['3504', '3594', 'exceeded'],
    ['3504', '3504', 'met'],
    ['3504', '3503.999', 'missed'],
    ['100', '99.97', 'missed'],
    ['100', '99.9999999999999', 'missed'],
    ['100', '100.000000000001', 'exceeded'],
    ['0.3', '0.30', 'met'],
    ['-5', '-6', 'missed'],
    ['-5', '-4', 'exceeded'],
    ['0', '0', 'met'],
  ])('plan %s, actual %s: %s', (plan, actual, expected) => expect(verdict(plan, actual)).toBe(expected))
})

describe('lower is better: the plan is a ceiling (rule 3)', () => {
  it.each<[string, string, Verdict]>([
    ['15', '19', 'missed'],
    ['15', '15', 'met'],
    ['15', '14', 'exceeded'],
    ['0', '0', 'met'],
    ['0', '1', 'missed'],
  ])('plan %s, actual %s: %s', (plan, actual, expected) => expect(verdict(plan, actual, 'lower')).toBe(expected))
})

describe('neutral is not judged (rule 3)', () => {
  it.each([
    ['1535.6', '1570'],
    ['', '1570'],
    ['1535.6', ''],
  ])('%j, %j', (plan, actual) => expect(verdict(plan, actual, 'neutral')).toBe('not_judged'))
})

describe('without a plan or an actual the verdict is awaited (rule 2)', () => {
  it.each([
    ['', '5'],
    ['5', ''],
    ['', ''],
  ])('%j, %j', (plan, actual) => expect(verdict(plan, actual)).toBe('awaiting'))
})

describe('two plans, two verdicts (rule 1)', () => {
  it('one actual exceeds the assigned plan and misses the adopted one', () => {
    expect(verdict('1539.2', '1570')).toBe('exceeded')
    expect(verdict('1611.9', '1570')).toBe('missed')
  })
})

describe('rates, shares and fractions (rules 4 and 5)', () => {
  it('12,86 against 12,66', () => expect(verdict('12.66', '12.86', 'higher', 'rate')).toBe('exceeded'))
  it('82/82 of a share is 100 percent', () => {
    expect(verdict('100', '82/82', 'higher', 'share')).toBe('met')
    expect(verdict('100', '81/82', 'higher', 'rate')).toBe('missed')
  })
  it('82/82 of a count is 82', () => {
    expect(verdict('82', '82/82', 'higher', 'count')).toBe('met')
    expect(verdict('100', '82/82', 'higher', 'count')).toBe('missed')
  })
})

describe('a plan that is a range or a bound (rule 5)', () => {
  it.each<[Direction, string, string, Verdict]>([
    ['higher', '12.7..13', '12.69', 'missed'],
    ['higher', '12.7..13', '12.7', 'met'],
    ['higher', '12.7..13', '12.9', 'met'],
    ['higher', '12.7..13', '13', 'met'],
    ['higher', '12.7..13', '13.01', 'exceeded'],
    ['lower', '12.7..13', '13.01', 'missed'],
    ['lower', '12.7..13', '13', 'met'],
    ['lower', '12.7..13', '12.7', 'met'],
    ['lower', '12.7..13', '12.69', 'exceeded'],
    ['higher', '>=60', '60', 'met'],
    ['higher', '>=60', '1000', 'met'],
    ['higher', '>=60', '59.9', 'missed'],
    ['higher', '>60', '60', 'missed'],
    ['higher', '>60', '60.1', 'met'],
    ['higher', '<=60', '60.1', 'exceeded'],
    ['higher', '<60', '60', 'exceeded'],
    ['lower', '<4.5', '4.5', 'missed'],
    ['lower', '<4.5', '4.4', 'met'],
    ['lower', '<=4.5', '4.5', 'met'],
    ['lower', '<=4.5', '4.6', 'missed'],
    ['higher', '~7', '6.9', 'missed'],
    ['higher', '~7', '7', 'met'],
  ])('%s, plan %s, actual %s: %s', (direction, plan, actual, expected) =>
    expect(verdict(plan, actual, direction)).toBe(expected),
  )
})

describe('an actual that is not one number (rule 5)', () => {
  it.each<[Direction, string, string, Verdict]>([
    ['higher', '11663', '>14000', 'exceeded'],
    ['higher', '14000', '>14000', 'exceeded'],
    ['higher', '14000', '>=14000', 'met'],
    ['higher', '14001', '>14000', 'awaiting'],
    ['higher', '14000', '<14000', 'missed'],
    ['higher', '14000', '<=14000', 'awaiting'],
    ['lower', '14000', '>14000', 'missed'],
    ['lower', '14000', '>=14000', 'awaiting'],
    ['lower', '14000', '<14000', 'exceeded'],
    ['lower', '14000', '<=14000', 'met'],
    ['higher', '5', '5..6', 'met'],
    ['higher', '5', '5.1..6', 'exceeded'],
    ['higher', '5', '4..6', 'awaiting'],
    ['higher', '5', '3..4', 'missed'],
    ['higher', '5', '4..5', 'awaiting'],
    ['higher', '12.7..13', '12.8..12.9', 'met'],
    ['higher', '12.7..13', '12.8..14', 'met'],
    ['higher', '>=5', '>5', 'met'],
    ['higher', '>5', '>5', 'met'],
    ['higher', '>5', '>=5', 'awaiting'],
    ['lower', '<5', '<5', 'met'],
    ['lower', '<5', '<=5', 'awaiting'],
  ])('%s, plan %s, actual %s: %s', (direction, plan, actual, expected) =>
    expect(verdict(plan, actual, direction)).toBe(expected),
  )
})

describe('an approximate actual is anything that rounds to it', () => {
  it.each<[Direction, string, string, Verdict]>([
    // "khoảng 7" is 6,5–7,5.
    ['higher', '6.9', '~7', 'awaiting'],
    ['higher', '7', '~7', 'awaiting'],
    ['higher', '6.51', '~7', 'awaiting'],
    ['higher', '6.5', '~7', 'met'],
    ['higher', '6.49', '~7', 'exceeded'],
    ['higher', '7.5', '~7', 'awaiting'],
    ['higher', '7.51', '~7', 'missed'],
    ['lower', '6.49', '~7', 'missed'],
    ['lower', '6.5', '~7', 'awaiting'],
    ['lower', '7', '~7', 'awaiting'],
    ['lower', '7.5', '~7', 'met'],
    ['lower', '7.51', '~7', 'exceeded'],
    // "gần 2.000" is 1.500–2.500; a decimal narrows it.
    ['higher', '1499', '~2000', 'exceeded'],
    ['higher', '1501', '~2000', 'awaiting'],
    ['higher', '2499', '~2000', 'awaiting'],
    ['higher', '2501', '~2000', 'missed'],
    ['higher', '1949', '~2050', 'exceeded'],
    ['higher', '2046', '~2050', 'awaiting'],
    ['higher', '5', '~4.9', 'missed'],
    ['higher', '4.94', '~4.9', 'awaiting'],
    ['higher', '0.4', '~0', 'awaiting'],
    ['higher', '0.6', '~0', 'missed'],
    ['higher', '-7.4', '~-7', 'awaiting'],
    ['higher', '-7.6', '~-7', 'exceeded'],
    // Of a range each end by its own last digit: 45–65, and 49,5–65.
    ['higher', '44', '~50..60', 'exceeded'],
    ['higher', '46', '~50..60', 'awaiting'],
    ['higher', '64', '~50..60', 'awaiting'],
    ['higher', '66', '~50..60', 'missed'],
    ['higher', '49', '~50.5..60', 'exceeded'],
    // A plan is what it states, and one with room on both sides is met.
    ['higher', '6..8', '~7', 'met'],
    ['higher', '6.6..7.4', '~7', 'awaiting'],
    ['higher', '>=6', '~7', 'met'],
  ])('%s, plan %s, actual %s: %s', (direction, plan, actual, expected) =>
    expect(verdict(plan, actual, direction)).toBe(expected),
  )
  it('of a share it is the numerator that was rounded: about 81/82 is 98,17–99,39 percent', () => {
    expect(verdict('98.1', '~81/82', 'higher', 'share')).toBe('exceeded')
    expect(verdict('98.2', '~81/82', 'higher', 'share')).toBe('awaiting')
    expect(verdict('99.4', '~81/82', 'higher', 'share')).toBe('missed')
    expect(verdict('81.4', '~81/82', 'higher', 'count')).toBe('awaiting')
    expect(verdict('81.6', '~81/82', 'higher', 'count')).toBe('missed')
  })
})

describe('words (rule 5)', () => {
  it.each<[string, string, Verdict]>([
    ['Hoàn thành', 'hoàn thành', 'met'],
    ['Xuất siêu', ' xuất  SIÊU ', 'met'],
    ['Xuất siêu', 'Xuất siêu'.normalize('NFD'), 'met'],
    ['Xuất siêu', 'Xuat sieu', 'awaiting'],
    ['đạt', 'đất', 'awaiting'],
    ['Xuất siêu', 'Nhập siêu', 'awaiting'],
    ['Hoàn thành', '1', 'awaiting'],
    ['1', 'Hoàn thành', 'awaiting'],
    ['Hoàn thành', '82/82 (hoàn thành)', 'awaiting'],
    ['82/82 (hoàn thành)', 'Hoàn thành', 'awaiting'],
    ['1 (a)', '1 (b)', 'met'],
    ['2 (a)', '1 (a)', 'missed'],
  ])('plan %s, actual %s: %s', (plan, actual, expected) =>
    expect(verdict(plan, actual, 'higher', 'milestone')).toBe(expected),
  )
})

describe('the two directions mirror each other', () => {
  const mirrored: Partial<Record<Verdict, Verdict>> = { exceeded: 'missed', missed: 'exceeded' }
  it('for every pair of numbers', () => {
    const small = fc.integer({ min: -3, max: 3 }).map(exactly)
    fc.assert(
      fc.property(small, small, (plan, actual) => {
        const higher = judge(plan, actual, { direction: 'higher', valueType: 'amount' })
        const lower = judge(plan, actual, { direction: 'lower', valueType: 'amount' })
        expect(lower).toBe(mirrored[higher] ?? higher)
      }),
    )
  })
})

describe('a verdict in words', () => {
  it.each<[string, Verdict | null]>([
    ...verdicts.map((key): [string, Verdict] => [key, key]),
    ['Vượt', 'exceeded'],
    ['vượt  kế hoạch', 'exceeded'],
    [' VƯỢT ', 'exceeded'],
    ['Exceeded', 'exceeded'],
    ['hoàn thành'.normalize('NFD'), 'met'],
    ['đạt', 'met'],
    ['Chưa đạt', 'missed'],
    ['không đạt', 'missed'],
    ['Not met', 'missed'],
    ['Chờ số liệu', 'awaiting'],
    ['Không đánh giá', 'not_judged'],
    ['đất', null],
    ['', null],
    ['103', null],
  ])('%j: %s', (text, expected) => expect(parseVerdict(text)).toBe(expected))

  it('a source may say only three of them', () => expect(reportableVerdicts).toEqual(['exceeded', 'met', 'missed']))
})
