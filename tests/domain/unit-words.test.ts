import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFigure } from '#domain/figure-text.ts'
import type { NumberStyle } from '#domain/number-format.ts'
import { exactly, type Quantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import type { QuantityProblem } from '#domain/quantity-problems.ts'

const read = (typed: string, unitOfMeasure: string, style: NumberStyle = 'vi') =>
  parseFigure('estimate', typed, { valueType: 'amount', unitOfMeasure }, style)
const range = (value: number, high: number): Quantity => ({ ...exactly(value), high })

describe('a number may have its unit behind it, or a multiple of it (step 4, item 10)', () => {
  it.each<[unit: string, typed: string, value: number]>([
    ['tỷ đồng', '1.651 tỷ 346 triệu', 1651.346],
    ['triệu đồng', '1.651 tỷ 346 triệu', 1651346],
    ['tỷ đồng', '1.651 tỷ 346 triệu đồng', 1651.346],
    ['đồng', '1.651 tỷ 346 triệu', 1651346000000],
    ['tỷ', '3.504 tỷ', 3504],
    ['tỷ', '346 triệu đồng', 0.346],
    ['Tỷ đồng', '1.651 tỷ 346 triệu đ', 1651.346],
    ['tỷ đồng', '3,504 nghìn  tỷ', 3504],
    ['triệu đồng', '123.456.789.012.345 triệu', 123456789012345],
    ['tỷ đồng', `0,${'0'.repeat(26)}1 triệu`, 1e-30],
    ['nghìn đồng', '1 tỷ 346 triệu 500 nghìn đồng', 1346500],
    ['tỷ đồng', '1.651 tỷ 346,5 triệu', 1651.3465],
    ['tỷ đồng', '-1 tỷ 346 triệu', -1.346],
    ['tỷ đồng', '+1 tỷ', 1],
    ['tỷ đồng', '0 tỷ', 0],
    ['tỷ đồng', '-0 tỷ', 0],
    ['tỷ đồng', '3.504 tỷ', 3504],
    ['tỷ đồng', '3504tỷ', 3504],
    ['tỷ đồng', '3.504 TỶ ĐỒNG', 3504],
    ['tỷ đồng', '3.504 tỉ  đồng', 3504],
    ['tỷ đồng', '3,504 nghìn tỷ', 3504],
    ['tỷ đồng', '346.000.000 đồng', 0.346],
    ['tỷ đồng', '346 triệu VNĐ', 0.346],
    ['tỷ đồng', '346 triệu vnd', 0.346],
    ['lượt  khách', '5 lượt khách', 5],
    ['hạng A+', '12 hạng A+', 12],
    ['triệu đồng', '3.504 tỷ', 3504000],
    ['triệu đồng/năm', '450 triệu đồng/năm', 450],
    ['triệu đồng/năm', '0,45 tỷ đồng/năm', 450],
    ['người', '6.100 người', 6100],
    ['người', '6,1 nghìn người', 6100],
    ['nghìn người', '6.100 người', 6.1],
    ['nghìn người', '6 nghìn 100 người', 6.1],
    ['m2', '5.000 m2', 5000],
    ['m2', '5.000 m²', 5000],
    ['nghìn m³', '5 triệu m3', 5000],
    ['%', '12,66 %', 12.66],
    ['%', '12,66%', 12.66],
  ])('in %s: %s', (unit, typed, value) => expect(read(typed, unit)).toEqual({ ok: true, value: exactly(value) }))

  it('in English too', () => {
    expect(read('1,651 billion 346 million', 'tỷ đồng', 'en')).toEqual({ ok: true, value: exactly(1651.346) })
    expect(read('1,651.346 billion dong', 'tỷ đồng', 'en')).toEqual({ ok: true, value: exactly(1651.346) })
  })

  it('with the signs and words of a quantity', () => {
    expect(read('trên 14.000 tỷ', 'tỷ đồng')).toEqual({ ok: true, value: { ...exactly(14000), qualifier: 'above' } })
    expect(read('khoảng 7 nghìn người', 'người')).toEqual({
      ok: true,
      value: { ...exactly(7000), qualifier: 'about' },
    })
    expect(read('3.504 tỷ (cả năm)', 'tỷ đồng')).toEqual({ ok: true, value: { ...exactly(3504), text: 'cả năm' } })
    expect(read('82/82 trường', 'trường')).toEqual({ ok: true, value: { ...exactly(82), denominator: 82 } })
  })

  it.each([
    ['%', '12,7-13%', range(12.7, 13)],
    ['%', '12,7%–13%', range(12.7, 13)],
    ['triệu đồng', '1,5–2 tỷ', range(1500, 2000)],
    ['triệu đồng', '500 triệu – 2 tỷ', range(500, 2000)],
    ['triệu đồng', 'từ 1,5 đến 2 tỷ', range(1500, 2000)],
    ['triệu đồng', '1 tỷ–1 tỷ 200 triệu', range(1000, 1200)],
    ['triệu đồng', '1–1 tỷ 200 triệu', range(1000, 1200)],
    ['tỷ đồng', '1.651 tỷ – 1.700', range(1651, 1700)],
  ])('a unit behind a range is that of both ends, in %s: %s', (unit, typed, value) =>
    expect(read(typed, unit)).toEqual({ ok: true, value }),
  )
})

describe('anything else is refused with its reason, never guessed', () => {
  const other = (unit: string): QuantityProblem => ({ reason: 'other_unit', values: { unit } })
  it.each<[unit: string, typed: string, QuantityProblem]>([
    ['người', '3.504 tỷ', other('người')],
    ['người', '14 nghìn', other('người')],
    ['người', '5 hộ', other('người')],
    ['nghìn người', '14 nghìn', other('nghìn người')],
    ['người', '5 nghìn đồng', other('người')],
    ['tỷ đồng', '3.504 tỷ USD', other('tỷ đồng')],
    ['tỷ đồng', '3.504 tấn', other('tỷ đồng')],
    ['triệu đồng/năm', '450 triệu đồng', other('triệu đồng/năm')],
    ['triệu đồng/năm', '450 triệu', other('triệu đồng/năm')],
    ['%', '6.100 người', other('%')],
    ['%', '5 nghìn %', other('%')],
    ['tỷ đồng', '5%', { reason: 'percent_not_expected' }],
    ['', '5 quyển', { reason: 'words_after_number' }],
    ['tỷ đồng', '1 tỷ 346', { reason: 'unit_parts' }],
    ['tỷ đồng', '346 triệu 1 tỷ', { reason: 'unit_parts' }],
    ['tỷ đồng', '1 tỷ 2 tỷ', { reason: 'unit_parts' }],
    ['tỷ đồng', '1 tỷ 0,5 tỷ', { reason: 'unit_parts' }],
    ['tỷ đồng', '1 tỷ 1.346 triệu', { reason: 'unit_parts' }],
    ['tỷ đồng', '1 tỷ 1.000 triệu', { reason: 'unit_parts' }],
    ['tỷ đồng', '1,5 tỷ 346 triệu', { reason: 'unit_parts' }],
    ['tỷ đồng', '1 tỷ đồng 346 triệu', { reason: 'unit_parts' }],
    ['triệu đồng', '1 tỷ–2', { reason: 'unit_parts' }],
    ['triệu đồng', '1/2 tỷ', { reason: 'unit_parts' }],
    ['tỷ đồng', '1 tỷ -346 triệu', { reason: 'range_order' }],
    ['tỷ đồng', '75O tỷ', { reason: 'letter_in_number', values: { character: 'O' } }],
    ['tỷ đồng', '1 651 tỷ', { reason: 'space_in_number', values: { suggestion: '1.651 tỷ' } }],
    ['tỷ đồng', '1 651 TỶ', { reason: 'space_in_number', values: { suggestion: '1.651 TỶ' } }],
    ['tỷ đồng', '+', { reason: 'sign_alone' }],
    ['tỷ đồng', '1.23 tỷ', { reason: 'bad_grouping', values: { suggestion: '1,23 tỷ' } }],
    ['tỷ đồng', '1,234.5 tỷ', { reason: 'wrong_separators', values: { suggestion: '1.234,5 tỷ' } }],
    ['tỷ đồng', `0,${'0'.repeat(27)}1 triệu`, { reason: 'too_many_digits', values: { maximum: 15 } }],
    ['tỷ đồng', `0,${'0'.repeat(27)}1–1 triệu`, { reason: 'too_many_digits', values: { maximum: 15 } }],
    ['tỷ đồng', '1.234.567.890.123 tỷ 346 triệu', { reason: 'too_many_digits', values: { maximum: 15 } }],
  ])('in %s: %s', (unit, typed, error) => expect(read(typed, unit)).toEqual({ ok: false, error }))

  // An expression that tried all ways to split them would not come to an end.
  it('a text that is long and wrong is refused', () => {
    for (const long of [`${'1'.repeat(399)}x`, '1 tỷ '.repeat(80), `${'1 '.repeat(199)}x`]) {
      expect(read(long, 'tỷ đồng').ok).toBe(false)
    }
  })
})

it('tỷ and triệu are added exactly, and come back in one form', () => {
  const whole = fc.integer({ min: 1, max: 9999999 })
  const part = fc.integer({ min: 0, max: 999 })
  fc.assert(
    fc.property(whole, part, fc.constantFrom<NumberStyle>('vi', 'en'), (billions, millions, style) => {
      const typed = `${billions} tỷ ${millions} triệu`
      const digits = BigInt(billions) * 1000n + BigInt(millions)
      expect(read(typed, 'triệu đồng', style)).toEqual({ ok: true, value: exactly(Number(digits)) })
      const inBillions = read(typed, 'tỷ đồng', style)
      if (!inBillions.ok || !inBillions.value) throw new Error(typed)
      expect(formatQuantity(inBillions.value, { style: 'plain', decimals: 3 })).toBe(
        `${billions}.${String(millions).padStart(3, '0')}`,
      )
      expect(read(formatQuantity(inBillions.value, { style }), 'tỷ đồng', style)).toEqual(inBillions)
    }),
  )
})
