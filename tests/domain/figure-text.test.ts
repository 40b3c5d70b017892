import { describe, expect, it } from 'vitest'
import { figureKinds, figureKindTable } from '#domain/figure.ts'
import { parseFigure } from '#domain/figure-text.ts'
import type { ValueType } from '#domain/indicator.ts'
import { exactly, type Quantity } from '#domain/quantity.ts'
import { reportableVerdicts } from '#domain/verdict.ts'

const amount = { valueType: 'amount', unitOfMeasure: 'tỷ đồng' } as const
const milestone = { valueType: 'milestone', unitOfMeasure: '' } as const
const words = (text: string): Quantity => ({ value: null, high: null, denominator: null, qualifier: 'exact', text })
const kindsOf = (content: string) => figureKinds.filter((kind) => figureKindTable[kind].content === content)

it.each(figureKinds)('%s: an empty text clears the cell', (kind) => {
  for (const typed of ['', '  ']) expect(parseFigure(kind, typed, amount, 'vi')).toEqual({ ok: true, value: null })
})

describe.each(kindsOf('quantity'))('%s is a quantity in the unit of the indicator', (kind) => {
  it('in the style that is typed', () => {
    expect(parseFigure(kind, '3.504', amount, 'vi')).toEqual({ ok: true, value: exactly(3504) })
    expect(parseFigure(kind, '3.504', amount, 'en')).toEqual({ ok: true, value: exactly(3.504) })
    expect(parseFigure(kind, '3504,5', amount, 'plain_vi')).toEqual({ ok: true, value: exactly(3504.5) })
  })
  it('a percent sign only where the unit is %', () => {
    expect(parseFigure(kind, '12,66%', { valueType: 'rate', unitOfMeasure: '%' }, 'vi')).toEqual({
      ok: true,
      value: exactly(12.66),
    })
    expect(parseFigure(kind, '12,66%', amount, 'vi')).toMatchObject({ error: { reason: 'percent_not_expected' } })
  })
  it('words for a milestone, or behind an apostrophe', () => {
    expect(parseFigure(kind, 'Hoàn thành', milestone, 'vi')).toEqual({ ok: true, value: words('Hoàn thành') })
    expect(parseFigure(kind, "'Xuất siêu", amount, 'vi')).toEqual({ ok: true, value: words('Xuất siêu') })
    for (const valueType of ['amount', 'count', 'rate', 'share'] satisfies ValueType[]) {
      expect(parseFigure(kind, 'Hoàn thành', { valueType, unitOfMeasure: '' }, 'vi')).toMatchObject({
        error: { reason: 'words_not_allowed' },
      })
    }
  })
  it('a failed number is never words', () =>
    expect(parseFigure(kind, '75O', milestone, 'vi')).toMatchObject({ error: { reason: 'letter_in_number' } }))
})

describe.each(kindsOf('percent'))('%s is a percent, whatever the unit', (kind) => {
  it.each(['102,57', '102,57%', '102,57 %'])('%s', (typed) =>
    expect(parseFigure(kind, typed, amount, 'vi')).toEqual({ ok: true, value: exactly(102.57) }),
  )
  it('never words, not even of a milestone', () =>
    expect(parseFigure(kind, 'Hoàn thành', milestone, 'vi')).toMatchObject({ error: { reason: 'words_not_allowed' } }))
})

describe.each(kindsOf('verdict'))('%s is a verdict', (kind) => {
  it.each(reportableVerdicts)('%s, kept as its key', (verdict) =>
    expect(parseFigure(kind, verdict, amount, 'vi')).toEqual({ ok: true, value: words(verdict) }),
  )
  it.each([
    ['Vượt kế hoạch', 'exceeded'],
    ['Đạt', 'met'],
    [' chưa  đạt ', 'missed'],
    ['Not met', 'missed'],
  ])('%s: %s', (typed, verdict) =>
    expect(parseFigure(kind, typed, amount, 'vi')).toEqual({ ok: true, value: words(verdict) }),
  )
  it.each(['đất', '103', 'awaiting', 'Chờ số liệu', 'not_judged', "'vượt"])(
    '%s is none that a source reports',
    (typed) =>
      expect(parseFigure(kind, typed, amount, 'vi')).toEqual({ ok: false, error: { reason: 'not_a_verdict' } }),
  )
})
