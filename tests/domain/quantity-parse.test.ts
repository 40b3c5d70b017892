import { describe, expect, it } from 'vitest'
import type { NumberStyle } from '#domain/number-format.ts'
import { exactly, type ParseOptions, parseQuantity, type Quantity, quantitiesEqual } from '#domain/quantity.ts'
import { type QuantityProblem, type QuantityProblemReason, quantityProblems } from '#domain/quantity-problems.ts'

const vi = { style: 'vi' } as const
const words = (text: string): Quantity => ({ value: null, high: null, denominator: null, qualifier: 'exact', text })
const range = (value: number, high: number): Quantity => ({ ...exactly(value), high })
const fraction = (value: number, denominator: number): Quantity => ({ ...exactly(value), denominator })
const refused = (reason: QuantityProblemReason, values?: QuantityProblem['values']) => ({
  ok: false,
  error: values ? { reason, values } : { reason },
})

const accepts = (text: string, options: ParseOptions, quantity: Quantity | null) =>
  expect(parseQuantity(text, options)).toEqual({ ok: true, value: quantity })

describe('an empty cell is null, not zero (rule 2)', () => {
  it.each(['', ' ', '\u00a0', ' \n'])('%j', (text) => accepts(text, vi, null))
  it('zero is a number', () => accepts('0', vi, exactly(0)))
})

describe('numbers in each style', () => {
  it.each<[NumberStyle, string, number]>([
    ['vi', '1.234,56', 1234.56],
    ['vi', '14000', 14000],
    ['vi', '3.504', 3504],
    ['vi', '3,504', 3.504],
    ['vi', '1.651.346', 1651346],
    ['vi', '12,66', 12.66],
    ['vi', '0,5', 0.5],
    ['vi', '0,50', 0.5],
    ['en', '1,234.56', 1234.56],
    ['en', '3,504', 3504],
    ['en', '3.504', 3.504],
    ['en', '1,651,346', 1651346],
    ['plain', '1234.56', 1234.56],
    ['plain', '3.504', 3.504],
    ['vi', '-5', -5],
    ['vi', '−5', -5],
    ['vi', '+5', 5],
    ['vi', '+0,2', 0.2],
    ['vi', '\u00a05 ', 5],
  ])('%s %j', (style, text, value) => accepts(text, { style }, exactly(value)))

  it.each(['-0', '−0,00'])('%s is zero without a sign', (text) => {
    const result = parseQuantity(text, vi)
    expect(result.ok && Object.is(result.value?.value, 0)).toBe(true)
  })
})

describe('15 significant digits, kept exactly', () => {
  it.each([
    ['999999999999999', 999999999999999],
    ['123456789012,345', 123456789012.345],
    ['0,00123456789012345', 0.00123456789012345],
    ['0,000000000000000000000000000001', 1e-30],
  ])('%s', (text, value) => accepts(text, vi, exactly(value)))

  it.each([
    '1234567890123456',
    '1.234.567.890.123.456',
    '0,1234567890123456',
    '1,0000000000000000',
    `0,${'0'.repeat(30)}1`,
  ])('%s is refused', (text) => expect(parseQuantity(text, vi)).toEqual(refused('too_many_digits', { maximum: 15 })))
})

describe('bounds and approximations (rule 5)', () => {
  it.each<[Quantity['qualifier'], string[]]>([
    [
      'above',
      [
        '>14.000',
        '> 14.000',
        'trên 14.000',
        'Trên 14.000',
        'TRÊN  14.000',
        'hơn 14.000',
        'above 14.000',
        'over 14.000',
        'More than 14.000',
      ],
    ],
    ['below', ['<14.000', '< 14.000', 'dưới 14.000', 'below 14.000', 'under 14.000', 'less than 14.000']],
    [
      'at_least',
      ['>=14.000', '≥ 14.000', 'ít nhất 14.000', 'tối thiểu 14.000', 'không dưới 14.000', 'at least 14.000'],
    ],
    ['at_most', ['<=14.000', '≤ 14.000', 'tối đa 14.000', 'không quá 14.000', 'at most 14.000']],
    [
      'about',
      [
        '~14.000',
        '≈ 14.000',
        'khoảng 14.000',
        'gần 14.000',
        'xấp xỉ 14.000',
        'about 14.000',
        'nearly 14.000',
        'approximately 14.000',
      ],
    ],
  ])('%s', (qualifier, texts) => {
    for (const text of texts) accepts(text, vi, { ...exactly(14000), qualifier })
  })

  it('reads a word in decomposed Unicode', () =>
    accepts('trên 5'.normalize('NFD'), vi, { ...exactly(5), qualifier: 'above' }))
  it('reads a negative bound', () => accepts('dưới -5', vi, { ...exactly(-5), qualifier: 'below' }))
})

describe('ranges (rule 5)', () => {
  it.each([
    '12,7–13',
    '12,7-13',
    '12,7 - 13',
    '12,7 — 13',
    '12,7−13',
    'từ 12,7 đến 13',
    'Từ 12,7 đến 13',
    '12,7 đến 13',
    'từ  12,7  đến  13',
    'from 12,7 to 13',
    '12,7..13',
  ])('%s', (text) => accepts(text, vi, range(12.7, 13)))
  it.each(['12.7..13', '12.7-13', '12.7 .. 13'])('plain %s', (text) =>
    accepts(text, { style: 'plain' }, range(12.7, 13)),
  )
  it.each(['-5–-3', '−5 – −3', '-5..-3'])('%s', (text) => accepts(text, vi, range(-5, -3)))
  it('from below zero', () => accepts('-5-3', vi, range(-5, 3)))
  it('about a range', () => accepts('khoảng 12–13', vi, { ...range(12, 13), qualifier: 'about' }))
  it.each(['13–12,7', '5–5', '5--3'])('%s: the ends are in the wrong order', (text) =>
    expect(parseQuantity(text, vi)).toEqual(refused('range_order')),
  )
  it.each(['> 5–6', '<5–6', '>=5–6', '<=5–6'])('%s: a bound of a range means nothing', (text) =>
    expect(parseQuantity(text, vi)).toEqual(refused('bound_of_range')),
  )
})

describe('fractions (rule 5)', () => {
  it.each(['82/82', '82 / 82'])('%s', (text) => accepts(text, vi, fraction(82, 82)))
  it('with grouping', () => accepts('1.200/1.500', vi, fraction(1200, 1500)))
  it('of nothing done', () => accepts('0/5', vi, fraction(0, 5)))
  it.each(['5/0', '5/-2'])('%s has no denominator', (text) =>
    expect(parseQuantity(text, vi)).toEqual(refused('denominator_not_positive')),
  )
})

describe('percent cells', () => {
  const percent = { style: 'vi', unit: '%' } as const
  it.each(['12,86%', '12,86 %', '12,86\u00a0%', '12,86'])('%j', (text) => accepts(text, percent, exactly(12.86)))
  it('both ends of a range', () => accepts('12,7%–13%', percent, range(12.7, 13)))
  it('a bound', () => accepts('trên 99,9%', percent, { ...exactly(99.9), qualifier: 'above' }))
  it.each<[string, QuantityProblem]>([
    ['%', { reason: 'percent_alone' }],
    ['5%%', { reason: 'percent_not_expected' }],
    ['%5', { reason: 'percent_not_expected' }],
    ['5%5', { reason: 'percent_not_expected' }],
  ])('%s', (text, error) => expect(parseQuantity(text, percent)).toEqual({ ok: false, error }))
  it('a percent sign elsewhere is refused', () =>
    expect(parseQuantity('5%', vi)).toEqual(refused('percent_not_expected')))
  it('a lone percent sign elsewhere', () => expect(parseQuantity('%', vi)).toEqual(refused('percent_alone')))
})

describe('words (rule 5)', () => {
  const milestone = { style: 'vi', words: true } as const
  it.each([
    'Hoàn thành',
    'Xuất siêu',
    'cao hơn mức thành phố giao',
    'Dưới mức thành phố giao',
    '“Xuất siêu”',
    'Từ quý II',
    'Nan giải',
    'Gian nan',
    'trên',
    'Lỗi #N/A',
    'Err:5020',
  ])('%s where words are welcome', (text) => accepts(text, milestone, words(text)))
  it.each(['Hoàn thành', 'Thu ngân sách đạt 3.594 tỷ đồng, vượt dự toán', 'trên', 'O75'])(
    '%s in a cell of numbers',
    (text) => expect(parseQuantity(text, vi)).toEqual(refused('words_not_allowed')),
  )
  it.each(["'Hoàn thành", "' Hoàn thành"])('%s: an apostrophe says so, and is not stored', (text) =>
    accepts(text, vi, words('Hoàn thành')),
  )
  it('an apostrophe makes anything words', () => accepts("'75O", vi, words('75O')))
  it('an apostrophe alone says nothing', () => expect(parseQuantity("'", vi)).toEqual(refused('words_missing')))
  it('a failed number never passes as words', () =>
    expect(parseQuantity('75O', milestone)).toEqual(refused('letter_in_number', { character: 'O' })))
  it('text is NFC', () => accepts('Hoàn thành'.normalize('NFD'), milestone, words('Hoàn thành')))
  it('200 characters and no more', () => {
    accepts('a'.repeat(200), milestone, words('a'.repeat(200)))
    const tooLong = refused('too_long', { maximum: 200 })
    expect(parseQuantity('a'.repeat(201), milestone)).toEqual(tooLong)
    accepts(`1 (${'a'.repeat(200)})`, vi, { ...exactly(1), text: 'a'.repeat(200) })
    expect(parseQuantity(`1 (${'a'.repeat(201)})`, vi)).toEqual(tooLong)
    expect(parseQuantity('a'.repeat(401), vi)).toEqual(tooLong)
    expect(parseQuantity('a'.repeat(400), vi)).toEqual(refused('words_not_allowed'))
  })
  it.each(['a\tb', 'a\nb', 'a\u200bb', 'a\u2028b', 'a\ud800b'])('%j has a character nobody sees', (text) =>
    expect(parseQuantity(text, milestone)).toEqual(refused('control_character')),
  )
})

describe('a number with words', () => {
  it.each<[string, Quantity]>([
    ['1 (Phúc Diễn)', { ...exactly(1), text: 'Phúc Diễn' }],
    ['1(Phúc Diễn)', { ...exactly(1), text: 'Phúc Diễn' }],
    ['1 ( Phúc Diễn )', { ...exactly(1), text: 'Phúc Diễn' }],
    ['15 (dẫn đầu thành phố)', { ...exactly(15), text: 'dẫn đầu thành phố' }],
    ['1 (một (1))', { ...exactly(1), text: 'một (1)' }],
    ['> 5 (năm)', { ...exactly(5), qualifier: 'above', text: 'năm' }],
  ])('%s', (text, quantity) => accepts(text, vi, quantity))
})

describe('what is refused, and why', () => {
  const table: [NumberStyle, string, QuantityProblemReason, QuantityProblem['values']?][] = [
    ['vi', '75O', 'letter_in_number', { character: 'O' }],
    ['vi', '7O5', 'letter_in_number', { character: 'O' }],
    ['vi', '0x10', 'letter_in_number', { character: 'x' }],
    ['vi', '3504 tỷ', 'words_after_number'],
    ['vi', '3504tỷ', 'words_after_number'],
    ['vi', '3.594 tỷ đồng', 'words_after_number'],
    ['vi', '5 m', 'words_after_number'],
    ['vi', '6.1OO', 'letter_in_number', { character: 'O' }],
    ['vi', '75O5 tỷ', 'letter_in_number', { character: 'O' }],
    ['vi', '75tỷ5', 'letter_in_number', { character: 't' }],
    ['vi', '75x5 tỷ', 'letter_in_number', { character: 'x' }],
    ['vi', '75m', 'letter_in_number', { character: 'm' }],
    ['vi', '75Ox', 'letter_in_number', { character: 'O' }],
    ['vi', '1 651', 'space_in_number', { suggestion: '1.651' }],
    ['en', '1 651', 'space_in_number', { suggestion: '1,651' }],
    ['plain', '1 651', 'space_in_number', { suggestion: '1651' }],
    ['vi', '1\u00a0651\u00a0346', 'space_in_number', { suggestion: '1.651.346' }],
    ['vi', '1 651,346', 'space_in_number', { suggestion: '1.651,346' }],
    ['vi', '> 1 651 (a 1 651)', 'space_in_number', { suggestion: '> 1.651 (a 1 651)' }],
    ['vi', '16 513', 'space_in_number', { suggestion: '16.513' }],
    ['vi', '16 51', 'space_in_number'],
    ['vi', '1234 567', 'space_in_number'],
    ['vi', '1 651 34', 'space_in_number'],
    ['vi', '- 5', 'space_in_number'],
    ['vi', '1,2,3', 'repeated_decimal'],
    ['plain', '1.2.3', 'repeated_decimal'],
    ['plain', '1,2,3', 'wrong_separators'],
    ['plain_vi', '1,2,3', 'repeated_decimal'],
    ['vi', '1.23,5', 'bad_grouping'],
    ['vi', '1.23,56', 'bad_grouping'],
    ['en', '1.2.3', 'repeated_decimal'],
    ['plain', '1.234.567', 'wrong_separators', { suggestion: '1234567' }],
    ['vi', '1,234.56', 'wrong_separators', { suggestion: '1.234,56' }],
    ['vi', '1,234,567', 'wrong_separators', { suggestion: '1.234.567' }],
    ['vi', 'trên 1,234.56', 'wrong_separators', { suggestion: 'trên 1.234,56' }],
    ['vi', '1,234.5–1,300.5', 'wrong_separators', { suggestion: '1.234,5–1.300,5' }],
    ['vi', '1400–1,500.5', 'wrong_separators', { suggestion: '1400–1.500,5' }],
    ['en', '1.234,56', 'wrong_separators', { suggestion: '1,234.56' }],
    ['plain', '1,5', 'wrong_separators', { suggestion: '1.5' }],
    ['plain', '1,234', 'wrong_separators'],
    ['plain_vi', '1.5', 'wrong_separators', { suggestion: '1,5' }],
    ['plain_vi', '1,5.', 'misplaced_separator'],
    ['vi', '1.23', 'bad_grouping', { suggestion: '1,23' }],
    ['vi', '0.123', 'bad_grouping', { suggestion: '0,123' }],
    ['vi', '1234.567', 'bad_grouping', { suggestion: '1.234,567' }],
    ['vi', '1.234.56', 'bad_grouping'],
    ['en', '1,23', 'bad_grouping', { suggestion: '1.23' }],
    ['en', '0,123', 'bad_grouping', { suggestion: '0.123' }],
    ['vi', '1.234,5.6', 'group_after_decimal'],
    ['en', '1,234.5,6', 'group_after_decimal'],
    ['vi', '007', 'leading_zeros', { suggestion: '7' }],
    ['vi', '00,5', 'leading_zeros', { suggestion: '0,5' }],
    ['vi', '012.345', 'leading_zeros', { suggestion: '12.345' }],
    ['vi', ',5', 'misplaced_separator'],
    ['vi', '5,', 'misplaced_separator'],
    ['vi', '1,.5', 'misplaced_separator'],
    ['vi', '--5', 'repeated_sign'],
    ['vi', '+-5', 'repeated_sign'],
    ['vi', '+', 'sign_alone'],
    ['vi', '-', 'dash_alone'],
    ['vi', '−', 'dash_alone'],
    ['vi', '–', 'dash_alone'],
    ['vi', '—', 'dash_alone'],
    ['vi', '>', 'bound_alone'],
    ['vi', '<=', 'bound_alone'],
    ['vi', '1e5', 'exponent'],
    ['vi', '12e5', 'exponent'],
    ['vi', '1,65E+05', 'exponent'],
    ['vi', '1e5x', 'letter_in_number', { character: 'e' }],
    ['vi', '5 1e5', 'letter_in_number', { character: 'e' }],
    ['vi', 'NaN', 'not_a_number'],
    ['vi', 'Infinity', 'not_a_number'],
    ['vi', '-Infinity', 'not_a_number'],
    ['vi', '∞', 'not_a_number'],
    ['vi', '#N/A', 'formula_error'],
    ['vi', '#DIV/0!', 'formula_error'],
    ['vi', '#VALUE!', 'formula_error'],
    ['vi', 'Err:502', 'formula_error'],
    ['vi', '####', 'narrow_column'],
    ['vi', '5 #', 'unexpected_character', { character: '#' }],
    ['vi', '#5', 'unexpected_character', { character: '#' }],
    ['vi', '(abc)', 'not_a_number'],
    ['vi', '７５', 'foreign_digits', { character: '７' }],
    ['vi', '٧٥', 'foreign_digits', { character: '٧' }],
    ['vi', '5½', 'foreign_digits', { character: '½' }],
    ['vi', '5$', 'unexpected_character', { character: '$' }],
    ['vi', '5()', 'unexpected_character', { character: '(' }],
    ['vi', '12/12/2023', 'unexpected_character', { character: '/' }],
    ['vi', '5-', 'unexpected_character', { character: '-' }],
    ['vi', '2023-12-14', 'unexpected_character', { character: '-' }],
    ['vi', '> > 5', 'unexpected_character', { character: '>' }],
    ['vi', '75O/82', 'letter_in_number', { character: 'O' }],
    ['vi', '82/8O', 'letter_in_number', { character: 'O' }],
    ['vi', '75O–80', 'letter_in_number', { character: 'O' }],
    ['vi', '75–8O', 'letter_in_number', { character: 'O' }],
  ]
  it.each(table)('%s %j: %s', (style, text, reason, values) =>
    expect(parseQuantity(text, { style })).toEqual(refused(reason, values)),
  )

  it('what is suggested is accepted as it stands', () => {
    for (const [style, , , values] of table) {
      if (values?.suggestion) expect(parseQuantity(values.suggestion, { style }).ok).toBe(true)
    }
  })

  it('reasons are distinct', () => expect(new Set(quantityProblems).size).toBe(quantityProblems.length))
})

describe('equal quantities', () => {
  const one: Quantity = { value: 1, high: 2, denominator: 3, qualifier: 'about', text: 'a' }
  it('all parts count', () => {
    expect(quantitiesEqual(one, { ...one })).toBe(true)
    const others: Partial<Quantity>[] = [
      { value: 0 },
      { high: 9 },
      { denominator: 9 },
      { qualifier: 'exact' },
      { text: null },
    ]
    for (const other of others) expect(quantitiesEqual(one, { ...one, ...other })).toBe(false)
  })
  it('an empty cell equals an empty cell only', () => {
    expect(quantitiesEqual(null, null)).toBe(true)
    expect(quantitiesEqual(one, null)).toBe(false)
    expect(quantitiesEqual(null, one)).toBe(false)
  })
})
