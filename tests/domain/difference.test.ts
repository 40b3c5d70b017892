import { describe, expect, test } from 'vitest'
import { type Compared, differenceOf } from '#domain/difference.ts'
import { parseQuantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import type { LivingUnit, UnitKind } from '#domain/unit.ts'

const unit = (kind: UnitKind, validFrom = '2014-04-01', validTo: string | null = '2025-06-30'): LivingUnit => ({
  kind,
  validFrom,
  validTo,
})
const result = (text: string | null, more: Partial<Compared['indicator']> = {}): Compared => {
  const read = text === null ? null : parseQuantity(text, { style: 'plain', words: true })
  if (read && !read.ok) throw new Error(text ?? '')
  return {
    indicator: { id: 'one', valueType: 'amount', direction: 'higher', ...more },
    actual: read?.value ?? null,
    unit: unit('urban_district'),
  }
}
const rate = { valueType: 'rate' } as const
const say = (first: Compared | null, other: Compared | null): string => {
  const found = differenceOf(first, other)
  if (found.kind === 'none') return found.why
  const text = formatQuantity(found.change, { style: 'plain' })
  if (found.kind === 'points') return `${text} points`
  return found.percent ? `${text}, ${formatQuantity(found.percent, { style: 'plain' })}%` : text
}

describe('how far one result is from another', () => {
  const cases: [what: string, first: Compared | null, other: Compared | null, said: string][] = [
    ['an amount, and in percent of the first', result('100'), result('125'), '25, 25%'],
    ['less than the first', result('100'), result('99.9'), '-0.1, -0.1%'],
    ['from zero there is no percent', result('0'), result('5'), '5'],
    ['a rate in points, never a percent', result('12.66', rate), result('12.86', rate), '0.2 points'],
    ['a share in points', result('50', { valueType: 'share' }), result('82/82', { valueType: 'share' }), '50 points'],
    ['a bound stays a bound', result('11663'), result('>14000'), '>2337, >20.03772614250'],
    ['a range', result('10'), result('12..13'), '2..3, 20..30%'],
    ['two bounds the same way say nothing', result('>10'), result('>14'), 'open'],
    ['words', result('Xuất siêu'), result('5'), 'words'],
    ['a figure is missing', result('5'), result(null), 'missing'],
    ['the first is missing', result(null), result('5'), 'missing'],
    ['a sheet without the line', null, result('5'), 'missing'],
    ['another definition', result('5'), result('6', { id: 'two' }), 'version'],
    ['missing is said before another definition', result(null), result('6', { id: 'two' }), 'missing'],
  ]
  test.each(cases)('%s', (_what, first, other, said) => {
    if (said.startsWith('>')) expect(say(first, other).startsWith(said)).toBe(true)
    else expect(say(first, other)).toBe(said)
  })
})

describe('a percent stands only between units of one level that existed at one time (rule 12)', () => {
  const of = (one: LivingUnit, text = '100') => ({ ...result(text), unit: one })
  const district = unit('urban_district')
  test.each<[what: string, first: LivingUnit, other: LivingUnit, said: string]>([
    ['a district and another', district, unit('town', '1997-01-01'), '-93, -93%'],
    ['a district and its successor', district, unit('ward', '2025-07-01', null), '-93'],
    ['the successor first', unit('ward', '2025-07-01', null), district, '-93'],
    ['a district and a ward of its time', district, unit('ward'), '-93'],
    ['a commune and the one it went into', unit('commune'), unit('commune', '2025-07-01', null), '-93'],
    ['the last day counts', unit('commune'), unit('commune', '2025-06-30', null), '-93, -93%'],
    ['two that still exist', unit('ward', '2025-07-01', null), unit('commune', '2025-07-01', null), '-93, -93%'],
  ])('%s', (_what, first, other, said) => expect(say(of(first), of(other, '7'))).toBe(said))
  test('a rate stays in points', () => {
    const ward = unit('ward', '2025-07-01', null)
    expect(say(result('12.66', rate), { ...result('12.86', rate), unit: ward })).toBe('0.2 points')
  })
})
