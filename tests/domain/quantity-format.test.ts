import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, type NumberStyle, numberStyles } from '#domain/number-format.ts'
import { exactly, parseQuantity, type Quantity } from '#domain/quantity.ts'
import { formatComputed, formatMeasured, formatPoints, formatQuantity } from '#domain/quantity-format.ts'
import { type Qualifier, qualifiers } from '#domain/quantity-words.ts'

const words = (text: string): Quantity => ({ value: null, high: null, denominator: null, qualifier: 'exact', text })
const bound = (qualifier: Qualifier, value: number): Quantity => ({ ...exactly(value), qualifier })

describe('with its unit of measure', () => {
  it.each<[Quantity, string, string]>([
    [exactly(3594), 'tỷ đồng', '3.594 tỷ đồng'],
    [exactly(12.86), '%', '12,86%'],
    [{ ...exactly(82), denominator: 82 }, 'hộ', '82/82 hộ'],
    [{ ...exactly(1), text: 'Phúc Diễn' }, 'phường', '1 phường (Phúc Diễn)'],
    [words('Hoàn thành'), 'trường', 'Hoàn thành'],
    [exactly(7), '', '7'],
  ])('%o in %s', (quantity, unitOfMeasure, text) => {
    expect(formatMeasured(quantity, { style: 'vi', unitOfMeasure })).toBe(text)
  })
})

describe('display of every form (rule 5)', () => {
  it.each<[Quantity, Record<NumberStyle, string>]>([
    [exactly(8015.589), { vi: '8.015,589', en: '8,015.589', plain: '8015.589', plain_vi: '8015,589' }],
    [exactly(999), { vi: '999', en: '999', plain: '999', plain_vi: '999' }],
    [exactly(1651346), { vi: '1.651.346', en: '1,651,346', plain: '1651346', plain_vi: '1651346' }],
    [exactly(-5.2), { vi: '−5,2', en: '−5.2', plain: '-5.2', plain_vi: '-5,2' }],
    [exactly(0), { vi: '0', en: '0', plain: '0', plain_vi: '0' }],
    [exactly(1e-7), { vi: '0,0000001', en: '0.0000001', plain: '0.0000001', plain_vi: '0,0000001' }],
    [bound('above', 14000), { vi: '> 14.000', en: '> 14,000', plain: '>14000', plain_vi: '>14000' }],
    [bound('at_least', 14000), { vi: '≥ 14.000', en: '≥ 14,000', plain: '>=14000', plain_vi: '>=14000' }],
    [bound('below', 4.5), { vi: '< 4,5', en: '< 4.5', plain: '<4.5', plain_vi: '<4,5' }],
    [bound('at_most', 4.5), { vi: '≤ 4,5', en: '≤ 4.5', plain: '<=4.5', plain_vi: '<=4,5' }],
    [bound('about', 7), { vi: '≈ 7', en: '≈ 7', plain: '~7', plain_vi: '~7' }],
    [
      { ...exactly(12.7), high: 13 },
      { vi: '12,7–13', en: '12.7–13', plain: '12.7..13', plain_vi: '12,7..13' },
    ],
    [
      { ...exactly(-5), high: -3 },
      { vi: '−5–−3', en: '−5–−3', plain: '-5..-3', plain_vi: '-5..-3' },
    ],
    [
      { ...exactly(1200), denominator: 1500 },
      { vi: '1.200/1.500', en: '1,200/1,500', plain: '1200/1500', plain_vi: '1200/1500' },
    ],
    [words('Xuất siêu'), { vi: 'Xuất siêu', en: 'Xuất siêu', plain: 'Xuất siêu', plain_vi: 'Xuất siêu' }],
    [words('75'), { vi: "'75", en: "'75", plain: "'75", plain_vi: "'75" }],
    [words("'a"), { vi: "''a", en: "''a", plain: "''a", plain_vi: "''a" }],
    [
      { ...exactly(1), text: 'Phúc Diễn' },
      { vi: '1 (Phúc Diễn)', en: '1 (Phúc Diễn)', plain: '1 (Phúc Diễn)', plain_vi: '1 (Phúc Diễn)' },
    ],
  ])('%j', (quantity, expected) => {
    for (const style of numberStyles) expect(formatQuantity(quantity, { style })).toBe(expected[style])
  })

  it('pads to the usual decimals of the indicator, and never takes a digit away', () => {
    expect(formatQuantity(exactly(12.7), { style: 'vi', decimals: 2 })).toBe('12,70')
    expect(formatQuantity(exactly(12.7), { style: 'plain', decimals: 2 })).toBe('12.70')
    expect(formatQuantity(exactly(1651.346), { style: 'vi', decimals: 2 })).toBe('1.651,346')
    expect(formatQuantity({ ...exactly(12.7), high: 13 }, { style: 'en', decimals: 1 })).toBe('12.7–13.0')
    expect(formatQuantity({ ...exactly(82), denominator: 82 }, { style: 'vi', decimals: 2 })).toBe('82/82')
  })
})

describe('parse ∘ format = identity', () => {
  const sign = fc.constantFrom(1, -1)
  const number = fc
    .tuple(fc.integer({ min: 1, max: 15 }), fc.nat({ max: 999999999999999 }), fc.nat({ max: 30 }), sign)
    .map(([digits, all, scale, s]) => Number(`${s * (all % 10 ** digits)}e-${scale}`) + 0)
  const text = fc
    .oneof(
      fc.constantFrom(
        'Hoàn thành',
        'Xuất siêu',
        'trên 5',
        'Trên 5',
        'từ 5',
        "'",
        "'a",
        '1e5',
        'NaN',
        'a) (b',
        '(x)',
        '%',
        '-1',
        'đạt',
      ),
      fc.string({ unit: fc.constantFrom(..."aăâđêôơưhoàệtừ 0159.,-–/()%>'≈"), minLength: 1, maxLength: 30 }),
    )
    .map((raw) => raw.normalize('NFC').trim())
    .filter((trimmed) => trimmed !== '')
  const noted = fc.option(text, { nil: null })
  const ordered = fc.tuple(number, number).filter(([a, b]) => a !== b)
  const quantity: fc.Arbitrary<Quantity> = fc.oneof(
    text.map(words),
    fc
      .tuple(number, fc.constantFrom(...qualifiers), noted)
      .map(([value, qualifier, note]) => ({ ...exactly(value), qualifier, text: note })),
    fc.tuple(ordered, fc.constantFrom<Qualifier>('exact', 'about'), noted).map(([[a, b], qualifier, note]) => ({
      ...exactly(Math.min(a, b)),
      high: Math.max(a, b),
      qualifier,
      text: note,
    })),
    fc
      .tuple(
        number,
        number.filter((n) => n > 0),
        fc.constantFrom(...qualifiers),
        noted,
      )
      .map(([value, denominator, qualifier, note]) => ({ ...exactly(value), denominator, qualifier, text: note })),
  )

  it.each(numberStyles)('in style %s', (style) => {
    fc.assert(
      fc.property(quantity, fc.nat({ max: 4 }), (one, decimals) => {
        const typed = formatQuantity(one, { style })
        expect(parseQuantity(typed, { style, words: true })).toEqual({ ok: true, value: one })
        expect(typed).not.toMatch(/\de[+-]\d/)
        if (one.value === null || Math.abs(one.value) > 1e9) return
        // Padding may pass 15 digits with long numbers only.
        const padded = parseQuantity(formatQuantity(one, { style, decimals }), { style, words: true })
        if (padded.ok) expect(padded.value).toEqual(one)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('computed values are rounded for display', () => {
  it.each<[number, number, string]>([
    [102.568493150685, 2, '102,57'],
    [102.568493150685, 0, '103'],
    [99.97, 1, '100,0'],
    [0.125, 2, '0,13'],
    [-0.125, 2, '−0,13'],
    [-0.001, 2, '0,00'],
    [1234567.5, 0, '1.234.568'],
  ])('%d to %d decimals: %s', (value, decimals, expected) =>
    expect(formatNumber(value, { style: 'vi', decimals })).toBe(expected),
  )

  it.each<[Qualifier, number, string]>([
    ['above', 120.06, '> 120,0'],
    ['at_least', 120.06, '≥ 120,0'],
    ['below', 120.01, '< 120,1'],
    ['at_most', 120.01, '≤ 120,1'],
    ['above', -1.01, '> −1,1'],
    ['below', -1.06, '< −1,0'],
    ['about', 120.06, '≈ 120,1'],
    ['exact', 120.06, '120,1'],
  ])('a bound stays true: %s %d', (qualifier, value, expected) =>
    expect(formatComputed(bound(qualifier, value), { style: 'vi', decimals: 1 })).toBe(expected),
  )

  it('with a sign, for growth', () => {
    expect(formatNumber(12.86, { style: 'plain', signed: true })).toBe('+12.86')
    expect(formatComputed(exactly(12.86), { style: 'vi', decimals: 1, signed: true })).toBe('+12,9')
    expect(formatComputed(exactly(0), { style: 'vi', decimals: 1, signed: true })).toBe('0,0')
  })
})

describe('points have a sign (rule 4)', () => {
  it.each<[Quantity, NumberStyle, string]>([
    [exactly(0.2), 'vi', '+0,20'],
    [exactly(0.2), 'en', '+0.20'],
    [exactly(-0.2), 'vi', '−0,20'],
    [exactly(-0.2), 'plain', '-0.20'],
    [exactly(0), 'vi', '0,00'],
    [exactly(0.123), 'vi', '+0,123'],
    [exactly(0.470588235294118), 'vi', '+0,470588'],
    [bound('above', 0.9), 'vi', '> +0,90'],
  ])('%j in %s: %s', (points, style, expected) => expect(formatPoints(points, { style })).toBe(expected))
  it('with the decimals of the indicator', () =>
    expect(formatPoints(exactly(0.5), { style: 'vi', decimals: 1 })).toBe('+0,5'))
})
